// What the checker says of rankings, grades, awards and promises.

#include <gtest/gtest.h>

#include "standing/small_station.hpp"

namespace cwp {
namespace {

/// The slugs and first arguments of all problems of the small station as changed.
std::string problems(const std::function<void(SmallStation&)>& change) {
  SmallStation station;
  change(station);
  const Result<CheckedRulebook> result = check(station.rules);
  std::string text;
  for (const Diagnostic& diagnostic : result.diagnostics()) {
    if (diagnostic.slug == "unused-name" || diagnostic.slug == "losses-end-at-zero") continue;
    text += (text.empty() ? "" : "; ") + std::string(diagnostic.slug);
    for (const std::string& argument : diagnostic.arguments) text += " " + argument;
  }
  return text;
}

GradeLevel level(const std::string& id, const std::string& when = "") {
  GradeLevel made;
  made.id.value = id;
  if (!when.empty()) made.when = formula(when);
  return made;
}

TEST(MakeStanding, NamesAreSuggested) {
  EXPECT_EQ(problems([](auto& s) { s.add_grades("g", {level("good")}).ranking.text = "bets"; }),
            "unknown-ranking bets best");
  EXPECT_EQ(problems([](auto& s) { s.add_award("a", "bset"); }), "unknown-award-source bset best");
  EXPECT_EQ(problems([](auto& s) {
              s.add_grades("yearly", {level("good")});
              s.add_award("a", "yaerly");
            }),
            "unknown-award-source yaerly yearly");
  EXPECT_EQ(problems([](auto& s) { s.best().by = {{"staton", {}}}; }), "unknown-attribute staton station");
  EXPECT_EQ(problems([](auto& s) { s.best().unit = NameUse{"staton", {}}; }), "unknown-attribute staton station");
}

TEST(MakeStanding, RankAndGradeAreKnownInAwardsAndRankInLevels) {
  EXPECT_EQ(problems([](auto& s) {
              s.add_grades("g", {level("good", "rank < 3"), level("fair")});
              s.add_award("a").when = formula("rank < 3 and grade = 'good'");
            }),
            "");
  EXPECT_EQ(problems([](auto& s) {
              s.add_grades("g", {level("good", "grade = 'good'"), level("fair")});
            }),
            "grade-not-known-here");
  EXPECT_EQ(problems([](auto& s) { s.best().eligible = formula("rank < 3"); }), "rank-not-known-here");
  EXPECT_EQ(problems([](auto& s) {
              s.rules.values.push_back({{"high", {}}, formula("rank < 3")});
              s.add_award("a").when = formula("high");
            }),
            "rank-not-known-here");
}

TEST(MakeStanding, RankAndGradeAreThoseOfThePeriodAtHand) {
  for (const char* when : {"rank[-1] <= 3", "count(rank <= 3 over last 3 per month) > 2", "mean(rank by all) < 3"})
    EXPECT_EQ(problems([&](auto& s) { s.add_award("a").when = formula("true and " + std::string(when)); }),
              "standing-of-other-periods rank")
        << when;
}

TEST(MakeStanding, AGradeMustBeAboutOneSetAndOneOfItsLevels) {
  EXPECT_EQ(problems([](auto& s) { s.add_award("a").when = formula("grade = 'good'"); }), "grade-unclear best 0");
  const auto two_sets = [](auto& s) {
    s.add_grades("g", {level("good")});
    s.add_grades("h", {level("good")});
  };
  EXPECT_EQ(problems([&](auto& s) {
              two_sets(s);
              s.add_award("a").when = formula("grade = 'good'");
            }),
            "grade-unclear best 2");
  EXPECT_EQ(problems([&](auto& s) {
              two_sets(s);
              s.add_award("a", "h").when = formula("grade = 'good'");
              s.add_award("b", "h").when = formula("grade in ['god']");
            }),
            "unknown-level god h good");
}

TEST(MakeStanding, AVetoMustNameALevelOfItsOwnGrain) {
  const auto with = [](const std::string& limit, Grain per) {
    return problems([&](auto& s) {
      s.add_grades("g", {level("good", "total > 1"), level("fair")});
      Veto& veto = s.add_veto("v", "late > 0");
      veto.per.value = per;
      veto.grade_at_most = NameUse{limit, {}};
      s.rules.assessments.push_back(s.rules.assessments.front());
      s.rules.assessments.back().grain.value = Grain::year;
    });
  };
  EXPECT_EQ(with("fair", Grain::month), "");
  EXPECT_EQ(with("fiar", Grain::month), "unknown-veto-level fiar month fair");
  EXPECT_EQ(with("fair", Grain::year), "unknown-veto-level fair year ");
}

TEST(MakeStanding, ALevelBelowOneThatTakesEverybodyIsAWarning) {
  const std::vector<GradeLevel> levels = {level("good", "total > 1"), level("fair"), level("poor")};
  EXPECT_EQ(problems([&](auto& s) { s.add_grades("g", levels); }), "level-unreachable poor fair");
  EXPECT_EQ(problems([&](auto& s) { s.add_grades("g", levels).lower_by = formula("late"); }), "");
  EXPECT_EQ(problems([&](auto& s) {
              s.add_grades("g", levels);
              s.add_veto("v", "late > 0").grade_at_most = NameUse{"poor", {}};
            }),
            "");
}

TEST(MakeStanding, WhatAUnitIsRankedByMustBeTheSameForItsOfficers) {
  const auto by = [](const char* of) {
    return problems([&](auto& s) {
      s.best().unit = NameUse{"station", {}};
      s.best().of = formula(of);
    });
  };
  EXPECT_EQ(by("mean(total by station)"), "");
  EXPECT_EQ(by("100 * mean(total by station) / mean(total by all)"), "");
  EXPECT_EQ(by("total"), "unit-value-differs station");
  EXPECT_EQ(by("mean(total by station, area)"), "unit-value-differs station");
  EXPECT_EQ(by("rank(total by station)"), "unit-value-differs station");
}

TEST(MakeStanding, AnAmountIsANumber) {
  EXPECT_EQ(problems([](auto& s) {
              s.add_award("a").pays = {PayKind::formula, formula("station"), {}, {}, {}};
            }),
            "wrong-type number text");
}

}  // namespace
}  // namespace cwp
