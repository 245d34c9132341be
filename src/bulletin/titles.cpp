#include "bulletin/titles.hpp"

#include <array>

namespace cwp {
namespace {

const Title* find_title(const std::vector<Category>& categories, std::string_view id) {
  for (const Category& category : categories) {
    if (category.id.value == id) return &category.title;
    for (const Item& item : category.items)
      if (item.id.value == id) return &item.title;
    if (const Title* found = find_title(category.categories, id)) return found;
  }
  return nullptr;
}

template <class Things>
const Title* title_among(const Things& things, std::string_view id) {
  for (const auto& thing : things)
    if (thing.id.value == id) return &thing.title;
  return nullptr;
}

const Title* find_title(const Rulebook& rulebook, std::string_view id) {
  if (const Title* found = find_title(rulebook.categories, id)) return found;
  if (const Title* found = title_among(rulebook.adjustments, id)) return found;
  if (const Title* found = title_among(rulebook.rankings, id)) return found;
  if (const Title* found = title_among(rulebook.grades, id)) return found;
  if (const Title* found = title_among(rulebook.awards, id)) return found;
  if (const Title* found = title_among(rulebook.vetoes, id)) return found;
  return title_among(rulebook.expectations, id);
}

using Words = std::array<std::string_view, 2>;  // en, zh

std::string_view in(const Words& words, Language language) { return words[language == Language::zh ? 1 : 0]; }

constexpr std::array<Words, kGrains> kGrainWords = {
    {{"Day", "日"}, {"Week", "周"}, {"Month", "月"}, {"Quarter", "季"}, {"Half", "半年"}, {"Year", "年"}}};
constexpr std::array<Words, 3> kStateWords = {{{"final", "正式"}, {"provisional", "暂计"}, {"incomplete", "数据不全"}}};
constexpr std::array<Words, 4> kUnrankedWords = {
    {{"", ""}, {"no total", "无总分"}, {"not eligible", "不具备资格"}, {"excluded by veto", "因一票否决不参加排名"}}};
constexpr std::array<Words, 4> kUngradedWords = {
    {{"", ""}, {"no rank", "无名次"}, {"condition unknown", "条件无法判断"}, {"no level holds", "不符合任何等次"}}};

}  // namespace

std::string title_or_id(const Title& title, std::string_view id, Language language) {
  const std::string& wanted = language == Language::zh ? title.zh : title.en;
  const std::string& other = language == Language::zh ? title.en : title.zh;
  if (!wanted.empty()) return wanted;
  return other.empty() ? std::string(id) : other;
}

std::string title_of(const Rulebook& rulebook, std::string_view id, Language language) {
  if (id == "total") return language == Language::zh ? "总分" : "Total";
  const Title* found = find_title(rulebook, id);
  return title_or_id(found ? *found : Title(), id, language);
}

std::string level_title(const Rulebook& rulebook, std::string_view set, const std::string& level, Language language) {
  for (const GradeSet& grades : rulebook.grades)
    if (grades.id.value == set)
      for (const GradeLevel& one : grades.levels)
        if (one.id.value == level) return title_or_id(one.title, level, language);
  return level;
}

std::string_view title_of(Grain grain, Language language) {
  return in(kGrainWords[static_cast<std::size_t>(grain)], language);
}
std::string_view title_of(State state, Language language) {
  return in(kStateWords[static_cast<std::size_t>(state)], language);
}
std::string_view title_of(Unranked reason, Language language) {
  return in(kUnrankedWords[static_cast<std::size_t>(reason)], language);
}
std::string_view title_of(Ungraded reason, Language language) {
  return in(kUngradedWords[static_cast<std::size_t>(reason)], language);
}

std::string title_of(Reason reason, Language language) {
  if (reason == Reason::none) return "";
  const std::string slug = "reason-" + std::string(to_text(reason));
  Note note;
  note.slug = slug;
  return message(note, language);
}

const std::string& formula_of(const BrokenExpectation& broken, const Rulebook& rulebook) {
  static const std::string none;
  for (const Expectation& promise : rulebook.expectations)
    if (promise.id.value == broken.id) return promise.holds.text;
  return none;
}

}  // namespace cwp
