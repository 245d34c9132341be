#pragma once
// csv_header: what the columns of an input file mean.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cwp/check.hpp"
#include "cwp/diagnostic.hpp"
#include "io/csv_scanner.hpp"

namespace cwp {

enum class TableKind : std::uint8_t { roster, metrics, duty, events };
/// A file to read; `table` is the number of the table of facts that it belongs to.
struct InputFile {
  TableKind kind = TableKind::roster;
  std::string path;
  std::uint32_t table = 0;
};

enum class ColumnKind : std::uint8_t {
  officer,
  date,
  from,
  to,
  status,
  metric,
  value,
  attribute,
  figure,
  fact,
  recorded,
  withdrawn,
  passed_over  ///< another rulebook's
};

struct CsvColumn {
  ColumnKind kind = ColumnKind::officer;
  std::string name;  ///< of the attribute, metric or column of facts, too
};
struct CsvHeader {
  std::vector<CsvColumn> columns;
  /// The number of the column of a kind that stands once, or of any other; npos: there is none.
  std::size_t find(ColumnKind kind) const;
  static constexpr std::size_t npos = std::size_t(-1);
};

/// Reads the record on which `scanner` stands as the header of `file`. A file of metrics is long when it has the
/// columns `metric` and `value` and these are no metrics of the rulebook, else wide; attributes are columns of it where
/// metrics are about them. Problems are appended, all of them: columns missing, twice, without name, unknown (with the
/// nearest name), of derived metrics. Of a table of facts only the columns that figures are derived from must be there.
/// What only a rulebook of `beside` knows is passed over.
CsvHeader read_header(const InputFile& file, std::string_view text, const CsvScanner& scanner,
                      const CheckedRulebook& rules, std::span<const CheckedRulebook> beside,
                      std::vector<Diagnostic>& problems);

/// The number of a table of facts.
std::optional<std::uint32_t> find_table(const Rulebook& rulebook, std::string_view name);

/// The columns that a file may have, for people: `officer,from,to,station,area`; where there are several ways, one
/// behind the other, `officer,date,visits, officer,date,metric,value`.
std::string expected_columns(const InputFile& file, const Rulebook& rulebook);

}  // namespace cwp
