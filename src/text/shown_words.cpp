#include "text/shown_words.hpp"

#include <algorithm>

#include "text/sayings.hpp"

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
    // How parts, periods and rows are put together: also keys, as those of periods are.
    {"sum", "sum", "合计（sum）"},
    {"mean", "mean", "平均（mean）"},
    {"geometric", "geometric", "几何平均（geometric）"},
    {"last", "last", "末期（last）"},
    {"first", "first", "首期（first）"},
    {"max", "max", "最大（max）"},
    {"min", "min", "最小（min）"},
    {"best", "best", "最好（best）"},
    {"count", "count", "个数（count）"},
    {"formula", "formula", "公式"},
};

std::string_view shown_word(std::string_view word, Language language) {
  for (const ShownWord& one : kWords)
    if (one.word == word) return language == Language::zh ? one.zh : one.en;
  return word;
}

}  // namespace

std::string shown_words(std::string_view words, Language language) {
  if (language == Language::zh)
    if (std::string saying = chinese_saying(words); !saying.empty()) return saying;
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

std::string word_of(std::string_view family, std::string_view word, Language language) {
  std::string slug = std::string(family) + "-" + std::string(word);
  std::replace(slug.begin(), slug.end(), ' ', '-');
  return wording(slug, {}, language);
}

}  // namespace cwp
