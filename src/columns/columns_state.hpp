#pragma once
// ColumnsState: what a ColumnsBuilder has been given so far, and what was wrong with it.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "columns/column_memory.hpp"
#include "cwp/columns.hpp"
#include "data/column_store.hpp"

namespace cwp {

struct ColumnsState {
  ColumnsState(CheckedRulebook checked, std::size_t count);

  CheckedRulebook rules;
  std::size_t officers;
  std::shared_ptr<ColumnStore> store = std::make_shared<ColumnStore>();
  std::shared_ptr<ColumnMemory> memory = std::make_shared<ColumnMemory>();  ///< of doubles
  std::vector<Diagnostic> problems;
  std::optional<DayRange> span;
  std::map<std::uint32_t, std::vector<std::pair<DayRange, std::uint16_t>>> duty;
  std::vector<RowIssue> issues;
  bool has_keys = false;  ///< set_keys was called, and they were taken

  void report(std::string_view slug, std::vector<std::string> arguments);
  /// Whether a column of this name has a value for each officer; if not, that is reported.
  bool has_length(std::string_view name, std::size_t length);
  /// The metric that takes a column of this period and length, or nothing, and why is reported.
  std::optional<std::uint32_t> metric_for(std::string_view name, Period period, std::size_t length);
  void add_figures(std::uint32_t metric, Period period, StoredFigures figures);
  /// Leaves out the columns that come too late, and holds the others against their metrics. Returns the days that these
  /// touch.
  std::optional<DayRange> take_columns();
};

}  // namespace cwp
