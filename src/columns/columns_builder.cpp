#include <algorithm>

#include "columns/columns_state.hpp"
#include "columns/take_doubles.hpp"
#include "data/finish_dataset.hpp"
#include "row/officer_order.hpp"
#include "row/take_value.hpp"
#include "row/tidy_text.hpp"

namespace cwp {

ColumnsBuilder::ColumnsBuilder(CheckedRulebook rules, std::size_t officers)
    : state_(std::make_unique<ColumnsState>(std::move(rules), officers)) {}
ColumnsBuilder::~ColumnsBuilder() = default;
ColumnsBuilder::ColumnsBuilder(ColumnsBuilder&&) noexcept = default;
ColumnsBuilder& ColumnsBuilder::operator=(ColumnsBuilder&&) noexcept = default;

void ColumnsBuilder::set_keys(std::vector<std::string> keys) {
  if (!state_->has_length("keys", keys.size())) return;
  tidy_keys(keys);
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].empty()) return state_->report("column-key-empty", {std::to_string(i)});
  std::vector<std::string> sorted = keys;
  sort_officer_keys(sorted);
  if (sorted != keys) return state_->report("column-keys", {});
  state_->store->keys = OfficerKeys(keys);
  state_->has_keys = true;
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
  if (!stored.begins.empty()) return state_->report("column-attribute-twice", {std::string(name)});
  stored.numbers = numbers;
  for (const std::string& text : values) {
    Value value = absent_attribute(*found);
    const std::string written = is_blank(text) ? found->default_value.value_or("") : text;
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
  const std::optional<std::uint16_t> number = state_->status(status);
  if (number && state_->has_officer(officer)) state_->duty[std::uint32_t(officer)].emplace_back(days, *number);
}

void ColumnsBuilder::add_presence(std::size_t officer, DayRange days) {
  if (state_->has_officer(officer)) state_->stays[std::uint32_t(officer)].push_back(days);
}

void ColumnsBuilder::add_figures(std::string_view name, Period period, FigureColumn figures) {
  const std::optional<std::uint32_t> metric = state_->metric_for(name, period, figures.size());
  if (!metric) return;
  StoredFigures stored;
  stored.type = figures.type();
  stored.data = figures.data();
  if (figures.type() == FigureColumn::Type::f64)
    take_doubles({static_cast<const double*>(figures.data()), figures.size()}, *state_->memory, stored);
  state_->add_figures(*metric, period, std::move(stored));
}

ColumnsState& ColumnsBuilder::state() { return *state_; }

void ColumnsBuilder::set_span(DayRange span) { state_->span = span; }

Result<Dataset> ColumnsBuilder::finish() {
  ColumnsState& state = *state_;
  if (auto problem = state.span ? span_problem(*state.span) : std::nullopt)
    state.problems.push_back(std::move(*problem));
  state.lay_days(*state.store, [&](std::uint32_t officer, DayRange days, std::string_view status) {
    state.note_backwards(officer, days, status);
  });
  if (!state.problems.empty()) return std::move(state.problems);
  auto made = std::make_shared<DatasetState>(DatasetState{state.rules, {}, {}, {}, {}, {}});
  state.store->make_rows(*made);
  state.store->kept.push_back(state.memory);
  const std::optional<DayRange> touched = state.take_columns();
  made->span = state.span ? state.span : touched;
  if (auto problem = made->span ? span_problem(*made->span) : std::nullopt) return std::move(*problem);
  made->issues = std::move(state.issues);
  sort_issues(made->issues);
  made->columns = state.store;
  return Dataset(std::move(made));
}

}  // namespace cwp
