// Every remark that an explanation can make, in a small rulebook made for it.

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "checked_text.hpp"
#include "cwp/explain.hpp"
#include "cwp/score.hpp"
#include "explain/rewarded.hpp"
#include "golden.hpp"
#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

constexpr std::string_view kRules =
    "cwp: 1\n"
    "id: remarks\n"
    "effective: {from: 2026-02-05}\n"
    "attributes: {area: {}}\n"
    "duty: {leave: exempt}\n"
    "metrics:\n"
    "  visits: {type: u16}\n"
    "  calls: {type: u16}\n"
    "  late: {type: u16}\n"
    "  survey: {per: month, fold: last}\n"
    "categories:\n"
    "  - id: plain\n"
    "    start: 5\n"
    "    items:\n"
    "      - {id: exempted, per: month, full: 10, exempt: visits > 0, points: visits}\n"
    "      - {id: elsewhere, per: month, full: 10, applies: area = 'rural', points: visits}\n"
    "      - {id: as_zero, per: month, full: 10, points: survey}\n"
    "      - {id: as_full, per: month, full: 10, if_missing: full, points: survey}\n"
    "      - {id: dropped, per: month, full: 10, if_missing: drop, points: survey}\n"
    "      - {id: demanded, per: month, full: 10, if_missing: error, points: survey}\n"
    "      - {id: divided, per: month, full: 10, points: visits / late}\n"
    "      - {id: clamped, per: month, full: 10, points: 100 * visits}\n"
    "      - {id: folded, per: month, full: 10, points: mean(calls per week)}\n"
    "      - {id: lagged, per: month, full: 10, points: 'first_of(as_full[-1], as_full[-2], as_full[-12], 1)'}\n"
    "  - id: scaled_part\n"
    "    full: 20\n"
    "    combine: scaled\n"
    "    items:\n"
    "      - {id: weekly, per: week, full: 10, points: visits}\n"
    "  - id: capped_part\n"
    "    full: 5\n"
    "    combine: capped\n"
    "    items:\n"
    "      - {id: more, per: month, full: 10, points: visits}\n"
    "  - id: nobody\n"
    "    items:\n"
    "      - {id: off, per: month, full: 10, exempt: true, points: visits}\n"
    "assessments: {month: {scale: 100, coefficient: 0.5}, quarter: {scale: 100}}\n";

/// ann is there, and on leave in February; cai comes in March. The data end on 20 March.
Scores scores_of_remarks() {
  const CheckedRulebook rules = checked_text(kRules);
  DatasetBuilder builder(rules);
  builder.add_officer("ann", {}, {}, {{"area", "urban"}});
  builder.add_officer("cai", Day::parse("2026-03-01"), {}, {{"area", "rural"}});
  builder.add_duty("ann", Day::parse("2026-02-01"), Day::parse("2026-02-28"), "leave");
  builder.add_metric("ann", "2026-03-02", "visits", "4");
  builder.add_metric("ann", "2026-03-03", "calls", "many");
  builder.add_metric("ann", "2026-03-10", "calls", "3");
  builder.set_span({*Day::parse("2026-01-01"), *Day::parse("2026-03-20")});
  ScoreOptions options;
  options.provisional = true;
  return score(compile(rules), builder.finish().value(), options).value();
}

constexpr std::string_view kActing =
    "cwp: 1\n"
    "id: acting\n"
    "attributes: {station: {}}\n"
    "metrics: {visits: {type: u16}, bad: {type: u8}, worse: {type: u8}, survey: {per: month, fold: last}}\n"
    "categories:\n"
    "  - {id: people, full: 40, items: [{id: x, per: month, full: 40, points: visits}]}\n"
    "  - id: among\n"
    "    full: 30\n"
    "    combine: mean\n"
    "    items:\n"
    "      - {id: y, per: month, full: 10, points: 5 * share(visits by station)}\n"
    "      - {id: z, per: month, full: 10, if_missing: peers, points: survey}\n"
    "      - {id: w, per: month, full: 10, points: 'max(survey by all)'}\n"
    "groups: {bonuses: {up_to: 6}}\n"
    "adjustments:\n"
    "  - {id: merit, per: week, gives: 5 * bad, group: bonuses}\n"
    "  - {id: more, per: month, gives: 9, group: bonuses}\n"
    "vetoes:\n"
    "  - {id: none, per: month, when: worse > 0, on: x, no_score: true}\n"
    "  - {id: fixed, per: month, when: bad > 0, set: 3, ranking: exclude, honours: none}\n"
    "  - {id: limited, per: month, when: bad > 0, cap: 50, factor: 0.5, ranking: last, grade_at_most: b}\n"
    "assessments: {month: {roll_up: {merit: sum}}}\n"
    "rankings: [{id: best, every: month, of: total}]\n"
    "grades: [{id: g, ranking: best, levels: [{id: a, when: total > 20}, {id: b}]}]\n";

/// What acts on points, peers and ranks: of four officers one is vetoed, one has no station.
std::string told_acting(Language language) {
  const CheckedRulebook rules = checked_text(kActing);
  DatasetBuilder builder(rules);
  for (const char* officer : {"ann", "bob", "cai"}) builder.add_officer(officer, {}, {}, {{"station", "S"}});
  builder.add_officer("dan", {}, {}, {});
  for (const auto& [officer, visits] : {std::pair{"ann", "9"}, {"bob", "12"}, {"cai", "15"}, {"dan", "20"}})
    builder.add_metric(officer, "2026-03-03", "visits", visits);
  for (const char* officer : {"ann", "bob"}) builder.add_metric(officer, "2026-03", "survey", "7");
  builder.add_metric("cai", "2026-03-04", "bad", "1");
  builder.add_metric("dan", "2026-03-04", "worse", "1");
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-04-05")});
  const Scores scores = score(compile(rules), builder.finish().value(), ScoreOptions{}).value();
  std::string text;
  for (const char* officer : {"bob", "cai", "dan"})
    text += std::string(officer) + ": " +
            to_text(explain(scores, officer, *Period::parse("2026-03", rules.calendar()), {}, language).value());
  return text;
}

std::string told(const Scores& scores, Language language) {
  struct Question {
    const char *officer, *label, *item;
  };
  const Calendar calendar = checked_text(kRules).calendar();
  std::string text;
  for (const auto& [officer, label, item] :
       {Question{"ann", "2026-03", ""}, Question{"ann", "2026-02", "as_zero"}, Question{"ann", "2026-02", "nobody"},
        Question{"cai", "2026-03", "lagged"}}) {
    const auto explanation = explain(scores, officer, *Period::parse(label, calendar), item, language);
    text += std::string(officer) + " " + label + ": " + to_text(explanation.value());
  }
  return text;
}

TEST(ExplanationRemarks, AreAllMadeAndReadWellInBothLanguages) {
  const Scores scores = scores_of_remarks();
  const std::string en = told(scores, Language::en);
  EXPECT_EQ(approved_difference("explain/remarks.txt", en), "");
  EXPECT_EQ(approved_difference("explain/remarks_zh.txt", told(scores, Language::zh)), "");
  const std::string acting = told_acting(Language::en);
  EXPECT_EQ(approved_difference("explain/acting.txt", acting), "");
  EXPECT_EQ(approved_difference("explain/acting_zh.txt", told_acting(Language::zh)), "");
  const std::string all = en + acting + told_rewards(Language::en);
  std::set<std::string_view> silent;
  for (const DiagnosticRow& row : explain_rows()) {
    const std::string plain = std::regex_replace(std::string(row.en), std::regex("[().+*?^$|]"), "\\$&");
    const std::string pattern =
        "[(;=] ?" + std::regex_replace(plain, std::regex("\\{[ws]?[0-9]\\}"), "[^\n]*") + "[);\n ]";
    if (!std::regex_search(all, std::regex(pattern))) silent.insert(row.slug);
  }
  // An explanation leaves out what its assessment does not hold and periods that have not begun; a fold looks at one
  // period at least; neighbours in a ranking and the total are labels, no remarks. What was told is said in long ones.
  EXPECT_EQ(silent,
            (std::set<std::string_view>{"explain-before", "explain-behind", "explain-no-periods", "explain-told-above",
                                        "explain-total", "reason-not-begun", "reason-not-held"}));
}

}  // namespace
}  // namespace cwp
