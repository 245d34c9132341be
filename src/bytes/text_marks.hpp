#pragma once
// TextMarks: what kinds of bytes a text has, and how many lines, in one pass.

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/digest.hpp"

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

/// A part of a text, up to the byte behind a LF or the end of the text.
struct TextPart {
  std::size_t begin = 0, end = 0;
  TextMarks marks;
};
/// The parts of `text` from byte `begin` on, of about `size` bytes each, looked at by up to `threads` threads.
/// With one thread, they are added to `digest`, if there is one, on the way: then each comes out of memory once.
std::vector<TextPart> parts_of(std::string_view text, std::size_t begin, std::size_t size, int threads,
                               Sha256* digest = nullptr);
/// Of all of them.
TextMarks marks_of(const std::vector<TextPart>& parts);
/// About the size of parts for several threads.
constexpr std::size_t kPartOfText = std::size_t{1} << 20;

}  // namespace cwp
