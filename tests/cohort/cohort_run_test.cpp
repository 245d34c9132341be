// A cohort in lanes: its cells are those of the exact evaluator, whoever is unlike the others is judged there, and the
// report counts both.

#include "cohort/cohort_run.hpp"

#include <gtest/gtest.h>

#include <mutex>

#include "checked_text.hpp"
#include "cohort/gather.hpp"
#include "engine/officer_results.hpp"

namespace cwp {
namespace {

constexpr const char* kRules = R"yaml(cwp: 1
id: class
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 500]}
  cases: {per: month, fold: sum, type: u8}
  grave: {per: month, fold: sum, type: u8}
categories:
  - id: work
    items:
      - {id: seen, per: month, full: 10, award: {of: visits, each: 0.027}}
      - {id: rate, per: month, full: 10, points: visits / cases, if_missing: drop}
      - {id: peers, per: month, full: 10, points: 5 + 0.01 * (visits - mean(visits by station))}
vetoes: [{id: serious, per: month, when: grave > 2, set: 1}]
assessments: {month: {}}
rankings: [{id: best, every: month, of: total}]
)yaml";

/// Officers 1, 2 … with ordinary figures of March; tests add what is out of the ordinary.
class CohortRunTest : public testing::Test {
 protected:
  CohortRunTest() : rules(checked_text(kRules)), plan(compile(rules)), builder(rules) {
    builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
  }
  void add_officer(int key, const char* visits = "", const char* cases = "3", const char* grave = "1") {
    const std::string name = std::to_string(key);
    builder.add_officer(name, {}, {}, {{"station", key % 2 == 0 ? "A" : "B"}});
    builder.add_metric(name, "2026-03", "visits", *visits != '\0' ? visits : std::to_string(7 * key % 31));
    builder.add_metric(name, "2026-03", "cases", cases);
    builder.add_metric(name, "2026-03", "grave", grave);
  }

  /// Visits everybody and holds each wanted cell against the exact evaluator's.
  EngineReport compare() {
    if (!built) built = builder.finish().value();
    const Dataset& data = *built;
    cwp::Run run(plan, data, options);  // not testing::Test::Run
    gather_all(run, options);
    std::vector<int> visits(data.officer_count());
    std::mutex mutex;
    const EngineReport report =
        for_each_officer_run(run, Extent{run.gathers()}, options, [&](const OfficerRun& officer) {
          const std::lock_guard lock(mutex);
          ++visits[officer.number()];
          const OfficerRun exact(run, officer.number());
          const OfficerResults got = collect_results(run, officer);
          const OfficerResults wanted = collect_results(run, exact);
          EXPECT_EQ(got.issues.size(), wanted.issues.size());
          for (const Instance& root : run.roots()) {
            const Cell& cell = officer.cell(root.node, root.period);
            const Cell& judged = exact.cell(root.node, root.period);
            EXPECT_EQ(cell.value.absence, judged.value.absence) << officer.number();
            if (judged.value.present() && judged.value.type == ValueType::number) {
              EXPECT_EQ(cell.value.number, judged.value.number) << officer.number();
              ++compared;
            }
            EXPECT_EQ(cell.facts.reason, judged.facts.reason);
            EXPECT_EQ(cell.facts.full, judged.facts.full);
            EXPECT_EQ(cell.facts.reachable, judged.facts.reachable);
            EXPECT_EQ(cell.facts.coverage, judged.facts.coverage);
            EXPECT_EQ(cell.value.incomplete, judged.value.incomplete);
          }
        });
    EXPECT_EQ(visits, std::vector<int>(visits.size(), 1));
    EXPECT_EQ(report.officers_in_lanes + report.officers_judged, data.officer_count());
    return report;
  }

  CheckedRulebook rules;
  Plan plan;
  DatasetBuilder builder;
  std::optional<Dataset> built;
  ScoreOptions options;
  std::size_t compared = 0;
};

TEST_F(CohortRunTest, OrdinaryOfficersAreInLanes) {
  for (int key = 1; key <= 20; ++key) add_officer(key);
  const EngineReport report = compare();
  EXPECT_EQ(report.classes, 1U);
  EXPECT_EQ(report.officers_in_lanes, 20U);
  EXPECT_EQ(report.officers_judged, 0U);
  EXPECT_EQ(report.instances_judged, 0U);
  EXPECT_GT(report.instances_in_lanes, 0U);
  EXPECT_GT(report.steps, 0U);
  EXPECT_EQ(report.steps, report.steps_of_lane[0] + report.steps_of_lane[1] + report.steps_of_lane[2] +
                              report.steps_of_lane[3] + report.steps_of_lane[4]);
  EXPECT_GE(compared, 20U * 5);  // items, category and total
}

TEST_F(CohortRunTest, TheVetoedTheRefusedAndThoseDividedByZeroAreJudgedWhereTheyAreUnlikeTheOthers) {
  for (int key = 1; key <= 20; ++key) {
    if (key == 4)
      add_officer(key, "", "3", "3");  // vetoed
    else if (key == 9)
      add_officer(key, "501");  // refused
    else if (key == 15)
      add_officer(key, "", "0");
    else if (key == 16)
      add_officer(key, "", "");  // no row: 0 as well
    else
      add_officer(key);
  }
  for (const std::size_t block : {std::size_t{0}, std::size_t{1}, std::size_t{3}})
    for (const int threads : {1, 3}) {
      options.engine.block = block;
      options.threads = threads;
      const EngineReport report = compare();
      EXPECT_EQ(report.classes, 1U);
      EXPECT_EQ(report.officers_in_lanes, 20U);
      EXPECT_EQ(report.officers_unlike, 4U);
      EXPECT_GE(report.cells_judged, 4U * 3);  // at least what is unlike, the category and the total
      EXPECT_LT(report.cells_judged, report.cells / 4);
    }
}

TEST_F(CohortRunTest, WhatNobodyHasInAnOrdinaryWayIsJudgedForEverybody) {
  for (int key = 1; key <= 12; ++key) add_officer(key, "", "0");
  const EngineReport report = compare();
  EXPECT_EQ(report.classes, 1U);
  EXPECT_EQ(report.officers_unlike, 12U);
  EXPECT_GT(report.instances_in_lanes, 0U);  // the other items
}

TEST_F(CohortRunTest, TheModelHasFiguresWhereMostHaveThem) {
  add_officer(1, "", "0");
  add_officer(2, "501");
  for (int key = 3; key <= 12; ++key) add_officer(key);
  EXPECT_EQ(compare().officers_unlike, 2U);
}

TEST_F(CohortRunTest, OnLeaveOrNotYetThereIsUnlikeTheOthers) {
  for (int key = 1; key <= 20; ++key) add_officer(key);
  for (int key = 1; key <= 7; ++key)
    builder.add_duty(std::to_string(key), *Day::parse("2026-03-02"), *Day::parse("2026-03-06"), "leave");
  builder.add_officer("21", *Day::parse("2026-03-20"), {}, {{"station", "A"}});
  builder.add_duty("8", *Day::parse("2026-03-01"), *Day::parse("2026-03-31"), "leave");  // nobody's peer
  EngineReport report = compare();
  EXPECT_EQ(report.classes, 1U);
  EXPECT_EQ(report.officers_in_lanes, 21U);
  EXPECT_EQ(report.officers_unlike, 9U);
  options.engine.least_in_cohort = 7;
  report = compare();  // 12 with the two alone, and the 7 on leave, who are too few for lanes
  EXPECT_EQ(report.classes, 1U);
  EXPECT_EQ(report.officers_in_lanes, 14U);
  EXPECT_EQ(report.officers_judged, 7U);
  options.engine.least_in_lanes = 7;
  report = compare();
  EXPECT_EQ(report.classes, 2U);
  EXPECT_EQ(report.officers_in_lanes, 21U);
  EXPECT_EQ(report.officers_unlike, 2U);
  options.engine.least_in_lanes = 0;
  report = compare();
  EXPECT_EQ(report.classes, 0U);
  EXPECT_EQ(report.officers_judged, 21U);
}

TEST_F(CohortRunTest, EveryInstructionSetComesToTheSame) {
  for (int key = 1; key <= 20; ++key) add_officer(key);
  for (const Isa isa : {Isa::baseline, Isa::avx2, Isa::avx512}) {
    options.engine.isa = isa;
    EXPECT_EQ(compare().officers_in_lanes, 20U) << to_text(isa);
  }
}

}  // namespace
}  // namespace cwp
