#pragma once
// A key that is indented by a column or two more or less than those beside it.

#include <cstddef>
#include <string_view>
#include <vector>

#include "yaml/yaml_slips.hpp"

namespace cwp {

/// For the error that YAML found at `at`: `indent-uneven` for the line of the error, or for the one line above it that
/// does not stand like those that follow, the likeliest first, each with the indentation that was meant. Nothing where
/// the line begins with no key or dash, or stands as another does. O(length).
std::vector<Slip> uneven_indents(std::string_view text, std::size_t at);

}  // namespace cwp
