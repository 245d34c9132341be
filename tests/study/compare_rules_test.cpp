#include "cwp/compare_rules.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

constexpr const char* kCompared = R"YAML(cwp: 1
id: small
title: {zh: 小, en: Small}
parameters: {quota: 5, dated: {2026-01-01: 1, 2026-06-01: 2}}
attributes: {area: {type: text, one_of: [urban, rural]}, station: {}}
metrics:
  visits: {type: u16, range: [0, 90]}
  rate: {fold: mean}
values: {share: "ratio(visits, quota, 1)"}
categories:
  - id: work
    full: 30
    combine: scaled
    items:
      - {id: calls, title: {zh: 走访, en: Calls}, per: week, full: 20, bands: {of: visits, table: [[0, 0], [5, 20]]}}
      - {id: rates, per: month, full: 10, target: {of: rate, at: 95%, zero_at: 50%}}
rankings:
  - {id: all, every: month, of: total, by: station}
grades:
  - {id: grade, ranking: all, levels: [{id: good, when: total > 20 * share}, {id: fair, when: dated > 1}, {id: poor}]}
)YAML";

std::string compared(std::string_view piece, std::string_view by) {
  std::string text = kCompared;
  EXPECT_NE(text.find(piece), std::string::npos) << piece;
  text.replace(text.find(piece), piece.size(), by);
  std::string told;
  for (const RuleChange& one : compare_rules(checked_text(kCompared), checked_text(text)))
    told += std::string(to_text(one.kind)) + " " + one.section + " " + one.id + " " + one.key + ": " + one.before +
            " -> " + one.after + "\n";
  return told;
}

TEST(CompareRules, AKeyWithAnotherValueIsTold) {
  EXPECT_EQ(compared("at: 95%", "at: 90%"), "changed items rates target.at: 95% -> 90%\n");
  EXPECT_EQ(compared("quota: 5", "quota: 6"), "changed parameters quota : 5 -> 6\n");
  EXPECT_EQ(compared("2026-06-01: 2", "2026-06-01: 3"), "changed parameters dated 2026-06-01: 2 -> 3\n");
  EXPECT_EQ(compared("[5, 20]", "[6, 20]"),
            "changed items calls bands.table: [[0, 0], [5, 20]] -> [[0, 0], [6, 20]]\n");
  EXPECT_EQ(compared("dated > 1", "dated > 2"), "changed grades.levels grade.fair when: dated > 1 -> dated > 2\n");
  EXPECT_EQ(compared("en: Small", "en: Little"),
            "changed rulebook  title: {zh: 小, en: Small} -> {zh: 小, en: Little}\n");
  EXPECT_EQ(compared("[0, 90]", "[1, 90]"), "changed metrics visits min: 0 -> 1\n");
}

TEST(CompareRules, AKeyThatComesOrGoesIsToldWithItsDefault) {
  EXPECT_EQ(compared("per: week,", "per: week, min: 1,"), "changed items calls min: 0 -> 1\n");
  EXPECT_EQ(compared(", by: station", ""), "changed rankings all by: station -> all\n");
  EXPECT_EQ(compared("zero_at: 50%", "zero_at: 50%, better: more"), "");  // the figures show it
  EXPECT_EQ(compared(", zero_at: 50%", ""), "changed items rates target.zero_at: 50% -> \n");
}

TEST(CompareRules, PartsThatComeGoOrMoveAreTold) {
  EXPECT_EQ(compared("  rate: {fold: mean}\n", "  rate: {fold: mean}\n  more: {}\n"), "added metrics more :  -> \n");
  EXPECT_EQ(compared(", station: {}", ", station: {}, squad: {}"), "added attributes squad :  -> \n");
  EXPECT_EQ(compared("{id: good, when: total > 20 * share}, {id: fair, when: dated > 1}",
                     "{id: fair, when: dated > 1}, {id: good, when: total > 20 * share}"),
            "reordered grades grade levels: good, fair, poor -> fair, good, poor\n");
  EXPECT_EQ(compared("      - {id: rates, per: month, full: 10, target: {of: rate, at: 95%, zero_at: 50%}}\n",
                     "  - id: other\n    items:\n"
                     "      - {id: rates, per: month, full: 10, target: {of: rate, at: 95%, zero_at: 50%}}\n"),
            "moved items rates : work -> other\nadded categories other :  -> \n");
}

TEST(CompareRules, AnotherFormIsOneKeyForAnother) {
  EXPECT_EQ(compared("bands: {of: visits, table: [[0, 0], [5, 20]]}", "award: {of: visits, each: 4}"),
            "changed items calls bands.of: visits -> \n"
            "changed items calls bands.table: [[0, 0], [5, 20]] -> \n"
            "changed items calls award.of:  -> visits\n"
            "changed items calls award.each:  -> 4\n");
}

TEST(CompareRules, WhatIsOnlyWrittenOtherwiseIsNoChange) {
  EXPECT_EQ(compared("at: 95%", "at: 0.95"), "");
  EXPECT_EQ(compared("\"ratio(visits, quota, 1)\"", "'ratio( visits,quota , 1.0 )'"), "");
  EXPECT_EQ(compared("range: [0, 90]", "min: 0, max: 90"), "");
  EXPECT_EQ(compared("{fold: mean}", "{fold: mean, absent: missing, per: day}"), "");
  EXPECT_EQ(compared("by: station", "by: [station], order: descending"), "");
  EXPECT_EQ(compared("title: {zh: 小, en: Small}", "title:  # a remark\n  en: Small\n  zh: 小"), "");
  EXPECT_EQ(compared("table: [[0, 0], [5, 20]]", "table: [[0, 0], [5, 20]], edge: at_least, between: step"), "");
  EXPECT_EQ(compared("parameters:", "calendar: {workdays: [mon, tue, wed, thu, fri], month: {starts: 1}}\nparameters:"),
            "");
  EXPECT_EQ(compared("parameters:", "points: {carry: shown}\nparameters:"), "");
}

TEST(CompareRules, ARulebookEqualsItself) {
  for (const char* name : {"community-officers", "auxiliary-police-month", "county-bureau", "migrant-registration"}) {
    const CheckedRulebook rules = load_and_check(read_source(root_dir() + "/rules/" + name + ".yaml").value()).value();
    EXPECT_TRUE(compare_rules(rules, rules).empty()) << name;
  }
}

TEST(CompareRules, TextAndCsvNameBothPlaces) {
  std::string text = kCompared;
  text.replace(text.find("quota: 5"), 8, "quota: 6");
  const auto changes = compare_rules(load_and_check(Source("old.yaml", kCompared)).value(),
                                     load_and_check(Source("new.yaml", "# longer\n" + text)).value());
  EXPECT_EQ(to_text(changes), "The rules: 1 change.\n  parameters quota: 5 → 6\n      old.yaml:4 → new.yaml:5\n");
  EXPECT_EQ(to_text(changes, Language::zh),
            "考核办法：1 处变化。\n  parameters quota：5 → 6\n      old.yaml:4 → new.yaml:5\n");
  EXPECT_EQ(to_csv(changes),
            "change,section,id,key,before,after,old_file,old_line,new_file,new_line\n"
            "changed,parameters,quota,,5,6,old.yaml,4,new.yaml,5\n");
  EXPECT_EQ(to_text(std::vector<RuleChange>{}), "The rules: nothing changed in meaning.\n");
}

}  // namespace
}  // namespace cwp
