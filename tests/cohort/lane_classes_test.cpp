// Which officers of columns have a program of their own, and who is judged.

#include "cohort/lane_classes.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "checked_text.hpp"
#include "cohort/class_models.hpp"
#include "cwp/columns.hpp"

namespace cwp {
namespace {

using Numbers = std::vector<int>;

/// Seven officers in March: with leave the third and fifth are away on the 10th, the sixth on the 11th.
struct ColumnsOfSeven {
  explicit ColumnsOfSeven(bool with_leave, std::vector<double> figures = {1, 2, 3, 4, 5, 6, 7})
      : surveys(std::move(figures)) {
    const Day tenth = *Day::parse("2026-03-10");
    ColumnsBuilder builder(rules, surveys.size());
    builder.add_figures("survey", month, std::span<const double>(surveys));
    for (const std::size_t officer : {2, 4})
      if (with_leave) builder.add_duty(officer, {tenth, tenth}, "leave");
    if (with_leave) builder.add_duty(5, {tenth + 1, tenth + 1}, "leave");
    builder.add_duty(6, {tenth + 90, tenth + 90}, "leave");  // of days that nobody looks at
    builder.set_span(rules.calendar().days(month));
    data = builder.finish().value();
    run.emplace(plan, *data, ScoreOptions());
  }
  Numbers classes(const LaneClasses& of) const {
    Numbers numbers;
    for (std::size_t i = 0; i < surveys.size(); ++i)
      numbers.push_back(of.of(i) == LaneClasses::kJudged ? -1 : int(of.of(i)));
    return numbers;
  }

  CheckedRulebook rules = checked_text(
      rulebook_with("      - {id: a, per: month, full: 10, points: 10 / survey}\n", "assessments: {month: {}}\n"));
  Plan plan = compile(rules);
  Period month = *Period::parse("2026-03", rules.calendar());
  std::vector<double> surveys;
  std::optional<Dataset> data;
  std::optional<Run> run;
};

TEST(LaneClasses, WithoutRecordsAllAreAlike) {
  const ColumnsOfSeven seven(false);
  const LaneClasses classes(*seven.run, 3);
  EXPECT_TRUE(classes.all_alike());
  EXPECT_FALSE(classes.may_differ());
  EXPECT_EQ(classes.size(), 1U);
  EXPECT_EQ(classes.numbers(), nullptr);
  EXPECT_EQ(classes.officers(0), 7U);
  EXPECT_TRUE(classes.judged().empty());
  EXPECT_TRUE(classes.mix(0, 7).is_pure());
}

TEST(LaneClasses, LargeOnesHaveProgramsAndTheOthersAreJudged) {
  const ColumnsOfSeven seven(true);
  EXPECT_EQ(seven.classes(LaneClasses(*seven.run, 1)), (Numbers{0, 0, 1, 0, 1, 2, 0}));
  EXPECT_EQ(seven.classes(LaneClasses(*seven.run, 2)), (Numbers{0, 0, 1, 0, 1, -1, 0}));
  const LaneClasses largest(*seven.run, 9);  // it always has one
  EXPECT_EQ(seven.classes(largest), (Numbers{0, 0, -1, 0, -1, -1, 0}));
  EXPECT_EQ(largest.judged(), (std::vector<std::uint32_t>{2, 4, 5}));
  EXPECT_TRUE(largest.may_differ());
}

TEST(LaneClasses, TellWhoIsInABlock) {
  const ColumnsOfSeven seven(true);
  const LaneClasses classes(*seven.run, 2);
  const auto in = [&](std::size_t first, std::size_t count) {
    const LaneClasses::Mix mix = classes.mix(first, count);
    Numbers numbers(mix.classes().begin(), mix.classes().end());
    if (mix.judged) numbers.push_back(-1);
    EXPECT_EQ(mix.is_pure(), numbers.size() == 1 && numbers[0] != -1);
    return numbers;
  };
  EXPECT_EQ(in(0, 2), Numbers{0});
  EXPECT_EQ(in(1, 2), (Numbers{0, 1}));
  EXPECT_EQ(in(4, 1), Numbers{1});
  EXPECT_EQ(in(5, 1), Numbers{-1});
  EXPECT_EQ(in(0, 7), (Numbers{0, 1, -1}));
}

TEST(LaneClasses, WhoIsJudgedHasNoProgramAnyMore) {
  const ColumnsOfSeven alike(false), seven(true);
  LaneClasses classes(*alike.run, 1);
  classes.judge(3);
  classes.judge(3);
  EXPECT_FALSE(classes.all_alike());
  EXPECT_TRUE(classes.may_differ());
  EXPECT_EQ(classes.judged(), std::vector<std::uint32_t>{3});
  LaneClasses of_leave(*seven.run, 1);
  of_leave.judge_class(1);
  EXPECT_TRUE(of_leave.is_judged(1));
  EXPECT_EQ(seven.classes(of_leave), (Numbers{0, 0, -1, 0, -1, 2, 0}));
}

TEST(LaneClasses, NobodyIsOnDutyWhereNoClassIs) {
  const ColumnsOfSeven seven(true);
  const LaneClasses classes(*seven.run, 9);  // also those without a program count
  const auto days = [](const char* first, const char* last) { return DayRange{*Day::parse(first), *Day::parse(last)}; };
  EXPECT_TRUE(classes.nobody_on_duty(days("2026-03-07", "2026-03-08")));  // a weekend
  EXPECT_FALSE(classes.nobody_on_duty(days("2026-03-07", "2026-03-09")));
  EXPECT_FALSE(classes.nobody_on_duty(days("2026-03-10", "2026-03-10")));
}

Rational survey_of(const OfficerRun& model) { return model.record().metrics[1].at(0).value; }

TEST(ClassModels, AreOfficersOfTheirClasses) {
  const ColumnsOfSeven seven(true);
  LaneClasses classes(*seven.run, 1);
  const ClassModels models(*seven.run, classes);
  EXPECT_EQ(survey_of(*models.of(0)), Rational(1));
  EXPECT_EQ(survey_of(*models.of(1)), Rational(3));
  EXPECT_EQ(survey_of(*models.of(2)), Rational(6));
}

TEST(ClassModels, HaveAFigureWhereMostHaveOne) {
  const ColumnsOfSeven seven(true, {NAN, 2, NAN, 4, NAN, 6, 7});
  LaneClasses classes(*seven.run, 1);
  const ClassModels models(*seven.run, classes);
  EXPECT_EQ(survey_of(*models.of(0)), Rational(2));
  EXPECT_TRUE(models.of(1)->record().metrics[1].empty());
}

TEST(ClassModels, AClassWithoutAnOrdinaryOfficerIsJudgedButForTheLargest) {
  const ColumnsOfSeven seven(true, {0, 2, 0, 4, 0, 6, 7});  // a division by 0 is a fault
  LaneClasses classes(*seven.run, 1);
  const ClassModels models(*seven.run, classes);
  EXPECT_EQ(survey_of(*models.of(0)), Rational(2));
  EXPECT_EQ(models.of(1), nullptr);
  EXPECT_EQ(seven.classes(classes), (Numbers{0, 0, -1, 0, -1, 2, 0}));
  const ColumnsOfSeven zeros(false, {0, 0, 0, 0, 0, 0, 0});
  LaneClasses of_zeros(*zeros.run, 1);
  EXPECT_EQ(ClassModels(*zeros.run, of_zeros).of(0), nullptr);
}

}  // namespace
}  // namespace cwp
