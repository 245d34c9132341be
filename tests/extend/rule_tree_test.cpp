#include "extend/rule_tree.hpp"

#include "extend/tree_text.hpp"

namespace cwp {
namespace {

using Lines = std::vector<std::string>;

/// What is wrong, as `slug file:line:column`, with notes behind two blanks.
Lines problems(const std::vector<Diagnostic>& diagnostics) {
  const auto line = [](std::string_view slug, const Place& place) {
    const Position at = place.source.position(place.span.begin);
    return std::string(slug) + " " + place.source.name() + ":" + std::to_string(at.line) + ":" +
           std::to_string(at.column);
  };
  Lines lines;
  for (const Diagnostic& diagnostic : diagnostics) {
    lines.push_back(line(diagnostic.slug, diagnostic.place));
    for (const Note& note : diagnostic.notes) lines.push_back("  " + line(note.slug, note.place));
  }
  return lines;
}

struct Read {
  RuleTree tree;
  Lines problems;
};
Read read(const std::string& text, const std::vector<Source>& given) {
  std::vector<Diagnostic> diagnostics;
  RuleTree tree = read_rule_tree(Source("a.yaml", text), given, diagnostics);
  return {std::move(tree), problems(diagnostics)};
}

TEST(RuleTree, ARulebookWithoutABaseIsItself) {
  const Read one = read("cwp: 1\nid: a\n", {});
  EXPECT_EQ(tree_text(*one.tree.root), "{cwp: 1, id: a}");
  EXPECT_TRUE(one.tree.bases.empty());
  EXPECT_EQ(one.problems, Lines{});
}

TEST(RuleTree, BasesAreBuiltOnOneAnother) {
  const Read one = read("{cwp: 1, id: a, extends: b.yaml, metrics: {x: {unit: a}}}",
                        {{"b.yaml", "{cwp: 1, id: b, extends: c.yaml, remove: [z], metrics: {y: {}}}"},
                         {"c.yaml", "{cwp: 1, id: c, metrics: {x: {unit: c, type: u8}, z: {}}, tests: [{name: t}]}"}});
  EXPECT_EQ(one.problems, Lines{});
  EXPECT_EQ(tree_text(*one.tree.root), "{cwp: 1, id: a, metrics: {x: {unit: a, type: u8}, y: {}}, extends: b.yaml}");
  ASSERT_EQ(one.tree.bases.size(), 2U);
  EXPECT_EQ(one.tree.bases[0].name(), "b.yaml");
  EXPECT_EQ(one.tree.bases[1].name(), "c.yaml");
  ASSERT_EQ(one.tree.removed.size(), 1U);
  EXPECT_EQ(one.tree.removed[0].value, "z");
  EXPECT_EQ(one.tree.removed[0].place.source.name(), "b.yaml");
}

TEST(RuleTree, WhatIsRemovedCanBeWrittenAnew) {
  const Read one = read("{cwp: 1, extends: b.yaml, remove: [x], metrics: {x: {unit: a}}}",
                        {{"b.yaml", "{cwp: 1, metrics: {x: {unit: b, type: u8}}}"}});
  EXPECT_EQ(tree_text(*one.tree.root), "{cwp: 1, metrics: {x: {unit: a}}, extends: b.yaml, remove: [x]}");
}

TEST(RuleTree, CirclesAreShownStepByStep) {
  const Read one = read("cwp: 1\nextends: b.yaml\n", {{"b.yaml", "cwp: 1\nextends: a.yaml\n"}});
  EXPECT_EQ(one.tree.root, nullptr);
  EXPECT_EQ(one.problems, (Lines{"extends-cycle b.yaml:2:10", "  extends-step a.yaml:2:10"}));
  EXPECT_EQ(read("cwp: 1\nextends: a.yaml\n", {}).problems, Lines{"extends-cycle a.yaml:2:10"});
}

TEST(RuleTree, AChainIsNotEndless) {
  std::vector<Source> given;
  for (int i = 0; i < 20; ++i)
    given.emplace_back("b" + std::to_string(i) + ".yaml", "cwp: 1\nextends: b" + std::to_string(i + 1) + ".yaml\n");
  EXPECT_EQ(read("cwp: 1\nextends: b0.yaml\n", given).problems, Lines{"extends-too-many b14.yaml:2:10"});
}

TEST(RuleTree, ProblemsOfABaseStandInTheBase) {
  const auto of_base = [](const std::string& text) {
    return read("cwp: 1\nextends: b.yaml\n", {{"b.yaml", text}}).problems;
  };
  EXPECT_EQ(of_base("cwp: 1\nid: a\nid: b\n"), (Lines{"duplicate-key b.yaml:3:1", "  first-written-here b.yaml:2:1"}));
  EXPECT_EQ(of_base("cwp: 2\n"), Lines{"version-unknown b.yaml:1:6"});
  EXPECT_EQ(of_base("id: b\n"), Lines{"missing-key b.yaml:1:1"});
  EXPECT_EQ(of_base("- x\n"), Lines{"rulebook-not-a-mapping b.yaml:1:1"});
  EXPECT_EQ(of_base(""), Lines{"rulebook-empty b.yaml:1:1"});
  EXPECT_EQ(of_base("cwp: 1\nremove: [x]\n"), Lines{"key-needs b.yaml:2:1"});
}

TEST(RuleTree, TheVersionIsThatOfEachFile) {
  EXPECT_EQ(read("id: a\nextends: b.yaml\n", {{"b.yaml", "cwp: 1\n"}}).problems, Lines{"missing-key a.yaml:1:1"});
}

TEST(RuleTree, WhatIsRemovedMustBeThereAndAList) {
  const auto removing = [](const std::string& what) {
    return read("cwp: 1\nextends: b.yaml\nremove: " + what + "\n", {{"b.yaml", "{cwp: 1, metrics: {x: {}}}"}}).problems;
  };
  EXPECT_EQ(removing("[x]"), Lines{});
  EXPECT_EQ(removing("[y]"), Lines{"remove-unknown a.yaml:3:10"});
  EXPECT_EQ(removing("[x, x]"), Lines{"written-twice a.yaml:3:13"});
  EXPECT_EQ(removing("[[x]]"), Lines{"scalar-expected a.yaml:3:10"});
  EXPECT_EQ(removing("x"), Lines{"list-expected a.yaml:3:9"});
}

TEST(RuleTree, WhatIsExtendedIsAPath) {
  EXPECT_EQ(read("cwp: 1\nextends:\n", {}).problems, Lines{"value-missing a.yaml:2:1"});
  EXPECT_EQ(read("cwp: 1\nextends: [b.yaml]\n", {}).problems, Lines{"scalar-expected a.yaml:2:10"});
  EXPECT_EQ(read("cwp: 1\nextends: b.yaml\n", {}).problems, Lines{"base-unreadable a.yaml:2:10"});
}

}  // namespace
}  // namespace cwp
