#pragma once
// Display width: how many cells of a terminal a text takes.

#include <cstddef>
#include <string_view>

namespace cwp {

/// Cells that a terminal uses for a UTF-8 text: two for a Chinese character, none for a combining mark. Control
/// characters and tabs count as one (they are printed as a blank), as does each byte that is not UTF-8.
std::size_t display_width(std::string_view text);

}  // namespace cwp
