// Who leads where nobody wants the rows of a ranking is who leads where they are written; score_files_test.cpp compares
// either with Scores that are kept.

#include <gtest/gtest.h>

#include "cwp/score_files.hpp"
#include "stream/compared_ways.hpp"

namespace cwp {
namespace {

using Row = std::tuple<Period, std::string, std::string, std::size_t, std::string>;

std::vector<Row> rows_of(const RankingSummary& ranking) {
  std::vector<Row> rows;
  for (const RankedOfficer& row : ranking.leaders.rows)
    rows.emplace_back(row.period, row.group, row.rank->to_text(), row.officer, row.value->to_text());
  return rows;
}

TEST(RankingLeaders, AreThoseOfTheRows) {
  for (const std::uint64_t seed : {1, 2, 3, 4})
    for (const int stations : {1, 4, 17}) {
      MadeBureau bureau(kForms, 90, "2026-01-01", "2026-02-28", seed);
      bureau.set_stations(stations, seed % 2 == 0);
      bureau.set_attribute("coefficient", {"1", "1.1", "0.95"}, false);
      const Plan plan = compile(bureau.rules);
      const Dataset data = bureau.data();
      OutputOptions standing;
      standing.tables = {OutputTable::standing};
      const ScoreSummary one = score_to_files(plan, data, {}, standing, 0).value().summary;
      const ScoreSummary other = score_to_files(plan, data, {}, {}, 0).value().summary;
      const ScoreSummary kept = summarize(score(plan, data).value());
      ASSERT_EQ(one.rankings.size(), other.rankings.size());
      ASSERT_FALSE(one.rankings.empty());
      for (std::size_t i = 0; i < one.rankings.size(); ++i) {
        EXPECT_EQ(one.rankings[i].leaders.id, kept.rankings[i].leaders.id);
        EXPECT_EQ(one.rankings[i].leaders.every, kept.rankings[i].leaders.every);
        EXPECT_EQ(one.rankings[i].more_groups, other.rankings[i].more_groups);
        EXPECT_EQ(one.rankings[i].more_groups, kept.rankings[i].more_groups);
        EXPECT_EQ(rows_of(one.rankings[i]), rows_of(other.rankings[i]));
        EXPECT_EQ(rows_of(one.rankings[i]), rows_of(kept.rankings[i]));
        EXPECT_FALSE(one.rankings[i].leaders.rows.empty());
      }
    }
}

}  // namespace
}  // namespace cwp
