#pragma once
// Display width: how many cells of a terminal a text takes, and what is safe to show there.

#include <cstddef>
#include <string>
#include <string_view>

namespace cwp {

/// Cells that a terminal uses for a UTF-8 text: two for a Chinese character, none for a combining mark. Control
/// characters and tabs count as one (they are printed as a blank), as does each byte that is not UTF-8.
std::size_t display_width(std::string_view text);

/// The text with a blank for each control character: what a terminal shows may not steer the terminal. As wide as it
/// was.
std::string printable(std::string_view text);

}  // namespace cwp
