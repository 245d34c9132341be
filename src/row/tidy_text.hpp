#pragma once
// tidy_text: how texts of the input are compared: trimmed and in NFC.

#include <string>
#include <string_view>

namespace cwp {

/// `text` without blanks at its ends, in NFC (the same as Value::of_text, but quick for ASCII).
std::string tidy_text(std::string_view text);
/// Whether nothing is left of it then.
bool is_blank(std::string_view text);
/// Only the ASCII blanks at the ends are left out: for numbers and dates.
std::string_view without_blanks(std::string_view text);
/// An ASCII digit, whatever the locale.
inline bool is_digit(char c) { return '0' <= c && c <= '9'; }

}  // namespace cwp
