// Grades, awards and promises as they are read, and what is said of those that cannot be.

#include <gtest/gtest.h>

#include "load/sections.hpp"
#include "loaded.hpp"

namespace cwp {
namespace {

TEST(LoadGrades, AllKeys) {
  const auto loaded = load_text(book(
      "grades:\n  - id: g\n    ranking: r\n    lower_by: x\n    levels:\n"
      "      - {id: 优秀, when: total >= 90, at_most: 20%, at_least: 1, by: station, edge: in, quota_rounding: ceil}\n"
      "      - {id: 称职, at_most: 3}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const GradeSet& set = loaded.value().grades[0];
  EXPECT_EQ(set.ranking.text, "r");
  EXPECT_EQ(set.lower_by->text, "x");
  EXPECT_TRUE(set.levels[0].at_most->percent);
  EXPECT_EQ(set.levels[0].at_most->number.to_short_text(), "0.2");
  EXPECT_EQ(set.levels[0].quota.at_least, 1);
  EXPECT_EQ(set.levels[0].quota.edge, QuotaEdge::in);
  EXPECT_EQ(set.levels[0].quota.rounding, QuotaRounding::ceil);
  EXPECT_EQ(set.levels[0].by[0].text, "station");
  EXPECT_FALSE(set.levels[1].at_most->percent);
  EXPECT_FALSE(set.levels[1].when);
}

TEST(LoadGrades, Problems) {
  const auto level = [](const std::string& rest) {
    return problems(book("grades: [{id: g, ranking: r, levels: [{id: a" + rest + "}]}]\n"));
  };
  EXPECT_EQ(level(", by: station"), Problems{"key-needs 3:47"});
  EXPECT_EQ(level(", at_most: 101%"), Problems{"quota-format 3:56"});
  EXPECT_EQ(level(", at_most: '20% ', by: station"), Problems{});
  EXPECT_EQ(problems(book("grades: [{id: g, ranking: r, levels: []}]\n")), Problems{"list-empty 3:38"});
  EXPECT_EQ(problems(book("grades: [{id: g, levels: [{id: a}]}]\n")), Problems{"missing-key 3:10"});
}

TEST(LoadAwards, AllKeys) {
  const auto loaded =
      load_text(book("awards:\n"
                     "  - {id: a, from: r, top: 10%, when: rank < 5, pays: 100}\n"
                     "  - {id: b, from: r, bottom: 3, in_a_row: 3, progress: true}\n"
                     "  - {id: c, from: r, pays: [[1..3, 500], [4, 300]]}\n"
                     "  - {id: d, from: r, pays: {pool: 1000, share: total}}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const auto& awards = loaded.value().awards;
  EXPECT_TRUE(awards[0].top->percent);
  EXPECT_EQ(awards[0].pays.kind, PayKind::formula);
  EXPECT_EQ(awards[1].bottom->number.to_text(), "3");
  EXPECT_EQ(awards[1].in_a_row, 3);
  EXPECT_TRUE(awards[1].progress);
  ASSERT_EQ(awards[2].pays.table.size(), 2u);
  EXPECT_EQ(awards[2].pays.table[0].last, 3);
  EXPECT_EQ(awards[2].pays.table[1].first, 4);
  EXPECT_EQ(awards[3].pays.kind, PayKind::pool);
  EXPECT_EQ(awards[3].pays.pool.value.to_text(), "1000");
  EXPECT_EQ(awards[3].pays.formula.text, "total");
}

TEST(LoadAwards, Problems) {
  const auto award = [](const std::string& rest) {
    return problems(book("awards: [{id: a, from: r, " + rest + "}]\n"));
  };
  EXPECT_EQ(award("top: 1, bottom: 1"), Problems{"keys-exclude 3:35"});
  EXPECT_EQ(award("top: 2.5"), Problems{"quota-format 3:32"});
  EXPECT_EQ(award("top: 120%"), Problems{"quota-format 3:32"});
  EXPECT_EQ(award("pays: [[3..1, 5]]"), Problems{"pay-row-format 3:35"});
  EXPECT_EQ(award("pays: [[1..3, 5], [3, 4]]"), Problems{"pay-rows-overlap 3:45"});
  EXPECT_EQ(award("pays: {pool: -1, share: total}"), Problems{"pool-negative 3:40"});
  EXPECT_EQ(award("top: -1"), Problems{"quota-format 3:32"});
  EXPECT_EQ(award("top: 1, quota_rounding: up"), Problems{"unknown-word 3:51"});
  EXPECT_EQ(award("edge: in"), Problems{"key-needs 3:27"});
  EXPECT_EQ(award("pays: []"), Problems{"list-empty 3:33"});
  EXPECT_EQ(award("pays: [[0, 5]]"), Problems{"pay-row-format 3:35"});
  EXPECT_EQ(award("pays: [[4, 5], [1..3, 4]]"), Problems{"pay-rows-overlap 3:42"});
  EXPECT_EQ(award("pays: {pool: 5}"), Problems{"missing-key 3:33"});
  EXPECT_EQ(award("in_a_row: 0"), Problems{"integer-range 3:37"});
}

TEST(LoadExpectations, AllKeys) {
  const auto loaded = load_text(book("expect: [{id: fair, per: quarter, by: station, holds: x > 0}]\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  EXPECT_EQ(loaded.value().expectations[0].per.value, Grain::quarter);
  EXPECT_EQ(loaded.value().expectations[0].by[0].text, "station");
  EXPECT_EQ(problems(book("expect: [{id: fair, per: quarter}]\n")), Problems{"missing-key 3:10"});
}

}  // namespace
}  // namespace cwp
