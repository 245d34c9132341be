#pragma once
// What is said where an argument is empty: in scripts, a variable that is not set.

#include <optional>
#include <span>
#include <string>

namespace cwp {

/// Of the words of a command line, the program first: the sentence about the first empty one; nothing where none is.
/// There is no file, officer, date or choice without a name.
std::optional<std::string> empty_argument(std::span<char* const> words);

}  // namespace cwp
