#include "row/half_width.hpp"

namespace cwp {

std::string half_width(std::string_view text) {
  std::string half;
  half.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t n) { return i + n < text.size() ? static_cast<unsigned char>(text[i + n]) : 0U; };
    // U+FF01 is EF BC 81, U+FF40 is EF BD 80, U+3000 is E3 80 80.
    const unsigned first = byte(0), second = byte(1), third = byte(2);
    if (first == 0xEF && second == 0xBC && third >= 0x81)
      half += static_cast<char>(third - 0x60);
    else if (first == 0xEF && second == 0xBD && third >= 0x80 && third <= 0x9E)
      half += static_cast<char>(third - 0x20);
    else if (first == 0xE3 && second == 0x80 && third == 0x80)
      half += ' ';
    else {
      half += text[i];
      continue;
    }
    i += 2;
  }
  return half;
}

}  // namespace cwp
