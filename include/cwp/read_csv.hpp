#pragma once
// read_csv: roster, metric and duty files to a Dataset.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cwp/dataset.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// `detect`: UTF-8, UTF-16 by its byte order mark, else GB18030 (which holds GBK and GB2312) with a warning; an error
/// where bytes could be either. UTF-16 without byte order mark is little-endian.
enum class TextEncoding : std::uint8_t { detect, utf8, gb18030, utf16 };

/// Which files to read. `directory` stands for its roster.csv, metrics.csv, duty.csv and an events-TABLE.csv for each
/// table of facts (all but the first may be absent).
struct CsvInputs {
  std::string directory;
  std::string roster;
  /// Wide (`officer,date,entries,…`) or long (`officer,date,metric,value`). What metrics with `about` are about stands
  /// in a column named after the attribute, else in `officer`.
  std::vector<std::string> metrics;
  std::vector<std::string> duty;
  std::vector<std::pair<std::string, std::string>> events;  ///< a table and a file of its facts: `officer,date,…`
  std::optional<DayRange> span;
  /// Rows whose column `recorded` has a later day are left out. Every file may have the columns `recorded` (a date, or
  /// empty: known from the start) and `withdrawn` (a truth; it cancels all figures of a wide row).
  std::optional<Day> known_at;
  TextEncoding encoding = TextEncoding::detect;  ///< of all files
  std::optional<char> delimiter;                 ///< of all files: `,`, `;` or a tab; else as the header of each shows
  std::map<std::string, std::string> names;  ///< by path: what messages and results call the file; default: its path
};

/// Reads and checks the files. Errors (all of them at once, with file and line): unreadable files, a header without
/// `officer`, an unknown column or one that stands twice, facts of an unknown table, text in no known
/// encoding, spreadsheets, an
/// unclosed quote. What is wrong with single rows becomes row issues. A warning comes
/// with the value: an encoding was guessed.
Result<Dataset> read_csv(const CsvInputs& inputs, const CheckedRulebook& rules);

}  // namespace cwp
