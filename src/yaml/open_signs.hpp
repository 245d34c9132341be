#pragma once
// Which brackets and quotes of a YAML text are open at a place, told without a parser: for texts that a parser refuses.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace cwp {

/// Offsets of what a text has begun and not ended.
struct OpenSigns {
  std::vector<std::size_t> brackets;  ///< `[` and `{`, the innermost last
  /// The last quote that was not closed on its line, closed later or not at all.
  std::optional<std::size_t> quote;
  bool quote_in_brackets = false;  ///< whether `quote` stands between brackets
};

/// What is open in front of `to`. Quotes and brackets count where a value or key can begin, as in YAML; those inside of
/// plain texts, comments and texts of several lines (`|`, `>`) do not. O(to).
OpenSigns find_open_signs(std::string_view text, std::size_t to);

/// Where lines of keys, or entries of lists, begin with blanks that YAML takes for text: the ends of the plain blanks
/// before them. Inside texts of several lines such blanks may stand. O(length).
std::vector<std::size_t> find_foreign_indents(std::string_view text);

/// The end of what stands on a line before blanks and a comment; of one without either, the end of the line.
std::size_t content_end(std::string_view text, std::size_t line_begin);

/// Bytes of the blank at `at` that YAML takes for text (full-width, no-break and the like); 0 for anything else.
std::size_t foreign_blank(std::string_view text, std::size_t at);

}  // namespace cwp
