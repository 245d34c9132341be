#include "row/tidy_text.hpp"

#include <algorithm>

#include "formula/value.hpp"

namespace cwp {

std::string_view without_blanks(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || ('\t' <= c && c <= '\r'); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_blank(std::string_view text) {
  text = without_blanks(text);
  if (text.empty()) return true;
  const bool is_visible = ' ' < text.front() && text.front() < '\x7F';
  return !is_visible && tidy_text(text).empty();
}

std::string tidy_text(std::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? std::string(without_blanks(text)) : *Value::of_text(std::string(text)).text;
}

}  // namespace cwp
