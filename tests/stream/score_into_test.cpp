// What a sink gets equals what `score` publishes, whatever the blocks, threads and instruction sets; and lanes ran
// where they can.

#include <gtest/gtest.h>

#include <cmath>

#include "cwp/score_sink.hpp"
#include "stream/made_bureau.hpp"

namespace cwp {
namespace {

/// Items of all forms, aggregates across officers, adjustments, a coefficient, rankings of every method.
constexpr const char* kForms = R"yaml(cwp: 1
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
constexpr const char* kFaults = R"yaml(cwp: 1
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
constexpr const char* kDays = R"yaml(cwp: 1
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
Ways compare(const CheckedRulebook& rules, const Dataset& data, ScoreOptions options = {}, bool few = false) {
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

void expect_all_in_lanes(const Ways& ways) {
  EXPECT_GT(ways.in_lanes, 0U);
  EXPECT_EQ(ways.officer_by_officer, 0U);
  EXPECT_GT(ways.steps, 0U);
}

std::vector<std::string> coefficients() { return {"1", "1.25", "0.8", "1.1"}; }

TEST(ScoreInto, FormsAndAggregatesInLanesAreWhatScorePublishes) {
  for (std::uint64_t seed = 1; seed <= 2; ++seed) {
    MadeBureau bureau(kForms, 70, "2026-01-01", "2026-02-28", seed);
    bureau.set_stations(5, seed % 2 == 0);
    bureau.set_attribute("coefficient", coefficients(), false);
    const Ways ways = compare(bureau.rules, bureau.data());
    expect_all_in_lanes(ways);
    EXPECT_EQ(ways.judged, 0U);
  }
}

TEST(ScoreInto, AVetoAndADivisionByZeroAreJudgedOneByOne) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    MadeBureau bureau(kFaults, 60, "2026-01-01", "2026-02-28", seed);
    bureau.set_stations(4, seed % 2 == 0);
    for (const char* month : {"2026-01", "2026-02"}) {  // the first officer is ordinary
      bureau.figures_of("cases", month)[0] = 3;
      bureau.figures_of("grave", month)[0] = 0;
    }
    std::size_t extraordinary = 0;
    for (std::size_t i = 0; i < 60; ++i) {
      bool judged = false;
      for (const char* month : {"2026-01", "2026-02"}) {
        const double grave = bureau.figures_of("grave", month)[i];
        judged = judged || bureau.figures_of("cases", month)[i] == 0 || grave > 18 ||
                 (grave == 17 && bureau.figures_of("visits", month)[i] > 200);
      }
      extraordinary += judged ? 1 : 0;
    }
    const Ways ways = compare(bureau.rules, bureau.data());
    expect_all_in_lanes(ways);
    EXPECT_EQ(ways.judged, extraordinary);
    EXPECT_GT(ways.judged, 0U);
  }
}

TEST(ScoreInto, DaysWeeksAndMonthsAreWhatScorePublishes) {
  MadeBureau bureau(kDays, 40, "2026-03-02", "2026-03-31", 5);
  bureau.set_stations(4, true);
  ScoreOptions options;
  options.provisional = true;
  const Ways ways = compare(bureau.rules, bureau.data(), options);
  expect_all_in_lanes(ways);
  EXPECT_EQ(ways.judged, 0U);
}

/// kFaults' bureau, whose officers are all ordinary.
MadeBureau ordinary_bureau(std::string_view rulebook, std::size_t officers, std::uint64_t seed) {
  MadeBureau bureau(rulebook, officers, "2026-01-01", "2026-02-28", seed);
  bureau.set_stations(6, true);
  for (const char* month : {"2026-01", "2026-02"})
    for (std::size_t i = 0; i < officers; ++i) {
      bureau.figures_of("cases", month)[i] += bureau.figures_of("cases", month)[i] == 0 ? 1 : 0;
      bureau.figures_of("grave", month)[i] = 0;
    }
  return bureau;
}

TEST(ScoreInto, RefusedAndAbsentFiguresAreJudged) {
  MadeBureau bureau = ordinary_bureau(kFaults, 50, 1);
  bureau.figures_of("visits", "2026-01")[7] = 401;       // out of range
  bureau.figures_of("solved", "2026-02")[11] = 2.5;      // not whole
  bureau.figures_of("solved", "2026-01")[20] = NAN;      // no row: 0
  bureau.figures_of("visits", "2026-02")[7] = 65000;     // the same officer again
  bureau.figures_of("visits", "2026-02")[49] = 1.0 / 3;  // no decimal
  const Dataset data = bureau.data();
  EXPECT_EQ(issue_texts(data.issues()),
            (std::vector<std::string>{
                "value-not-whole 12 2026-02 solved 2.5 u8", "value-too-long 50 2026-02 visits  15",
                "value-out-of-range 8 2026-01 visits 401 0..400", "value-out-of-range 8 2026-02 visits 65000 0..400"}));
  const Ways ways = compare(bureau.rules, data);
  expect_all_in_lanes(ways);
  EXPECT_EQ(ways.judged, 4U);
}

TEST(ScoreInto, WhereRefusedFiguresMeetAggregatesEverybodyIsScoredOfficerByOfficer) {
  MadeBureau bureau(kForms, 50, "2026-01-01", "2026-02-28", 2);
  bureau.set_stations(5, true);
  bureau.set_attribute("coefficient", coefficients(), false);
  bureau.figures_of("visits", "2026-01")[7] = 401;
  const Ways ways = compare(bureau.rules, bureau.data(), {}, true);
  EXPECT_EQ(ways.in_lanes, 0U);
  EXPECT_EQ(ways.judged, 1U);  // his class runs in lanes all the same
}

TEST(ScoreInto, WithAThirdOnLeaveEachClassRunsInItsOwnLanes) {
  MadeBureau bureau(kForms, 300, "2026-01-01", "2026-02-28", 3);
  bureau.set_stations(12, true);
  bureau.set_attribute("coefficient", coefficients(), false);
  for (std::size_t i = 0; i < 300; i += 3) bureau.add_leave(i, {*Day::parse("2026-02-01"), *Day::parse("2026-02-28")});
  const Ways ways = compare(bureau.rules, bureau.data(), {}, true);
  EXPECT_EQ(ways.in_lanes, 0U);
  EXPECT_EQ(ways.judged, 0U);
  EXPECT_GT(ways.steps, 0U);
}

TEST(ScoreInto, OneGroupAndAGroupForEachOfficer) {
  for (const std::size_t groups : {std::size_t{1}, std::size_t{40}}) {
    MadeBureau bureau(kForms, 40, "2026-01-01", "2026-01-31", 4);
    std::vector<std::string> names;
    for (std::size_t g = 0; g < groups; ++g) names.push_back("s" + std::to_string(g));
    bureau.set_attribute("station", names, true);
    for (std::size_t i = 0; i < 40; ++i) bureau.numbers_of("station")[i] = std::uint32_t(i % groups);
    bureau.set_attribute("coefficient", coefficients(), false);
    expect_all_in_lanes(compare(bureau.rules, bureau.data()));
  }
}

TEST(ScoreInto, GroupsLargerThanABlockAndStationsOfNobody) {
  MadeBureau bureau(kForms, 200, "2026-01-01", "2026-01-31", 5);
  bureau.set_stations(5, true);
  bureau.set_attribute("coefficient", coefficients(), true);
  for (std::uint32_t& number : bureau.numbers_of("station")) number = number < 3 ? 1 : 3;  // 0, 2 and 4 are empty
  expect_all_in_lanes(compare(bureau.rules, bureau.data(), {}, true));
}

TEST(ScoreInto, StationsOfOneNameAreOneStation) {
  MadeBureau bureau(kForms, 40, "2026-01-01", "2026-01-31", 6);
  bureau.set_attribute("station", {"north", "south", "north"}, false);
  bureau.set_attribute("coefficient", coefficients(), false);
  const Ways ways = compare(bureau.rules, bureau.data(), {}, true);
  EXPECT_EQ(ways.in_lanes, 0U);  // groups cannot be told by number
}

TEST(ScoreInto, ACarriedFigureIsEachOfficersOwn) {
  MadeBureau bureau(R"yaml(cwp: 1
id: carried
attributes: {station: {type: text}}
metrics:
  mark: {per: month, fold: last, range: [0, 10], absent: carry}
  visits: {per: month, fold: sum, type: u8, range: [0, 50]}
categories:
  - id: work
    items:
      - {id: kept, per: month, full: 10, points: mark}
      - {id: seen, per: month, full: 10, award: {of: visits, each: 0.1}}
assessments: {month: {}}
rankings: [{id: over_all, every: month, of: total}]
)yaml",
                    30, "2026-01-01", "2026-03-31", 7);
  bureau.figures.erase({"mark", *Period::parse("2026-02", bureau.rules.calendar())});
  compare(bureau.rules, bureau.data());
}

TEST(ScoreInto, ExactFiguresBetweenTwoPrintedOnesAreRankedExactly) {
  const std::string exact = std::string(kFaults) + "points: {carry: exact}\n";
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    MadeBureau bureau = ordinary_bureau(exact, 50, seed);
    compare(bureau.rules, bureau.data(), {}, true);
    bureau.figures_of("cases", "2026-01")[30] = 0;
    bureau.figures_of("grave", "2026-02")[31] = 19;
    compare(bureau.rules, bureau.data(), {}, true);
  }
}

TEST(ScoreInto, AFirstOfficerOutOfTheOrdinaryIsNoModel) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 2);
  bureau.figures_of("cases", "2026-01")[0] = 0;
  const Ways ways = compare(bureau.rules, bureau.data());
  EXPECT_EQ(ways.in_lanes, 0U);
  EXPECT_EQ(ways.judged, 1U);
}

TEST(ScoreInto, BureausOfOneAndOfNobody) {
  MadeBureau one = ordinary_bureau(kFaults, 1, 3);
  compare(one.rules, one.data());
  MadeBureau nobody(kFaults, 0, "2026-01-01", "2026-02-28", 4);
  KeepingSink sink(0, true);
  EXPECT_EQ(score_into(sink, compile(nobody.rules), nobody.data()).value().officers, 0U);
  EXPECT_TRUE(sink.kept.figures.empty());
}

TEST(ScoreInto, NoLanesWhereNoneAreAllowed) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 5);
  ScoreOptions options;
  options.engine.least_in_lanes = 0;
  KeepingSink sink(30, true);
  const ScoringReport report = score_into(sink, compile(bureau.rules), bureau.data(), options).value();
  EXPECT_EQ(report.steps, 0U);
  EXPECT_EQ(report.judged, 30U);
}

class TotalsOnly : public KeepingSink {
 public:
  using KeepingSink::KeepingSink;
  bool wants(PartKind kind) const override { return kind == PartKind::total; }
};

TEST(ScoreInto, ASinkGetsTheKindsThatItWants) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 6);
  const Plan plan = compile(bureau.rules);
  const Dataset data = bureau.data();
  Published wanted = published(score(plan, data).value(), bureau.rules);
  std::erase_if(wanted.figures, [](const auto& column) { return std::get<PartKind>(column.first) != PartKind::total; });
  for (const std::size_t least : {std::size_t{0}, std::size_t{8}}) {
    ScoreOptions options;
    options.engine.least_in_lanes = least;
    TotalsOnly sink(30, true);
    ASSERT_TRUE(score_into(sink, plan, data, options).ok());
    EXPECT_TRUE(sink.kept.figures == wanted.figures) << first_difference(sink.kept, wanted);
    EXPECT_EQ(sink.kept.figures.size(), 2U);  // of two months
    EXPECT_TRUE(sink.kept.ranks == wanted.ranks);
  }
}

TEST(ScoreInto, StrictStopsAtARowIssueBeforeAnythingIsHandedOver) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 7);
  bureau.figures_of("cases", "2026-01")[9] = 0;
  ScoreOptions options;
  options.strict = true;
  KeepingSink sink(30, true);
  const auto report = score_into(sink, compile(bureau.rules), bureau.data(), options);
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.diagnostics()[0].slug, "strict-issue");
  EXPECT_TRUE(sink.kept.figures.empty());
}

TEST(ScoreInto, ErrorsAreThoseOfScore) {
  MadeBureau bureau = ordinary_bureau(kFaults, 10, 8);
  ScoreOptions options;
  options.grains = {Grain::year};
  KeepingSink sink(10, true);
  const auto report = score_into(sink, compile(bureau.rules), bureau.data(), options);
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.diagnostics()[0].slug, "grain-not-assessed");
}

/// Has enough at the third block.
class FullSink : public KeepingSink {
 public:
  using KeepingSink::KeepingSink;
  void block(const ScoreBlock& block) override {
    if (block.first >= 4) throw std::runtime_error("full");
    KeepingSink::block(block);
  }
};

TEST(ScoreInto, WhatASinkThrowsComesOutAndNobodyWaitsForEver) {
  MadeBureau bureau = ordinary_bureau(kFaults, 40, 9);
  for (const int threads : {1, 2, 3})
    for (const bool in_order : {true, false}) {
      ScoreOptions options;
      options.threads = threads;
      options.engine.block = 2;
      FullSink sink(40, in_order);
      EXPECT_THROW(static_cast<void>(score_into(sink, compile(bureau.rules), bureau.data(), options)),
                   std::runtime_error);
    }
}

}  // namespace
}  // namespace cwp
