// What is published: assessments and rankings.

#include "load/sections.hpp"

namespace cwp {
namespace {

void read_roll_ups(RuleReader& reader, const YamlNode& node, Assessment& assessment) {
  for (const YamlPair& pair : reader.pairs(node)) {
    const Name name = reader.own_name(*pair.key);
    const auto rule = reader.word<AdjustmentRollUp>(*pair.value, kAdjustmentRollUpWords);
    if (rule && !name.value.empty()) assessment.roll_up.emplace_back(NameUse{name.value, name.place}, *rule);
  }
}

Assessment read_assessment(RuleReader& reader, const YamlPair& pair, Grain grain) {
  Assessment assessment;
  assessment.grain = {grain, reader.place(*pair.key)};
  assessment.place = reader.place(*pair.value);
  if (pair.value->is_null()) return assessment;  // `day:` is `day: {}`
  const RuleKeys keys = reader.open(*pair.value, Section::assessment);
  assessment.scale = read_number(reader, keys.find("scale"));
  if (const YamlNode* node = keys.find("coefficient")) assessment.coefficient = reader.formula(*node);
  if (const YamlNode* node = keys.find("total")) assessment.total = reader.formula(*node);
  const YamlNode* floor = keys.find("floor");
  assessment.no_floor = floor != nullptr && floor->text.text == "none";
  if (!assessment.no_floor) assessment.floor = read_number(reader, floor);
  assessment.cap = read_number(reader, keys.find("cap"));
  if (const YamlNode* node = keys.find("roll_up")) read_roll_ups(reader, *node, assessment);
  assessment.rounding = reader.rounding(keys);
  return assessment;
}

Ranking read_ranking(RuleReader& reader, const YamlNode& node) {
  Ranking ranking;
  ranking.place = reader.place(node);
  const RuleKeys keys = reader.open(node, Section::ranking);
  if (const YamlNode* id = keys.find("id")) ranking.id = reader.own_name(*id);
  if (const YamlNode* title = keys.find("title")) ranking.title = reader.title(*title);
  ranking.every = reader.written_grain(keys.find("every"), Grain::month);
  if (const YamlNode* of = keys.find("of")) ranking.of = reader.formula(*of);
  if (const YamlNode* by = keys.find("by")) ranking.by = read_group_names(reader, *by);
  ranking.unit = read_name_use(reader, keys.find("unit"));
  if (const YamlNode* order = keys.find("order"))
    ranking.ascending = reader.word<bool>(*order, kOrderWords).value_or(false);
  if (const YamlNode* eligible = keys.find("eligible")) ranking.eligible = reader.formula(*eligible);
  if (const YamlNode* ties = keys.find("ties"))
    for (const YamlNode* item : reader.one_or_more(*ties)) ranking.ties.push_back(reader.formula(*item));
  if (const YamlNode* method = keys.find("method"))
    ranking.method = reader.word<RankMethod>(*method, kRankMethodWords).value_or(ranking.method);
  if (!ranking.of.root) ranking.of = {std::make_shared<Expr>(), "", reader.head(node)};
  return ranking;
}

}  // namespace

std::vector<Assessment> read_assessments(RuleReader& reader, const YamlNode& node) {
  std::vector<Assessment> assessments;
  std::vector<KeyRule> grains;
  for (const RuleWord<Grain>& grain : kGrainWords) grains.push_back({grain.text});
  const RuleKeys keys = reader.open(node, "assessments", grains);
  if (!keys.readable()) return assessments;
  for (const YamlPair& pair : node.pairs)
    for (const RuleWord<Grain>& grain : kGrainWords)
      if (pair.key->text.text == grain.text) assessments.push_back(read_assessment(reader, pair, grain.value));
  return assessments;
}

std::vector<Ranking> read_rankings(RuleReader& reader, const YamlNode& node) {
  std::vector<Ranking> rankings;
  read_each(reader, node, [&](const YamlNode& item) { rankings.push_back(read_ranking(reader, item)); });
  report_duplicate_ids(reader, rankings);
  return rankings;
}

}  // namespace cwp
