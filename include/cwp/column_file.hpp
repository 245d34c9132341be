#pragma once
// The column file: figures of all officers, column by column, in a file that is mapped instead of read, so that a year
// is scored in the memory of a month.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/columns.hpp"
#include "cwp/export.hpp"
#include "cwp/score_sink.hpp"

namespace CWP_API cwp {

struct StoredFigures;

/// Writes a column file. What it takes is what ColumnsBuilder takes; figures are written as they come, and nothing of
/// them is kept: its memory is that of the officers and their records of duty and presence, and some hundred bytes for
/// each column. Mistakes are errors of `finish`.
class ColumnFileWriter {
 public:
  /// Officers have the keys 1, 2, 3 … until `set_keys`. The file takes its name in `finish`; until then a folder beside
  /// it (`PATH.partial-…`) holds what is written, and goes with the writer. O(officers).
  ColumnFileWriter(CheckedRulebook rules, std::size_t officers, std::string path);
  ~ColumnFileWriter();
  ColumnFileWriter(ColumnFileWriter&&) noexcept;             ///< takes over what was added
  ColumnFileWriter& operator=(ColumnFileWriter&&) noexcept;  ///< takes over what was added

  /// As ColumnsBuilder::set_keys.
  void set_keys(std::vector<std::string> keys);
  /// As ColumnsBuilder::set_attribute; nothing of it need stay.
  void set_attribute(std::string_view attribute, const std::vector<std::string>& values,
                     std::span<const std::uint32_t> numbers);
  /// As ColumnsBuilder::add_duty.
  void add_duty(std::size_t officer, DayRange days, std::string_view status);
  /// As ColumnsBuilder::add_presence.
  void add_presence(std::size_t officer, DayRange days);
  /// As ColumnsBuilder::add_figures, in any order of periods; the figures need not stay. Those of a month (and of the
  /// periods that end in it) lie together where they are added together. Whether they keep the promises of their
  /// metric is looked at when the file is opened. Not of doubles that ColumnsBuilder works out one by one
  /// (`column-file-places`): round them before. O(officers), and a write to the disk.
  void add_figures(std::string_view metric, Period period, FigureColumn figures);
  /// States the span; else it is what the columns' periods touch.
  void set_span(DayRange span);

  /// Writes the directory, flushes the file to the disk and gives it its name: it is there as a whole, or what was
  /// there before still is. Returns its size in bytes. Errors: those of ColumnsBuilder::finish, `output-unwritable`.
  Result<std::uint64_t> finish();

  /// For the library itself: figures of a metric, by its number, in units.
  void add_stored(std::uint32_t metric, Period period, const StoredFigures& figures);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Writes a column file of data that were read or made row by row. They must be such as columns hold: every officer has
/// the same attributes throughout, and figures of his own; he may come and leave. Returns the file's size. Errors:
/// `column-file-issues` (rows that were ignored or refused would be forgotten), `column-file-roster`,
/// `column-file-metric` (counted from facts, or about an attribute), `column-file-places` (more than nine behind the
/// point, or a double of more than 15 digits), `output-unwritable`. Which day's knowledge the data are
/// (Dataset::known_at) and where rows stood is not kept. O(figures).
Result<std::uint64_t> write_column_file(const Dataset& data, const std::string& path);

struct ColumnFileState;

/// A column file that was opened for a rulebook. Cheap to copy. Nobody may shorten or change the file meanwhile;
/// another file may take its name.
class ColumnFile {
 public:
  std::size_t officer_count() const;     ///< number of officers
  std::optional<DayRange> span() const;  ///< as Dataset::span
  std::size_t column_count() const;      ///< number of columns, those included that come too late to count
  /// As Dataset::issues, of all columns.
  const std::vector<RowIssue>& issues() const;

  /// All of it: what ColumnsBuilder would have made of the same columns. Figures stay in the file, which is mapped for
  /// as long as the Dataset lives; Dataset::files names the file. Errors: `column-file-unreadable`, where a column is
  /// not what was written. O(figures) the first time a column is looked at, then O(columns).
  Result<Dataset> dataset() const;
  /// The same as if nothing but these days were known: the span is its part that lies in them, and there are the
  /// columns of all periods that have one of these days.
  Result<Dataset> dataset(DayRange days) const;

  /// For the library itself.
  explicit ColumnFile(std::shared_ptr<const ColumnFileState> state) : state_(std::move(state)) {}
  /// For the library itself.
  const ColumnFileState& state() const { return *state_; }

 private:
  std::shared_ptr<const ColumnFileState> state_;
};

/// Opens a column file for a rulebook, which need not be the one it was written with, but must have its attributes, its
/// duty statuses, and its metrics with their grains. Columns in which a figure may break a promise of its metric are
/// read once. Errors: `column-file-unreadable` (no such file, another format or version, cut short, altered),
/// `column-file-calendar` (weeks or months begin otherwise), `column-name`, `column-grain`, and others of
/// ColumnsBuilder where somebody forged it. O(officers + columns).
Result<ColumnFile> open_column_file(const CheckedRulebook& rules, const std::string& path);

/// Scores a column file, which was opened for the plan's rulebook, into a sink: the figures, ranks and issues of
/// `score_into` over the whole Dataset, month by month, with no more of the file mapped than a month's figures hang on.
/// So memory does not hang on how many days the file has, unless the rulebook looks back further (a quarter maps three
/// months, `streak` without `over` all days before it).
///
/// The sink gets for each month of the data's span, in turn, what ends in it (a period that is not over ends with the
/// data): its blocks as it would get those of one scoring, then its ranks. The report's seconds and `judged` are added
/// up over the months (an officer judged in two counts twice), of the others the most is taken. Its issues are those of
/// the data, then by officer and month, each once (one in a formula that several items share names one of them). With
/// `strict` all months are scored twice, first into nothing, so that an error comes before anything is handed over.
///
/// Errors: those of `score`, and `column-file-unreadable` where a column is not what was written; what was handed over
/// before that is right.
Result<ScoringReport> score_into(ScoreSink& sink, const Plan& plan, const ColumnFile& file,
                                 const ScoreOptions& options = {});

}  // namespace cwp
