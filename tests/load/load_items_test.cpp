#include <gtest/gtest.h>

#include "load/loaded.hpp"

namespace cwp {
namespace {

Item loaded(const std::string& rest) {
  const auto result = load_text(item(rest));
  EXPECT_EQ(problems(result.diagnostics()), Problems{}) << rest;
  return result.partial()->categories.at(0).items.at(0);
}

TEST(LoadItems, KeysOfAnItem) {
  const Item read = loaded(
      "title: t, full: 10, min: none, max: 12, prorate: duty, applies: a > 1, if_not_applicable: full, exempt: b, "
      "if_missing: drop, roll_up: last, decimals: 1, rounding: down, carry: exact, source: s, basis: 第三条, points: "
      "1");
  EXPECT_EQ(read.id.value, "x");
  EXPECT_EQ(read.per.value, Grain::month);
  EXPECT_TRUE(read.full && read.applies && read.exempt && read.min.none && read.max.formula && !read.max.none);
  EXPECT_EQ(read.prorate, Prorate::duty);
  EXPECT_EQ(read.if_not_applicable, IfNotApplicable::full);
  EXPECT_EQ(read.if_missing, IfMissing::drop);
  EXPECT_EQ(read.roll_up.kind, RollUpKind::last);
  EXPECT_EQ(read.rounding.rounding, Rounding::down);
  EXPECT_EQ(read.basis, "第三条");
}

TEST(LoadItems, RollUps) {
  EXPECT_EQ(loaded("points: 1, roll_up: best(3)").roll_up.best, 3);
  EXPECT_EQ(loaded("points: 1, roll_up: best(3)").roll_up.kind, RollUpKind::best);
  EXPECT_EQ(loaded("points: 1, roll_up: 2 * x").roll_up.kind, RollUpKind::formula);
  EXPECT_EQ(loaded("points: 1, roll_up: none").roll_up.kind, RollUpKind::none);
  EXPECT_EQ(problems(item("points: 1, roll_up: best(0)")), Problems{"integer-range 6:66"});
}

TEST(LoadItems, FormsByTheirKeys) {
  const Item target = loaded("full: 1, target: {of: a, at: 95%, better: more, beyond: {each: 1, up_to: 2}}");
  EXPECT_EQ(target.form.form.value, "target");
  ASSERT_EQ(target.form.keys.size(), 4u);
  EXPECT_EQ(target.form.keys[1].formula.root->number, *Decimal::parse("0.95"));
  EXPECT_EQ(target.form.keys[2].word.value, "more");
  EXPECT_EQ(target.form.keys[3].keys[1].key.value, "up_to");

  const Item bands = loaded("full: 15, bands: {of: v, table: [[0, 0], [5, k + 1]], edge: above}");
  EXPECT_EQ(bands.form.keys[1].table.size(), 2u);
  EXPECT_EQ(bands.form.keys[1].table[1].second.text, "k + 1");

  const Item points = loaded("points: 3 * a");
  EXPECT_EQ(points.form.keys.at(0).key.value, "");
  EXPECT_EQ(points.form.keys[0].formula.text, "3 * a");

  const Item award = loaded("award: {of: a, each: 1, whole: up, per: day}");
  EXPECT_EQ(award.form.keys[3].word.value, "day");

  const Item cases = loaded("cases: [{when: a > 1, points: 5}, {otherwise: 0}]");
  ASSERT_EQ(cases.form.keys.at(0).cases.size(), 2u);
  EXPECT_TRUE(cases.form.keys[0].cases[0].when);
  EXPECT_FALSE(cases.form.keys[0].cases[1].when);
}

TEST(LoadItems, OneFormEach) {
  EXPECT_EQ(problems(item("full: 1")), Problems{"form-missing 6:9"});
  EXPECT_EQ(problems(item("points: 1, award: {of: a, each: 1}")), Problems{"two-forms 6:52"});
  EXPECT_EQ(problems(item("ponits: 1")), Problems{"unknown-key 6:41"});
  EXPECT_EQ(problems(item("effective: {from: 2026-01-01}")), Problems{"form-missing 6:9"});
}

TEST(LoadItems, DatesInForce) {
  const Item one = loaded("points: 1, effective: {from: 2026-01-01, to: 2026-03-31}");
  EXPECT_EQ(one.effective.from->value.to_text(), "2026-01-01");
  EXPECT_EQ(one.effective.to->value.to_text(), "2026-03-31");
  EXPECT_FALSE(loaded("points: 1, effective: {to: 2026-03-31}").effective.from);
  EXPECT_EQ(problems(item("points: 1, effective: {form: 2026-01-01}")), Problems{"unknown-key 6:64"});
}

TEST(LoadItems, ProblemsInsideForms) {
  EXPECT_EQ(problems(item("deduct: {of: a}")), Problems{"missing-key 6:49"});
  EXPECT_EQ(problems(item("deduct: {of: a, eahc: 1}")), Problems{"unknown-key 6:57"});
  EXPECT_EQ(problems(item("deduct: {of: a, each: 1, whole: rounded}")), Problems{"unknown-word 6:73"});
  EXPECT_EQ(problems(item("deduct: 5")), Problems{"mapping-expected 6:49"});
  EXPECT_EQ(problems(item("bands: {of: a, table: [[0, 0], [5], 7]}")),
            (Problems{"table-row-format 6:72", "table-row-format 6:77"}));
  EXPECT_EQ(problems(item("bands: {of: a, table: [5, 8]}")), Problems{"table-row-format 6:63"});
  EXPECT_EQ(problems(item("cases: []")), Problems{"list-empty 6:48"});
  EXPECT_EQ(problems(item("cases: [{otherwise: 1}, {when: a, points: 2}]")), Problems{"otherwise-not-last 6:50"});
  EXPECT_EQ(problems(item("cases: [{when: a}, {points: 2}]")), (Problems{"missing-key 6:49", "missing-key 6:60"}));
  EXPECT_EQ(problems(item("cases: [{when: a, otherwise: 2}]")), Problems{"keys-exclude 6:59"});
  EXPECT_EQ(problems(item("award: {of: a, each: 1, per: daily}")), Problems{"unknown-word 6:70"});
  EXPECT_EQ(problems(item("ranked: {of: a, table: [[1, 5], [0, 3], [3..2, 1], 7]}")),
            (Problems{"rank-row-format 6:74", "rank-row-format 6:82", "rank-row-format 6:92"}));
  EXPECT_EQ(problems(item("ranked: {of: a, table: [[1..3, 5], [3, 3]]}")), Problems{"pay-rows-overlap 6:76"});
  EXPECT_EQ(problems(item("judged: {of: [a, b], within: {a: 10}}")), Problems{"limits-format 6:74"});
}

TEST(LoadItems, CutFormulaInAFormIsOneProblem) {
  EXPECT_EQ(problems(item("target: {of: max(a, b), at: max(1, 2), zero_at: 0}")),
            (Problems{"formula-cut-by-yaml 6:54", "formula-cut-by-yaml 6:69"}));
}

TEST(LoadItems, DaysBelongToDailyItems) {
  EXPECT_EQ(problems(item("points: 1, days: all")), Problems{"key-without-use 6:52"});
  EXPECT_EQ(problems(book("categories: [{id: c, items: [{id: x, per: day, days: workdays, points: 1}]}]\n")),
            Problems{});
}

TEST(LoadItems, StepsAndLinesAreLists) {
  const auto steps = load_text(item("escalate: {of: a, steps: [1, 2], then: 5}"));
  ASSERT_EQ(problems(steps.diagnostics()), Problems{});
  EXPECT_EQ(steps.value().categories[0].items[0].form.keys[1].list.size(), 2u);
  const auto lines =
      load_text(item("start: 100, lines: [{deduct: {of: a, each: 1}, at_most: 5}, {points: b, if_missing: fail}]"));
  ASSERT_EQ(problems(lines.diagnostics()), Problems{});
  const FormUse& form = lines.value().categories[0].items[0].form;
  ASSERT_EQ(form.keys.size(), 2u);
  ASSERT_EQ(form.keys[0].lines.size(), 2u);
  EXPECT_EQ(form.keys[0].lines[0].form.form.value, "deduct");
  EXPECT_EQ(form.keys[0].lines[0].at_most->text, "5");
  EXPECT_EQ(form.keys[0].lines[1].if_missing, LineIfMissing::fail);
  EXPECT_EQ(form.keys[1].key.value, "start");
  EXPECT_EQ(form.keys[1].formula.text, "100");
  const auto mapping = load_text(item("lines: {start: 50, list: [{points: b}]}"));
  ASSERT_EQ(problems(mapping.diagnostics()), Problems{});
  EXPECT_EQ(mapping.value().categories[0].items[0].form.keys.size(), 2u);
}

TEST(LoadItems, WhatLinesLackIsSaid) {
  EXPECT_EQ(problems(item("lines: []")), Problems{"list-empty 6:48"});
  EXPECT_EQ(problems(item("lines: [{at_most: 5}]")), Problems{"form-missing 6:49"});
  EXPECT_EQ(problems(item("lines: [{points: 1, award: {of: a, each: 1}}]")), Problems{"two-forms 6:61"});
  EXPECT_EQ(problems(item("escalate: {of: a, steps: []}")), Problems{"list-empty 6:66"});
  EXPECT_EQ(problems(item("points: 1, start: 100")), Problems{"key-without-use 6:52"});
  EXPECT_EQ(problems(item("start: 100")), Problems{"form-missing 6:9"});
  EXPECT_EQ(problems(item("start: 100, lines: {start: 5, list: [{points: b}]}")), Problems{"keys-exclude 6:41"});
  EXPECT_EQ(problems(item("lines: {list: [{points: b}], begin: 5}")), Problems{"unknown-key 6:70"});
  EXPECT_EQ(problems(item("lines: {start: 5}")), Problems{"missing-key 6:48"});
  EXPECT_EQ(problems(item("lines: [{points: 1, if_missing: zero}]")), Problems{"unknown-word 6:73"});
  EXPECT_EQ(problems(item("lines: [{points: 1, each: 2}]")), Problems{"unknown-key 6:61"});
  EXPECT_EQ(problems(item("escalate: {of: a, steps: {a: 1}}")), Problems{"list-expected 6:66"});
  EXPECT_EQ(problems(item("escalate: {of: a, steps: 2}")), Problems{});
}

TEST(LoadItems, PeersAndSharesAreWords) {
  const auto loaded = load_text(item("points: 1, if_missing: peers"));
  EXPECT_EQ(loaded.value().categories[0].items[0].if_missing, IfMissing::peers);
  const auto mean = load_text(book("categories:\n  - {id: c, combine: geometric, beyond_full: true, items: []}\n"));
  EXPECT_EQ(mean.value().categories[0].combine, Combine::geometric);
  EXPECT_TRUE(mean.value().categories[0].beyond_full);
}

TEST(LoadCategories, Nested) {
  const auto result = load_text(book(
      "categories:\n  - id: a\n    full: 40\n    start: 5\n    combine: capped\n    basis: 第一章\n    categories:\n"
      "      - {id: b, items: [{id: x, per: day, points: 1}]}\n      - {id: c}\n"));
  ASSERT_EQ(problems(result.diagnostics()), Problems{});
  const Category& top = result.value().categories[0];
  EXPECT_EQ(top.combine, Combine::capped);
  EXPECT_EQ(top.start->value.to_text(), "5");
  EXPECT_EQ(top.categories[0].items[0].id.value, "x");
  EXPECT_EQ(top.categories[1].id.value, "c");
}

TEST(LoadCategories, ItemsOrCategories) {
  EXPECT_EQ(problems(book("categories:\n  - {id: a, items: [], categories: []}\n")), Problems{"keys-exclude 4:24"});
}

TEST(LoadCategories, AtMostTenThousandItems) {
  std::string text = "categories:\n  - id: a\n    items:\n";
  for (int i = 0; i < 10'005; ++i) text += "      - {id: x, per: day, points: 1}\n";
  const auto result = load_text(book(text));
  EXPECT_EQ(problems(result.diagnostics()), Problems{"too-many-items 10006:9"});
  EXPECT_EQ(result.partial()->categories[0].items.size(), 10'000u);
}

}  // namespace
}  // namespace cwp
