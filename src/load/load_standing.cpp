// What ranks and rewards: grades, awards, promises. (Rankings are read with the assessments that they rank.)

#include <algorithm>
#include <initializer_list>

#include "load/sections.hpp"

namespace cwp {
namespace {

/// `20%`, or a number of officers.
std::optional<Quota> read_quota(RuleReader& reader, const YamlNode* node) {
  if (node == nullptr) return std::nullopt;
  const auto number = reader.number(*node, true);
  if (!number) return std::nullopt;
  Quota quota{*number, node->text.text.find('%') != std::string::npos, reader.place(*node)};
  const bool fits = quota.percent ? Decimal{0, 0} <= *number && *number <= Decimal{1, 0}
                                  : Decimal{0, 0} <= *number && number->decimals == 0;
  if (fits) return quota;
  reader.report("quota-format", *node, {node->text.text});
  return std::nullopt;
}

/// What is said beside quotas; `quotas` are the keys that make one.
QuotaRules read_quota_rules(RuleReader& reader, const RuleKeys& keys, std::initializer_list<std::string_view> quotas,
                            std::initializer_list<std::string_view> beside) {
  const bool has_quota = std::any_of(quotas.begin(), quotas.end(), [&](auto key) { return keys.find(key) != nullptr; });
  std::string wanted;
  for (const std::string_view key : quotas) wanted += (wanted.empty() ? "" : " / ") + std::string(key);
  for (const std::string_view key : beside)
    if (const YamlPair* found = keys.pair(key); found != nullptr && !has_quota)
      reader.report("key-needs", *found->key, {std::string(key), wanted});
  QuotaRules rules;
  if (const YamlNode* word = keys.find("quota_rounding"))
    rules.rounding = reader.word<QuotaRounding>(*word, kQuotaRoundingWords).value_or(rules.rounding);
  if (const YamlNode* word = keys.find("edge"))
    rules.edge = reader.word<QuotaEdge>(*word, kQuotaEdgeWords).value_or(rules.edge);
  if (const YamlNode* number = keys.find("at_least"))
    rules.at_least = reader.integer(*number, 0, 1'000'000).value_or(0);
  return rules;
}

GradeLevel read_level(RuleReader& reader, const YamlNode& node) {
  GradeLevel level;
  level.place = reader.place(node);
  const RuleKeys keys = reader.open(node, Section::level);
  if (const YamlNode* id = keys.find("id")) level.id = reader.own_name(*id);
  if (const YamlNode* title = keys.find("title")) level.title = reader.title(*title);
  level.when = read_formula(reader, keys.find("when"));
  level.at_most = read_quota(reader, keys.find("at_most"));
  level.quota = read_quota_rules(reader, keys, {"at_most"}, {"at_least", "edge", "quota_rounding", "by"});
  if (const YamlNode* by = keys.find("by")) level.by = read_group_names(reader, *by);
  return level;
}

GradeSet read_grade_set(RuleReader& reader, const YamlNode& node) {
  GradeSet set;
  set.place = reader.place(node);
  const RuleKeys keys = reader.open(node, Section::grade_set);
  if (const YamlNode* id = keys.find("id")) set.id = reader.own_name(*id);
  if (const YamlNode* title = keys.find("title")) set.title = reader.title(*title);
  set.ranking = read_name_use(reader, keys.find("ranking")).value_or(NameUse{"", reader.head(node)});
  if (const YamlNode* levels = keys.find("levels")) {
    read_each(reader, *levels, [&](const YamlNode& item) { set.levels.push_back(read_level(reader, item)); });
    if (levels->kind == YamlKind::sequence && levels->items.empty()) reader.report("list-empty", *levels);
    report_duplicate_ids(reader, set.levels);
  }
  set.lower_by = read_formula(reader, keys.find("lower_by"));
  return set;
}

std::optional<Pays::Row> read_pay_row(RuleReader& reader, const YamlNode& node) {
  if (node.kind != YamlKind::sequence || node.items.size() != 2 || !node.items[0]->is_scalar()) {
    reader.report("pay-row-format", node);
    return std::nullopt;
  }
  const auto ranks = read_rank_range(*node.items[0]);
  if (!ranks) {
    reader.report("pay-row-format", *node.items[0]);
    return std::nullopt;
  }
  const auto amount = read_number(reader, node.items[1].get());
  if (!amount) return std::nullopt;
  return Pays::Row{ranks->first, ranks->last, *amount};
}

Pays read_pays(RuleReader& reader, const YamlNode& node) {
  Pays pays;
  pays.place = reader.place(node);
  if (node.kind == YamlKind::mapping) {
    pays.kind = PayKind::pool;
    const RuleKeys keys = reader.open(node, Section::pool);
    if (const auto pool = read_number(reader, keys.find("pool"))) pays.pool = *pool;
    pays.formula =
        read_formula(reader, keys.find("share")).value_or(Formula{std::make_shared<Expr>(), "", reader.head(node)});
    if (pays.pool.value < Decimal{0, 0}) reader.report("pool-negative", pays.pool.place);
  } else if (node.kind == YamlKind::sequence) {
    pays.kind = PayKind::table;
    if (node.items.empty()) reader.report("list-empty", node);
    for (const YamlPtr& item : node.items) {
      const auto row = read_pay_row(reader, *item);
      if (!row) continue;
      if (!pays.table.empty() && row->first <= pays.table.back().last)
        reader.report("pay-rows-overlap", *item, {std::to_string(row->first), std::to_string(pays.table.back().last)});
      pays.table.push_back(*row);
    }
  } else {
    pays.kind = PayKind::formula;
    pays.formula = reader.formula(node);
  }
  return pays;
}

Award read_award(RuleReader& reader, const YamlNode& node) {
  Award award;
  award.place = reader.place(node);
  const RuleKeys keys = reader.open(node, Section::award);
  if (const YamlNode* id = keys.find("id")) award.id = reader.own_name(*id);
  if (const YamlNode* title = keys.find("title")) award.title = reader.title(*title);
  award.from = read_name_use(reader, keys.find("from")).value_or(NameUse{"", reader.head(node)});
  award.top = read_quota(reader, keys.find("top"));
  award.bottom = read_quota(reader, keys.find("bottom"));
  award.quota = read_quota_rules(reader, keys, {"top", "bottom"}, {"at_least", "edge", "quota_rounding"});
  award.when = read_formula(reader, keys.find("when"));
  if (const YamlNode* number = keys.find("in_a_row")) award.in_a_row = reader.integer(*number, 1, 1000).value_or(1);
  if (const YamlNode* word = keys.find("progress"))
    award.progress = reader.word<bool>(*word, kBooleanWords).value_or(false);
  if (const YamlNode* pays = keys.find("pays")) award.pays = read_pays(reader, *pays);
  if (const YamlNode* basis = keys.find("basis")) award.basis = reader.text(*basis).value_or("");
  return award;
}

Expectation read_expectation(RuleReader& reader, const YamlNode& node) {
  Expectation promise;
  promise.place = reader.place(node);
  const RuleKeys keys = reader.open(node, Section::expectation);
  if (const YamlNode* id = keys.find("id")) promise.id = reader.own_name(*id);
  if (const YamlNode* title = keys.find("title")) promise.title = reader.title(*title);
  promise.per = reader.written_grain(keys.find("per"), Grain::month);
  if (const YamlNode* by = keys.find("by")) promise.by = read_group_names(reader, *by);
  promise.holds =
      read_formula(reader, keys.find("holds")).value_or(Formula{std::make_shared<Expr>(), "", reader.head(node)});
  return promise;
}

}  // namespace

std::vector<GradeSet> read_grades(RuleReader& reader, const YamlNode& node) {
  std::vector<GradeSet> sets;
  read_each(reader, node, [&](const YamlNode& item) { sets.push_back(read_grade_set(reader, item)); });
  report_duplicate_ids(reader, sets);
  return sets;
}

std::vector<Award> read_awards(RuleReader& reader, const YamlNode& node) {
  std::vector<Award> awards;
  read_each(reader, node, [&](const YamlNode& item) { awards.push_back(read_award(reader, item)); });
  report_duplicate_ids(reader, awards);
  return awards;
}

std::vector<Expectation> read_expectations(RuleReader& reader, const YamlNode& node) {
  std::vector<Expectation> promises;
  read_each(reader, node, [&](const YamlNode& item) { promises.push_back(read_expectation(reader, item)); });
  report_duplicate_ids(reader, promises);
  return promises;
}

}  // namespace cwp
