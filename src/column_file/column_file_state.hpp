#pragma once
// ColumnFileState: an opened column file: what its directory says, bound to a rulebook, and the pieces that are mapped.

#include <atomic>
#include <map>
#include <memory>
#include <string>

#include "bytes/mapped_file.hpp"
#include "column_file/file_directory.hpp"
#include "cwp/column_file.hpp"
#include "data/column_store.hpp"

namespace cwp {

struct ColumnFileState {
  explicit ColumnFileState(CheckedRulebook checked, std::string name)
      : rules(std::move(checked)), path(std::move(name)) {}

  using Columns = std::map<std::pair<std::uint32_t, Period>, ColumnEntry>;

  CheckedRulebook rules;
  std::string path;
  MappedPieces pieces;
  std::shared_ptr<const DatasetState> people;  ///< officers, their attributes and presence, and no duty or figures
  std::vector<std::uint16_t> statuses;         ///< the rulebook's number of each status of the directory
  std::vector<RecordPart> duty;
  Columns columns;               ///< those that count, by the rulebook's metric and period
  std::size_t column_count = 0;  ///< of all
  std::optional<DayRange> span;
  std::vector<RowIssue> issues;
  /// By ColumnEntry::number: whether the column was found to be what was written.
  mutable std::vector<std::atomic<bool>> seen;

  /// The people with `span`, with a store of their own that takes figures.
  std::shared_ptr<DatasetState> begun(const std::optional<DayRange>& span, std::shared_ptr<ColumnStore>& store) const;
  /// Adds the duty of these days to `store`, and cuts presence to them: on all others nobody may be looked at. Returns
  /// why there are none. O(records of duty in parts that touch the days).
  std::vector<Diagnostic> add_days(DayRange days, ColumnStore& store) const;
  /// Maps columns, and adds their figures to `store`, which keeps the mapping. What their metrics do not take is
  /// refused, and appended to `issues`. Returns why there are none.
  std::vector<Diagnostic> add_figures(const std::vector<const ColumnEntry*>& columns, ColumnStore& store,
                                      std::vector<RowIssue>& issues, int threads = 1) const;
  /// The columns of all periods that have one of these days.
  std::vector<const ColumnEntry*> columns_within(DayRange days) const;

  Diagnostic unreadable(std::string_view why, std::vector<std::string> arguments = {}) const;
};

/// `path` cannot be read as a column file, for the reason of a row `why`.
Diagnostic unreadable_columns(const std::string& path, std::string_view why, std::vector<std::string> arguments = {});

}  // namespace cwp
