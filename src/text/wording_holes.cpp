#include "text/wording_holes.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "text/shown_words.hpp"

namespace cwp {

WordingHole hole_at(std::string_view text) {
  const bool kind = text.starts_with("{w") || text.starts_with("{s");
  const std::size_t digit = kind ? 2 : 1;
  if (!text.starts_with('{') || text.size() < digit + 2 || text[digit] < '0' || '9' < text[digit] ||
      text[digit + 1] != '}')
    return {};
  return {digit + 2, std::size_t(text[digit] - '0'), kind ? text[1] : ' '};
}

std::string with_arguments(std::string_view wording, const std::vector<std::string>& arguments, Language language) {
  std::string text;
  while (!wording.empty()) {
    const WordingHole hole = hole_at(wording);
    if (hole.size == 0) {
      text += wording[0];
      wording.remove_prefix(1);
      continue;
    }
    if (hole.number >= arguments.size())
      throw std::logic_error(fmt::format("a message lacks argument {}: {}", hole.number, wording));
    const std::string& argument = arguments[hole.number];
    if (hole.kind == 's')
      text += argument == "1" ? "" : "s";
    else
      text += hole.kind == 'w' ? shown_words(argument, language) : argument;
    wording.remove_prefix(hole.size);
  }
  return text;
}

}  // namespace cwp
