#include <algorithm>
#include <limits>
#include <unordered_map>

#include "calendar/lay_stretches.hpp"
#include "check/checked_state.hpp"
#include "columns/take_doubles.hpp"
#include "cwp/columns.hpp"
#include "data/column_store.hpp"
#include "data/finish_dataset.hpp"
#include "row/officer_order.hpp"
#include "row/take_value.hpp"

namespace cwp {
namespace {

constexpr std::size_t kIssuesInFull = 20;  // of one column

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

struct ColumnsBuilder::State {
  State(CheckedRulebook checked, std::size_t count) : rules(std::move(checked)), officers(count) {}

  CheckedRulebook rules;
  std::size_t officers;
  std::shared_ptr<ColumnStore> store = std::make_shared<ColumnStore>();
  std::shared_ptr<ColumnMemory> memory = std::make_shared<ColumnMemory>();  ///< of doubles
  std::vector<Diagnostic> problems;
  std::optional<DayRange> span;
  std::map<std::uint32_t, std::vector<std::pair<DayRange, std::uint16_t>>> duty;
  std::vector<RowIssue> issues;

  void report(std::string_view slug, std::vector<std::string> arguments) {
    Diagnostic problem;
    problem.slug = slug;
    problem.arguments = std::move(arguments);
    problems.push_back(std::move(problem));
  }
  bool has_length(std::string_view name, std::size_t length) {
    if (length == officers) return true;
    report("column-length", {std::string(name), std::to_string(length), std::to_string(officers)});
    return false;
  }
  std::optional<DayRange> take_columns();
  void hold_promises(std::uint32_t metric, Period period, StoredFigures& stored);
};

ColumnsBuilder::ColumnsBuilder(CheckedRulebook rules, std::size_t officers)
    : state_(std::make_unique<State>(std::move(rules), officers)) {
  state_->store->attributes.resize(state_->rules.rulebook().attributes.size());
  for (std::size_t i = 1; i <= officers; ++i) state_->store->keys.push_back(std::to_string(i));
}
ColumnsBuilder::~ColumnsBuilder() = default;
ColumnsBuilder::ColumnsBuilder(ColumnsBuilder&&) noexcept = default;
ColumnsBuilder& ColumnsBuilder::operator=(ColumnsBuilder&&) noexcept = default;

void ColumnsBuilder::set_keys(std::vector<std::string> keys) {
  if (!state_->has_length("keys", keys.size())) return;
  std::vector<std::string> sorted = keys;
  sort_officer_keys(sorted);
  if (sorted != keys)
    state_->report("column-keys", {});
  else
    state_->store->keys = std::move(keys);
}

void ColumnsBuilder::set_attribute(std::string_view name, const std::vector<std::string>& values,
                                   std::span<const std::uint32_t> numbers) {
  const auto& attributes = state_->rules.rulebook().attributes;
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& attribute) { return attribute.id.value == name; });
  if (found == attributes.end()) return state_->report("column-name", {std::string(name)});
  if (!state_->has_length(name, numbers.size())) return;
  if (std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) { return number >= values.size(); }))
    return state_->report("column-number", {std::string(name), std::to_string(values.size())});
  ColumnStore::StoredAttribute& stored = state_->store->attributes[std::size_t(found - attributes.begin())];
  stored.numbers = numbers;
  stored.values.clear();
  for (const std::string& text : values) {
    Value value = absent_attribute(*found);
    const std::string written = text.empty() ? found->default_value.value_or("") : text;
    if (!written.empty())
      if (const auto refusal = take_attribute(written, *found, value)) {
        RowIssue issue;
        issue.reason = refusal->reason;
        issue.metric = name;
        issue.value = written;
        issue.expected = refusal->expected;
        state_->issues.push_back(std::move(issue));
      }
    stored.values.push_back(std::move(value));
  }
  stored.count();
}

void ColumnsBuilder::add_duty(std::size_t officer, DayRange days, std::string_view status) {
  const auto& duty = state_->rules.rulebook().duty;
  const auto found =
      std::find_if(duty.begin(), duty.end(), [&](const auto& rule) { return rule.status.value == status; });
  std::uint16_t number = kNoStatus;
  if (found != duty.end())
    number = std::uint16_t(found - duty.begin());
  else if (status == kOnDutyName || status == kRestName)
    number = status == kRestName ? kRestStatus : kOnDutyStatus;
  else
    return state_->report("column-name", {std::string(status)});
  if (officer >= state_->officers)
    return state_->report("column-officer", {std::to_string(officer), std::to_string(state_->officers)});
  state_->duty[std::uint32_t(officer)].emplace_back(days, number);
}

void ColumnsBuilder::add_figures(std::string_view name, Period period, FigureColumn figures) {
  const auto& metrics = state_->rules.rulebook().metrics;
  const Scorecard& card = state_->rules.state().scorecard;
  const auto found =
      std::find_if(metrics.begin(), metrics.end(), [&](const Metric& metric) { return metric.id.value == name; });
  const auto metric = std::uint32_t(found - metrics.begin());
  if (found == metrics.end() || card.derived[metric] || card.about[metric])
    return state_->report("column-name", {std::string(name)});
  if (period.grain != found->per.value)
    return state_->report("column-grain", {std::string(name), std::string(to_text(found->per.value))});
  if (!state_->has_length(name, figures.size())) return;
  StoredFigures stored;
  stored.type = figures.type();
  stored.data = figures.data();
  if (figures.type() == FigureColumn::Type::f64)
    take_doubles({static_cast<const double*>(figures.data()), figures.size()}, *state_->memory, stored);
  const auto [place, fresh] = state_->store->figures.try_emplace({metric, period}, std::move(stored));
  if (!fresh) state_->report("column-twice", {std::string(name), state_->rules.calendar().label(period)});
}

/// Leaves out the columns that come too late, and holds the others against their metrics. Returns the days that these
/// touch.
std::optional<DayRange> ColumnsBuilder::State::take_columns() {
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

void ColumnsBuilder::State::hold_promises(std::uint32_t metric, Period period, StoredFigures& stored) {
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
  for (const std::uint32_t officer : stored.refused) refuse(officer, {"value-too-long", "15"}, "");
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

void ColumnsBuilder::set_span(DayRange span) { state_->span = span; }

Result<Dataset> ColumnsBuilder::finish() {
  State& state = *state_;
  if (state.span && state.span->last < state.span->first)
    state.report("span-backwards", {state.span->first.to_text(), state.span->last.to_text()});
  for (const auto& [officer, records] : state.duty) {
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const auto& [days, status] = records[i];
      if (days.size() >= 1) {
        stretches.push_back({days, std::uint32_t(i)});
        continue;
      }
      RowIssue issue;
      issue.reason = "from-after-to";
      issue.officer = state.store->keys[officer];
      issue.date = days.first.to_text();
      issue.value = duty_status_name(status, state.rules.rulebook());
      issue.expected = days.first.to_text() + ".." + days.last.to_text();
      state.issues.push_back(std::move(issue));
    }
    for (const Stretch& stretch : lay_stretches(stretches))
      state.store->duty[officer].push_back({stretch.days, records[stretch.row].second, {}});
  }
  if (!state.problems.empty()) return std::move(state.problems);
  auto made = std::make_shared<DatasetState>(DatasetState{state.rules, {}, {}, {}, {}, {}});
  state.store->make_rows(*made);
  state.store->kept.push_back(state.memory);
  const std::optional<DayRange> touched = state.take_columns();
  made->span = state.span ? state.span : touched;
  made->issues = std::move(state.issues);
  sort_issues(made->issues);
  made->columns = state.store;
  return Dataset(std::move(made));
}

}  // namespace cwp
