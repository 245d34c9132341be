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
    cells += character < 0x20 ? 1 : std::size_t(utf8proc_charwidth(character));
    next += length;
    left -= length;
  }
  return cells;
}

}  // namespace cwp
