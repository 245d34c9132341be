#pragma once
// csv_header: what the columns of an input file mean.

#include <string>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "cwp/rulebook.hpp"
#include "io/csv_scanner.hpp"

namespace cwp {

enum class TableKind : std::uint8_t { roster, metrics, duty };
enum class ColumnKind : std::uint8_t { officer, date, from, to, status, metric, value, attribute, figure };

struct CsvColumn {
  ColumnKind kind = ColumnKind::officer;
  std::string name;  ///< of the attribute or metric, too
};
struct CsvHeader {
  std::vector<CsvColumn> columns;
  /// The number of the column of a kind that stands once, or of any other; npos: there is none.
  std::size_t find(ColumnKind kind) const;
  static constexpr std::size_t npos = std::size_t(-1);
};

/// Reads the record on which `scanner` stands as the header of `path`. A file of metrics is long when it has the
/// columns `metric` and `value` and these are no metrics of the rulebook, else wide. Problems are appended, all of
/// them: columns missing, twice, without name, unknown (with the nearest name), not supported yet.
CsvHeader read_header(const std::string& path, std::string_view text, const CsvScanner& scanner, TableKind kind,
                      const Rulebook& rulebook, std::vector<Diagnostic>& problems);

/// The columns of a kind of file, for people: `officer,from,to,<attributes>`.
std::string_view expected_columns(TableKind kind);

}  // namespace cwp
