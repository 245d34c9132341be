#include "fuzz/mutate.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace cwp {
namespace {

constexpr std::size_t kLongest = 40000;

/// What means something to YAML, formulas or CSV, and what people type by mistake.
constexpr std::string_view kTokens[] = {"\n",
                                        "\r\n",
                                        "\t",
                                        "  ",
                                        "    ",
                                        ": ",
                                        ":",
                                        "- ",
                                        ", ",
                                        ",",
                                        "#",
                                        " #",
                                        "'",
                                        "\"",
                                        "\"\"",
                                        "|\n",
                                        ">-\n",
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        "(",
                                        ")",
                                        "((((((((",
                                        "[[[[[[[[",
                                        "{{{{{{{{",
                                        "&a ",
                                        "*a",
                                        "!!str ",
                                        "<<: ",
                                        "---\n",
                                        "...\n",
                                        "%",
                                        "\\",
                                        "0",
                                        "1",
                                        "-1",
                                        "010",
                                        "0.5",
                                        "999999999999999999",
                                        "1e9",
                                        "10%",
                                        "null",
                                        "~",
                                        "true",
                                        "none",
                                        "day",
                                        "week",
                                        "month",
                                        "year",
                                        "per: week",
                                        "per month",
                                        "over last 3",
                                        "over year to date",
                                        "[-1]",
                                        "[-1 month]",
                                        "[-999999999]",
                                        " by area",
                                        " where true",
                                        "by all",
                                        "->",
                                        "+",
                                        "-",
                                        "*",
                                        "/",
                                        "^",
                                        "^ 99999",
                                        "<",
                                        "<=",
                                        "=",
                                        "!=",
                                        " and ",
                                        " or ",
                                        " not ",
                                        " in ['a']",
                                        "total",
                                        "total[-1]",
                                        "visits",
                                        "sum(",
                                        "mean(total per month)",
                                        "ratio(1, 0, 2)",
                                        "if(true, 1, 2)",
                                        "step(visits, 0 -> 0, 5 -> 8)",
                                        "date '2026-02-30'",
                                        "2026-03-01",
                                        "1900-01-01",
                                        "2200-12-31",
                                        "2026-W12",
                                        "'text'",
                                        "full: 40\n",
                                        "id: x\n",
                                        "items:\n",
                                        "points: ",
                                        "cases: [{otherwise: 1}]",
                                        "roll_up: none",
                                        "scale: 100",
                                        "max: none",
                                        "（",
                                        "）",
                                        "，",
                                        "：",
                                        "“",
                                        "％",
                                        "走访",
                                        "\xEF\xBB\xBF",
                                        "\xE2\x80\xA8",
                                        "\xC0\x80",
                                        "\xFF",
                                        "é"};

}  // namespace

std::string Mutator::next() {
  std::string text = corpus_[below(corpus_.size())];
  for (std::size_t changes = 1 + below(8); changes > 0; --changes) change(text);
  if (text.size() > kLongest) text.resize(kLongest);
  return text;
}

void Mutator::change(std::string& text) {
  const std::size_t at = below(text.size() + 1);
  const std::size_t length = std::min(1 + below(below(4) == 0 ? 400 : 12), text.size() - at);
  switch (below(8)) {
    case 0:
      if (at < text.size()) text[at] = char(random_() & 0xFF);
      break;
    case 1:
      text.erase(at, length);
      break;
    case 2:
      text.insert(below(text.size() + 1), text.substr(at, length));
      break;
    case 3: {
      const std::string& other = corpus_[below(corpus_.size())];
      text.insert(at, other.substr(below(other.size() + 1), 1 + below(200)));
      break;
    }
    case 4:
      text.replace(at, length, kTokens[below(std::size(kTokens))]);
      break;
    case 5:
      change_line(text);
      break;
    default:
      text.insert(at, kTokens[below(std::size(kTokens))]);
      break;
  }
}

/// A line goes, stands twice, or moves.
void Mutator::change_line(std::string& text) {
  const std::size_t at = below(text.size() + 1);
  const std::size_t before = text.rfind('\n', at == 0 ? 0 : at - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const std::string line = text.substr(begin, end - begin) + '\n';
  if (below(2) == 0) text.erase(begin, std::min(line.size(), text.size() - begin));
  if (below(2) == 0) text.insert(std::min(text.size(), text.find('\n', below(text.size() + 1))), '\n' + line);
}

}  // namespace cwp
