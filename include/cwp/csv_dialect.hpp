#pragma once
// CsvDialect: how CSV files are written: their encoding, and what stands between their fields.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "cwp/export.hpp"

namespace CWP_API cwp {

/// `detect`: UTF-8, UTF-16 by its byte order mark, else GB18030 with a warning (`csv-encoding-detected`); an error
/// where bytes could be either. UTF-16 without byte order mark is little-endian, unless its zero bytes say otherwise.
enum class TextEncoding : std::uint8_t { detect, utf8, gb18030, utf16 };

/// `detect`: the comma, unless the header has more semicolons or tabs outside quotes.
enum class FieldDelimiter : std::uint8_t { detect, comma, semicolon, tab };

/// What somebody said about his files. It holds for all files of a run, and a receipt keeps it.
struct CsvDialect {
  TextEncoding encoding = TextEncoding::detect;                            ///< of all files
  FieldDelimiter delimiter = FieldDelimiter::detect;                       ///< of all files
  friend bool operator==(const CsvDialect&, const CsvDialect&) = default;  ///< said alike
};

/// What is known of an encoding.
struct EncodingDoc {
  TextEncoding encoding;   ///< never `detect`
  std::string_view name;   ///< on the command line and in receipts: `utf-8`
  std::string_view title;  ///< in messages: `UTF-8`
  std::string_view en;     ///< where such files come from, in English
  std::string_view zh;     ///< the same in Chinese
};
/// What is known of a delimiter.
struct DelimiterDoc {
  FieldDelimiter delimiter;  ///< never `detect`
  char sign;                 ///< as it stands in files
  std::string_view name;     ///< on the command line and in receipts: `semicolon`
  std::string_view en;       ///< where such files come from, in English
  std::string_view zh;       ///< the same in Chinese
};

/// All that can be told, without `detect`. The tables that options, their help, messages, receipts and pages read.
std::span<const EncodingDoc> encodings();
/// Likewise.
std::span<const DelimiterDoc> delimiters();

/// Its row; null for `detect`.
const EncodingDoc* find_row(TextEncoding encoding);
/// Likewise.
const DelimiterDoc* find_row(FieldDelimiter delimiter);
/// By its name; nothing for any other text.
std::optional<TextEncoding> parse_encoding(std::string_view name);
/// Likewise.
std::optional<FieldDelimiter> parse_delimiter(std::string_view name);

}  // namespace cwp
