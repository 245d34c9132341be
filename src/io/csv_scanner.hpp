#pragma once
// CsvScanner: the records of a CSV text as RFC 4180 says, with the line on which each begins.

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cwp {

/// Walks through a text record by record, in one pass. Lines end in LF, CRLF or CR; the last may lack it. A field that
/// begins with a quote runs to its closing quote, over line breaks too; `""` inside is a quote. Quotes inside an
/// unquoted field stand for themselves. Records without any text (blank lines, lines of delimiters) are passed over.
class CsvScanner {
 public:
  /// `text` must outlive the scanner.
  explicit CsvScanner(std::string_view text, char delimiter = ',') : CsvScanner(text, delimiter, 0, 1) {}
  /// Begins at byte `at`, where a record begins on line `line`.
  CsvScanner(std::string_view text, char delimiter, std::size_t at, std::uint32_t line)
      : text_(text), delimiter_(delimiter), at_(at), next_line_(line) {}

  /// Moves to the next record; false at the end of the text or at a quote that is never closed.
  bool next();

  /// Of the record: its fields, unquoted; views into the text or the scanner, valid until the next call of next().
  const std::vector<std::string_view>& fields() const { return fields_; }
  /// The line on which the record begins, from 1.
  std::uint32_t line() const { return line_; }
  /// The bytes of the record in the text, without the line break.
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  /// Behind its line break, and the line that begins there.
  std::size_t behind() const { return at_; }
  std::uint32_t next_line() const { return next_line_; }
  /// The bytes of a field as written, quotes included.
  std::pair<std::size_t, std::size_t> field_bytes(std::size_t field) const { return bytes_[field]; }
  /// True when text stands between a closing quote and the next delimiter: the field is what it was taken for by guess.
  bool stray_quote() const { return stray_; }
  /// The byte of the quote that is never closed, once next() has found it; `line()` is the line of that quote.
  std::optional<std::size_t> unclosed_quote() const { return unclosed_; }

 private:
  void scan_field();
  void scan_quoted();
  bool blank() const;

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint32_t next_line_ = 1;
  std::uint32_t line_ = 0;
  std::size_t begin_ = 0, end_ = 0;
  bool stray_ = false;
  std::optional<std::size_t> unclosed_;
  std::vector<std::string_view> fields_;
  std::vector<std::pair<std::size_t, std::size_t>> bytes_;
  std::deque<std::string> unquoted_;  // fields that differ from the text
};

}  // namespace cwp
