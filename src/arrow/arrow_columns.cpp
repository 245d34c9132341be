// From a batch into a ColumnsBuilder.

#include <algorithm>

#include "arrow/arrow_figures.hpp"
#include "arrow/arrow_texts.hpp"
#include "check/checked_state.hpp"
#include "columns/columns_state.hpp"

namespace cwp {
namespace {

constexpr std::string_view kKeysColumn = "officer";

/// The column of this name; where there is none, or two, that is reported.
const ArrowColumn* find_column(ColumnsState& state, const ArrowBatch& batch, std::string_view name) {
  const ArrowColumn* found = nullptr;
  for (const ArrowColumn& column : batch.state()->columns) {
    if (column.name != name) continue;
    if (found != nullptr) {
      state.report("arrow-column-twice", {std::string(name)});
      return nullptr;
    }
    found = &column;
  }
  if (found == nullptr) {
    std::string names;
    for (const std::string& one : batch.names()) names += (names.empty() ? "" : ", ") + one;
    state.report("arrow-no-column", {std::string(name), names});
  }
  return found;
}

/// Whether every text and number of a dictionary can be read; if not, that is reported.
bool can_be_read(ColumnsState& state, const ArrowColumn& column) {
  if (!has_sound_texts(column)) {
    state.problems.push_back(malformed_arrow(column.name, column.format));
    return false;
  }
  if (number_out_of_range(column)) {
    state.report("column-number", {column.name, std::to_string(column.dictionary[0].rows)});
    return false;
  }
  return true;
}

void take_keys(ColumnsBuilder& builder, const ArrowColumn& column) {
  ColumnsState& state = builder.state();
  if (!are_keys(column)) return state.report("arrow-not-texts", {column.name, column.format});
  if (!state.has_length(column.name, column.rows) || !can_be_read(state, column)) return;
  std::vector<std::string> keys;
  keys.reserve(column.rows);
  for (std::size_t row = 0; row < column.rows; ++row) {
    keys.push_back(arrow_text(column, row));
    if (keys.back().empty()) return state.report("arrow-no-key", {column.name, std::to_string(row)});
  }
  if (!state.has_keys) return builder.set_keys(std::move(keys));
  tidy_keys(keys);
  for (std::size_t row = 0; row < keys.size(); ++row) {
    const std::string known(state.store->keys.key(std::uint32_t(row)));
    if (keys[row] != known) return state.report("arrow-other-officers", {std::to_string(row), keys[row], known});
  }
}

void take_attribute_column(ColumnsBuilder& builder, const ArrowBatch& batch, const ArrowColumn& column,
                           std::string_view attribute) {
  ColumnsState& state = builder.state();
  if (!are_attribute_values(column)) return state.report("arrow-not-texts", {column.name, column.format});
  if (!state.has_length(column.name, column.rows) || !can_be_read(state, column)) return;
  const auto& attributes = state.rules.rulebook().attributes;
  for (std::size_t i = 0; i < attributes.size(); ++i)
    if (attributes[i].id.value == attribute && !state.store->attributes[i].values.empty())
      return state.report("arrow-attribute-twice", {std::string(attribute)});
  const NumberedTexts texts = numbered_texts(column);
  if (texts.memory != nullptr)
    state.store->kept.push_back(texts.memory);
  else if (batch.state()->owned)
    state.store->kept.push_back(batch.state());
  builder.set_attribute(attribute, texts.values, texts.numbers);
}

void take_figures_column(ColumnsBuilder& builder, const ArrowBatch& batch, const ArrowColumn& column,
                         std::string_view metric, Period period) {
  ColumnsState& state = builder.state();
  if (!are_figures(column)) return state.report("arrow-not-figures", {column.name, column.format});
  if (const auto number = state.metric_for(metric, period, column.rows))
    state.add_figures(*number, period, stored_figures(column, batch.state(), *state.store));
}

}  // namespace

void set_keys(ColumnsBuilder& builder, const ArrowBatch& batch, std::string_view column) {
  if (const ArrowColumn* found = find_column(builder.state(), batch, column)) take_keys(builder, *found);
}

void set_attribute(ColumnsBuilder& builder, const ArrowBatch& batch, std::string_view column,
                   std::string_view attribute) {
  if (const ArrowColumn* found = find_column(builder.state(), batch, column))
    take_attribute_column(builder, batch, *found, attribute);
}

void add_figures(ColumnsBuilder& builder, const ArrowBatch& batch, std::string_view column, std::string_view metric,
                 Period period) {
  if (const ArrowColumn* found = find_column(builder.state(), batch, column))
    take_figures_column(builder, batch, *found, metric, period);
}

void add_batch(ColumnsBuilder& builder, const ArrowBatch& batch, std::optional<Period> period) {
  ColumnsState& state = builder.state();
  const Rulebook& rulebook = state.rules.rulebook();
  const auto is_attribute = [&](std::string_view name) {
    return std::any_of(rulebook.attributes.begin(), rulebook.attributes.end(),
                       [&](const Attribute& attribute) { return attribute.id.value == name; });
  };
  const auto is_metric = [&](std::string_view name) {
    return std::any_of(rulebook.metrics.begin(), rulebook.metrics.end(),
                       [&](const Metric& metric) { return metric.id.value == name; });
  };
  std::vector<std::string_view> seen;
  for (const ArrowColumn& column : batch.state()->columns) {
    const std::string_view name = column.name;
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
      state.report("arrow-column-twice", {column.name});
      continue;
    }
    seen.push_back(name);
    const std::size_t blank = name.find(' ');
    const std::string_view metric = name.substr(0, blank);
    std::optional<Period> own = period;
    if (blank != std::string_view::npos && is_metric(metric))
      own = Period::parse(name.substr(blank + 1), state.rules.calendar());
    if (name == kKeysColumn)
      take_keys(builder, column);
    else if (is_attribute(name))
      take_attribute_column(builder, batch, column, name);
    else if (!is_metric(metric))
      state.report("column-name", {column.name});
    else if (!own)
      state.report("arrow-no-period", {column.name});
    else
      take_figures_column(builder, batch, column, metric, *own);
  }
}

}  // namespace cwp
