#pragma once
// half_width: the ASCII characters that a Chinese input method wrote in full width.

#include <string>
#include <string_view>

namespace cwp {

/// `text`, UTF-8, with U+FF01 to U+FF5E as U+0021 to U+007E, and the ideographic space as a space. O(length).
std::string half_width(std::string_view text);

}  // namespace cwp
