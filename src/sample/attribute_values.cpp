#include "sample/attribute_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "check/checked_state.hpp"
#include "graph/visit_terms.hpp"
#include "sample/names.hpp"
#include "sample/profile.hpp"

namespace cwp {
namespace {

/// Of a hundred officers so many have what is the default.
constexpr std::int64_t kWithDefault = 750;
constexpr std::uint32_t kStationsOfAGroup = 4;

bool has_part(const std::string& text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string::npos; });
}
bool names_a_station(const std::string& id) { return has_part(id, {"station", "派出所", "单位", "unit", "office"}); }
bool names_a_career(const std::string& id) {
  return has_part(id, {"join", "entry", "hired", "since", "入职", "入警", "参加"});
}

std::optional<std::uint32_t> attribute_number(const Rulebook& rulebook, const std::string& id) {
  for (std::uint32_t i = 0; i < rulebook.attributes.size(); ++i)
    if (rulebook.attributes[i].id.value == id) return i;
  return std::nullopt;
}

}  // namespace

std::vector<bool> grouping_attributes(const CheckedRulebook& rules) {
  const Rulebook& rulebook = rules.rulebook();
  std::vector<bool> grouping(rulebook.attributes.size());
  const auto mark = [&](const NameUse& use) {
    if (const auto number = attribute_number(rulebook, use.text)) grouping[*number] = true;
  };
  const auto mark_all = [&](const std::vector<NameUse>& uses) { std::for_each(uses.begin(), uses.end(), mark); };
  for (const Metric& metric : rulebook.metrics)
    if (metric.about) mark(*metric.about);
  for (const Ranking& ranking : rulebook.rankings) {
    mark_all(ranking.by);
    if (ranking.unit) mark(*ranking.unit);
  }
  for (const GradeSet& grades : rulebook.grades)
    for (const GradeLevel& level : grades.levels) mark_all(level.by);
  for (const Expectation& expectation : rulebook.expectations) mark_all(expectation.by);
  visit_terms(rules.state().scorecard, [&](const Term& term) {
    for (const std::uint32_t attribute : term.by) grouping[attribute] = true;
  });
  return grouping;
}

const std::string& uneven_word(const std::vector<std::string>& words, Random& random) {
  std::vector<std::uint32_t> weights;
  for (std::size_t i = 0; i < words.size(); ++i) weights.push_back(std::uint32_t(60 / (i + 1) + 5));
  return words[random.pick(weights)];
}

AttributeValues::AttributeValues(const CheckedRulebook& rules, std::uint64_t seed) : rules_(rules), seed_(seed) {
  for (std::uint32_t i = 0; i < rules.rulebook().attributes.size(); ++i) plans_.push_back(plan_of(i));
  // The first grouping text is the station, when none is called so.
  const std::vector<bool> grouping = grouping_attributes(rules);
  const auto is = [&](std::size_t i, Kind kind) { return plans_[i].kind == kind; };
  bool station = false;
  for (std::size_t i = 0; i < plans_.size(); ++i) station = station || is(i, Kind::station);
  for (std::size_t i = 0; i < plans_.size(); ++i)
    if (grouping[i] && is(i, Kind::text)) {
      plans_[i].kind = station ? Kind::group : Kind::station;
      station = true;
    }
}

AttributeValues::Plan AttributeValues::plan_of(std::uint32_t number) const {
  const Attribute& attribute = rules_.rulebook().attributes[number];
  const std::string& id = attribute.id.value;
  Plan plan;
  switch (attribute.type) {
    case AttributeType::text:
      plan.words = attribute.one_of.empty() ? compared_words(number) : attribute.one_of;
      if (!plan.words.empty())
        plan.kind = Kind::words;
      else if (names_a_station(id))
        plan.kind = Kind::station;
      break;
    case AttributeType::number:
      plan.kind = Kind::number;
      plan_number(attribute, plan);
      break;
    case AttributeType::date:
      plan.kind = names_a_career(id) ? Kind::career : Kind::date;
      break;
    case AttributeType::boolean:
      plan.kind = Kind::truth;
      break;
  }
  return plan;
}

void AttributeValues::plan_number(const Attribute& attribute, Plan& plan) const {
  plan.middle = thousandths(usual_attribute(attribute, {}).number);
  const auto written = attribute.default_value ? Decimal::parse(*attribute.default_value) : std::nullopt;
  for (const auto& bound : {attribute.min, attribute.max, written})
    if (bound) plan.decimals = std::max(plan.decimals, std::min<int>(bound->decimals, 3));
  plan.lowest = attribute.min ? thousandths(Rational(*attribute.min)) : std::min(plan.middle / 2, plan.middle);
  plan.highest = attribute.max ? thousandths(Rational(*attribute.max)) : plan.middle + std::abs(plan.middle) / 2;
  if (plan.highest - plan.lowest < 5 * kOne && plan.decimals == 0) plan.decimals = 1;
}

/// The words with which formulas compare a text.
std::vector<std::string> AttributeValues::compared_words(std::uint32_t attribute) const {
  std::vector<std::string> words;
  visit_terms(rules_.state().scorecard, [&](const Term& term) {
    if (term.kind != TermKind::call || term.children.size() < 2) return;
    const auto is_it = [&](const TermPtr& child) {
      return child->kind == TermKind::attribute && child->index == attribute;
    };
    if (std::none_of(term.children.begin(), term.children.end(), is_it)) return;
    const bool table = term.function->types == TypeRule::text_table;
    for (std::size_t i = 0; i < term.children.size(); i += table && i > 0 ? 2 : 1) {
      const Term& child = *term.children[i];
      if (child.kind != TermKind::constant || child.type != ValueType::text || !child.constant.text) continue;
      if (std::find(words.begin(), words.end(), *child.constant.text) == words.end())
        words.push_back(*child.constant.text);
    }
    if (!table && words.size() == 1) words.push_back("其他");
  });
  return words;
}

std::string AttributeValues::number(const Attribute& attribute, const Plan& plan, Random& random) const {
  if (attribute.default_value && random.thousandths(kWithDefault))
    return random.thousandths(300) ? std::string() : *attribute.default_value;
  std::int64_t grid = kOne;
  for (int i = 0; i < plan.decimals; ++i) grid /= 10;
  const std::int64_t width = plan.highest - plan.lowest;
  std::int64_t figure = plan.middle + random.bell(std::max<std::int64_t>(width / 8, grid));
  figure = plan.lowest + (std::clamp(figure, plan.lowest, plan.highest) - plan.lowest + grid / 2) / grid * grid;
  return figure_text(std::min(figure, plan.highest), plan.decimals);
}

std::string AttributeValues::value(std::uint32_t number_of, const OfficerLife& officer, std::uint32_t station) const {
  const Attribute& attribute = rules_.rulebook().attributes[number_of];
  const Plan& plan = plans_[number_of];
  Random random(seed_, "attribute " + attribute.id.value, officer.number);
  switch (plan.kind) {
    case Kind::station:
      return station_name(station);
    case Kind::group:
      return fmt::format("{}-{}", attribute.id.value, station / kStationsOfAGroup + 1);
    case Kind::words:
      return uneven_word(plan.words, random);
    case Kind::text:
      return text_for(attribute.id.value, random);
    case Kind::number:
      return number(attribute, plan, random);
    case Kind::career:
      return officer.career_from.to_text();
    case Kind::date:
      return std::max(kFirstDay, officer.career_from - std::int32_t(random.between(0, 3000))).to_text();
    case Kind::truth:
      return random.thousandths(200) ? "1" : "0";
  }
  return "";
}

}  // namespace cwp
