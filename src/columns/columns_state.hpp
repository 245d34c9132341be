#pragma once
// ColumnsState: what a ColumnsBuilder has been given so far, and what was wrong with it.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "columns/column_memory.hpp"
#include "cwp/columns.hpp"
#include "data/column_store.hpp"

namespace cwp {

/// Keys as rows are taken: trimmed and in NFC. One pass over those of ASCII letters.
void tidy_keys(std::vector<std::string>& keys);

struct ColumnsState {
  ColumnsState(CheckedRulebook checked, std::size_t count);

  CheckedRulebook rules;
  std::size_t officers;
  std::shared_ptr<ColumnStore> store = std::make_shared<ColumnStore>();
  std::shared_ptr<ColumnMemory> memory = std::make_shared<ColumnMemory>();  ///< of doubles
  std::vector<Diagnostic> problems;
  std::optional<DayRange> span;
  std::map<std::uint32_t, std::vector<std::pair<DayRange, std::uint16_t>>> duty;  ///< as they were given
  std::map<std::uint32_t, std::vector<DayRange>> stays;                           ///< likewise
  std::vector<RowIssue> issues;
  bool has_keys = false;  ///< set_keys was called, and they were taken

  void report(std::string_view slug, std::vector<std::string> arguments);
  /// Whether a column of this name has a value for each officer; if not, that is reported.
  bool has_length(std::string_view name, std::size_t length);
  /// The metric that takes a column of this period and length, or nothing, and why is reported.
  std::optional<std::uint32_t> metric_for(std::string_view name, Period period, std::size_t length);
  /// The number of a duty status, or nothing, and why is reported.
  std::optional<std::uint16_t> status(std::string_view name);
  /// Whether there is such an officer; if not, that is reported.
  bool has_officer(std::size_t officer);
  void add_figures(std::uint32_t metric, Period period, StoredFigures figures);
  /// The records of duty and presence, each officer's sorted and disjoint; of those that overlap the later one speaks.
  /// Those that end before they begin are not among them, and `backwards` is called with each: its officer, its days,
  /// and what it says.
  using Backwards = std::function<void(std::uint32_t officer, DayRange days, std::string_view status)>;
  void lay_days(ColumnStore& into, const Backwards& backwards) const;
  /// Notes a record that ends before it begins.
  void note_backwards(std::uint32_t officer, DayRange days, std::string_view status);
  /// Leaves out the columns that come too late, and holds the others against their metrics. Returns the days that these
  /// touch.
  std::optional<DayRange> take_columns();
};

}  // namespace cwp
