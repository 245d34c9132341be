// Officers who were on duty on different days, in the sink: each class through a program of its own, the few of small
// classes judged; all of it what `score` publishes.

#include <gtest/gtest.h>

#include <cmath>

#include "stream/compared_ways.hpp"

namespace cwp {
namespace {

/// Aggregates behind one another, of figures whose denominators hang on the days of duty.
constexpr const char* kPace = R"yaml(cwp: 1
id: pace
attributes: {station: {type: text}}
duty: {leave: exempt, course: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
  late: {per: month, fold: sum, type: u8, range: [0, 6], better: less}
values:
  pace: ratio(visits, duty_days, 0)
  ahead: pace - sum(pace by station) / 40
categories:
  - id: work
    items:
      - {id: quick, per: month, full: 10, min: -50, points: 5 + 0.1 * ahead, if_missing: zero}
      - {id: best, per: month, full: 10, points: "ratio(5 * pace, max(pace by station), 0)"}
      - {id: worst, per: month, full: 10, points: "5 + min(ahead by all) / 10"}
      - {id: calm, per: month, full: 10, points: "10 - mean(late by station)"}
adjustments:
  - {id: near, per: month, gives: "if(max(ahead by all) > ahead + 1, 1, 0.5)", up_to: 3}
assessments: {month: {scale: 100}}
rankings:
  - {id: in_station, every: month, by: station, of: total}
  - {id: order, every: month, of: total, method: ordinal}
)yaml";

/// Aggregates of days and weeks.
constexpr const char* kDaysAmongPeers = R"yaml(cwp: 1
id: days_among_peers
attributes: {station: {type: text}}
duty: {leave: exempt, course: exempt}
metrics:
  entries: {fold: sum, type: u8, range: [0, 20], absent: zero}
categories:
  - id: desk
    items:
      - {id: ahead, per: day, full: 10, points: "5 + 0.2 * (entries - mean(entries by station))", roll_up: mean}
      - {id: week_ahead, per: week, full: 10, points: "ratio(5 * entries, mean(entries by station), 0)", roll_up: none}
assessments: {day: {}, week: {}, month: {}}
rankings:
  - {id: day_station, every: day, by: station, of: total}
  - {id: week_all, every: week, of: total, method: fractional}
  - {id: month_all, every: month, of: total, method: dense}
)yaml";

/// No aggregates, but faults: officers are flagged in the lanes of several classes.
constexpr const char* kFlagged = R"yaml(cwp: 1
id: flagged
attributes: {station: {type: text}}
duty: {leave: exempt, course: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
  cases: {per: month, fold: sum, type: u8, range: [0, 9]}
  solved: {per: month, fold: sum, type: u8, range: [0, 9]}
  grave: {per: month, fold: sum, type: u8, range: [0, 20], better: less}
categories:
  - id: work
    items:
      - {id: rate, per: month, full: 10, points: 10 * solved / cases, if_missing: drop}
      - {id: seen, per: month, full: 10, prorate: duty, target: {of: visits, at: 300}}
vetoes:
  - {id: serious, per: month, when: grave > 18, set: 1}
assessments: {month: {scale: 100}}
rankings:
  - {id: in_station, every: month, by: station, of: total, method: dense}
  - {id: over_all, every: month, of: total}
)yaml";

/// Aggregates of whatever officers bring, some of whom are flagged: one divides by 0, one is vetoed.
constexpr const char* kFlaggedPeers = R"yaml(cwp: 1
id: flagged_peers
attributes: {station: {type: text}}
duty: {leave: exempt, course: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
  cases: {per: month, fold: sum, type: u8, range: [0, 9]}
  solved: {per: month, fold: sum, type: u8, range: [0, 9]}
  grave: {per: month, fold: sum, type: u8, range: [0, 20], better: less}
values:
  solved_of: 10 * solved / cases
categories:
  - id: work
    items:
      - {id: rate, per: month, full: 10, points: solved_of, if_missing: drop}
      - {id: ahead, per: month, full: 10, points: 5 + 0.01 * (visits - mean(visits by station))}
      - {id: shared, per: month, full: 10, points: "round(solved_of, 1) - max(round(solved_of, 1) by station) + 8"}
      - {id: counted, per: month, full: 10, points: "mean(min(10, if(cases > 0, solved, 0)) by all)"}
vetoes:
  - {id: serious, per: month, when: grave > 18, set: 1}
assessments: {month: {scale: 100}}
rankings:
  - {id: in_station, every: month, by: station, of: total, method: dense}
  - {id: over_all, every: month, of: total}
)yaml";

/// What was in the month before, in which somebody may not have been there.
constexpr const char* kMonthBefore = R"yaml(cwp: 1
id: month_before
attributes: {station: {type: text}, coefficient: {type: number}}
duty: {leave: exempt, course: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
values:
  peers: mean(visits by station)
  held: coefficient
categories:
  - id: work
    items:
      - {id: before, per: month, full: 10, points: "first_of(peers[-1] / 40, 2)"}
      - {id: kept, per: month, full: 10, points: "first_of(3 * held[-1], 1)"}
      - {id: seen, per: month, full: 10, target: {of: visits, at: 300}}
assessments: {month: {scale: 100}}
rankings: [{id: over_all, every: month, of: total}]
)yaml";

DayRange days_of(const char* first, const char* last) { return {*Day::parse(first), *Day::parse(last)}; }

/// Records as a bureau has them: whole months, the days of a course, single days, a whole station away, and a day on
/// which nobody is on duty.
void send_away(MadeBureau& bureau, std::uint64_t seed) {
  const std::size_t officers = bureau.officers();
  const DayRange month = days_of("2026-02-01", "2026-02-28"), course = days_of("2026-01-12", "2026-01-16");
  const Day nobody = *Day::parse("2026-02-11");
  const std::vector<std::uint32_t>& stations = bureau.numbers_of("station");
  for (std::size_t i = 0; i < officers; ++i) {
    if (seed % 3 == 0 && stations[i] == 1) {
      bureau.add_leave(i, month);
    } else if (const std::int64_t lot = bureau.below(20); lot < 6) {
      bureau.add_leave(i, lot < 3 ? month : days_of("2026-01-01", "2026-02-28"));
    } else if (lot < 10) {
      bureau.add_leave(i, course);
    } else if (lot < 12) {
      const Day day = *Day::parse("2026-01-05") + std::int32_t(bureau.below(40));
      bureau.add_leave(i, {day, day + std::int32_t(bureau.below(3))});
    } else if (seed % 2 == 0) {
      bureau.add_leave(i, {nobody, nobody});
    }
  }
}

/// Some figures that are refused, some that are not there.
void spoil(MadeBureau& bureau, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) {
    const auto column = std::next(bureau.figures.begin(), bureau.below(std::int64_t(bureau.figures.size())));
    column->second[std::size_t(bureau.below(std::int64_t(bureau.officers())))] = k % 3 == 0 ? NAN : 1000;
  }
}

MadeBureau bureau_of(const char* rulebook, std::size_t officers, std::uint64_t seed) {
  MadeBureau bureau(rulebook, officers, "2026-01-01", "2026-02-28", seed);
  bureau.set_stations(5, seed % 2 == 0);
  if (rulebook == kForms) bureau.set_attribute("coefficient", coefficients(), false);
  send_away(bureau, seed);
  return bureau;
}

ScoreOptions with_classes_of(std::size_t least) {
  ScoreOptions options;
  options.engine.least_in_cohort = least;
  return options;
}

TEST(DutyClasses, RandomDutyAndAggregatesAreWhatScorePublishes) {
  std::size_t in_lanes = 0, judged = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed)
    for (const char* rulebook : {kForms, kPace}) {
      SCOPED_TRACE("seed " + std::to_string(seed) + (rulebook == kForms ? ", forms" : ", pace"));
      MadeBureau bureau = bureau_of(rulebook, 90, seed);
      if (seed > 4) spoil(bureau, 6);
      const std::size_t least[] = {1, 5, 64};
      const Ways ways = compare(bureau.rules, bureau.data(), with_classes_of(least[seed % 3]), seed > 2);
      in_lanes += ways.in_lanes;
      judged += ways.judged;
      if (HasFailure()) return;
    }
  EXPECT_GT(in_lanes, 100U);
  EXPECT_GT(judged, 100U);
}

TEST(DutyClasses, WhoComesAndGoesIsWhatScorePublishes) {
  std::size_t in_lanes = 0, judged = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed)
    for (const char* rulebook : {kForms, kPace, kMonthBefore, kFlagged, kFlaggedPeers, kDays, kDaysAmongPeers}) {
      SCOPED_TRACE("seed " + std::to_string(seed) + rulebook);
      const bool of_days = rulebook == kDays || rulebook == kDaysAmongPeers;
      MadeBureau bureau(rulebook, of_days ? 40 : 80, of_days ? "2026-01-19" : "2026-01-01",
                        of_days ? "2026-02-15" : "2026-02-28", seed);
      bureau.set_stations(5, seed % 2 == 0);
      if (rulebook == kForms || rulebook == kMonthBefore) bureau.set_attribute("coefficient", coefficients(), false);
      come_and_go(bureau, days_of("2026-01-01", "2026-02-28"));
      if (seed % 3 == 0)
        for (std::size_t i = 0; i < bureau.officers(); ++i)  // a station that opens with February
          if (bureau.numbers_of("station")[i] == 2) bureau.add_stay(i, {*Day::parse("2026-02-01"), kLastDay});
      if (seed % 2 == 0) send_away(bureau, seed);
      if (seed > 4) spoil(bureau, 5);
      const std::size_t least[] = {1, 5, 64};
      const Ways ways = compare(bureau.rules, bureau.data(), with_classes_of(least[seed % 3]), true);
      in_lanes += ways.in_lanes;
      judged += ways.judged;
      if (HasFailure()) return;
    }
  EXPECT_GT(in_lanes, 100U);
  EXPECT_GT(judged, 100U);
}

TEST(DutyClasses, RandomDutyAndFaultsAreWhatScorePublishes) {
  std::size_t in_lanes = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    MadeBureau bureau = bureau_of(kFlagged, 80, seed);
    if (seed > 4) spoil(bureau, 5);
    const std::size_t least[] = {1, 5, 64};
    in_lanes += compare(bureau.rules, bureau.data(), with_classes_of(least[seed % 3]), seed > 2).in_lanes;
    if (HasFailure()) return;
  }
  EXPECT_GT(in_lanes, 50U);
}

TEST(DutyClasses, WhoIsFlaggedBringsToAggregatesWhatTheExactEvaluatorSays) {
  std::size_t in_lanes = 0, kept = 0, judged = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    MadeBureau bureau(kFlaggedPeers, 80, "2026-01-01", "2026-02-28", seed);
    bureau.set_stations(5, seed % 2 == 0);
    if (seed > 2) send_away(bureau, seed);
    if (seed > 5) spoil(bureau, 5);
    const Ways ways = compare(bureau.rules, bureau.data(), with_classes_of(seed % 2 == 0 ? 1 : 5), seed > 2);
    in_lanes += ways.in_lanes;
    kept += ways.officer_by_officer;
    judged += ways.judged;
    if (HasFailure()) return;
  }
  EXPECT_GT(in_lanes, 50U);
  EXPECT_EQ(kept, 0U);
  EXPECT_GT(judged, 50U);
}

TEST(DutyClasses, WhereFlagsHangOnAggregatesEverythingIsKept) {
  std::string rulebook = kFlaggedPeers;
  const std::string calm = "5 + 0.01 * (visits - mean(visits by station))";
  rulebook.replace(rulebook.find(calm), calm.size(), "10 * solved / sum(cases by station)");
  MadeBureau bureau(rulebook, 60, "2026-01-01", "2026-02-28", 3);
  bureau.set_stations(30, true);
  for (const char* month : {"2026-01", "2026-02"})  // most have no cases, nor have some stations
    for (std::size_t i = 0; i < 60; ++i)
      bureau.figures_of("cases", month)[i] = i % 3 == 0 ? bureau.figures_of("cases", month)[i] : 0;
  bureau.figures_of("cases", "2026-01")[0] = bureau.figures_of("cases", "2026-02")[0] = 5;
  send_away(bureau, 2);
  const Ways ways = compare(bureau.rules, bureau.data(), with_classes_of(5), true);
  EXPECT_EQ(ways.in_lanes, 0U);
  EXPECT_GT(ways.officer_by_officer, 0U);
}

TEST(DutyClasses, RandomDutyOfDaysAndWeeksIsWhatScorePublishes) {
  std::size_t in_lanes = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed)
    for (const char* rulebook : {kDays, kDaysAmongPeers}) {
      SCOPED_TRACE("seed " + std::to_string(seed) + (rulebook == kDays ? ", days" : ", among peers"));
      MadeBureau bureau(rulebook, 50, "2026-01-26", "2026-02-15", seed);
      bureau.set_stations(4, seed % 2 == 0);
      send_away(bureau, seed);
      if (seed > 2) spoil(bureau, 4);
      ScoreOptions options = with_classes_of(seed % 2 == 0 ? 3 : 8);
      options.provisional = true;
      in_lanes += compare(bureau.rules, bureau.data(), options, true).in_lanes;
      if (HasFailure()) return;
    }
  EXPECT_GT(in_lanes, 0U);
}

/// Worked out by hand below.
constexpr const char* kByHand = R"yaml(cwp: 1
id: by_hand
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
categories:
  - id: work
    items:
      - {id: peers, per: month, full: 10, points: 5 + 0.1 * (visits - mean(visits by station))}
adjustments:
  - {id: share, per: month, gives: "if(visits > mean(visits by all), 1.5, 0)", up_to: 3}
  - {id: tenth, per: month, gives: mean(visits by station) / 10, up_to: 9}
assessments: {month: {}}
rankings: [{id: over_all, every: month, of: total}]
)yaml";

/// Ann, Bob and Cem are at the first station, Dan and Eve at the second, Fay at the third. Cem and Fay are on leave all
/// month, Eve is on one day.
class SixOfficers {
 public:
  explicit SixOfficers(std::vector<std::uint16_t> visits)
      : rules_(checked_text(kByHand)),
        visits_(std::move(visits)),
        month_(*Period::parse("2026-02", rules_.calendar())) {}

  ScoringReport score(ScoreSink& sink, std::size_t least) const {
    ColumnsBuilder builder(rules_, 6);
    builder.set_attribute("station", {"first", "second", "third"}, stations_);
    builder.add_figures("visits", month_, std::span(visits_));
    for (const std::size_t away : {2, 5}) builder.add_duty(away, rules_.calendar().days(month_), "leave");
    builder.add_duty(4, days_of("2026-02-10", "2026-02-10"), "leave");
    return score_into(sink, compile(rules_), builder.finish().value(), with_classes_of(least)).value();
  }
  const std::vector<std::int64_t>& figures(const KeepingSink& sink, const char* id, PartKind kind) const {
    return sink.kept.figures.at({month_, id, kind, 2});
  }
  const std::vector<std::uint32_t>& ranks(const KeepingSink& sink) const {
    return sink.kept.ranks.at({"over_all", month_, 0});
  }

 private:
  CheckedRulebook rules_;
  std::vector<std::uint32_t> stations_ = {0, 0, 0, 1, 1, 2};
  std::vector<std::uint16_t> visits_;
  Period month_;
};

using Units = std::vector<std::int64_t>;
using Ranks = std::vector<std::uint32_t>;

TEST(DutyClasses, WhoIsOnLeaveIsNobodysPeerAndReadsWhatOthersBring) {
  const SixOfficers six({10, 20, 60, 30, 50, 40});
  for (const std::size_t least : {1, 2, 3}) {
    KeepingSink sink(6, true);
    const ScoringReport report = six.score(sink, least);
    // Means: the first station (10 + 20) / 2 = 15, the second (30 + 50) / 2 = 40, the third none; all 110 / 4 = 27.5.
    EXPECT_EQ(six.figures(sink, "peers", PartKind::item), (Units{450, 550, kNoFigure, 400, 600, kNoFigure}));
    EXPECT_EQ(six.figures(sink, "share", PartKind::adjustment), (Units{0, 0, 150, 150, 150, 150}));
    EXPECT_EQ(six.figures(sink, "tenth", PartKind::adjustment), (Units{150, 150, 150, 400, 400, 0}));
    EXPECT_EQ(six.figures(sink, "total", PartKind::total), (Units{600, 700, kNoFigure, 950, 1150, kNoFigure}));
    EXPECT_EQ(six.ranks(sink), (Ranks{4, 3, 0, 2, 1, 0}));
    // Fay's station has no mean; from 2 on Eve is a class of too few, then Cem, too.
    EXPECT_EQ(report.judged, least);
    EXPECT_GT(report.bind, 0);  // in lanes
  }
}

TEST(DutyClasses, WhoseFigureWasRefusedBringsNothing) {
  const SixOfficers six({10, 401, 60, 30, 50, 40});
  for (const std::size_t least : {1, 2, 3}) {
    KeepingSink sink(6, true);
    const ScoringReport report = six.score(sink, least);
    // Means: the first station 10, the second 40, all (10 + 30 + 50) / 3 = 30. Bob has no points, and the item counts
    // 0.
    EXPECT_EQ(six.figures(sink, "peers", PartKind::item), (Units{500, 0, kNoFigure, 400, 600, kNoFigure}));
    EXPECT_EQ(six.figures(sink, "share", PartKind::adjustment), (Units{0, 0, 150, 0, 150, 150}));
    EXPECT_EQ(six.figures(sink, "tenth", PartKind::adjustment), (Units{100, 100, 100, 400, 400, 0}));
    EXPECT_EQ(six.figures(sink, "total", PartKind::total), (Units{600, 100, kNoFigure, 800, 1150, kNoFigure}));
    EXPECT_EQ(six.ranks(sink), (Ranks{3, 4, 0, 2, 1, 0}));
    EXPECT_EQ(report.judged, least + 1);
    EXPECT_EQ(report.issues.size(), 1U);
    EXPECT_GT(report.bind, 0);
  }
}

}  // namespace
}  // namespace cwp
