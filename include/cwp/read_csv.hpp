#pragma once
// read_csv: roster, metric and duty files to a Dataset, or to the rows of one.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cwp/csv_dialect.hpp"
#include "cwp/dataset.hpp"
#include "cwp/export.hpp"
#include "cwp/progress.hpp"

namespace CWP_API cwp {

/// Which files to read. `directory` stands for its roster.csv, metrics.csv, duty.csv and an events-TABLE.csv for each
/// table of facts (all but the first may be absent).
struct CsvInputs {
  std::string directory;  ///< empty: the files are named
  std::string roster;     ///< who was present when, with attributes: `officer,from,to,…`
  /// Wide (`officer,date,entries,…`) or long (`officer,date,metric,value`). What metrics with `about` are about stands
  /// in a column named after the attribute, else in `officer`.
  std::vector<std::string> metrics;
  std::vector<std::string> duty;                            ///< who was away: `officer,from,to,status`
  std::vector<std::pair<std::string, std::string>> events;  ///< a table and a file of its facts: `officer,date,…`
  std::optional<DayRange> span;  ///< the days for which the data are complete; nothing: seen in them
  /// Rows whose column `recorded` has a later day are left out. Every file may have the columns `recorded` (a date, or
  /// empty: known from the start) and `withdrawn` (a truth; it cancels all figures of a wide row).
  std::optional<Day> known_at;
  CsvDialect dialect;  ///< of all files; the Dataset keeps it for the receipt
  /// Other rulebooks that are scored from the same files: columns, metrics and tables that only they know are passed
  /// over instead of being problems.
  std::vector<CheckedRulebook> beside;
  std::map<std::string, std::string> names;  ///< by path: what messages and results call the file; default: its path
  Progress progress = {};                    ///< told while the files are read
  int threads = 1;                           ///< the Dataset does not depend on it
  /// The figures of so many (officer, day or month, metric) and more are kept side by side, where everybody is present
  /// throughout and never away. No figure and no issue depends on it.
  std::size_t least_in_columns = 100'000;
  /// Rows in which nothing is out of the ordinary are read a hundred times as quick; with this they are not, to
  /// compare.
  bool row_by_row = false;
};

/// Reads and checks the files. Errors (all of them at once, with file and line): unreadable files, a header without
/// `officer`, an unknown column or one that stands twice, facts of an unknown table, text in no known encoding,
/// spreadsheets, an unclosed quote, a roster of nobody. What is wrong with single rows becomes row issues. An encoding
/// that was guessed is a warning beside the value, and a row issue of the file: it may have been guessed wrong.
Result<Dataset> read_csv(const CsvInputs& inputs, const CheckedRulebook& rules);

/// The rows of the files, behind those that `rows` already has: today's files for `Scorer::rows()`, or those of several
/// folders for one Dataset. No roster is needed, but a file at all (`csv-no-files`). A file with the bytes of one that
/// was read before is refused (`csv-file-again`): its rows would count twice.
///
/// Span, dialect and the day of knowledge are said to `rows` where `inputs` says them; else those of before hold.
/// Returns the problems, the same that read_csv has for the files; with an error among them nothing was added. What
/// needs the whole roster, and figures that stand twice, are told when the data are finished or updated.
std::vector<Diagnostic> read_csv_rows(const CsvInputs& inputs, DatasetBuilder& rows);

}  // namespace cwp
