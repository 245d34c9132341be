#pragma once
// Where each byte of a decoded YAML scalar came from.

#include <cstdint>
#include <string_view>
#include <vector>

namespace cwp {

/// The way from a decoded scalar back to the text.
struct ScalarScan {
  std::vector<std::uint32_t> offsets;  ///< one a byte of the value, and one for its end
  std::uint32_t end = 0;               ///< behind the scalar, its closing quote included
  bool exact = false;                  ///< false: the text does not read as the value; every offset is the start
};

/// Follows `value` through `text` from `begin`, where a plain, quoted or block scalar starts: folded lines, doubled
/// quotes, escapes, indentation. The value itself tells how far the scalar goes. O(length of the scalar in the text).
ScalarScan scan_scalar(std::string_view text, std::uint32_t begin, std::string_view value);

}  // namespace cwp
