#include "text/visible_sign.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

namespace cwp {

std::string visible_sign(std::string_view sign) {
  utf8proc_int32_t point = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(sign.data()),
                                     static_cast<utf8proc_ssize_t>(sign.size()), &point);
  if (size <= 0 || static_cast<std::size_t>(size) != sign.size() || point == ' ') return std::string(sign);
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
      return fmt::format("U+{:04X}", static_cast<unsigned>(point));
    default:
      return std::string(sign);
  }
}

}  // namespace cwp
