#pragma once
// PlainChunk: the plain rows of one part of a text.

#include <optional>
#include <string>
#include <unordered_map>

#include "io/field_ends.hpp"
#include "io/plain_reader.hpp"
#include "kernel/text_fields.hpp"

namespace cwp {

/// What all parts of a file share.
struct PlainFile {
  std::string_view text;  ///< eight zeros stand behind it
  char delimiter = ',';
  bool quoted = false;  ///< there are quotes somewhere: then the file is one part
  const OfficerKeys& keys;
  const CheckedRulebook& rules;
  const std::vector<PlainReader::Field>& fields;
  PlainSheet& sheet;
  const FieldUnit& unit;
  std::size_t slab = std::size_t{1} << 14;  ///< bytes that are looked through for ends at once, about
};

class PlainChunk {
 public:
  /// From byte `begin` to `end`: a record begins there, on line `line`, and `end` is behind a line break or the text's.
  /// Its rows go into the sheet from `row` on.
  PlainChunk(const PlainFile& file, std::size_t begin, std::size_t end, std::uint32_t line, std::size_t row)
      : file_(file), begin_(begin), end_(end), line_(line), row_(row), first_row_(row), ends_(file.unit.find) {}

  void read();
  std::size_t first_row() const { return first_row_; }
  std::size_t end_row() const { return row_; }
  std::vector<LeftRow>& left() { return left_; }
  /// The date of all its rows, which is not in the sheet then.
  const std::optional<PlainSheet::Date>& one_date() const { return one_date_; }
  /// Writes it into each of its rows.
  void spread_date();
  /// The columns of small figures become as wide as their figures in this part.
  void widen(std::vector<PlainColumn>& columns) const;

 private:
  struct Date {
    PlainSheet::Date date;
    bool usable = false;
  };
  /// Neighbouring fields of one sort.
  struct Run {
    PlainReader::Field::Role role = PlainReader::Field::Role::nothing;
    bool small = false;  ///< of figures: whole ones, in two bytes
    std::size_t first = 0, count = 0;
    std::size_t in_tile = 0;  ///< of small ones: where they lie in a row of the tile
  };
  /// Where in the slab the next field begins, and which of the ends is the first at or behind it.
  struct Place {
    std::uint32_t at = 0;
    std::size_t end = 0;
  };

  void form_runs();
  void look_through(std::size_t begin, std::size_t room);
  bool take_row(Place& place);
  bool take_run(const Run& run, Place& place);
  bool take_small(const Run& run, Place& place);
  bool take_large(const PlainReader::Field& field, Place& place);
  bool take_text(const Run& run, Place& place);
  bool take_officer(std::string_view key);
  bool take_date(std::string_view text);
  void keep_date();
  void pass_break(Place& place) const;
  void empty_tile();
  // No text has a zero in it, and zeros stand behind it.
  bool ends_field(char c) const { return c == file_.delimiter || c == '\n' || c == '\r' || c == '\0'; }
  Date read_date(std::string_view text) const;
  void leave(std::size_t& at);

  const PlainFile& file_;
  std::size_t begin_, end_;
  std::uint32_t line_;
  std::size_t row_, first_row_;
  std::vector<Run> runs_;
  /// Of the small figures of all runs, one behind the other.
  std::vector<std::uint32_t> least_, span_;
  std::vector<std::uint16_t*> small_columns_;
  std::vector<std::uint16_t> low_, high_;  ///< the least and the greatest in this part
  /// Rows of them that are not in their columns yet: a column has few of its pages at hand, and gets many rows at once.
  static constexpr std::size_t kTileRows = 32;
  std::vector<std::uint16_t> tile_;
  std::size_t tile_stride_ = 0, tile_rows_ = 0;
  const char* slab_ = nullptr;  ///< the bytes whose ends are known
  std::size_t slab_size_ = 0;
  FieldEnds ends_;
  bool cut_off_ = false;                                     ///< the row goes on behind the slab
  std::uint32_t last_officer_ = 0xFFFFFFFF, last_step_ = 1;  ///< from the officer of one row to that of the next
  std::string last_date_text_;
  Date last_date_;
  std::optional<PlainSheet::Date> one_date_;
  std::unordered_map<std::string, Date> dates_;
  std::vector<LeftRow> left_;
};

}  // namespace cwp
