// What is published: assessments and rankings.

#include "load/sections.hpp"

namespace cwp {
namespace {

constexpr Word<Grain> kGrainKeys[] = {{"day", Grain::day},         {"week", Grain::week}, {"month", Grain::month},
                                   {"quarter", Grain::quarter}, {"half", Grain::half}, {"year", Grain::year}};
constexpr Word<RankMethod> kMethods[] = {{"competition", RankMethod::competition},
                                         {"dense", RankMethod::dense},
                                         {"ordinal", RankMethod::ordinal},
                                         {"fractional", RankMethod::fractional}};
constexpr Word<bool> kOrders[] = {{"descending", false}, {"ascending", true}};

std::optional<Written<Decimal>> written_number(Reader& reader, const Node* node) {
  const auto number = node == nullptr ? std::nullopt : reader.number(*node);
  if (!number) return std::nullopt;
  return Written<Decimal>{*number, reader.place(*node)};
}

Assessment read_assessment(Reader& reader, const Pair& pair, Grain grain) {
  Assessment assessment;
  assessment.grain = {grain, reader.place(*pair.key)};
  assessment.place = reader.place(*pair.value);
  if (pair.value->is_null()) return assessment;  // `day:` is `day: {}`
  const Keys keys = reader.open(*pair.value, Section::assessment);
  assessment.scale = written_number(reader, keys.find("scale"));
  if (const Node* node = keys.find("coefficient")) assessment.coefficient = reader.formula(*node);
  if (const Node* node = keys.find("total")) assessment.total = reader.formula(*node);
  const Node* floor = keys.find("floor");
  assessment.no_floor = floor != nullptr && floor->text.text == "none";
  if (!assessment.no_floor) assessment.floor = written_number(reader, floor);
  assessment.cap = written_number(reader, keys.find("cap"));
  assessment.rounding = reader.rounding(keys);
  return assessment;
}

std::vector<NameUse> read_groups(Reader& reader, const Node& node) {
  std::vector<NameUse> names;
  if (node.is_scalar() && node.text.text == "all") return names;
  for (const Node* item : reader.one_or_more(node)) {
    const Name name = reader.own_name(*item);
    if (!name.value.empty()) names.push_back({name.value, name.place});
  }
  return names;
}

Ranking read_ranking(Reader& reader, const Node& node) {
  Ranking ranking;
  ranking.place = reader.place(node);
  const Keys keys = reader.open(node, Section::ranking);
  if (const Node* id = keys.find("id")) ranking.id = reader.own_name(*id);
  if (const Node* title = keys.find("title")) ranking.title = reader.title(*title);
  ranking.every = reader.written_grain(keys.find("every"), Grain::month);
  if (const Node* of = keys.find("of")) ranking.of = reader.formula(*of);
  if (const Node* by = keys.find("by")) ranking.by = read_groups(reader, *by);
  if (const Node* order = keys.find("order")) ranking.ascending = reader.word<bool>(*order, kOrders).value_or(false);
  if (const Node* eligible = keys.find("eligible")) ranking.eligible = reader.formula(*eligible);
  if (const Node* ties = keys.find("ties"))
    for (const Node* item : reader.one_or_more(*ties)) ranking.ties.push_back(reader.formula(*item));
  if (const Node* method = keys.find("method"))
    ranking.method = reader.word<RankMethod>(*method, kMethods).value_or(ranking.method);
  if (!ranking.of.root) ranking.of = {std::make_shared<Expr>(), "", reader.head(node)};
  return ranking;
}

}  // namespace

std::vector<Assessment> read_assessments(Reader& reader, const Node& node) {
  std::vector<Assessment> assessments;
  std::vector<KeyRule> grains;
  for (const Word<Grain>& grain : kGrainKeys) grains.push_back({grain.text});
  const Keys keys = reader.open(node, "assessments", grains);
  if (!keys.readable()) return assessments;
  for (const Pair& pair : node.pairs)
    for (const Word<Grain>& grain : kGrainKeys)
      if (pair.key->text.text == grain.text) assessments.push_back(read_assessment(reader, pair, grain.value));
  return assessments;
}

std::vector<Ranking> read_rankings(Reader& reader, const Node& node) {
  std::vector<Ranking> rankings;
  for (const NodePtr& item : reader.items(node))
    if (item->kind == NodeKind::mapping)
      rankings.push_back(read_ranking(reader, *item));
    else
      reader.pairs(*item);
  return rankings;
}

}  // namespace cwp
