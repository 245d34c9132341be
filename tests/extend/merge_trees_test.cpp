#include "extend/merge_trees.hpp"

#include "extend/tree_text.hpp"

namespace cwp {
namespace {

std::string merged(const std::string& base, const std::string& over) {
  return tree_text(*merge_trees(tree_of(base), tree_of(over)));
}

TEST(MergeTrees, MappingsMergeByKeyAndWhatIsNewStandsLast) {
  EXPECT_EQ(merged("{id: a, points: {decimals: 2, carry: shown}}", "{points: {carry: exact}, title: t}"),
            "{id: a, points: {decimals: 2, carry: exact}, title: t}");
}

TEST(MergeTrees, ThingsWithIdsMergeByIdAtAnyDepth) {
  EXPECT_EQ(
      merged("{categories: [{id: a, categories: [{id: b, items: [{id: x, full: 1, points: p}, {id: y}]}]}]}",
             "{categories: [{id: a, categories: [{id: b, full: 9, items: [{id: z}, {id: x, full: 2}]}]}, {id: c}]}"),
      "{categories: [{id: a, categories: [{id: b, items: [{id: x, full: 2, points: p}, {id: y}, {id: z}], "
      "full: 9}]}, {id: c}]}");
}

TEST(MergeTrees, OtherListsAreReplaced) {
  EXPECT_EQ(merged("{calendar: {holidays: [2026-01-01]}}", "{calendar: {holidays: [2026-02-01]}}"),
            "{calendar: {holidays: [2026-02-01]}}");
  EXPECT_EQ(merged("{rankings: [{id: r, ties: [a, b]}]}", "{rankings: [{id: r, ties: [c]}]}"),
            "{rankings: [{id: r, ties: [c]}]}");
}

TEST(MergeTrees, AnIdWrittenTwiceStaysTwice) {
  EXPECT_EQ(merged("{vetoes: [{id: v, set: 1}]}", "{vetoes: [{id: v, set: 2}, {id: v, set: 3}]}"),
            "{vetoes: [{id: v, set: 2}, {id: v, set: 3}]}");
}

TEST(MergeTrees, AFormTakesThePlaceOfAnother) {
  const std::string base = "{categories: [{id: c, items: [{id: x, full: 9, lines: [{points: p}], start: 5}]}]}";
  EXPECT_EQ(merged(base, "{categories: [{id: c, items: [{id: x, points: q}]}]}"),
            "{categories: [{id: c, items: [{id: x, full: 9, points: q}]}]}");
  EXPECT_EQ(merged(base, "{categories: [{id: c, items: [{id: x, start: 6}]}]}"),
            "{categories: [{id: c, items: [{id: x, full: 9, lines: [{points: p}], start: 6}]}]}");
}

TEST(MergeTrees, OneFormMergesKeyByKey) {
  EXPECT_EQ(merged("{categories: [{id: c, items: [{id: x, deduct: {of: v, below: 9, each: 2}}]}]}",
                   "{categories: [{id: c, items: [{id: x, deduct: {above: 3, each: 1}}]}]}"),
            "{categories: [{id: c, items: [{id: x, deduct: {of: v, each: 1, above: 3}}]}]}");
}

TEST(MergeTrees, KeysThatExcludeOneAnotherGiveWay) {
  EXPECT_EQ(merged("{adjustments: [{id: a, gives: 1, up_to: 9}]}", "{adjustments: [{id: a, takes: 2}]}"),
            "{adjustments: [{id: a, up_to: 9, takes: 2}]}");
  EXPECT_EQ(merged("{metrics: {m: {min: 0, max: 9, unit: x}}}", "{metrics: {m: {range: [1, 2]}}}"),
            "{metrics: {m: {unit: x, range: [1, 2]}}}");
  EXPECT_EQ(merged("{metrics: {top: {}, gives: {}}}", "{metrics: {bottom: {}, takes: {}}}"),
            "{metrics: {top: {}, gives: {}, bottom: {}, takes: {}}}");
}

TEST(MergeTrees, DatesOfAParameterStayInOrder) {
  EXPECT_EQ(merged("{parameters: {p: {2026-01-01: 1, 2026-07-01: 3}}}", "{parameters: {p: {2026-04-01: 2}}}"),
            "{parameters: {p: {2026-01-01: 1, 2026-04-01: 2, 2026-07-01: 3}}}");
  EXPECT_EQ(merged("{parameters: {p: {2026-01-01: 1}}}", "{parameters: {p: 7}}"), "{parameters: {p: 7}}");
}

TEST(MergeTrees, AValueThatNobodyWroteLeavesAMappingAsItIs) {
  EXPECT_EQ(merged("{metrics: {m: {unit: x}}, title: t}", "{metrics: {m: }, title: }"),
            "{metrics: {m: {unit: x}}, title: }");
}

TEST(MergeTrees, EachPartKnowsWhereItIsWritten) {
  const Source base("base.yaml", "{categories: [{id: c, items: [{id: x, full: 1, points: p}]}]}");
  const Source over("over.yaml", "{categories: [{id: c, items: [{id: x, full: 2}]}]}");
  const YamlPtr tree = merge_trees(tree_of(base), tree_of(over));
  const YamlNode& item = *tree->find("categories")->value->items[0]->find("items")->value->items[0];
  EXPECT_EQ(item.source(), over);
  EXPECT_EQ(item.find("id")->key->source(), over);
  EXPECT_EQ(item.find("full")->value->text.place().source, over);
  EXPECT_EQ(item.find("points")->value->text.place().source, base);
  EXPECT_EQ(item.find("points")->value->place().span.begin, base.text().find("p}"));
}

}  // namespace
}  // namespace cwp
