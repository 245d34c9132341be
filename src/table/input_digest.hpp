#pragma once
// InputDigest: which file an input was, so that a receipt can be checked.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cwp {

struct InputDigest {
  std::string sha256;       ///< in hexadecimal
  std::uint64_t bytes = 0;  ///< size of the file
  std::uint64_t rows = 0;   ///< rows of CSV without the header and blank lines
};

/// Rows of CSV text, header included, blank lines not; line breaks inside quotes do not count.
std::uint64_t csv_rows(std::string_view text);
/// Reads the file at `path`; nothing when it cannot be read. O(size), holds the file in memory.
std::optional<InputDigest> input_digest(const std::string& path);

}  // namespace cwp
