#include "text/shown_words.hpp"

#include <algorithm>

namespace cwp {
namespace {

struct ShownWord {
  std::string_view word, en, zh;
};

constexpr ShownWord kWords[] = {
    {"day", "day", "日（day）"},
    {"week", "week", "周（week）"},
    {"month", "month", "月（month）"},
    {"quarter", "quarter", "季（quarter）"},
    {"half", "half-year", "半年（half）"},
    {"year", "year", "年（year）"},
    {"number", "number", "数字"},
    {"text", "text", "文本"},
    {"'text'", "text in single quotes", "单引号中的文本"},
    {"date", "date", "日期"},
    {"condition", "condition", "条件"},
    {"boolean", "condition", "条件"},
};

std::string_view shown_word(std::string_view word, Language language) {
  for (const ShownWord& one : kWords)
    if (one.word == word) return language == Language::zh ? one.zh : one.en;
  return word;
}

}  // namespace

std::string shown_words(std::string_view words, Language language) {
  constexpr std::string_view kComma = ", ";
  std::string text;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find(kComma, begin), words.size());
    const bool last = end == words.size();
    if (begin > 0) text += language == Language::zh ? (last ? "或" : "、") : (last ? " or " : ", ");
    text += shown_word(words.substr(begin, end - begin), language);
    begin = end + (last ? 1 : kComma.size());
  }
  return text;
}

}  // namespace cwp
