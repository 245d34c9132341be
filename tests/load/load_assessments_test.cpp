#include <gtest/gtest.h>

#include "load/loaded.hpp"

namespace cwp {
namespace {

TEST(LoadAssessments, EmptyAndFull) {
  const auto result = load_text(book(
      "assessments:\n  day:\n  week: {}\n  month: {scale: 100, coefficient: k, floor: none, cap: 120, decimals: 1}\n"
      "  year: {total: mean(total per month), floor: -5}\n"));
  ASSERT_EQ(problems(result.diagnostics()), Problems{});
  const auto& all = result.value().assessments;
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[1].grain.value, Grain::week);
  EXPECT_TRUE(all[2].no_floor);
  EXPECT_EQ(all[2].scale->value.to_text(), "100");
  EXPECT_EQ(all[2].rounding.decimals->value, 1);
  EXPECT_TRUE(all[3].total);
  EXPECT_EQ(all[3].floor->value.to_text(), "-5");
}

TEST(LoadAssessments, Problems) {
  EXPECT_EQ(problems(book("assessments: {monthly: {}}\n")), Problems{"unknown-key 3:15"});
  EXPECT_EQ(problems(book("assessments: {month: {scale: 100%}}\n")), Problems{"number-format 3:30"});
  EXPECT_EQ(problems(book("assessments: {quarter: {roll_up: {merit: max}}}\n")), Problems{"unknown-word 3:42"});
  EXPECT_EQ(problems(book("assessments: [month]\n")), Problems{"mapping-expected 3:14"});
}

TEST(LoadRankings, AllKeys) {
  const auto result = load_text(book(
      "rankings:\n  - {id: 全局, every: month, of: total, by: [station, area], order: ascending, eligible: duty_days "
      ">= 15,\n"
      "     ties: [people, -entries], method: dense, title: x}\n  - {id: all, every: week, of: total, by: station}\n"
      "  - {id: c, every: week, of: total, by: all}\n"));
  ASSERT_EQ(problems(result.diagnostics()), Problems{});
  const auto& all = result.value().rankings;
  EXPECT_EQ(all[0].by.size(), 2u);
  EXPECT_EQ(all[0].by[1].text, "area");
  EXPECT_TRUE(all[0].ascending);
  EXPECT_EQ(all[0].ties[1].text, "-entries");
  EXPECT_EQ(all[0].method, RankMethod::dense);
  EXPECT_EQ(all[1].by.size(), 1u);
  EXPECT_TRUE(all[2].by.empty());
}

TEST(LoadRankings, AWrongOneStillHasAFormula) {
  const auto result = load_text(book("rankings:\n  - {id: r}\n  - x\n"));
  EXPECT_EQ(problems(result.diagnostics()), (Problems{"missing-key 4:5", "missing-key 4:5", "mapping-expected 5:5"}));
  ASSERT_EQ(result.partial()->rankings.size(), 1u);
  EXPECT_EQ(result.partial()->rankings[0].of.root->kind, ExprKind::invalid);
}

}  // namespace
}  // namespace cwp
