#include "columns/columns_state.hpp"

#include <algorithm>

#include "check/checked_state.hpp"
#include "data/finish_dataset.hpp"
#include "row/take_value.hpp"

namespace cwp {
namespace {

template <typename T>
void measure(StoredFigures& stored, std::size_t officers) {
  const T* figures = static_cast<const T*>(stored.data);
  T low = figures[0], high = figures[0];
  for (std::size_t i = 0; i < officers; ++i) {
    low = std::min(low, figures[i]);
    high = std::max(high, figures[i]);
  }
  stored.low = std::int64_t(low);
  stored.high = std::int64_t(high);
}

void measure(StoredFigures& stored, std::size_t officers) {
  if (officers == 0 || stored.is_measured) return;
  switch (stored.type) {
    case FigureColumn::Type::u8:
      return measure<std::uint8_t>(stored, officers);
    case FigureColumn::Type::u16:
      return measure<std::uint16_t>(stored, officers);
    case FigureColumn::Type::i32:
      return measure<std::int32_t>(stored, officers);
    default:
      return measure<std::int64_t>(stored, officers);
  }
}

}  // namespace

ColumnsState::ColumnsState(CheckedRulebook checked, std::size_t count) : rules(std::move(checked)), officers(count) {
  store->attributes.resize(rules.rulebook().attributes.size());
  for (std::size_t i = 1; i <= officers; ++i) store->keys.push_back(std::to_string(i));
}

void ColumnsState::report(std::string_view slug, std::vector<std::string> arguments) {
  Diagnostic problem;
  problem.slug = slug;
  problem.arguments = std::move(arguments);
  problems.push_back(std::move(problem));
}

bool ColumnsState::has_length(std::string_view name, std::size_t length) {
  if (length == officers) return true;
  report("column-length", {std::string(name), std::to_string(length), std::to_string(officers)});
  return false;
}

std::optional<std::uint32_t> ColumnsState::metric_for(std::string_view name, Period period, std::size_t length) {
  const auto& metrics = rules.rulebook().metrics;
  const Scorecard& card = rules.state().scorecard;
  const auto found =
      std::find_if(metrics.begin(), metrics.end(), [&](const Metric& metric) { return metric.id.value == name; });
  const auto metric = std::uint32_t(found - metrics.begin());
  if (found == metrics.end() || card.derived[metric] || card.about[metric]) {
    report("column-name", {std::string(name)});
    return std::nullopt;
  }
  if (period.grain != found->per.value) {
    report("column-grain", {std::string(name), std::string(to_text(found->per.value))});
    return std::nullopt;
  }
  return has_length(name, length) ? std::optional(metric) : std::nullopt;
}

void ColumnsState::add_figures(std::uint32_t metric, Period period, StoredFigures figures) {
  if (!store->figures.try_emplace({metric, period}, std::move(figures)).second)
    report("column-twice", {rules.rulebook().metrics[metric].id.value, rules.calendar().label(period)});
}

std::optional<DayRange> ColumnsState::take_columns() {
  std::optional<DayRange> touched;
  for (auto column = store->figures.begin(); column != store->figures.end();) {
    const auto [metric, period] = column->first;
    const DayRange days = rules.calendar().days(period);
    if (const auto refusal = too_late(rules.rulebook(), span, days.first)) {
      RowIssue issue;
      issue.reason = refusal->reason;
      issue.date = rules.calendar().label(period);
      issue.metric = rules.rulebook().metrics[metric].id.value;
      issue.expected = refusal->expected;
      issues.push_back(std::move(issue));
      column = store->figures.erase(column);
      continue;
    }
    hold_promises(metric, period, column->second);
    touched = touched ? DayRange{std::min(touched->first, days.first), std::max(touched->last, days.last)} : days;
    ++column;
  }
  return touched;
}

void ColumnsState::hold_promises(std::uint32_t metric, Period period, StoredFigures& stored) {
  const Metric& written = rules.rulebook().metrics[metric];
  const std::int64_t power = power_of_ten(stored.decimals);
  const auto refuse = [&](std::uint32_t officer, const Refusal& refusal, const std::string& value) {
    RowIssue issue;
    issue.reason = refusal.reason;
    issue.officer = store->keys[officer];
    issue.date = rules.calendar().label(period);
    issue.metric = written.id.value;
    issue.value = value;
    issue.expected = refusal.expected;
    issues.push_back(std::move(issue));
  };
  for (const std::uint32_t officer : stored.refused)
    refuse(officer, {"value-too-long", std::to_string(stored.most_digits)}, "");
  measure(stored, officers);
  if (officers == 0) return;
  const auto keeps = [&](std::int64_t units) { return !broken_promise(Rational(units, power), written); };
  const bool all_whole = stored.decimals == 0;
  const bool may_have_places = written.type == NumberType::f64 && written.decimals.value_or(9) >= stored.decimals &&
                               stored.refused.empty() && stored.absent.empty();
  if (keeps(stored.low) && keeps(stored.high) && (all_whole || may_have_places)) return;
  // Somebody's figure breaks a promise, or may: they are looked at one by one.
  std::vector<std::uint32_t> broken;
  std::optional<std::pair<std::int64_t, std::int64_t>> range;
  for (std::uint32_t i = 0; i < officers; ++i) {
    if (std::binary_search(stored.refused.begin(), stored.refused.end(), i)) continue;
    if (std::binary_search(stored.absent.begin(), stored.absent.end(), i)) continue;
    const std::int64_t units = stored.units(i);
    if (const auto refusal = broken_promise(Rational(units, power), written)) {
      refuse(i, *refusal, Rational(units, power).to_text());
      broken.push_back(i);
      continue;
    }
    if (!range) range = {units, units};
    range = {std::min(range->first, units), std::max(range->second, units)};
  }
  if (range) std::tie(stored.low, stored.high) = *range;
  stored.refused.insert(stored.refused.end(), broken.begin(), broken.end());
  std::sort(stored.refused.begin(), stored.refused.end());
}

}  // namespace cwp
