#pragma once
// Three months of two stations with a grade set and seven awards, in which every reason for or against them occurs.

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "checked_text.hpp"
#include "cwp/explain.hpp"

namespace cwp {

inline constexpr std::string_view kRewards =
    "cwp: 1\n"
    "id: rewards\n"
    "attributes: {station: {}}\n"
    "duty: {leave: exempt}\n"
    "metrics: {marks: {per: month, fold: last}, late: {type: u8}, bad: {type: u8}, survey: {per: month, fold: last}}\n"
    "categories:\n"
    "  - {id: work, full: 100, items: [{id: won, per: month, full: 100, if_missing: drop, points: marks}]}\n"
    "vetoes: [{id: breach, per: month, when: bad > 0, grade_at_most: fair, honours: none}]\n"
    "assessments: {month: {}}\n"
    "rankings: [{id: best, every: month, of: total}]\n"
    "grades:\n"
    "  - id: mark\n"
    "    title: {zh: 月等次, en: Mark of the month}\n"
    "    ranking: best\n"
    "    lower_by: late\n"
    "    levels:\n"
    "      - {id: fine, when: total >= 80 and rank <= 3, at_most: 40%, by: station}\n"
    "      - {id: good, when: total >= 60, at_most: 2}\n"
    "      - {id: fair, when: total >= 50 and survey > 0}\n"
    "      - {id: poor, when: total >= 30}\n"
    "awards:\n"
    "  - {id: honours, title: {zh: 评先, en: Honours}, from: best, top: 2}\n"
    "  - {id: table, from: best, top: 2, edge: in, pays: [[1..1, 500], [2..3, 300]]}\n"
    "  - {id: watch, from: best, bottom: 30%, quota_rounding: ceil, in_a_row: 2}\n"
    "  - {id: risen, from: best, progress: true, top: 1, pays: 200}\n"
    "  - {id: pool, from: mark, when: grade = 'fine', pays: {pool: 1000, share: total}}\n"
    "  - {id: first, from: best, when: rank = 1, pays: 10 * total}\n"
    "  - {id: unsure, from: best, top: 1, pays: survey}\n";

/// March: ann 95, bob 90, cai 90 (vetoed), dan 70 (late), hal 70, eve 55, fay 20, gus nothing. Fay is on leave in
/// February, and last in January.
inline Scores rewarded() {
  const CheckedRulebook rules = checked_text(kRewards);
  DatasetBuilder builder(rules);
  for (const auto& [officer, station] : {std::pair{"ann", "A"},
                                         {"bob", "A"},
                                         {"cai", "B"},
                                         {"dan", "A"},
                                         {"eve", "B"},
                                         {"fay", "A"},
                                         {"gus", "B"},
                                         {"hal", "B"}})
    builder.add_officer(officer, {}, {}, {{"station", station}});
  builder.add_duty("fay", Day::parse("2026-02-01"), Day::parse("2026-02-28"), "leave");
  struct Month {
    const char *officer, *january, *february, *march;
  };
  for (const auto& [officer, january, february, march] :
       {Month{"ann", "80", "90", "95"}, Month{"bob", "80", "60", "90"}, Month{"cai", "80", "90", "90"},
        Month{"dan", "80", "70", "70"}, Month{"eve", "80", "90", "55"}, Month{"fay", "10", "", "20"},
        Month{"gus", "70", "65", ""}, Month{"hal", "80", "65", "70"}}) {
    builder.add_metric(officer, "2026-01", "marks", january);
    builder.add_metric(officer, "2026-02", "marks", february);
    builder.add_metric(officer, "2026-03", "marks", march);
  }
  for (const char* officer : {"cai", "dan", "eve", "fay"}) builder.add_metric(officer, "2026-03", "survey", "1");
  builder.add_metric("cai", "2026-03-05", "bad", "1");
  builder.add_metric("dan", "2026-03-05", "late", "1");
  builder.set_span({*Day::parse("2026-01-01"), *Day::parse("2026-03-31")});
  ScoreOptions options;
  options.window = DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-03-31")};  // what comes before is looked up
  return score(compile(rules), builder.finish().value(), options).value();
}

/// Rank, grade and awards of March with their reasons: what stands behind the points.
inline Explanation reward_of(const Scores& scores, const char* officer, Language language = Language::en) {
  Explanation total = explain(scores, officer, Period{Grain::month, 2026 * 12 + 2}, {}, language).value();
  const auto first = std::find_if(total.steps.begin(), total.steps.end(),
                                  [](const Explanation& step) { return step.label.starts_with("best"); });
  total.steps.erase(total.steps.begin(), first);
  total.label = officer;
  return total;
}

using Values = std::map<std::string, std::string>;
/// The values of the steps directly below, by the first word of their labels; `: REMARK` behind it.
inline Values values_of(const Explanation& explanation) {
  Values values;
  for (const Explanation& step : explanation.steps)
    values[step.label.substr(0, step.label.find(' '))] = step.value + (step.remark.empty() ? "" : ": " + step.remark);
  return values;
}
inline const Explanation& step_of(const Explanation& explanation, std::string_view id) {
  for (const Explanation& step : explanation.steps)
    if (step.label.substr(0, step.label.find(' ')) == id) return step;
  throw std::out_of_range(std::string(id));
}

inline std::string told_rewards(Language language) {
  const Scores scores = rewarded();
  std::string text;
  for (const char* officer : {"ann", "bob", "cai", "dan", "eve", "fay", "gus", "hal"})
    text += to_text(reward_of(scores, officer, language));
  return text;
}

}  // namespace cwp
