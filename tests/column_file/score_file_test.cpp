// Scored month by month out of a file, everything is what one scoring in memory makes of the same columns.

#include "column_file/column_file_state.hpp"
#include "column_file/written_bureau.hpp"

namespace cwp {
namespace {

ScoreOptions with_provisional() {
  ScoreOptions options;
  options.provisional = true;
  return options;
}

/// Whatever looks beyond a month: lags, windows that slide, the year to date, runs without end, figures that are
/// carried, weeks and quarters, a month that begins on the 21st.
constexpr const char* kFarBack = R"yaml(cwp: 1
id: far_back
calendar: {month: {starts: 21}, weeks_in_month: end}
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  entries: {fold: sum, type: u8, range: [0, 20], absent: zero}
  hours: {fold: mean, range: [0, 8]}
  level: {fold: last, type: u8, range: [0, 9], absent: carry}
  short: {fold: last, type: u8, range: [0, 9], absent: carry, carry_for: 3 days}
  patrols: {per: week, fold: sum, type: u8, range: [0, 9]}
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
categories:
  - id: desk
    items:
      - {id: records, per: day, full: 10, target: {of: entries, at: 15}}
      - {id: held, per: day, full: 10, points: level + short / 9 + hours / 100, roll_up: none}
      - {id: rising, per: day, full: 10, points: "if(entries >= entries[-1], 3, 1)", roll_up: none}
      - {id: typed, per: week, full: 20, award: {of: entries, each: 0.3}}
      - {id: walked, per: week, full: 10, bands: {of: patrols, table: [[0, 0], [3, 4.75], [7, 10]]}}
      - {id: before, per: week, full: 10, points: "min(10, 1 + total[-1] / 10)", roll_up: none}
      - {id: seen, per: month, full: 20, award: {of: visits, each: 0.05}}
      - {id: strolled, per: month, full: 45, points: patrols, roll_up: none}
      - {id: quarterly, per: quarter, full: 20, award: {of: visits, each: 0.02}}
  - id: long
    items:
      - {id: steady, per: month, full: 10, points: "min(10, mean(visits per month over last 3) / 40)", roll_up: none}
      - {id: running, per: month, full: 10, points: "min(10, streak(entries > 4) / 10)", roll_up: none}
      - {id: peers, per: month, full: 10, points: 5 + 0.01 * (visits - mean(visits by station)), roll_up: none}
assessments: {day: {scale: 100}, week: {scale: 100}, month: {scale: 100}, quarter: {scale: 100}}
rankings:
  - {id: day_all, every: day, of: total}
  - {id: week_station, every: week, by: station, of: total}
  - {id: month_all, every: month, of: total, method: fractional}
  - {id: quarter_all, every: quarter, of: total}
awards:
  - {id: thrice, from: month_all, top: 3, in_a_row: 2, pays: 100}
)yaml";

TEST(ScoreFile, FormsAggregatesAndRankingsOfMonths) {
  MadeBureau bureau(kForms, 60, "2025-11-01", "2026-02-28", 1);
  bureau.set_stations(5, true);
  bureau.set_attribute("coefficient", coefficients(), false);
  compare_bureau_with_file(bureau, {});
}

TEST(ScoreFile, DaysAndWeeksThatStraddleMonthsFromTheMiddleOfOneToTheMiddleOfAnother) {
  MadeBureau bureau(kDays, 30, "2026-01-14", "2026-04-15", 2);
  bureau.set_stations(4, false);
  compare_bureau_with_file(bureau, {});
  compare_bureau_with_file(bureau, with_provisional());
}

TEST(ScoreFile, WhatLooksBehindItsMonth) {
  for (const int share : {5, 200}) {
    MadeBureau bureau(kFarBack, 16, "2025-12-10", "2026-04-17", std::uint64_t(share));
    bureau.set_stations(3, true);
    // What is carried is from a day before, or from many.
    for (auto& [of, column] : bureau.figures)
      for (double& figure : column)
        if (bureau.below(share) == 0) figure = NAN;
    compare_bureau_with_file(bureau, with_provisional());
  }
}

TEST(ScoreFile, WeeklyFiguresOfWeeksThatStraddleTheirMonth) {
  for (const char* holder : {"majority", "start", "end"}) {
    const std::string rulebook = std::string("cwp: 1\nid: weekly\ncalendar: {weeks_in_month: ") + holder + R"yaml(}
duty: {leave: exempt}
metrics:
  patrols: {per: week, fold: sum, type: u8, range: [0, 9]}
categories:
  - {id: street, items: [{id: strolled, per: month, full: 45, points: patrols, roll_up: none}]}
assessments: {month: {}}
)yaml";
    MadeBureau bureau(rulebook, 10, "2025-12-01", "2026-04-30", 7);
    compare_bureau_with_file(bureau, with_provisional());
  }
}

TEST(ScoreFile, FiguresAreCarriedOverMonthsInWhichSomeOrAllHaveNone) {
  MadeBureau bureau(R"yaml(cwp: 1
id: carried
duty: {leave: exempt}
metrics:
  level: {per: month, fold: last, type: u8, range: [0, 9], absent: carry}
  entries: {fold: sum, type: u8, range: [0, 20], absent: zero}
categories:
  - id: desk
    items:
      - {id: held, per: month, full: 9, points: level, roll_up: none}
      - {id: typed, per: month, full: 20, award: {of: entries, each: 0.1}, roll_up: none}
assessments: {month: {}}
rankings: [{id: month_all, every: month, of: total}]
)yaml",
                    20, "2025-10-01", "2026-04-30", 6);
  for (std::size_t i = 0; i < 20; ++i) {
    if (i % 2 == 0) bureau.figures_of("level", "2025-12")[i] = NAN;
    if (i % 3 == 0) bureau.figures_of("level", "2025-11")[i] = 10;  // refused: the one before is carried
    bureau.figures_of("level", "2026-02")[i] = NAN;
  }
  bureau.figures.erase({"level", *Period::parse("2026-01", bureau.rules.calendar())});
  compare_bureau_with_file(bureau, {});
  // Some who left, came back after months in which all others had a figure, or came later.
  for (std::size_t i = 0; i < 20; i += 5) {
    bureau.add_stay(i, {kFirstDay, *Day::parse("2025-10-31")});
    if (i % 2 == 0) bureau.add_stay(i, {*Day::parse("2026-03-01"), kLastDay});
  }
  bureau.add_stay(3, {*Day::parse("2026-01-10"), kLastDay});
  compare_bureau_with_file(bureau, {});
}

TEST(ScoreFile, RefusedAndAbsentFiguresFaultsAndVetoes) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    MadeBureau bureau(kFaults, 50, "2025-12-01", "2026-03-31", seed);
    bureau.set_stations(4, seed % 2 == 0);
    bureau.figures_of("visits", "2026-01")[7] = 401;        // out of range
    bureau.figures_of("solved", "2026-02")[11] = 2.5;       // not whole
    bureau.figures_of("solved", "2026-01")[20] = NAN;       // no row
    bureau.figures_of("visits", "2026-03")[49] = INFINITY;  // refused as it is read
    compare_bureau_with_file(bureau, {});
  }
}

TEST(ScoreFile, LeaveAndRestDays) {
  MadeBureau bureau(kDays, 40, "2026-01-01", "2026-03-31", 4);
  bureau.set_stations(4, true);
  bureau.add_leave(3, {*Day::parse("2026-01-28"), *Day::parse("2026-02-03")});
  bureau.add_leave(3, {*Day::parse("2026-02-02"), *Day::parse("2026-02-02")});
  bureau.add_leave(17, {*Day::parse("2026-02-01"), *Day::parse("2026-02-28")});
  compare_bureau_with_file(bureau, with_provisional());
}

TEST(ScoreFile, RandomDutyAndPresence) {
  const DayRange span{*Day::parse("2025-12-10"), *Day::parse("2026-04-17")};
  for (std::uint64_t seed = 1; seed <= 4; ++seed)
    for (const char* rulebook : {kDays, kFarBack, kFaults}) {
      SCOPED_TRACE("seed " + std::to_string(seed) + rulebook);
      MadeBureau bureau(rulebook, rulebook == kFarBack ? 16 : 40, "2025-12-10", "2026-04-17", seed);
      bureau.set_stations(3, seed % 2 == 0);
      if (seed != 2) come_and_go(bureau, span);
      if (seed != 3) take_leave(bureau, span);
      compare_bureau_with_file(bureau, with_provisional());
      if (HasFailure()) return;
    }
}

TEST(ScoreFile, FormsOfMonthsWithRandomDutyAndPresence) {
  const DayRange span{*Day::parse("2025-11-01"), *Day::parse("2026-02-28")};
  MadeBureau bureau(kForms, 60, "2025-11-01", "2026-02-28", 1);
  bureau.set_stations(5, true);
  bureau.set_attribute("coefficient", coefficients(), false);
  come_and_go(bureau, span);
  take_leave(bureau, span);
  compare_bureau_with_file(bureau, {});
}

TEST(ScoreFile, WhoIsAwayForAWhileIsOneOfTheManyInOtherMonths) {
  MadeBureau bureau(kDays, 40, "2026-01-01", "2026-04-30", 4);
  bureau.set_stations(4, true);
  bureau.add_leave(3, {*Day::parse("2026-02-10"), *Day::parse("2026-02-12")});
  bureau.add_stay(5, {*Day::parse("2026-02-11"), kLastDay});
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  KeepingSink sink(40, true);
  sink.by_month = true;
  const ColumnFile file = open_column_file(bureau.rules, passing.path).value();
  EXPECT_EQ(score_into(sink, compile(bureau.rules), file).value().judged, 3U);  // one in February, one before it, too
}

TEST(ScoreFile, EverybodyOnLeaveOrGoneForAMonth) {
  for (const bool is_gone : {false, true}) {
    MadeBureau bureau(kDays, 20, "2026-01-01", "2026-04-30", 9);
    bureau.set_stations(3, true);
    for (std::size_t i = 0; i < 20; ++i) {
      if (is_gone) {
        bureau.add_stay(i, {kFirstDay, *Day::parse("2026-01-31")});
        bureau.add_stay(i, {*Day::parse("2026-03-01"), kLastDay});
      } else {
        bureau.add_leave(i, {*Day::parse("2026-02-01"), *Day::parse("2026-02-28")});
      }
    }
    compare_bureau_with_file(bureau, with_provisional());
  }
}

TEST(ScoreFile, RecordsOfManyPartsAreReadWhereTheyTouchAMonth) {
  MadeBureau bureau(kDays, 1200, "2026-01-01", "2026-03-31", 4);
  bureau.set_stations(9, true);
  // A day of leave every other day of four months: 72,000 records are two parts.
  const Day first = *Day::parse("2025-12-01");
  for (std::size_t i = 0; i < 1200; ++i)
    for (std::int32_t day = 0; day < 120; day += 2) bureau.add_leave(i, {first + day, first + day});
  bureau.add_leave(7, {*Day::parse("2026-01-25"), *Day::parse("2026-02-03")});
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  const ColumnFile file = open_column_file(bureau.rules, passing.path).value();
  ASSERT_EQ(file.state().duty.size(), 2U);
  EXPECT_LT(file.state().duty[0].days.last, *Day::parse("2026-03-25"));
  KeepingSink got(1200, true), wanted(1200, true);
  got.by_month = true;
  score_into(wanted, compile(bureau.rules), bureau.data(), {}).value();
  score_into(got, compile(bureau.rules), file, {}).value();
  EXPECT_TRUE(got.kept.figures == wanted.kept.figures) << first_difference(got.kept, wanted.kept);
  EXPECT_TRUE(got.kept.ranks == wanted.kept.ranks);
}

TEST(ScoreFile, AWindowAndGrainsAreAsInOneScoring) {
  MadeBureau bureau(kFarBack, 12, "2025-12-10", "2026-05-17", 5);
  bureau.set_stations(3, true);
  for (const Grain grain : {Grain::day, Grain::week, Grain::quarter}) {
    ScoreOptions options = with_provisional();
    options.window = {*Day::parse("2026-02-11"), *Day::parse("2026-04-30")};
    options.grains = {grain};
    compare_bureau_with_file(bureau, options);
  }
}

TEST(ScoreFile, EachMonthIsHandedOverInTurnWithItsRanks) {
  class Order : public ScoreSink {
   public:
    void block(const ScoreBlock& block) override { turn(block.period); }
    void ranks(const RankColumn& column) override { turn(column.period); }
    std::string months;

   private:
    void turn(Period period) {
      const Calendar calendar;
      const std::string month = calendar.label(calendar.containing(calendar.last_day(period), Grain::month));
      if (!months.ends_with(month)) months += " " + month;
    }
  };
  MadeBureau bureau(kDays, 30, "2026-01-14", "2026-04-15", 2);
  bureau.set_stations(4, true);
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  Order order;
  score_into(order, compile(bureau.rules), open_column_file(bureau.rules, passing.path).value(), {}).value();
  EXPECT_EQ(order.months, " 2026-01 2026-02 2026-03 2026-04");
}

TEST(ScoreFile, UnderStrictNothingIsHandedOverBeforeAnIssueOfALaterMonth) {
  MadeBureau bureau(kFaults, 40, "2026-01-01", "2026-03-31", 1);
  bureau.set_stations(4, true);
  for (const char* month : {"2026-01", "2026-02", "2026-03"})
    for (std::size_t i = 0; i < 40; ++i) bureau.figures_of("cases", month)[i] = 2;
  const Plan plan = compile(bureau.rules);
  ScoreOptions options;
  options.strict = true;
  {
    const PassingFile passing;
    write_bureau(bureau, passing.path);
    KeepingSink sink(40, true);
    sink.by_month = true;
    EXPECT_TRUE(score_into(sink, plan, open_column_file(bureau.rules, passing.path).value(), options).ok());
    EXPECT_EQ(sink.kept.provisional.size(), 3U);
  }
  bureau.figures_of("cases", "2026-03")[5] = 0;  // 10 * solved / cases
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  KeepingSink sink(40, true);
  const auto scored = score_into(sink, plan, open_column_file(bureau.rules, passing.path).value(), options);
  ASSERT_FALSE(scored.ok());
  EXPECT_EQ(scored.diagnostics().front().slug, "strict-issue");
  EXPECT_TRUE(sink.kept.figures.empty());
}

TEST(ScoreFile, NoDataAndAnUnknownGrainAreErrorsAsInMemory) {
  const CheckedRulebook rules = checked_text(kFaults);
  const PassingFile passing;
  ColumnFileWriter writer(rules, 3, passing.path);
  ASSERT_TRUE(writer.finish().ok());
  KeepingSink sink(3, true);
  const ColumnFile file = open_column_file(rules, passing.path).value();
  EXPECT_EQ(file.officer_count(), 3U);
  EXPECT_EQ(score_into(sink, compile(rules), file).diagnostics().front().slug, "no-data");
  MadeBureau bureau(kFaults, 3, "2026-01-01", "2026-03-31", 1);
  write_bureau(bureau, passing.path);
  ScoreOptions options;
  options.grains = {Grain::day};
  EXPECT_EQ(score_into(sink, compile(rules), open_column_file(rules, passing.path).value(), options)
                .diagnostics()
                .front()
                .slug,
            "grain-not-assessed");
}

}  // namespace
}  // namespace cwp
