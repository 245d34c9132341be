#pragma once
// What tests of columns from batches share: a rulebook, and what became of a column, as text.

#include <gtest/gtest.h>

#include "arrow/made_arrow.hpp"
#include "checked_text.hpp"
#include "data/column_store.hpp"

namespace cwp {

inline constexpr const char* kArrowRules = R"yaml(cwp: 1
id: arrow
attributes:
  area: {type: text, one_of: [urban, rural], default: rural}
  weight: {type: number, max: 1.5}
  armed: {type: bool}
events: {records: {columns: {minutes: {type: number}}}}
metrics:
  visits: {per: month, fold: sum, range: [-500, 99999999999999999]}
  hours: {per: month, fold: sum}
  clean: {per: month, fold: last, type: bool}
  entries: {type: u16}
  minutes: {from: records, sum: minutes}
categories:
  - id: work
    items:
      - {id: a, per: month, full: 10, points: visits + hours + minutes + weight + clean + sum(entries), if_missing: zero,
         applies: area = 'urban' or armed}
)yaml";
inline constexpr Period kInMarch{Grain::month, 2026 * 12 + 2};

class ArrowColumns : public testing::Test {
 protected:
  ArrowColumns() : rules(checked_text(kArrowRules)) {}

  /// The figures of `visits`, officer by officer: `-` none, `x` refused.
  std::string visits(Exported column) {
    const ArrowBatch batch = std::move(column).taken();
    ColumnsBuilder builder(rules, batch.rows());
    add_figures(builder, batch, batch.names()[0], "visits", kInMarch);
    const Result<Dataset> data = builder.finish();
    if (!data.ok()) return render(data.diagnostics());
    std::string text;
    for (std::size_t i = 0; i < batch.rows(); ++i) {
      const auto cells = data.value().state().officer(i)->metrics[0];
      text += i == 0 ? "" : " ";
      text += cells.empty() ? "-" : cells[0].refused ? "x" : cells[0].value.to_text();
    }
    return text;
  }
  /// Where the figures of `visits` lie.
  static const void* place(const Dataset& data) { return data.state().columns->figures.begin()->second.data; }

  std::string keys(Exported column) {
    const ArrowBatch batch = std::move(column).taken();
    ColumnsBuilder builder(rules, batch.rows());
    set_keys(builder, batch, batch.names()[0]);
    return keys(builder, batch.rows());
  }
  static std::string keys(ColumnsBuilder& builder, std::size_t officers) {
    const Result<Dataset> data = builder.finish();
    if (!data.ok()) return errors(data);
    std::string text;
    for (std::size_t i = 0; i < officers; ++i) text += (i == 0 ? "" : " ") + std::string(data.value().officer_key(i));
    return text;
  }
  /// The attribute's values, officer by officer; then the issues.
  std::string values(Exported column, const char* attribute = "area", std::size_t number = 0) {
    const ArrowBatch batch = std::move(column).taken();
    ColumnsBuilder builder(rules, batch.rows());
    set_attribute(builder, batch, batch.names()[0], attribute);
    const Result<Dataset> data = builder.finish();
    if (!data.ok()) return errors(data);
    std::string text;
    for (std::size_t i = 0; i < batch.rows(); ++i) {
      const auto record = data.value().state().officer(i);
      const Value& value = data.value().state().roster_rows[record->presence.at(0).roster_row].attributes[number];
      text += (i == 0 ? "" : " ") + (value.present() ? plain_text(value) : "-");
    }
    for (const RowIssue& issue : data.value().issues()) text += " " + std::string(issue.reason) + ":" + issue.value;
    return text;
  }
  static std::string errors(const Result<Dataset>& data) {
    std::string text;
    for (const Diagnostic& problem : data.diagnostics())
      text += std::string(problem.slug) + ": " + message(problem) + "\n";
    return text;
  }

  CheckedRulebook rules;
};

}  // namespace cwp
