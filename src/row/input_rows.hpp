#pragma once
// InputRows: what a DatasetBuilder was given, row by row, before roster, calendar and promises are asked.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cwp/dataset.hpp"
#include "cwp/rulebook.hpp"
#include "formula/value.hpp"
#include "row/file_digest.hpp"
#include "row/officer_keys.hpp"
#include "row/plain_sheet.hpp"

namespace cwp {

struct RosterInput {
  std::uint32_t officer = 0;
  std::optional<Day> from, to;
  std::map<std::string, std::string> attributes;
  Origin origin;
  Recorded recorded;
};
struct DutyInput {
  std::uint32_t officer = 0;
  std::optional<Day> from, to;
  std::string status;
  Origin origin;
  Recorded recorded;
};

inline constexpr std::uint32_t kNoRemark = 0xFFFFFFFF;
/// What a figure does not keep itself: how it was written, where that is not the plain number, and why it was refused.
struct FigureRemark {
  std::string written;
  std::string_view reason;  ///< empty: not refused
  std::string expected;
};
/// One figure. There may be millions: small, and without texts of its own.
struct FigureInput {
  std::uint32_t officer = 0;
  std::uint32_t metric = 0;
  std::int32_t period = 0;  ///< ordinal in the metric's own grain
  std::optional<Day> day;   ///< where a date was written, not a label
  std::uint32_t remark = kNoRemark;
  Origin origin;
  Decimal value;
};

/// Why the text in a column was not taken.
struct ColumnRefusal {
  std::uint32_t column = 0;
  std::string written;
  std::string_view reason;
  std::string expected;
};
/// One fact: a row of a table of the rulebook's `events`.
struct FactInput {
  std::uint32_t officer = 0;
  std::uint32_t table = 0;
  Day day;
  std::vector<Value> values;  ///< by column; missing where nothing was written, missing and incomplete where refused
  std::vector<ColumnRefusal> refused;
  Origin origin;
  Recorded recorded;
};

struct InputRows {
  std::vector<std::string> files;
  std::vector<std::string> holds;                  ///< by file: what it was read as
  std::vector<std::optional<FileDigest>> digests;  ///< by file, of those that were read
  OfficerKeys keys;
  std::vector<RosterInput> roster;
  std::vector<DutyInput> duty;
  std::vector<FigureInput> figures;
  std::vector<Recorded> figures_recorded;  ///< by figure, up to the last one that has something to say
  std::vector<PlainSheet> sheets;          ///< more figures, known from the start
  std::vector<PlainRoster> rosters;        ///< more of the roster, known from the start
  std::vector<FactInput> facts;
  std::vector<FigureRemark> remarks;
  std::vector<RowIssue> issues;
  std::optional<DayRange> span;
  std::optional<Day> known_at;
  CsvDialect dialect;
  std::size_t least_in_columns = 100'000;  ///< so many plain figures are kept side by side; the data are the same
  int threads = 1;                         ///< the data do not depend on it
  bool of_scorer = false;                  ///< a Scorer keeps them: they are not the caller's to finish

  /// An issue about a row: of the officer, on a date as written.
  RowIssue issue(std::string_view reason, Origin origin, std::string_view officer, std::string date,
                 std::string expected = {}) const;
  /// `metrics.csv:12`; `memory` for a row that came from no file.
  std::string place(Origin origin) const;

  bool refused(const FigureInput& figure) const {
    return figure.remark != kNoRemark && !remarks[figure.remark].reason.empty();
  }
  std::string written_value(const FigureInput& figure) const;
  std::string written_date(const FigureInput& figure, const Rulebook& rulebook, const Calendar& calendar) const;
};

/// What there was at one time: how much of everything that only grows, and what can be said anew.
struct RowsMark {
  std::size_t files = 0, roster = 0, duty = 0, figures = 0, recorded = 0, facts = 0, remarks = 0, issues = 0;
  std::size_t sheets = 0, rosters = 0;
  std::optional<DayRange> span;
  std::optional<Day> known_at;
  CsvDialect dialect;
};
RowsMark mark_of(const InputRows& rows);
/// What was added or said since then is gone, but for the numbers of keys.
void take_back(InputRows& rows, const RowsMark& mark);

}  // namespace cwp
