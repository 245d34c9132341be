#include "columns/columns_state.hpp"

#include <algorithm>

#include "calendar/lay_stretches.hpp"
#include "check/checked_state.hpp"
#include "columns/hold_promises.hpp"
#include "columns/take_doubles.hpp"
#include "data/finish_dataset.hpp"
#include "row/tidy_text.hpp"

namespace cwp {

void tidy_keys(std::vector<std::string>& keys) {
  // Neither letters behind ASCII nor blanks at the ends: all other control signs may stay where they are.
  const auto is_plain = [](const std::string& key) {
    return std::all_of(key.begin(), key.end(), [](char c) { return ' ' < c && c < '\x7F'; });
  };
  for (std::string& key : keys)
    if (!is_plain(key)) key = tidy_text(key);
}

ColumnsState::ColumnsState(CheckedRulebook checked, std::size_t count) : rules(std::move(checked)), officers(count) {
  store->attributes.resize(rules.rulebook().attributes.size());
  store->keys.reserve(officers);
  for (std::size_t i = 1; i <= officers; ++i) store->keys.number(std::to_string(i));
}

void ColumnsState::report(std::string_view slug, std::vector<std::string> arguments) {
  problems.push_back({slug, {}, std::move(arguments)});
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

std::optional<std::uint16_t> ColumnsState::status(std::string_view name) {
  const auto& known = rules.rulebook().duty;
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const auto& rule) { return rule.status.value == name; });
  if (found != known.end()) return std::uint16_t(found - known.begin());
  if (name == kOnDutyName) return kOnDutyStatus;
  if (name == kRestName) return kRestStatus;
  report("column-name", {std::string(name)});
  return std::nullopt;
}

bool ColumnsState::has_officer(std::size_t officer) {
  if (officer < officers) return true;
  report("column-officer", {std::to_string(officer), std::to_string(officers)});
  return false;
}

void ColumnsState::lay_days(ColumnStore& into, const Backwards& backwards) const {
  for (const auto& [officer, records] : duty) {
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const auto& [days, status] = records[i];
      if (days.size() >= 1)
        stretches.push_back({days, std::uint32_t(i)});
      else
        backwards(officer, days, duty_status_name(status, rules.rulebook()));
    }
    for (const Stretch& stretch : lay_stretches(stretches))
      into.duty[officer].push_back({stretch.days, records[stretch.row].second, {}});
  }
  for (const auto& [officer, records] : stays) {
    std::vector<Stretch> stretches;
    for (const DayRange& days : records) {
      if (days.size() >= 1)
        stretches.push_back({days, 0});
      else
        backwards(officer, days, "");
    }
    std::vector<DayRange>& own = into.stays[officer];
    for (const Stretch& stretch : lay_stretches(stretches)) {
      if (!own.empty() && own.back().last + 1 == stretch.days.first)
        own.back().last = stretch.days.last;
      else
        own.push_back(stretch.days);
    }
  }
}

void ColumnsState::note_backwards(std::uint32_t officer, DayRange days, std::string_view status) {
  RowIssue issue;
  issue.reason = "from-after-to";
  issue.officer = store->keys.key(officer);
  issue.date = days.first.to_text();
  issue.value = status;
  issue.expected = days.first.to_text() + ".." + days.last.to_text();
  issues.push_back(std::move(issue));
}

void ColumnsState::add_figures(std::uint32_t metric, Period period, StoredFigures figures) {
  if (!store->figures.try_emplace({metric, period}, std::move(figures)).second)
    report("column-twice", {rules.rulebook().metrics[metric].id.value, rules.calendar().label(period)});
}

namespace {

/// What units do not hold becomes cells of their own, absent in the column. Called by metric and period.
void set_apart(ColumnStore& store, std::uint32_t metric, Period period, StoredFigures& stored) {
  for (const auto& [officer, figure] : stored.apart) {
    MetricCell cell;
    cell.period = period.ordinal;
    cell.value = value_of(figure);
    cell.origins.push_back(Origin());
    store.others[officer].emplace_back(metric, std::move(cell));
    stored.absent.push_back(officer);
  }
  if (stored.apart.empty()) return;
  std::sort(stored.absent.begin(), stored.absent.end());
  stored.apart.clear();
}

}  // namespace

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
    store->leave_out(days, column->second);
    hold_promises(rules, store->keys, metric, period, column->second, issues);
    set_apart(*store, metric, period, column->second);
    touched = touched ? DayRange{std::min(touched->first, days.first), std::max(touched->last, days.last)} : days;
    ++column;
  }
  return touched;
}

}  // namespace cwp
