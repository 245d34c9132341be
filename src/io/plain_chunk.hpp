#pragma once
// PlainChunk: the plain rows of one part of a text.

#include <string>
#include <unordered_map>

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

  const char* take_row(const char* at);
  const char* take_officer(const char* at);
  const char* take_date(const char* at);
  const char* take_figure(const char* at, const PlainReader::Field& field);
  const char* take_places(const char* at, std::uint32_t whole, std::size_t digits, const PlainReader::Field& field);
  const char* field_end(const char* at) const;
  // No text has a zero in it, and zeros stand behind it.
  bool ends_field(char c) const { return c == file_.delimiter || c == '\n' || c == '\r' || c == '\0'; }
  Date read_date(std::string_view text) const;
  void leave(std::size_t& at);

  const PlainFile& file_;
  std::size_t begin_, end_;
  std::uint32_t line_;
  std::size_t row_, first_row_;
  std::uint32_t last_officer_ = 0xFFFFFFFF;
  std::string last_date_text_;
  Date last_date_;
  std::unordered_map<std::string, Date> dates_;
  std::vector<LeftRow> left_;
};

}  // namespace cwp
