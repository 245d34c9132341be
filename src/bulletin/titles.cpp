#include "bulletin/titles.hpp"

#include <algorithm>

#include "text/shown_words.hpp"

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

}  // namespace

std::string title_or_id(const Title& title, std::string_view id, Language language) {
  const std::string& wanted = language == Language::zh ? title.zh : title.en;
  const std::string& other = language == Language::zh ? title.en : title.zh;
  if (!wanted.empty()) return wanted;
  return other.empty() ? std::string(id) : other;
}

std::string title_of(const Rulebook& rulebook, std::string_view id, Language language) {
  if (id == "total") return wording("title-total", {}, language);
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

std::string title_of(Period period, const Scores& scores, Language language) {
  std::string label = rules_of(scores).calendar().label(period);
  if (!scores.is_provisional(period)) return label;
  return wording("words-titled", {std::move(label), title_of(State::provisional, language)}, language);
}
std::string title_of(Grain grain, Language language) { return word_of("grain", to_text(grain), language); }
std::string title_of(State state, Language language) { return word_of("state", to_text(state), language); }
std::string title_of(Unranked reason, Language language) {
  return reason == Unranked::none ? "" : word_of("unranked", to_text(reason), language);
}
std::string title_of(Ungraded reason, Language language) {
  return reason == Ungraded::none ? "" : word_of("ungraded", to_text(reason), language);
}

std::string title_of(Reason reason, Language language) {
  return reason == Reason::none ? "" : word_of("reason", to_text(reason), language);
}

std::vector<std::string> groupings(const Ranking& ranking, const Rulebook& rulebook, Language language) {
  if (ranking.every.value <= Grain::month) return {};
  std::vector<NameUse> names = ranking.by;
  if (ranking.unit) names.push_back(*ranking.unit);
  std::vector<std::string> said;
  for (const Attribute& attribute : rulebook.attributes)
    if (std::any_of(names.begin(), names.end(), [&](const NameUse& name) { return name.text == attribute.id.value; })) {
      constexpr std::string_view kWhen[] = {"grouping-end", "grouping-start", "grouping-most"};
      said.push_back(wording(kWhen[std::size_t(attribute.at.value_or(rulebook.attributes_at))],
                             {title_or_id(attribute.title, attribute.id.value, language)}, language));
    }
  return said;
}

const std::string& formula_of(const BrokenExpectation& broken, const Rulebook& rulebook) {
  static const std::string none;
  for (const Expectation& promise : rulebook.expectations)
    if (promise.id.value == broken.id) return promise.holds.text;
  return none;
}

}  // namespace cwp
