// What acts beside the items: groups, adjustments, vetoes.

#include "load/sections.hpp"

namespace cwp {
namespace {

Adjustment read_adjustment(RuleReader& reader, const YamlNode& node) {
  Adjustment adjustment;
  adjustment.place = reader.place(node);
  const RuleKeys keys = reader.open(node, Section::adjustment);
  if (const YamlNode* id = keys.find("id")) adjustment.id = reader.name(*id);
  if (const YamlNode* title = keys.find("title")) adjustment.title = reader.title(*title);
  adjustment.per = reader.written_grain(keys.find("per"), Grain::month);
  const YamlPair* gives = keys.pair("gives");
  const YamlPair* takes = keys.pair("takes");
  adjustment.gives = gives != nullptr;
  if (gives != nullptr)
    adjustment.amount = reader.formula(*gives->value);
  else if (takes != nullptr)
    adjustment.amount = reader.formula(*takes->value);
  else {
    reader.report("missing-key", node, {"gives, takes", "adjustments"});
    adjustment.amount = {std::make_shared<Expr>(), "", reader.head(node)};
  }
  adjustment.up_to = read_formula(reader, keys.find("up_to"));
  if (const YamlNode* on = keys.find("on"); on != nullptr && on->text.text != "total")
    adjustment.on = read_name_use(reader, on);
  adjustment.group = read_name_use(reader, keys.find("group"));
  adjustment.rounding = reader.rounding(keys);
  adjustment.effective = read_effective(reader, keys.find("effective"));
  if (const YamlNode* source = keys.find("source")) adjustment.source = reader.text(*source).value_or("");
  if (const YamlNode* basis = keys.find("basis")) adjustment.basis = reader.text(*basis).value_or("");
  return adjustment;
}

Veto read_veto(RuleReader& reader, const YamlNode& node) {
  Veto veto;
  veto.place = reader.place(node);
  const RuleKeys keys = reader.open(node, Section::veto);
  if (const YamlNode* id = keys.find("id")) veto.id = reader.own_name(*id);
  if (const YamlNode* title = keys.find("title")) veto.title = reader.title(*title);
  veto.per = reader.written_grain(keys.find("per"), Grain::month);
  if (const YamlNode* when = keys.find("when"))
    veto.when = reader.formula(*when);
  else
    veto.when = {std::make_shared<Expr>(), "", reader.head(node)};
  if (const YamlNode* on = keys.find("on"); on != nullptr && on->text.text != "total")
    veto.on = read_name_use(reader, on);
  veto.set = read_number(reader, keys.find("set"));
  veto.cap = read_number(reader, keys.find("cap"));
  veto.factor = read_number(reader, keys.find("factor"));
  if (const YamlNode* word = keys.find("no_score"))
    veto.no_score = reader.word<bool>(*word, kBooleanWords).value_or(false);
  veto.grade_at_most = read_name_use(reader, keys.find("grade_at_most"));
  if (const YamlNode* word = keys.find("ranking"))
    veto.ranking = reader.word<VetoRanking>(*word, kVetoRankingWords).value_or(VetoRanking::exclude);
  if (const YamlNode* word = keys.find("honours"))
    veto.bars_honours = reader.word<bool>(*word, kHonoursWords).value_or(false);
  if (const YamlPair* lasts = keys.pair("lasts")) {
    veto.lasts_year = reader.word<bool>(*lasts->value, kLastsWords).value_or(false);
    if (veto.lasts_year && veto.per.value != Grain::month)
      reader.report("key-without-use", *lasts->key, {"lasts", "per: " + std::string(to_text(veto.per.value))});
  }
  if (const YamlNode* basis = keys.find("basis")) veto.basis = reader.text(*basis).value_or("");
  const YamlNode* no_score = keys.find("no_score");
  bool effect = no_score != nullptr && no_score->text.text != "false";
  for (const char* key : {"set", "cap", "factor", "grade_at_most", "ranking", "honours"})
    effect = effect || keys.find(key) != nullptr;
  if (keys.readable() && !effect) reader.report("veto-without-effect", node, {veto.id.value});
  return veto;
}

}  // namespace

std::vector<ShareLimit> read_balance(RuleReader& reader, const YamlNode& node) {
  constexpr Decimal kNothing{0, 0}, kAll{1, 0};
  std::vector<ShareLimit> limits;
  for (const YamlPair& pair : reader.pairs(node)) {
    ShareLimit limit{{pair.key->text.text, reader.place(*pair.key)}, kNothing, kAll, reader.head(*pair.value)};
    const YamlNode& value = *pair.value;
    const bool both = value.kind == YamlKind::sequence && value.items.size() == 2;
    if (!both && !value.is_scalar()) {
      reader.report("share-format", value);
      continue;
    }
    const auto least = both ? reader.number(*value.items[0], true) : kNothing;
    const auto most = reader.number(both ? *value.items[1] : value, true);
    if (!least || !most) continue;  // reported
    if (*least < kNothing || kAll < *most) {
      reader.report("share-format", value);
    } else if (*most < *least) {
      reader.report("range-reversed", value, {least->to_short_text(), most->to_short_text()});
    } else {
      limit.least = *least;
      limit.most = *most;
      limits.push_back(std::move(limit));
    }
  }
  return limits;
}

std::vector<AdjustmentGroup> read_groups(RuleReader& reader, const YamlNode& node) {
  std::vector<AdjustmentGroup> groups;
  for (const YamlPair& pair : reader.pairs(node)) {
    AdjustmentGroup group;
    group.id = reader.own_name(*pair.key);
    if (pair.value->is_scalar()) {
      group.up_to = reader.formula(*pair.value);
    } else {
      const RuleKeys keys = reader.open(*pair.value, Section::group);
      if (const YamlNode* title = keys.find("title")) group.title = reader.title(*title);
      group.up_to = read_formula(reader, keys.find("up_to"));
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<Adjustment> read_adjustments(RuleReader& reader, const YamlNode& node) {
  std::vector<Adjustment> adjustments;
  read_each(reader, node, [&](const YamlNode& item) { adjustments.push_back(read_adjustment(reader, item)); });
  return adjustments;
}

std::vector<Veto> read_vetoes(RuleReader& reader, const YamlNode& node) {
  std::vector<Veto> vetoes;
  read_each(reader, node, [&](const YamlNode& item) { vetoes.push_back(read_veto(reader, item)); });
  report_duplicate_ids(reader, vetoes);
  return vetoes;
}

}  // namespace cwp
