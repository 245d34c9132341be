#pragma once
// TextMarks: what kinds of bytes a text has, and how many lines, in one pass.

#include <cstddef>
#include <string_view>

namespace cwp {

struct TextMarks {
  bool ascii = true;      ///< no byte of more than seven bits
  bool zeros = false;     ///< there is a zero byte
  bool quotes = false;    ///< there is a `"`
  bool returns = false;   ///< there is a CR
  std::size_t feeds = 0;  ///< LF

  /// Of this text and one behind it.
  TextMarks& operator+=(const TextMarks& other);
};

/// O(bytes), as quick as memory is.
TextMarks marks_in(std::string_view text);
/// The same, by as many threads as are told.
TextMarks marks_in(std::string_view text, int threads);

}  // namespace cwp
