#include "extend/set_value.hpp"

#include "extend/tree_text.hpp"

namespace cwp {
namespace {

constexpr const char* kRules =
    "{points: {decimals: 2}, parameters: {quota: 5, dated: {2026-01-01: 1, 2026-06-01: 2}}, metrics: {visits: {type: "
    "u16}}, values: {rate: visits / quota}, categories: [{id: people, full: 40, items: [{id: calls, full: 10, "
    "bands: {of: visits, table: [[0, 0], [5, 8]]}}]}], vetoes: [{id: people, set: 0}, {id: late, set: 0}], rankings: "
    "[{id: late, every: month}], grades: [{id: year, levels: [{id: good, when: total > 80}]}]}";

/// The tree with the setting, or what is wrong with it, and where in the setting.
std::string with_setting(const std::string& setting) {
  std::vector<Diagnostic> problems;
  const Source source("--set", setting);
  const YamlPtr tree = tree_of(std::string(kRules));
  const YamlPtr changed = set_value(tree, source, {"id", "points", "calendar", "duty"}, problems);
  if (problems.empty()) return tree_text(*changed);
  EXPECT_EQ(changed, tree);
  const Span span = problems[0].place.span;
  std::string text = std::string(problems[0].slug) + " '" + setting.substr(span.begin, span.end - span.begin) + "'";
  for (const std::string& argument : problems[0].arguments) text += " " + argument;
  return text;
}

/// The rules with one piece of text changed.
std::string edited(std::string_view piece, std::string_view by) {
  std::string text = kRules;
  return text.replace(text.find(piece), piece.size(), by);
}

TEST(SetValue, AParameterOrNamedFormulaIsOneValue) {
  EXPECT_EQ(with_setting("quota=12"), edited("quota: 5", "quota: 12"));
  EXPECT_EQ(with_setting(" quota = 12 "), edited("quota: 5", "quota: 12"));
  EXPECT_EQ(with_setting("rate=max(visits, 1) / 2"), edited("visits / quota", "max(visits, 1) / 2"));
  EXPECT_EQ(with_setting("dated.2026-06-01=9"), edited("2026-06-01: 2", "2026-06-01: 9"));
  EXPECT_EQ(with_setting("dated=9"), edited("{2026-01-01: 1, 2026-06-01: 2}", "9"));
}

TEST(SetValue, KeysAndIdsLeadToAValue) {
  EXPECT_EQ(with_setting("people.full=35"), edited("full: 40", "full: 35"));
  EXPECT_EQ(with_setting("calls.full=8"), edited("full: 10", "full: 8"));
  EXPECT_EQ(with_setting("people.calls.bands.of=visits + 1"), edited("of: visits", "of: visits + 1"));
  EXPECT_EQ(with_setting("calls.bands.table.2.1=6"), edited("[5, 8]", "[6, 8]"));
  EXPECT_EQ(with_setting("calls.bands={of: visits, table: [[1, 2]]}"), edited("[[0, 0], [5, 8]]", "[[1, 2]]"));
  EXPECT_EQ(with_setting("year.good.when=total >= 90"), edited("total > 80", "total >= 90"));
  EXPECT_EQ(with_setting("points.decimals=1"), edited("decimals: 2", "decimals: 1"));
  EXPECT_EQ(with_setting("visits.type=u8"), edited("u16", "u8"));
}

TEST(SetValue, AKeyThatWasNotWrittenIsAdded) {
  EXPECT_EQ(with_setting("calls.if_missing=drop"), edited("[5, 8]]}", "[5, 8]]}, if_missing: drop"));
  EXPECT_EQ(with_setting("calls.effective.from=2026-01-01"),
            edited("[5, 8]]}", "[5, 8]]}, effective: {from: 2026-01-01}"));
  const std::string rules = kRules;
  EXPECT_EQ(with_setting("calendar.month.starts=21"),
            rules.substr(0, rules.size() - 1) + ", calendar: {month: {starts: 21}}}");
}

TEST(SetValue, WhatFormulasUseComesBeforeTheOtherNamespaces) {
  EXPECT_EQ(with_setting("people.start=3"), edited("items: [{id: calls, full: 10, bands: {of: visits, table: [[0, 0], "
                                                   "[5, 8]]}}]",
                                                   "items: [{id: calls, full: 10, bands: {of: visits, table: [[0, 0], "
                                                   "[5, 8]]}}], start: 3"));
  EXPECT_EQ(with_setting("vetoes.people.set=1"), edited("{id: people, set: 0}", "{id: people, set: 1}"));
}

TEST(SetValue, WrongPathsAreToldAtTheirParts) {
  EXPECT_EQ(with_setting("quota"), "set-format 'quota'");
  EXPECT_EQ(with_setting("people..full=1"), "set-format 'people..full=1'");
  EXPECT_EQ(with_setting("qouta=12"), "set-unknown 'qouta' qouta quota");
  EXPECT_EQ(with_setting("year.levels.god.when=1"), "set-unknown 'god' god good");
  EXPECT_EQ(with_setting("calls.bands.table.3.1=6"), "set-unknown '3' 3 ");
  EXPECT_EQ(with_setting("late.set=1"), "set-ambiguous 'late' late vetoes rankings");
  EXPECT_EQ(with_setting("people=35"), "set-needs-key 'people' people full, items");
  EXPECT_EQ(with_setting("visits=35"), "set-needs-key 'visits' visits type");
  EXPECT_EQ(with_setting("people.full.at=35"), "set-nothing-inside 'at' at full");
}

TEST(SetValue, AValueThatIsNoYamlIsToldInTheSetting) {
  const std::string told = with_setting("quota=[1, 2");
  EXPECT_TRUE(told.starts_with("yaml-")) << told;
}

TEST(SetValue, PlacesOfTheValueAreInTheSetting) {
  std::vector<Diagnostic> problems;
  const Source source("--set", "calls.max=a + [b]");
  const YamlPtr tree = set_value(tree_of(std::string(kRules)), source, {}, problems);
  const YamlNode& item = *tree->find("categories")->value->items[0]->find("items")->value->items[0];
  const YamlPair& pair = *item.find("max");
  EXPECT_EQ(pair.key->place().source, source);
  EXPECT_EQ(pair.key->span, (Span{6, 9}));
  EXPECT_EQ(pair.value->span, (Span{10, 17}));
  EXPECT_EQ(pair.value->text.place(4, 5).span, (Span{14, 15}));
}

}  // namespace
}  // namespace cwp
