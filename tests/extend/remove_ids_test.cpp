#include "extend/remove_ids.hpp"

#include "extend/tree_text.hpp"

namespace cwp {
namespace {

TEST(RemoveIds, DropsThingsOfEveryKindAtAnyDepth) {
  const YamlPtr tree = tree_of(
      "{metrics: {m: {}, n: {}}, categories: [{id: a, categories: [{id: b, items: [{id: m2}, {id: x}]}]}], "
      "grades: [{id: g, levels: [{id: l1}, {id: l2}]}], awards: [{id: w}]}");
  const RemovedIds rest = remove_ids(tree, {"m", "x", "l1", "w"});
  EXPECT_EQ(tree_text(*rest.tree),
            "{metrics: {n: {}}, categories: [{id: a, categories: [{id: b, items: [{id: m2}]}]}], "
            "grades: [{id: g, levels: [{id: l2}]}], awards: []}");
  EXPECT_EQ(rest.found, (std::set<std::string_view>{"l1", "m", "w", "x"}));
}

TEST(RemoveIds, ACategoryGoesWithAllThatIsInIt) {
  const RemovedIds rest = remove_ids(tree_of("{categories: [{id: a, items: [{id: x}]}, {id: b}]}"), {"a"});
  EXPECT_EQ(tree_text(*rest.tree), "{categories: [{id: b}]}");
}

TEST(RemoveIds, TheRollUpOfAnAdjustmentGoesWithIt) {
  const RemovedIds rest = remove_ids(
      tree_of("{adjustments: [{id: a}, {id: b}], assessments: {month: , year: {roll_up: {a: sum, b: sum}}}}"), {"a"});
  EXPECT_EQ(tree_text(*rest.tree), "{adjustments: [{id: b}], assessments: {month: , year: {roll_up: {b: sum}}}}");
}

TEST(RemoveIds, WhatIsNotThereIsNotFoundAndTheOthersAreKnown) {
  const RemovedIds rest = remove_ids(tree_of("{metrics: {m: {}}, vetoes: [{id: v}]}"), {"w"});
  EXPECT_TRUE(rest.found.empty());
  EXPECT_EQ(rest.known, (std::vector<std::string>{"m", "v"}));
}

}  // namespace
}  // namespace cwp
