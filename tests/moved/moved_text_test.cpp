#include <gtest/gtest.h>

#include "cwp/moved.hpp"
#include "made_scores.hpp"

namespace cwp {
namespace {

MadeScores told_scores() {
  MadeScores scores;
  ScoreTable table = month_table();
  table.rows = {{month(3), 0, {part("1.00"), part("1.00"), part("1.00")}}};
  scores.tables = {table};
  GradeSet grades;
  grades.id.value = "marks";
  grades.levels.resize(1);
  grades.levels[0].id.value = "fair";
  grades.levels[0].title = {"称职", "Competent"};
  scores.rulebook.grades = {grades};
  Ranking best;
  best.id.value = "best";
  best.title = {"月度排名", "The month"};
  scores.rulebook.rankings = {best};
  return scores;
}

TEST(MovedText, CsvHoldsEverythingThatMoved) {
  MadeScores before = told_scores(), after = before;
  before.officers = after.officers = {"=x", "bob"};
  after.tables[0].rows[0].parts.set(2, part("3.50"));
  const Scores made = after.made();
  EXPECT_EQ(to_csv(what_moved(before.made(), made), made),
            "period,officer,what,id,before,after,by\n"
            "2026-03,'=x,points,total,1.00,3.50,2.50\n");
}

TEST(MovedText, PeopleAreToldWithTheTitlesOfTheRulebook) {
  MadeScores before = told_scores(), after = before;
  after.tables[0].rows[0] = {month(3), 0, {part("1.00"), part("3.00"), part("3.00")}, State::incomplete};
  before.rankings = {{"best", Grain::month, {{month(3), "", {}, 0, decimal("1.00"), false, Unranked::not_eligible}}}};
  after.rankings = {{"best", Grain::month, {{month(3), "", decimal("1"), 0, decimal("3.00")}}}};
  after.grades = {{"marks", Grain::month, {{month(3), 0, "", "fair"}}}};
  after.awards = {{"praise", Grain::month, {{month(3), "", 0, "", decimal("1"), {}}}}};
  after.tables[0].rows.push_back({month(4), 0, {part("1.00"), part("1.00"), part("1.00")}});
  after.tables[0].rows.push_back({month(5), 0, {part("1.00"), part("1.00"), part("1.00")}});
  const Scores made = after.made();
  const Movement movement = what_moved(before.made(), made);
  EXPECT_EQ(to_markdown(movement, made),
            "## Station rules\n"
            "\n"
            "1 officer moved: 2 figures, 1 state, 1 rank, 1 grade, 1 award.\n"
            "Published after only: 2026-04 to 2026-05 (2)\n"
            "\n"
            "| Period  | Officer | What            | Before |      After | Difference |\n"
            "|---------|---------|-----------------|-------:|-----------:|-----------:|\n"
            "| 2026-03 | ann     | 人员管控        |   1.00 |       3.00 |      +2.00 |\n"
            "| 2026-03 | ann     | Total           |   1.00 |       3.00 |      +2.00 |\n"
            "| 2026-03 | ann     | State           |  final | incomplete |            |\n"
            "| 2026-03 | ann     | Rank: The month |      – |          1 |            |\n"
            "| 2026-03 | ann     | Grade: marks    |      – |  Competent |            |\n"
            "| 2026-03 | ann     | Award: praise   |      – |        yes |            |\n");
  EXPECT_EQ(to_markdown(movement, made, Language::zh),
            "## 派出所考核办法\n"
            "\n"
            "涉及 1 人：得分 2 处，状态 1 处，名次 1 处，等次 1 处，奖惩 1 处。\n"
            "只在此后公布：2026-04 至 2026-05（2）\n"
            "\n"
            "| 周期    | 人员 | 变动           | 此前 |     此后 |  差额 |\n"
            "|---------|------|----------------|-----:|---------:|------:|\n"
            "| 2026-03 | ann  | 人员管控       | 1.00 |     3.00 | +2.00 |\n"
            "| 2026-03 | ann  | 总分           | 1.00 |     3.00 | +2.00 |\n"
            "| 2026-03 | ann  | 状态           | 正式 | 数据不全 |       |\n"
            "| 2026-03 | ann  | 名次：月度排名 |    – |        1 |       |\n"
            "| 2026-03 | ann  | 等次：marks    |    – |     称职 |       |\n"
            "| 2026-03 | ann  | 奖惩：praise   |    – |       是 |       |\n");
}

TEST(MovedText, SaysSoWhereNothingMoved) {
  const Scores scores = told_scores().made();
  const Movement none = what_moved(scores, scores);
  EXPECT_EQ(to_markdown(none, scores), "## Station rules\n\nNothing moved.\n");
  EXPECT_EQ(to_markdown(none, scores, Language::zh), "## 派出所考核办法\n\n没有变动。\n");
}

}  // namespace
}  // namespace cwp
