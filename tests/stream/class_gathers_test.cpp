// Aggregates that lanes cannot tell by number, or in which means of different stages meet.

#include "stream/class_gathers.hpp"

#include "stream/compared_ways.hpp"

namespace cwp {
namespace {

constexpr const char* kTwoAttributes = R"yaml(cwp: 1
id: two_attributes
attributes: {station: {type: text}, area: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
  late: {per: month, fold: sum, type: u8, range: [0, 6], better: less}
categories:
  - id: work
    items:
      - {id: few, per: month, full: 10, if_missing: zero, points: "first_of(visits, mean(late by station, area)) / 4"}
assessments: {month: {}}
rankings: [{id: over_all, every: month, of: total}]
)yaml";

TEST(ClassGathers, WhoseFigureWasRefusedReadsGroupsThatLanesDoNotTellApart) {
  MadeBureau bureau(kTwoAttributes, 20, "2026-02-01", "2026-02-28", 1);
  bureau.set_stations(2, true);
  bureau.set_attribute("area", {"n", "s"}, false);
  for (double& late : bureau.figures_of("late", "2026-02")) late = 6;
  bureau.figures_of("visits", "2026-02")[3] = 1000;
  const Scores scores = score(compile(bureau.rules), bureau.data()).value();
  const std::vector<ScoreRow>& rows = scores.table(Grain::month)->rows;
  ASSERT_EQ(rows.size(), 20U);
  EXPECT_EQ(rows[3].parts.back().points->units, 150);  // 6 / 4
  EXPECT_EQ(compare(bureau.rules, bureau.data(), {}, true).in_lanes, 0U);
}

TEST(ClassGathers, WhoseFigureIsThereNeedsNoSuchGroups) {
  MadeBureau bureau(kTwoAttributes, 20, "2026-02-01", "2026-02-28", 1);
  bureau.set_stations(2, true);
  bureau.set_attribute("area", {"n", "s"}, false);
  EXPECT_GT(compare(bureau.rules, bureau.data(), {}, true).in_lanes, 0U);
}

TEST(ClassGathers, WhoWasOnLeaveReadsTheGroupOfThoseWithoutAStation) {
  MadeBureau bureau(R"yaml(cwp: 1
id: unset
attributes: {station: {type: text, default: x}}
duty: {leave: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
categories:
  - id: work
    items:
      - {id: few, per: month, full: 10, if_missing: zero,
         points: "if(duty_days < 15, mean(visits by station), visits) / 40"}
assessments: {month: {}}
)yaml",
                    20, "2026-02-01", "2026-02-28", 1);
  bureau.add_leave(3, {*Day::parse("2026-02-01"), *Day::parse("2026-02-20")});
  EXPECT_EQ(compare(bureau.rules, bureau.data(), {}, true).in_lanes, 0U);
}

TEST(ClassGathers, AMeanReadsTheNumberOfPeersOfItsOwnStage) {
  MadeBureau bureau(R"yaml(cwp: 1
id: stages
attributes: {station: {type: text}}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
  late: {per: month, fold: sum, type: u8, range: [0, 6], better: less}
values:
  shared: sum(late by station)
  ahead: visits - round(mean(visits by all), 1)
categories:
  - id: work
    items:
      - {id: x, per: month, full: 10, min: -90, if_missing: zero, points: "mean(shared by all)"}
      - {id: y, per: month, full: 10, min: -90, if_missing: zero, points: "max(ahead by station) / 100"}
assessments: {month: {}}
)yaml",
                    20, "2026-02-01", "2026-02-28", 1);
  bureau.set_stations(2, true);
  EXPECT_GT(compare(bureau.rules, bureau.data(), {}, true).in_lanes, 0U);
}

TEST(ClassGathers, ThreadsWithWholeGroupsEachMakeTheSumsOfOne) {
  // Groups that are small beside a thread's share are nobody else's; larger ones are added up.
  for (const std::size_t stations : {std::size_t{150}, std::size_t{40}}) {
    MadeBureau bureau(R"yaml(cwp: 1
id: shares
attributes: {station: {type: text}}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
categories:
  - id: work
    items:
      - {id: mean, per: month, full: 10, if_missing: zero, points: "(visits + mean(visits by station)) / 100"}
      - {id: best, per: month, full: 10, if_missing: zero, points: "max(visits by station) / 40"}
      - {id: least, per: month, full: 10, if_missing: zero, points: "min(visits by station) / 40"}
assessments: {month: {}}
)yaml",
                      600, "2026-02-01", "2026-02-28", stations);
    bureau.set_stations(stations, true);
    const Plan plan = compile(bureau.rules);
    const Dataset data = bureau.data();
    ScoreOptions options;
    options.engine.least_in_lanes = 0;
    const Published wanted = published(score(plan, data, options).value(), bureau.rules);
    options.engine.least_in_lanes = 8;
    for (const int threads : {1, 2, 3, 4}) {
      options.threads = threads;
      KeepingSink sink(data.officer_count(), true);
      EXPECT_GT(score_into(sink, plan, data, options).value().bind, 0) << stations;
      EXPECT_TRUE(sink.kept.figures == wanted.figures)
          << stations << " stations, " << threads << " threads" << first_difference(sink.kept, wanted);
    }
  }
}

}  // namespace
}  // namespace cwp
