#include "text/display_width.hpp"

#include <utf8proc.h>

namespace cwp {

std::size_t display_width(std::string_view text) {
  std::size_t cells = 0;
  auto next = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = utf8proc_ssize_t(text.size());
  while (left > 0) {
    utf8proc_int32_t character = 0;
    utf8proc_ssize_t length = utf8proc_iterate(next, left, &character);
    if (length <= 0) {
      length = 1;
      character = 0;
    }
    cells += utf8proc_category(character) == UTF8PROC_CATEGORY_CC ? 1 : std::size_t(utf8proc_charwidth(character));
    next += length;
    left -= length;
  }
  return cells;
}

std::string printable(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto byte = static_cast<unsigned char>(result[i]);
    if (byte < 0x20 || byte == 0x7F) result[i] = ' ';
    // U+0080 to U+009F: control characters of two bytes.
    if (byte == 0xC2 && i + 1 < result.size() && static_cast<unsigned char>(result[i + 1]) - 0x80U < 0x20U)
      result.replace(i, 2, " ");
  }
  return result;
}

}  // namespace cwp
