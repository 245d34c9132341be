#pragma once
// PlainChunk: the plain rows of one part of a text.

#include <string>
#include <unordered_map>

#include "bytes/field_ends.hpp"
#include "io/plain_reader.hpp"

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
  std::size_t slab = std::size_t{1} << 14;  ///< bytes that are looked through for ends at once, about
};

class PlainChunk {
 public:
  /// From byte `begin` to `end`: a record begins there, on line `line`, and `end` is behind a line break or the text's.
  /// Its rows go into the sheet from `row` on.
  PlainChunk(const PlainFile& file, std::size_t begin, std::size_t end, std::uint32_t line, std::size_t row)
      : file_(file), begin_(begin), end_(end), line_(line), row_(row), first_row_(row) {}

  void read();
  std::size_t first_row() const { return first_row_; }
  std::size_t end_row() const { return row_; }
  std::vector<LeftRow>& left() { return left_; }

 private:
  struct Date {
    std::int32_t period = 0, day = PlainSheet::kNoDay;
    bool usable = false;
  };
  /// Neighbouring fields of one sort.
  struct Run {
    PlainReader::Field::Role role = PlainReader::Field::Role::nothing;
    bool small = false;      ///< of figures: whole ones, in two bytes
    bool from_zero = false;  ///< of those: whose least is 0
    std::size_t first = 0, count = 0;
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
  template <bool kFromZero>
  bool take_small(const Run& run, Place& place);
  bool take_large(const PlainReader::Field& field, Place& place);
  bool take_text(const Run& run, Place& place);
  bool take_officer(std::string_view key);
  bool take_date(std::string_view text);
  void pass_break(Place& place) const;
  // No text has a zero in it, and zeros stand behind it.
  bool ends_field(char c) const { return c == file_.delimiter || c == '\n' || c == '\r' || c == '\0'; }
  Date read_date(std::string_view text) const;
  void leave(std::size_t& at);

  const PlainFile& file_;
  std::size_t begin_, end_;
  std::uint32_t line_;
  std::size_t row_, first_row_;
  std::vector<Run> runs_;
  const char* slab_ = nullptr;  ///< the bytes whose ends are known
  std::size_t slab_size_ = 0;
  FieldEnds ends_;
  bool cut_off_ = false;  ///< the row goes on behind the slab
  std::uint32_t last_officer_ = 0xFFFFFFFF;
  std::string last_date_text_;
  Date last_date_;
  std::unordered_map<std::string, Date> dates_;
  std::vector<LeftRow> left_;
};

}  // namespace cwp
