#pragma once
// text_encoding: the bytes of a text file in the encoding that they are in, as UTF-8.

#include <optional>
#include <string>
#include <string_view>

#include "cwp/read_csv.hpp"

namespace cwp {

/// The bytes as UTF-8. Where they are not of the encoding, what came before, and `whole` is false.
struct DecodedText {
  std::string text;
  bool whole = true;
};
/// `name` as iconv calls it. Throws std::runtime_error when the C library of this system does not have it.
DecodedText decoded_text(std::string_view bytes, const char* name);

/// What bytes without byte order mark that are not UTF-8 are likely to be. GB18030 leaves hardly a byte unused, so that
/// Latin letters and damaged UTF-8 pass for it as well: such bytes are `unclear`.
enum class LikelyEncoding : std::uint8_t { gb18030, unclear, neither };
/// Whether a text that somebody calls GB18030 is UTF-8: all of it, with so many characters of three bytes or more that
/// it is not by chance. Nearly every pair of bytes is a character of GB18030, so that it would be read as nonsense.
bool is_surely_utf8(std::string_view bytes);
/// How the zero bytes of the signs that every table has lie in a text without byte order mark; nothing where it has
/// none, or they say nothing.
enum class Utf16Order : std::uint8_t { little, big };
std::optional<Utf16Order> likely_utf16(std::string_view bytes);
LikelyEncoding likely_encoding(std::string_view bytes, const DecodedText& as_gb18030);

}  // namespace cwp
