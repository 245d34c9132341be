// One row corrected: what is scored again, what is not, and what moved; figures worked out by hand.

#include "cwp/scorer.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "cwp/read_csv.hpp"
#include "cwp/write.hpp"
#include "io/made_files.hpp"

namespace cwp {
namespace {

constexpr const char* kRules = R"yaml(cwp: 1
id: live
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {type: u16}
  cases: {type: u16, on_duplicate: error}
categories:
  - id: work
    items:
      - {id: seen, per: day, full: 1, award: {of: visits, each: 0.1}, roll_up: mean}
      - {id: peers, per: month, full: 10, points: 5 + visits - mean(visits by station)}
      - {id: solved, per: month, full: 10, award: {of: cases, each: 1}}
assessments: {day: {}, month: {}}
rankings: [{id: best, every: month, of: total}]
)yaml";

Day day(const char* text) { return *Day::parse(text); }

/// Ann and Bob of station A, Cid of station B; each two visits and a case on the first two days of March.
class ScorerTest : public testing::Test {
 protected:
  ScorerTest() : rules(checked_text(kRules)), plan(compile(rules)) {
    options.provisional = true;
    DatasetBuilder builder(rules);
    builder.set_span({day("2026-03-01"), day("2026-03-03")});
    for (const char* officer : {"ann", "bob", "cid"}) {
      builder.add_officer(officer, {}, {}, {{"station", std::string(officer) == "cid" ? "B" : "A"}});
      for (const char* date : {"2026-03-02", "2026-03-03"}) {
        builder.add_metric(officer, date, "visits", "2");
        builder.add_metric(officer, date, "cases", "1");
      }
    }
    scorer.emplace(Scorer::make(plan, std::move(builder), options).value());
  }

  std::string points(std::size_t officer, const char* period, const char* id, const Scores& scores) const {
    const Period of = *Period::parse(period, rules.calendar());
    const ScoreTable& table = *scores.table(of.grain);
    const auto column = std::find(table.ids.begin(), table.ids.end(), id) - table.ids.begin();
    const ScoreRow* row = table.find(of, officer);
    return row ? row->parts[std::size_t(column)].points->to_text() : "";
  }
  std::string points(std::size_t officer, const char* period, const char* id) const {
    return points(officer, period, id, scorer->scores());
  }
  static std::string line(const MovedFigure& moved) {
    return moved.who + " " + std::string(to_text(moved.what)) + " " + moved.id + " " + moved.before + " " + moved.after;
  }
  std::vector<std::string> lines(const Movement& movement, Grain grain) {
    std::vector<std::string> all;
    for (const MovedFigure& moved : movement.figures)
      if (moved.period.grain == grain) all.push_back(line(moved));
    return all;
  }

  CheckedRulebook rules;
  Plan plan;
  ScoreOptions options;
  std::optional<Scorer> scorer;
};

using Lines = std::vector<std::string>;

TEST_F(ScorerTest, ACorrectedFigureIsScoredAgainForItsOfficerAndPeers) {
  // Ann's visits of the month are 4, then 6; the mean of her station 4, then 5. Bob has 5 + 4 - 5.
  scorer->rows().add_metric("ann", "2026-03-03", "visits", "4", {}, {day("2026-03-05"), false});
  const Movement movement = scorer->update().value();
  EXPECT_EQ(points(0, "2026-03", "peers"), "6.00");
  EXPECT_EQ(points(1, "2026-03", "peers"), "4.00");
  EXPECT_EQ(points(2, "2026-03", "peers"), "5.00");
  EXPECT_EQ(lines(movement, Grain::day),
            (Lines{"ann points work 0.20 0.40", "ann points seen 0.20 0.40", "ann points total 0.20 0.40"}));
  const UpdateReport& report = scorer->last_update();
  EXPECT_FALSE(report.everything);
  EXPECT_EQ(report.officers, 2U);  // Cid sees nothing of it
  EXPECT_EQ(report.rows, 3U);      // Ann's day, and the month of both
  EXPECT_EQ(report.rankings, 1U);
}

TEST_F(ScorerTest, WhatMovesNoValueIsRankedNoMore) {
  scorer->rows().add_metric("cid", "2026-03-03", "visits", "2", {}, {day("2026-03-05"), false});
  EXPECT_TRUE(scorer->update().value().figures.empty());
  EXPECT_EQ(scorer->last_update().officers, 0U);
  EXPECT_EQ(scorer->last_update().rankings, 0U);
}

TEST_F(ScorerTest, WhoeverScoresItsDataBesideItSeesEveryCorrection) {
  DatasetBuilder builder(rules);
  builder.set_span({day("2026-03-01"), day("2026-03-03")});
  for (int i = 0; i < 90; ++i) {
    const std::string officer = "o" + std::to_string(100 + i);
    builder.add_officer(officer, {}, {}, {{"station", i % 2 == 0 ? "A" : "B"}});
    for (const char* date : {"2026-03-02", "2026-03-03"}) {
      builder.add_metric(officer, date, "visits", "2");
      builder.add_metric(officer, date, "cases", "1");
    }
  }
  Scorer many = Scorer::make(plan, std::move(builder), options).value();
  std::string recorded = "2026-03-10";
  for (const char* officer : {"o100", "o100", "o101", "o150"})
    for (const bool withdrawn : {false, true}) {
      many.rows().add_metric(officer, "2026-03-03", "cases", withdrawn ? "" : "3", {},
                             {day(recorded.c_str()), withdrawn});
      ++recorded.back();
      ASSERT_TRUE(many.update().ok());
      const Scores beside = score(plan, many.scores().data(), options).value();
      EXPECT_EQ(output_files(beside, {.details = true}), output_files(many.scores(), {.details = true})) << officer;
    }
}

TEST_F(ScorerTest, AWithdrawnFigureIsGone) {
  scorer->rows().add_metric("cid", "2026-03-03", "cases", "", {}, {day("2026-03-05"), true});
  const Movement movement = scorer->update().value();
  EXPECT_EQ(points(2, "2026-03", "solved"), "1.00");
  EXPECT_EQ(scorer->last_update().officers, 1U);
}

TEST_F(ScorerTest, AnAppendedDayLeavesEarlierDaysAlone) {
  scorer->rows().set_span({day("2026-03-01"), day("2026-03-04")});
  for (const char* officer : {"ann", "bob", "cid"}) scorer->rows().add_metric(officer, "2026-03-04", "visits", "5");
  const Movement movement = scorer->update().value();
  EXPECT_EQ(points(0, "2026-03-04", "seen"), "0.50");
  EXPECT_EQ(points(0, "2026-03-02", "seen"), "0.20");
  EXPECT_EQ(movement.only_after, (std::vector<Period>{*Period::parse("2026-03-04", rules.calendar())}));
  EXPECT_FALSE(scorer->last_update().everything);
  EXPECT_EQ(scorer->last_update().rows, 6U);  // the day and the month of three
  EXPECT_EQ(lines(movement, Grain::day), Lines());
}

TEST_F(ScorerTest, AFactOfTheRosterMovesOfficersBetweenGroups) {
  scorer->rows().add_officer("bob", {}, {}, {{"station", "B"}}, {}, {day("2026-03-05"), false});
  scorer->rows().add_metric("bob", "2026-03-03", "visits", "6", {}, {day("2026-03-05"), false});
  scorer->update().value();
  // Station A: Ann alone, 5 + 4 - 4. Station B: Bob 8, Cid 4, mean 6.
  EXPECT_EQ(points(0, "2026-03", "peers"), "5.00");
  EXPECT_EQ(points(1, "2026-03", "peers"), "7.00");
  EXPECT_EQ(points(2, "2026-03", "peers"), "3.00");
}

TEST_F(ScorerTest, RowsThatCannotBeTakenChangeNothing) {
  scorer->rows().add_metric("ann", "2026-03-03", "visits", "9", {}, {day("2026-03-05"), false});
  scorer->rows().add_metric("ann", "2026-03-03", "cases", "3");
  const Result<Movement> refused = scorer->update();
  ASSERT_EQ(refused.diagnostics().size(), 1U);
  EXPECT_EQ(refused.diagnostics()[0].slug, "figure-twice");
  EXPECT_EQ(points(0, "2026-03", "peers"), "5.00");
  EXPECT_TRUE(scorer->update().value().figures.empty());  // they were taken back
}

TEST_F(ScorerTest, ACopyOfTheScoresStaysAsItIs) {
  const Scores before = scorer->scores();
  scorer->rows().add_metric("ann", "2026-03-03", "visits", "4", {}, {day("2026-03-05"), false});
  scorer->update().value();
  EXPECT_EQ(points(0, "2026-03", "peers", before), "5.00");
  EXPECT_EQ(points(0, "2026-03", "peers"), "6.00");
}

TEST_F(ScorerTest, AnotherOfficerIsAWholeRun) {
  scorer->rows().add_officer("abe", {}, {}, {{"station", "A"}});
  scorer->update().value();
  EXPECT_TRUE(scorer->last_update().everything);
  EXPECT_EQ(scorer->scores().data().officer_count(), 4U);
}

TEST_F(ScorerTest, AFileOfCorrectionsIsReadAndOnlyWhatItSaysIsScoredAgain) {
  const FolderOfFiles files;
  CsvInputs first, today;
  first.roster = files.write("roster.csv", "officer,station\nann,A\nbob,A\ncid,B\n");
  first.metrics = {files.write("metrics.csv", "officer,date,visits,cases\nann,2026-03-02,2,1\nbob,2026-03-03,2,1\n")};
  first.span = DayRange{day("2026-03-01"), day("2026-03-03")};
  today.metrics = {files.write("today.csv", "officer,date,visits,recorded\nann,2026-03-02,6,2026-03-05\n")};
  DatasetBuilder rows(rules);
  ASSERT_TRUE(read_csv_rows(first, rows).empty());
  scorer.emplace(Scorer::make(plan, std::move(rows), options).value());
  ASSERT_TRUE(read_csv_rows(today, scorer->rows()).empty());
  scorer->update().value();
  EXPECT_EQ(points(0, "2026-03-02", "seen"), "0.60");
  EXPECT_EQ(scorer->last_update().officers, 2U);  // not Cid
  CsvInputs all = first;
  all.metrics.push_back(today.metrics[0]);
  const Scores whole = score(plan, read_csv(all, rules).value(), options).value();
  EXPECT_EQ(output_files(scorer->scores()), output_files(whole));  // with both files in the receipt
}

TEST_F(ScorerTest, ItsRowsAreNotTheCallersToFinish) {
  scorer->rows().add_metric("ann", "2026-03-02", "visits", "5", {}, {day("2026-03-04")});
  EXPECT_EQ(scorer->rows().finish().diagnostics().at(0).slug, "rows-of-scorer");
  // Nothing is gone by it: neither the officers nor the row that was added.
  EXPECT_TRUE(scorer->update().ok());
  EXPECT_EQ(points(0, "2026-03-02", "seen"), "0.50");
  EXPECT_EQ(points(1, "2026-03-02", "seen"), "0.20");
  scorer->rows().add_officer("dan", {}, {}, {});
  EXPECT_EQ(scorer->rows().finish().diagnostics().at(0).slug, "rows-of-scorer");
  EXPECT_TRUE(scorer->update().ok());
  EXPECT_EQ(scorer->scores().data().officer_count(), 4U);
}

TEST_F(ScorerTest, DataThatCannotBeScoredMakeNone) {
  EXPECT_EQ(Scorer::make(plan, DatasetBuilder(rules), options).diagnostics().at(0).slug, "no-data");
}

}  // namespace
}  // namespace cwp
