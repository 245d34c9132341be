// Every rulebook of rules/ is checked without a problem worth an error, scored on its sample data, and its report
// approved. The figures behind the reports are checked elsewhere: decathlon by official totals and worked-example by
// hand (tests/standing/score_test.cpp), station-month by the oracle (tests/oracle/cases/station-month),
// migrant-registration and county-bureau (which extends provincial-officers) by hand
// (tests/cases/written_rules_test.cpp), community-officers by hand for five officers of
// its sample (tests/cases/bureau_by_hand_test.cpp), the others by the tests that they hold themselves.

#include <gtest/gtest.h>

#include <filesystem>

#include "cwp/write.hpp"
#include "golden.hpp"
#include "scored_files.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

std::string report(const Scores& scores) {
  std::string text;
  for (const RankingTable& ranking : scores.rankings()) {
    RankingTable last = ranking;  // the last period only: a report is read, not searched
    std::erase_if(last.rows, [&](const RankedOfficer& row) { return row.period != ranking.rows.back().period; });
    text += to_markdown(last, scores) + "\n";
  }
  if (const ScoreTable* months = scores.table(Grain::month)) return text + to_csv(*months, scores);
  for (const ScoreTable& table : scores.tables())
    if (!table.rows.empty()) return text + to_csv(table, scores);
  return text;
}

TEST(Rules, TheReportsAreApproved) {
  EXPECT_EQ(
      approved_difference("rules/worked-example.txt", report(scored_files("worked-example", "2026-02-21..2026-03-22"))),
      "");
  EXPECT_EQ(
      approved_difference("rules/station-month.txt", report(scored_files("station-month", "2026-02-21..2026-04-20"))),
      "");
  EXPECT_EQ(approved_difference("rules/migrant-registration.txt",
                                report(scored_files("migrant-registration", "2025-01-01..2026-12-31"))),
            "");
  EXPECT_EQ(approved_difference("rules/auxiliary-police-month.txt",
                                report(scored_files("auxiliary-police-month", "2025-12-26..2026-12-25"))),
            "");
  EXPECT_EQ(approved_difference("rules/community-officers.txt",
                                report(scored_files("community-officers", "2026-01-21..2026-03-22"))),
            "");
  EXPECT_EQ(approved_difference("rules/provincial-officers.txt",
                                report(scored_files("provincial-officers", "2026-03-01..2026-03-31"))),
            "");
  EXPECT_EQ(
      approved_difference("rules/county-bureau.txt", report(scored_files("county-bureau", "2026-03-01..2026-04-30"))),
      "");
  for (const auto& [name, span] :
       {std::pair{"station-league", "2026-02-01..2026-03-31"}, std::pair{"grid-worker", "2026-01-01..2026-03-31"},
        std::pair{"points-ledger", "2025-12-01..2026-03-31"},
        std::pair{"bonus-penalty-sheet", "2026-01-26..2026-03-25"},
        std::pair{"quarter-relative", "2026-01-01..2026-03-31"}})
    EXPECT_EQ(approved_difference("rules/" + std::string(name) + ".txt", report(scored_files(name, span))), "");
  std::string decathlon = report(scored_files("decathlon"));
  decathlon.resize(decathlon.find('\n', decathlon.find("|   10 |")) + 1);  // the first ten
  EXPECT_EQ(approved_difference("rules/decathlon.txt", decathlon), "");
}

TEST(Rules, EveryRulebookIsCheckedAndHasAReport) {
  std::size_t rulebooks = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root_dir() + "/rules")) {
    if (entry.path().extension() != ".yaml") continue;
    ++rulebooks;
    const auto rules = load_and_check(read_source(entry.path().string()).value());
    EXPECT_TRUE(rules.ok()) << render(rules.diagnostics());
    EXPECT_TRUE(std::filesystem::exists(tests_dir() + "/golden/rules/" + entry.path().stem().string() + ".txt"));
  }
  EXPECT_EQ(rulebooks, 13u);
}

}  // namespace
}  // namespace cwp
