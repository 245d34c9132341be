#include "cwp/moved.hpp"

#include <gtest/gtest.h>

#include "made_scores.hpp"

namespace cwp {
namespace {

/// `who what id: before -> after (by)`, a line each.
std::string lines_of(const Movement& movement) {
  std::string lines;
  for (const MovedFigure& one : movement.figures) {
    lines += one.who + (one.unit ? "(unit) " : " ") + std::string(to_text(one.what)) + " " + one.id + ": " +
             one.before + " -> " + one.after;
    lines += one.by ? " (" + one.by->to_text() + ")\n" : "\n";
  }
  return lines;
}

MadeScores march(const std::vector<ScoreRow>& rows) {
  MadeScores scores;
  ScoreTable table = month_table();
  table.veto_ids = {"accident", "late"};
  table.rows = rows;
  scores.tables = {table};
  return scores;
}

TEST(WhatMoved, IsNothingBetweenEqualScores) {
  const Scores scores = march({{month(3), 0, {part("5"), part("5"), part("5")}}}).made();
  const Movement none = what_moved(scores, scores);
  EXPECT_TRUE(none.figures.empty() && none.only_before.empty() && none.only_after.empty());
}

TEST(WhatMoved, ListsPointsInTheOrderOfTheFileWithTheirDifference) {
  const Scores before = march({{month(3), 0, {part("12.00"), part("12.00"), part("8.50")}, State::incomplete}}).made();
  ScoreRow row{month(3), 0, {part("12.00"), part("2.00"), part("9.00")}, State::final, {1}};
  Part total = row.parts[2];
  total.reachable = decimal("10.00");
  total.coverage = {};
  row.parts.set(2, total);
  EXPECT_EQ(lines_of(what_moved(before, march({row}).made())),
            "ann points people: 12.00 -> 2.00 (-10.00)\n"
            "ann points total: 8.50 -> 9.00 (0.50)\n"
            "ann reachable : 15.00 -> 10.00 (-5.00)\n"
            "ann coverage : 1.0000 -> \n"
            "ann state : incomplete -> final\n"
            "ann vetoes :  -> late\n");
}

TEST(WhatMoved, TellsOfficersByTheirKeysThoughTheirNumbersDiffer) {
  MadeScores before = march({{month(3), 0, {part("1"), part("1"), part("1")}},  // bob
                             {month(3), 1, {part("2"), part("2"), part("2")}}});
  before.officers = {"bob", "eve"};
  MadeScores after = march({{month(3), 0, {part("7"), part("7"), part("7")}},  // ann
                            {month(3), 1, {part("1"), part("1"), part("3")}}});
  EXPECT_EQ(lines_of(what_moved(before.made(), after.made())),
            "ann points visits:  -> 7\n"
            "ann points people:  -> 7\n"
            "ann points total:  -> 7\n"
            "ann reachable :  -> 15.00\n"
            "ann coverage :  -> 1.0000\n"
            "ann state :  -> final\n"
            "bob points total: 1 -> 3 (2)\n"
            "eve points visits: 2 -> \n"
            "eve points people: 2 -> \n"
            "eve points total: 2 -> \n"
            "eve reachable : 15.00 -> \n"
            "eve coverage : 1.0000 -> \n"
            "eve state : final -> \n");
}

TEST(WhatMoved, APeriodThatOnlyOnePublishesDidNotMove) {
  const auto row = [](int number, std::string_view points) {
    return ScoreRow{month(number), 0, {part(points), part(points), part(points)}};
  };
  const Movement movement =
      what_moved(march({row(2, "1"), row(3, "2")}).made(), march({row(3, "2"), row(4, "5")}).made());
  EXPECT_TRUE(movement.figures.empty()) << lines_of(movement);
  EXPECT_EQ(movement.only_before, std::vector<Period>{month(2)});
  EXPECT_EQ(movement.only_after, std::vector<Period>{month(4)});
}

TEST(WhatMoved, ListsRanksGradesAwardsAndPromisesAfterThePoints) {
  MadeScores before = march({{month(3), 0, {part("1"), part("1"), part("1")}}}), after = before;
  after.tables[0].rows[0].parts.set(2, part("2"));
  before.rankings = {{"best", Grain::month, {{month(3), "A", decimal("2"), 0, decimal("1.00")}}}};
  after.rankings = {
      {"best", Grain::month, {{month(3), "B", {}, 0, decimal("2.00"), false, Unranked::excluded, "accident"}}}};
  before.grades = {{"marks", Grain::month, {{month(3), 0, "", "fair"}}}};
  after.grades = {{"marks", Grain::month, {{month(3), 0, "", "", Ungraded::not_ranked}}}};
  before.awards = {{"pay", Grain::month, {{month(3), "", 0, "", decimal("2"), decimal("300.00")}}},
                   {"praise", Grain::month, {{month(3), "", 0, "", decimal("2"), {}}}}};
  after.awards = {{"pay", Grain::month, {{month(3), "", 0, "", decimal("1"), decimal("500.00")}}}};
  before.broken_expectations = {{"fair", month(3), "", 0}, {"even", month(3), "A", {}}};
  after.broken_expectations = {{"even", month(3), "A", {}}, {"even", month(3), "B", {}}};
  EXPECT_EQ(lines_of(what_moved(before.made(), after.made())),
            "ann points total: 1 -> 2 (1)\n"
            "ann group best: A -> B\n"
            "ann rank best: 2 -> \n"
            "ann value best: 1.00 -> 2.00 (1.00)\n"
            "ann eligible best: true -> false\n"
            "ann no_rank best:  -> excluded by veto accident\n"
            "ann grade marks: fair -> \n"
            "ann no_grade marks:  -> no rank\n"
            "ann award pay: 300.00 -> 500.00 (200.00)\n"
            "ann award_rank pay: 2 -> 1 (-1)\n"
            "ann award praise: true -> \n"
            "ann award_rank praise: 2 -> \n"
            "ann promise fair: broken -> \n"
            "B(unit) promise even:  -> broken\n");
}

TEST(WhatMoved, UnitsComeAfterOfficersAndAreTheirOwn) {
  MadeScores before = march({{month(3), 0, {part("1"), part("1"), part("1")}}}), after = before;
  before.rankings = {{"league",
                      Grain::month,
                      {{month(3), "", decimal("1"), 0, {}, true, {}, "", "East"},
                       {month(3), "", decimal("2"), 1, {}, true, {}, "", "ann"}}}};
  after.rankings = {{"league",
                     Grain::month,
                     {{month(3), "", decimal("1"), 1, {}, true, {}, "", "ann"},
                      {month(3), "", decimal("2"), 0, {}, true, {}, "", "East"}}}};
  after.tables[0].rows[0].parts.set(0, part("2"));
  EXPECT_EQ(lines_of(what_moved(before.made(), after.made())),
            "ann points visits: 1 -> 2 (1)\n"
            "East(unit) rank league: 1 -> 2 (1)\n"
            "ann(unit) rank league: 2 -> 1 (-1)\n");
}

TEST(WhatMoved, PartsAndTablesOfOneRulebookOnlyAreSetAgainstNothing) {
  MadeScores before = march({{month(3), 0, {part("1"), part("1"), part("1")}}}), after = before;
  after.tables[0].ids = {"calls", "people", "total"};
  after.rankings = {{"best", Grain::month, {{month(3), "", decimal("1"), 0, {}}}}};
  EXPECT_EQ(lines_of(what_moved(before.made(), after.made())),
            "ann points calls:  -> 1\n"
            "ann points visits: 1 -> \n"
            "ann rank best:  -> 1\n"
            "ann eligible best:  -> true\n");
}

}  // namespace
}  // namespace cwp
