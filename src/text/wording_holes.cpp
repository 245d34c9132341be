#include "text/wording_holes.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

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

namespace {

/// Size of a remark in brackets at the head of a text that holds nothing: ` (nearest: {0})` without a nearest name.
std::size_t empty_remark(std::string_view text, const std::vector<std::string>& arguments) {
  for (const auto& [opens, closes] : {std::pair(" (", ")"), std::pair("（", "）")}) {
    if (!text.starts_with(opens)) continue;
    const std::size_t end = text.find(closes);
    const std::string_view remark = text.substr(0, end);
    const std::size_t at = remark.find('{');
    if (end == text.npos || at == text.npos) return 0;
    const WordingHole hole = hole_at(remark.substr(at));
    const bool alone = hole.size > 0 && at + hole.size == remark.size();
    const bool empty = hole.number < arguments.size() && arguments[hole.number].empty();
    return alone && empty ? end + std::string_view(closes).size() : 0;
  }
  return 0;
}

}  // namespace

std::string with_arguments(std::string_view wording, const std::vector<std::string>& arguments, Language language) {
  std::string text;
  while (!wording.empty()) {
    wording.remove_prefix(empty_remark(wording, arguments));
    const WordingHole hole = hole_at(wording);
    if (hole.size == 0 && !wording.empty()) {
      text += wording[0];
      wording.remove_prefix(1);
      continue;
    }
    if (wording.empty()) break;
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
