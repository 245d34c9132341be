#include "standing/grade_levels.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

const Value kYes = Value::of_truth(true), kNo = Value::of_truth(false), kUnknown = Value::missing(ValueType::boolean);

/// Two levels at the top of three; the third takes everybody.
std::vector<LevelRule> levels(std::optional<Quota> first = std::nullopt, QuotaEdge edge = QuotaEdge::out) {
  return {{first, {QuotaRounding::floor, edge, 0}}, {}, {}};
}
GradeCandidate candidate(std::size_t order, Value first, Value second = kYes) {
  return {order, {"", "", ""}, {std::move(first), std::move(second), kYes}, 0, {}};
}
Quota share(std::string_view text) { return {Decimal::parse(text).value(), true, {}}; }

/// `0 1 2` for levels, `?` for an unknown condition, `-` where no level holds.
std::string grades(const std::vector<LevelRule>& rules, const std::vector<GradeCandidate>& candidates) {
  std::string text;
  for (const Grade& one : grade(rules, candidates))
    text += (one.level ? std::to_string(*one.level) : one.reason == Ungraded::no_level ? "-" : "?") + " ";
  return text;
}

TEST(Grade, TheFirstLevelWhoseConditionHolds) {
  EXPECT_EQ(grades(levels(), {candidate(1, kYes), candidate(2, kNo), candidate(3, kNo, kNo)}), "0 1 2 ");
}

TEST(Grade, AFifthOfFiveIsOneAndTheOthersFallToTheNextLevel) {
  std::vector<GradeCandidate> five;
  for (std::size_t i = 1; i <= 5; ++i) five.push_back(candidate(6 - i, kYes));
  EXPECT_EQ(grades(levels(share("0.2")), five), "1 1 1 1 0 ");
  five[0].when[1] = kNo;
  EXPECT_EQ(grades(levels(share("0.2")), five), "2 1 1 1 0 ");
}

TEST(Grade, AnUnfilledQuotaIsNotPassedOn) {
  // Two of five might be 0; only the third fulfils it. The quota of level 1 stays two of five.
  std::vector<LevelRule> rules = levels(share("0.4"));
  rules[1].at_most = share("0.4");
  std::vector<GradeCandidate> five;
  for (std::size_t i = 1; i <= 5; ++i) five.push_back(candidate(i, i == 3 ? kYes : kNo));
  EXPECT_EQ(grades(rules, five), "1 1 0 2 2 ");
}

TEST(Grade, AShareCountsAllRankedOfTheGroupAlsoThoseWhoDoNotFulfilIt) {
  std::vector<GradeCandidate> ten;
  for (std::size_t i = 1; i <= 10; ++i) ten.push_back(candidate(i, i > 5 ? kYes : kNo));
  EXPECT_EQ(grades(levels(share("0.2")), ten), "1 1 1 1 1 0 0 1 1 1 ");
}

TEST(Grade, EachGroupHasItsOwnShare) {
  std::vector<GradeCandidate> four = {candidate(1, kYes), candidate(2, kYes), candidate(3, kYes), candidate(4, kYes)};
  four[2].groups[0] = four[3].groups[0] = "west";
  EXPECT_EQ(grades(levels(share("0.5")), four), "0 1 0 1 ");
}

TEST(Grade, ThoseWhoTieAtTheEdgeAreAllOutOrAllIn) {
  const std::vector<GradeCandidate> four = {candidate(1, kYes), candidate(2, kYes), candidate(2, kYes),
                                            candidate(4, kYes)};
  EXPECT_EQ(grades(levels(share("0.5")), four), "0 1 1 1 ");
  EXPECT_EQ(grades(levels(share("0.5"), QuotaEdge::in), four), "0 0 0 1 ");
}

// Of four, half are two places; the second and third tie for the second of them.
TEST(Grade, NotesTellWhatALevelHadToGive) {
  LevelNotes notes;
  const std::vector<Grade> given = grade(
      levels(share("0.5")), {candidate(1, kYes), candidate(2, kYes), candidate(2, kYes), candidate(4, kNo)}, &notes);
  ASSERT_EQ(notes.size(), 3u);  // levels
  const LevelPlaces& first = notes[0].at("");
  EXPECT_EQ(first.ranked, 4u);
  EXPECT_EQ(first.fulfilling, 3u);
  EXPECT_EQ(first.places, 2u);
  EXPECT_EQ(first.taken, 1u);
  EXPECT_EQ(given[0].given, 0u);
  EXPECT_EQ(given[1].given, 1u);
}

TEST(Grade, AnUnknownConditionLeavesUngradedOnlyWhenItIsTried) {
  EXPECT_EQ(grades(levels(), {candidate(1, kUnknown), candidate(2, kYes, kUnknown), candidate(3, kNo, kUnknown)}),
            "? 0 ? ");
}

TEST(Grade, ALevelForbiddenByAVetoIsNotTried) {
  GradeCandidate barred = candidate(1, kUnknown);
  barred.best_level = 1;
  EXPECT_EQ(grades(levels(share("0.5")), {barred, candidate(2, kYes)}), "1 0 ");
  barred.best_level = 2;
  EXPECT_EQ(grades(levels(), {barred}), "2 ");
}

TEST(Grade, LoweredBySomeLevelsButNotBelowTheLast) {
  std::vector<GradeCandidate> lowered(5, candidate(1, kYes));
  lowered[0].lower_by = Value::of(Rational(0));
  lowered[1].lower_by = Value::of(Rational(1));
  lowered[2].lower_by = Value::of(Rational(7));
  lowered[3].lower_by = Value::of(Rational(-1));  // nobody is raised
  lowered[4].lower_by = Value::missing();
  EXPECT_EQ(grades(levels(), lowered), "0 1 2 0 ? ");
}

TEST(Grade, WhereNoLevelHoldsThereIsNone) {
  EXPECT_EQ(grades({{}}, {{1, {""}, {kNo}, 0, {}}}), "- ");
  EXPECT_EQ(grades(levels(), {}), "");
}

}  // namespace
}  // namespace cwp
