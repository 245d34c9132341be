// Aggregates across officers, by their plain definition, and how far a condition held in a row.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {
namespace {

Rational whole(std::size_t number) { return Rational(static_cast<std::int64_t>(number)); }

/// An officer's own figure among those of his peers; nothing for an aggregate that is the same for the whole group.
std::optional<Value> among(const std::string& name, const Rational& own, const Numbers& peers) {
  std::size_t above = 0, below = 0;
  for (const Rational& peer : peers) {
    above += own < peer;
    below += peer < own;
  }
  if (name == "rank") return Value::of(whole(above + 1));
  if (name == "percent_rank")
    return Value::of(peers.size() == 1 ? Rational(0) : whole(below) / whole(peers.size() - 1));
  if (name == "zscore") {
    const Rational deviation = deviation_of(peers);
    return Value::of(deviation.is_zero() ? Rational(0) : (own - mean_of(peers)) / deviation);
  }
  if (name == "minmax") {
    const Rational least = sorted(peers).front(), most = sorted(peers).back();
    return Value::of(least == most ? Rational(1) / Rational(2) : (own - least) / (most - least));
  }
  if (name == "share") return sum_of(peers).is_zero() ? Value::missing() : Value::of(own / sum_of(peers));
  return std::nullopt;
}

bool is_among(const std::string& name) {
  return name == "rank" || name == "percent_rank" || name == "zscore" || name == "minmax" || name == "share";
}

}  // namespace

Value Oracle::gather(std::size_t officer, const Term& term, Period period) {
  const std::string name(term.function->doc.name);
  Value none = Value::missing(term.type);
  if (data_.begins_before_data(period) || data_.present_days(officer, period) == 0) return none;
  const std::size_t extra_count = term.children.size() - (term.has_where ? 2 : 1);
  std::vector<Rational> extras;
  for (std::size_t i = 0; i < extra_count; ++i) {
    const Value extra = this->term(officer, *term.children[i], period);
    none.incomplete = none.incomplete || extra.incomplete;
    none.faulty = none.faulty || extra.faulty;
    if (!extra.present()) {
      none.absence = extra.absence;
      return none;
    }
    extras.push_back(extra.number);
  }
  for (const std::uint32_t attribute : term.by)
    if (!data_.attribute(officer, attribute, period).present()) return none;

  std::vector<Value> values;
  std::optional<Rational> own;
  std::size_t on_duty = 0, looked_at = 0, exempt = 0;
  for (std::size_t peer = 0; peer < data_.officers().size(); ++peer) {
    if (data_.duty_days(peer, period) == 0) continue;  // not present, or exempt in all of it (ruling 8)
    const bool same_group = std::all_of(term.by.begin(), term.by.end(), [&](std::uint32_t attribute) {
      return same_value(data_.attribute(peer, attribute, period), data_.attribute(officer, attribute, period));
    });
    if (!same_group) continue;
    ++on_duty;
    if (term.has_where && !this->term(peer, *term.children[extra_count], period).is_true()) continue;
    Value value = this->term(peer, *term.children.back(), period);
    ++looked_at;
    exempt += value.absence == Absence::exempt;
    if (!value.present()) continue;
    value.incomplete = value.faulty = false;  // his own affair (ruling 64)
    if (peer == officer) own = value.number;
    values.push_back(value);
  }

  Value result = none;
  if (is_among(name)) {
    if (!own) return none;
    Numbers numbers;
    for (const Value& value : values) numbers.push_back(value.number);
    result = among(name, *own, numbers).value();
  } else if (!values.empty()) {
    result = aggregate(name, values, extras);
  } else if (name == "count" && on_duty > 0) {
    result = Value::of(Rational(0));
  } else if (looked_at > 0 && looked_at == exempt) {
    result = Value::exempt(term.type);
  }
  result.incomplete = result.incomplete || none.incomplete;
  result.faulty = result.faulty || none.faulty;
  return result;
}

// `range`: the inner periods of the outer one, or those that `over` means. A step is 1 where the condition held, 0
// where it did not or nobody knows, nothing where the officer was absent or exempt for all of the period.
Value Oracle::run(std::size_t officer, const Term& term, const std::vector<Period>& range) {
  const bool streak = term.function->doc.name == "streak";
  const bool with_weeks = waits_for_weeks(*term.children.back(), term.inner);
  std::vector<Period> periods;
  if (streak) {
    const bool is_limited = term.over_last || term.over_to_date;
    for (Period one = range.back(); !data_.begins_before_data(one); one = one - 1)
      if (data_.complete(one, with_weeks) && (!is_limited || range.front() <= one))
        periods.insert(periods.begin(), one);
  } else {
    periods = data_.counting(range, with_weeks);
  }

  Value result = Value::missing();
  std::vector<std::optional<int>> steps;
  std::size_t exempt = 0;
  for (const Period one : periods) {
    if (data_.begins_before_data(one)) continue;
    const Value value = this->term(officer, *term.children.back(), one);
    result.incomplete = result.incomplete || value.incomplete;
    result.faulty = result.faulty || value.faulty;
    exempt += value.absence == Absence::exempt;
    const bool on_duty = data_.duty_days(officer, one) > 0;
    steps.push_back(on_duty ? std::optional(value.is_true() ? 1 : 0) : std::nullopt);
    if (on_duty) result.absence = Absence::present;
  }
  if (!result.present()) {
    if (!steps.empty() && exempt == steps.size()) result.absence = Absence::exempt;
    return result;
  }
  std::int64_t number = 0;
  if (streak) {
    for (auto step = steps.rbegin(); step != steps.rend() && step->value_or(1) == 1; ++step)
      number += step->value_or(0);
  } else {
    for (std::size_t i = 0; i < steps.size(); ++i)
      number += steps[i].value_or(0) == 1 && (i == 0 || steps[i - 1].value_or(0) == 0);
  }
  result.number = Rational(number);
  return result;
}

bool Oracle::waits_for_weeks(const Term& term, Grain inner) const {
  if (inner <= Grain::week || term.kind == TermKind::fold || term.kind == TermKind::lag) return false;
  if (term.kind == TermKind::item) return card_.items[term.index].grain == Grain::week;
  if (term.kind == TermKind::adjustment) return card_.adjustments[term.index].grain == Grain::week;
  if (term.kind == TermKind::category || term.kind == TermKind::total) return holds_weeks(inner);
  return std::any_of(term.children.begin(), term.children.end(),
                     [&](const TermPtr& child) { return waits_for_weeks(*child, inner); });
}

}  // namespace cwp::oracle
