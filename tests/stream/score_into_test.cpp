// What a sink gets equals what `score` publishes, whatever the blocks, threads and instruction sets; and lanes ran
// where they can.

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <mutex>
#include <set>
#include <thread>

#include "stream/compared_ways.hpp"

namespace cwp {
namespace {

/// Notes who calls it, and takes so long that other threads, if there are any, take the next block.
class NotingThreads : public KeepingSink {
 public:
  explicit NotingThreads(std::size_t officers) : KeepingSink(officers, false) {}
  void block(const ScoreBlock& block) override {
    KeepingSink::block(block);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const std::lock_guard held(lock_);
    callers.insert(std::this_thread::get_id());
  }
  std::set<std::thread::id> callers;

 private:
  std::mutex lock_;
};

TEST(ScoreInto, WhatIsSoonDoneStartsNoThreads) {
  MadeBureau bureau(kForms, 300, "2026-01-01", "2026-01-31", 5);
  bureau.set_stations(9, true);
  bureau.set_attribute("coefficient", coefficients(), false);
  const Dataset data = bureau.data();
  ScoreOptions options;
  options.threads = 3;
  options.engine.block = 64;
  NotingThreads sink(data.officer_count());
  score_into(sink, compile(bureau.rules), data, options).value();
  EXPECT_EQ(sink.callers, (std::set{std::this_thread::get_id()}));
}

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

TEST(ScoreInto, DaysOnWhichNobodyIsOnDutyHaveNeitherMeanNorRank) {
  // Two of the days of the span are a weekend; a whole week is a holiday.
  MadeBureau bureau(R"yaml(cwp: 1
id: among_peers
calendar: {holidays: [2026-03-09, 2026-03-10, 2026-03-11, 2026-03-12, 2026-03-13]}
attributes: {station: {type: text}}
metrics:
  entries: {fold: sum, type: u8, range: [0, 20], absent: zero}
categories:
  - id: desk
    items:
      - {id: ahead, per: day, full: 10, points: "5 + 0.2 * (entries - mean(entries by station))", roll_up: none}
      - {id: week_ahead, per: week, full: 10, points: "ratio(5 * entries, mean(entries by station), 0)", roll_up: none}
assessments: {day: {}, week: {}}
rankings:
  - {id: day_station, every: day, by: station, of: total}
  - {id: day_all, every: day, of: total, method: fractional}
  - {id: week_all, every: week, of: total}
)yaml",
                    40, "2026-03-02", "2026-03-15", 5);
  bureau.set_stations(4, true);
  const Ways ways = compare(bureau.rules, bureau.data());
  expect_all_in_lanes(ways);
  EXPECT_EQ(ways.judged, 0U);
}

TEST(ScoreInto, RefusedAndAbsentFiguresAreJudged) {
  MadeBureau bureau = ordinary_bureau(kFaults, 50, 1);
  bureau.figures_of("visits", "2026-01")[7] = 401;       // out of range
  bureau.figures_of("solved", "2026-02")[11] = 2.5;      // not whole
  bureau.figures_of("solved", "2026-01")[20] = NAN;      // no row: 0
  bureau.figures_of("visits", "2026-02")[7] = 65000;     // the same officer again
  bureau.figures_of("visits", "2026-02")[49] = 1.0 / 3;  // not whole, nor a decimal
  const Dataset data = bureau.data();
  EXPECT_EQ(issue_texts(data.issues()),
            (std::vector<std::string>{
                "value-not-whole 12 2026-02 solved 2.5 u8", "value-not-whole 50 2026-02 visits 0.3333333333333333 u16",
                "value-out-of-range 8 2026-01 visits 401 0..400", "value-out-of-range 8 2026-02 visits 65000 0..400"}));
  const Ways ways = compare(bureau.rules, data);
  expect_all_in_lanes(ways);
  EXPECT_EQ(ways.judged, 4U);
}

constexpr const char* kDoubles = R"yaml(cwp: 1
id: doubles
duty: {leave: exempt}
metrics:
  rate: {per: month, fold: last, range: [0, 1000]}
categories:
  - id: work
    items:
      - {id: thrice, per: month, full: 1000, points: rate * 3}
      - {id: beside, per: month, full: 1000, points: 500 + rate - mean(rate by all)}
      - {id: whole, per: month, full: 1, award: {of: rate * 3, each: 1, unit: 1, whole: down}}
assessments: {month: {decimals: 6}}
rankings: [{id: by_month, every: month, of: total}]
)yaml";

TEST(ScoreInto, DoublesOfAnyLengthAreTheirExactValues) {
  // Of one officer, of some, of all; a leave and one who was not there among them.
  for (const std::size_t every : {std::size_t{40}, std::size_t{3}, std::size_t{1}}) {
    MadeBureau bureau(kDoubles, 40, "2026-01-01", "2026-02-28", every);
    for (auto& [of, column] : bureau.figures)
      for (std::size_t i = 0; i < column.size(); i += every)
        column[i] = std::vector<double>{1.0 / 3, 0.1 + 0.2, 200.0 / 7, 1e-300, 5e-324, 1e-10}[i % 6];
    bureau.add_leave(3, {*Day::parse("2026-01-01"), *Day::parse("2026-01-31")});
    bureau.add_stay(6, {*Day::parse("2026-02-01"), kLastDay});
    const Dataset data = bureau.data();
    EXPECT_TRUE(data.issues().empty());
    compare(bureau.rules, data);
    if (testing::Test::HasFailure()) return;
  }
  // Three times the double below a third is 1 - 2^-54: not yet 1.
  MadeBureau bureau(kDoubles, 1, "2026-01-01", "2026-01-31", 1);
  bureau.figures_of("rate", "2026-01")[0] = 1.0 / 3;
  const Scores scores = score(compile(bureau.rules), bureau.data()).value();
  const ScoreTable& month = *scores.table(Grain::month);
  for (std::size_t i = 0; i < month.ids.size(); ++i)
    if (month.ids[i] == "whole") {
      EXPECT_EQ(month.rows[0].parts[i].points->to_short_text(), "0");
    }
}

TEST(ScoreInto, AJudgedOfficerBringsToAggregatesAndReadsThem) {
  MadeBureau bureau(kForms, 50, "2026-01-01", "2026-02-28", 2);
  bureau.set_stations(5, true);
  bureau.set_attribute("coefficient", coefficients(), false);
  bureau.figures_of("visits", "2026-01")[7] = 401;
  const Ways ways = compare(bureau.rules, bureau.data());
  expect_all_in_lanes(ways);
  EXPECT_EQ(ways.judged, 1U);
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

TEST(ScoreInto, GroupsWhoseSumsMightLeave128BitsAreSummedByTheExactEvaluator) {
  // One product fits 120 bits, three hundred of them do not fit 128.
  MadeBureau bureau(R"yaml(cwp: 1
id: large
attributes: {station: {type: text}}
metrics:
  visits: {per: month, fold: sum, type: i64, range: [0, 900000000000000]}
  cases: {per: month, fold: sum, type: i64, range: [0, 900000000000000]}
categories:
  - id: work
    items:
      - {id: mean, per: month, full: 10, points: "if(mean(visits * cases * 1000000 by station) > visits * visits, 3, 4)"}
assessments: {month: {}}
)yaml",
                    300, "2026-01-01", "2026-01-31", 3);
  bureau.set_stations(1, true);
  const Ways ways = compare(bureau.rules, bureau.data(), {}, true);
  EXPECT_EQ(ways.in_lanes, 0U);
  EXPECT_GT(ways.officer_by_officer, 0U);
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

TEST(ScoreInto, AJudgedFigureBetweenTheUnitsOfLanesIsRankedByTheExactEvaluator) {
  // A vetoed officer's total is a thousandth of what it was: finer than anybody's in lanes.
  MadeBureau bureau(R"yaml(cwp: 1
id: between
points: {carry: exact}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 300]}
  grave: {per: month, fold: sum, type: u8, range: [0, 9], better: less}
categories:
  - id: work
    items:
      - {id: seen, per: month, full: 10, award: {of: visits, each: 0.03}}
vetoes:
  - {id: serious, per: month, when: grave > 7, factor: 0.001}
assessments: {month: {}}
rankings: [{id: over_all, every: month, of: total}, {id: order, every: month, of: total, method: ordinal}]
)yaml",
                    40, "2026-01-01", "2026-01-31", 3);
  bureau.figures_of("grave", "2026-01")[0] = 0;
  bureau.figures_of("grave", "2026-01")[5] = bureau.figures_of("grave", "2026-01")[6] = 8;
  bureau.figures_of("visits", "2026-01")[5] = 101;
  bureau.figures_of("visits", "2026-01")[6] = 102;  // both print 0.00
  const Ways ways = compare(bureau.rules, bureau.data());
  expect_all_in_lanes(ways);
  EXPECT_GE(ways.judged, 2U);
}

TEST(ScoreInto, WhereTheFirstOfficerIsOutOfTheOrdinaryAnotherIsTheModel) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 2);
  bureau.figures_of("cases", "2026-01")[0] = 0;
  const Ways ways = compare(bureau.rules, bureau.data());
  expect_all_in_lanes(ways);
  EXPECT_EQ(ways.judged, 1U);
}

TEST(ScoreInto, WithoutAnOrdinaryOfficerAmongTheFirstThereIsNoModel) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 2);
  for (std::size_t i = 0; i < 20; ++i) bureau.figures_of("cases", "2026-01")[i] = 0;
  const Ways ways = compare(bureau.rules, bureau.data(), {}, true);
  EXPECT_EQ(ways.in_lanes, 0U);
}

TEST(ScoreInto, BureausOfOneAndOfNobody) {
  MadeBureau one = ordinary_bureau(kFaults, 1, 3);
  compare(one.rules, one.data());
  MadeBureau nobody(kFaults, 0, "2026-01-01", "2026-02-28", 4);
  KeepingSink sink(0, true);
  EXPECT_EQ(score_into(sink, compile(nobody.rules), nobody.data()).value().officers, 0U);
  EXPECT_TRUE(sink.kept.figures.empty());
}

/// Rules for absent figures, roll-ups, a lag, and periods that the data cover in part.
constexpr const char* kEdges = R"yaml(cwp: 1
id: edges
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  daily: {fold: sum, type: u8, range: [0, 20]}
  weekly: {per: week, fold: sum, type: u8, range: [0, 9]}
  monthly: {per: month, fold: sum, type: u8, range: [0, 90], absent: missing}
  carried: {per: month, fold: last, type: u8, range: [0, 9], absent: carry}
categories:
  - id: work
    items:
      - {id: a, per: week, full: 10, award: {of: daily, each: 0.3}, roll_up: sum}
      - {id: b, per: month, full: 10, award: {of: daily, each: 0.1}}
      - {id: c, per: month, full: 10, award: {of: weekly, each: 0.2}}
      - {id: d, per: week, full: 10, points: weekly, roll_up: max}
      - {id: e, per: month, full: 10, points: "monthly / 9 - monthly[-1] / 30", if_missing: drop}
      - {id: f, per: month, full: 10, points: carried, if_missing: drop}
assessments: {week: {scale: 100}, month: {scale: 100}}
rankings:
  - {id: weeks, every: week, of: total, method: fractional}
  - {id: months, every: month, by: station, of: total}
)yaml";

TEST(ScoreInto, PeriodsThatTheDataCoverInPart) {
  std::size_t in_lanes = 0, officer_by_officer = 0;
  for (const char* thinned : {"", "daily", "weekly", "monthly", "carried"}) {
    MadeBureau bureau(kEdges, 12, "2026-01-01", "2026-03-31", 11);
    bureau.set_stations(3, true);
    // Every other column of one metric is not there.
    std::size_t number = 0;
    std::erase_if(bureau.figures, [&](const auto& of) { return of.first.first == thinned && ++number % 2 == 0; });
    for (const auto& [from, to] : {std::pair("2026-01-01", "2026-03-31"), std::pair("2026-01-20", "2026-03-18")}) {
      bureau.set_span({*Day::parse(from), *Day::parse(to)});
      ScoreOptions options;
      options.provisional = true;
      SCOPED_TRACE(std::string(from) + ".." + to + " without some of " + thinned);
      const Ways ways = compare(bureau.rules, bureau.data(), options, true);
      in_lanes += ways.in_lanes;
      officer_by_officer += ways.officer_by_officer;
    }
  }
  EXPECT_GT(in_lanes, 0U);
  EXPECT_GT(officer_by_officer, 0U);  // carried figures
}

TEST(ScoreInto, OnlyThePeriodsAndGrainsThatAreAskedFor) {
  MadeBureau bureau(kDays, 24, "2026-01-01", "2026-03-31", 12);
  bureau.set_stations(3, false);
  ScoreOptions options;
  options.grains = {Grain::month};
  options.window = DayRange{*Day::parse("2026-02-01"), *Day::parse("2026-02-28")};
  expect_all_in_lanes(compare(bureau.rules, bureau.data(), options, true));
}

}  // namespace
}  // namespace cwp
