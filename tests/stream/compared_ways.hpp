#pragma once
// score_into in every way there is against the exact evaluator, and rulebooks for it.

#include <gtest/gtest.h>

#include "stream/made_bureau.hpp"

namespace cwp {

/// Items of all forms, aggregates across officers, adjustments, a coefficient, rankings of every method.
inline constexpr const char* kForms = R"yaml(cwp: 1
id: forms
attributes: {station: {type: text}, coefficient: {type: number}}
duty: {leave: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
  cases: {per: month, fold: sum, type: u8, range: [1, 40]}
  solved: {per: month, fold: sum, type: u8, range: [0, 40]}
  late: {per: month, fold: sum, type: u8, range: [0, 6], better: less}
  rate: {per: month, fold: last, range: [0, 100], absent: zero}
categories:
  - id: field
    full: 60
    items:
      - {id: awarded, per: month, full: 10, award: {of: visits, each: 0.035}}
      - {id: started, per: month, full: 10, award: {of: visits, each: 0.5, unit: 7, whole: up, at_most: 8}}
      - {id: banded, per: month, full: 10, bands: {of: visits, table: [[0, 0], [50, 1.5], [200, 6.25], [333, 10]]}}
      - {id: linear, per: month, full: 10,
         bands: {of: rate, table: [[0, 0], [60, 4.5], [100, 10]], between: linear}}
      - {id: targeted, per: month, full: 10, target: {of: rate, at: 95, zero_at: 33}}
      - {id: ratios, per: month, full: 10, points: "ratio(10 * solved, cases, 0)"}
  - id: order
    full: 20
    items:
      - {id: lost, per: month, full: 10, deduct: {of: late, each: 1.875}}
      - {id: rising, per: month, full: 10, escalate: {of: late, steps: [1, 2], then: 3}}
  - id: rest
    full: 40
    items:
      - {id: cased, per: month, full: 10,
         cases: [{when: late > 3, points: 1}, {when: visits > 150, points: 10}, {otherwise: 4.5}]}
      - {id: best, per: month, full: 10,
         highest: [{when: late < 2, points: 5}, {when: visits >= 300, points: 9}, {otherwise: 2}]}
      - {id: lined, per: month, full: 10,
         lines: {start: 5, list: [{award: {of: visits, each: 0.01, at_most: 3}}, {deduct: {of: late, each: 0.7}}]}}
      - {id: peers, per: month, full: 10, points: 5 + 0.04 * (visits - mean(visits by station))}
assessments: {month: {coefficient: coefficient}}
adjustments:
  - {id: thanks, per: month, gives: 0.3 * solved, up_to: 5}
  - {id: blame, per: month, takes: 1.5 * late, up_to: 7}
  - {id: share, per: month, gives: "if(visits > mean(visits by all), 2.25, 0)", up_to: 3}
  - {id: load, per: month, up_to: 4,
     gives: "ratio(cases, sum(cases by station), 2) + 0.1 * max(late by station) + min(rate by all) / 100"}
rankings:
  - {id: in_station, every: month, by: station, of: total}
  - {id: over_all, every: month, of: total}
  - {id: dense, every: month, by: station, of: total, method: dense}
  - {id: ordinal, every: month, of: total, method: ordinal}
  - {id: halves, every: month, by: station, of: total, method: fractional}
  - {id: fewest, every: month, of: total, order: ascending, method: fractional}
)yaml";

/// A veto, divisions by 0 that are faults, and no aggregates: some officers leave the lanes.
inline constexpr const char* kFaults = R"yaml(cwp: 1
id: faults
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
  cases: {per: month, fold: sum, type: u8, range: [0, 9]}
  solved: {per: month, fold: sum, type: u8, range: [0, 9]}
  grave: {per: month, fold: sum, type: u8, range: [0, 20], better: less}
categories:
  - id: work
    items:
      - {id: rate, per: month, full: 10, points: 10 * solved / cases, if_missing: drop}
      - {id: seen, per: month, full: 10, award: {of: visits, each: 0.027}}
adjustments:
  - {id: extra, per: month, gives: visits / 3, up_to: 9.99}
vetoes:
  - {id: serious, per: month, when: grave > 18, set: 1}
  - {id: scoreless, per: month, when: grave = 17 and visits > 200, no_score: true}
assessments: {month: {scale: 100}}
rankings:
  - {id: in_station, every: month, by: station, of: total, method: dense}
  - {id: over_all, every: month, of: total}
)yaml";

/// Daily and weekly metrics, items of days, weeks and months, rankings of weeks and months.
inline constexpr const char* kDays = R"yaml(cwp: 1
id: days
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  entries: {fold: sum, type: u8, range: [0, 20]}
  hours: {fold: sum, range: [0, 8], absent: zero}
  patrols: {per: week, fold: sum, type: u8, range: [0, 9]}
categories:
  - id: desk
    items:
      - {id: records, per: day, full: 10, target: {of: entries, at: 15}}
      - {id: typed, per: week, full: 20, award: {of: entries, each: 0.3}}
      - {id: time, per: month, full: 20, award: {of: hours, each: 0.11, whole: exact}}
  - id: street
    items:
      - {id: walked, per: week, full: 10, bands: {of: patrols, table: [[0, 0], [3, 4.75], [7, 10]]}}
assessments: {day: {scale: 100}, week: {scale: 100}, month: {scale: 100}}
rankings:
  - {id: week_station, every: week, by: station, of: total}
  - {id: month_all, every: month, of: total, method: dense}
)yaml";

/// How often which way was gone.
struct Ways {
  std::size_t in_lanes = 0, officer_by_officer = 0, judged = 0, steps = 0;
};

/// Scores in every way there is, or in a few, and compares each with the exact evaluator's figures.
inline Ways compare(const CheckedRulebook& rules, const Dataset& data, ScoreOptions options = {}, bool few = false) {
  Ways ways;
  const Plan plan = compile(rules);
  options.engine.least_in_lanes = 0;
  const Scores exact = score(plan, data, options).value();
  const Published wanted = published(exact, rules);
  EXPECT_FALSE(wanted.figures.empty());
  options.engine.least_in_lanes = 8;
  for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512})
    for (const std::size_t block : {std::size_t{1}, std::size_t{3}, std::size_t{1024}})
      for (const int threads : {1, 2})
        for (const bool in_order : {true, false}) {
          if (!has_isa(isa) || (few && (isa != Isa::baseline || block == 1 || threads == 1))) continue;
          options.engine.isa = isa;
          options.engine.block = block;
          options.threads = threads;
          KeepingSink sink(data.officer_count(), in_order);
          const ScoringReport report = score_into(sink, plan, data, options).value();
          const std::string way = std::string(to_text(isa)) + ", blocks of " + std::to_string(block) + ", " +
                                  std::to_string(threads) + " threads" + (in_order ? ", in order" : "");
          EXPECT_EQ(sink.complaint, "") << way;
          EXPECT_TRUE(sink.kept.figures == wanted.figures) << way << first_difference(sink.kept, wanted);
          EXPECT_TRUE(sink.kept.ranks == wanted.ranks) << way;
          EXPECT_EQ(issue_texts(report.issues), issue_texts(exact.issues())) << way;
          EXPECT_EQ(report.officers, data.officer_count());
          // Only all officers through one program have a time for making it.
          (report.bind > 0 ? ways.in_lanes : ways.officer_by_officer) += 1;
          ways.judged = report.judged;
          ways.steps = report.steps;
          if (testing::Test::HasFailure()) return ways;
        }
  return ways;
}

inline void expect_all_in_lanes(const Ways& ways) {
  EXPECT_GT(ways.in_lanes, 0U);
  EXPECT_EQ(ways.officer_by_officer, 0U);
  EXPECT_GT(ways.steps, 0U);
}

inline std::vector<std::string> coefficients() { return {"1", "1.25", "0.8", "1.1"}; }

/// kFaults' bureau, whose officers are all ordinary.
inline MadeBureau ordinary_bureau(std::string_view rulebook, std::size_t officers, std::uint64_t seed) {
  MadeBureau bureau(rulebook, officers, "2026-01-01", "2026-02-28", seed);
  bureau.set_stations(6, true);
  for (const char* month : {"2026-01", "2026-02"})
    for (std::size_t i = 0; i < officers; ++i) {
      bureau.figures_of("cases", month)[i] += bureau.figures_of("cases", month)[i] == 0 ? 1 : 0;
      bureau.figures_of("grave", month)[i] = 0;
    }
  return bureau;
}

}  // namespace cwp
