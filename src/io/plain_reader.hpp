#pragma once
// PlainReader: the rows of a wide file of figures that are out of the ordinary in nothing, many in a microsecond. All
// others are left to whoever reads row by row.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "bytes/text_marks.hpp"
#include "cwp/check.hpp"
#include "cwp/isa.hpp"
#include "io/csv_header.hpp"
#include "io/stage_progress.hpp"
#include "row/officer_keys.hpp"
#include "row/plain_sheet.hpp"

namespace cwp {

/// A place in the text where a record begins that was not taken.
struct LeftRow {
  std::size_t at = 0;
  std::uint32_t line = 0;
  bool to_end = false;  ///< nor was any behind it
};

/// A row is plain when each of its fields is what it is, without quotes, blanks or doubts: an officer who is known, as
/// he is known; a date of the metrics' grain; figures within all promises, of at most eight digits, or nothing.
class PlainReader {
 public:
  /// Nothing where no row of such a file can be plain: only of a wide file, without history, whose metrics are of one
  /// grain and about the officer.
  static std::optional<PlainReader> of(const CsvHeader& header, const CheckedRulebook& rules);

  /// What is read: `text` from byte `begin`, line `line`, on, where a record begins. The rows are the same for any
  /// number of threads, and parts of any size.
  struct Table {
    std::string_view text;  ///< eight zeros stand behind it
    char delimiter = ',';
    std::size_t begin = 0;
    std::uint32_t line = 1;
    const OfficerKeys& keys;
    int threads = 1;
    std::size_t part = kPartOfText;                ///< bytes that a thread reads at once, about
    std::size_t slab = std::size_t{1} << 14;       ///< bytes of it whose fields are found at once, about
    const std::vector<TextPart>* parts = nullptr;  ///< of the whole text, where they are known
    Isa isa = Isa::best;                           ///< the rows are the same for each
  };
  /// The plain rows go into `sheet`. Returns those that were left, in their order.
  std::vector<LeftRow> read(const Table& table, StageProgress& progress, PlainSheet& sheet) const;

  struct Field {
    enum class Role : std::uint8_t { officer, date, figure, nothing };
    Role role = Role::nothing;
    std::size_t column = 0;             ///< of the sheet
    std::uint32_t least = 0, span = 0;  ///< whole figures: from the least that is taken to least + span
    const Metric* promises = nullptr;   ///< of figures with places
    int places = 0;                     ///< the most that figures may have; 0: they are whole
  };

 private:
  explicit PlainReader(const CheckedRulebook& rules) : rules_(rules) {}
  void lay_out(PlainSheet& sheet, std::size_t rows) const;

  std::vector<Field> fields_;
  const CheckedRulebook& rules_;
  Grain grain_ = Grain::day;
  std::vector<std::uint32_t> columns_;  ///< their metrics
  std::vector<bool> small_;             ///< by column
};

}  // namespace cwp
