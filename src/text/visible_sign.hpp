#pragma once
// A character as a message can show it: one that nobody sees is told by its number.

#include <string>
#include <string_view>

namespace cwp {

/// `U+200B` for a single character without a shape of its own (blanks but U+0020, marks of direction, joiners); any
/// other text as it is.
std::string visible_sign(std::string_view sign);

}  // namespace cwp
