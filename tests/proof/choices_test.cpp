// Cases and bands against brute force: for each pair of small figures it is said here which of them applies, scoring
// agrees, and no verdict may contradict it.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "proof/everybody.hpp"

namespace cwp {
namespace {

using Holds = std::function<bool(int a, int b)>;

/// A choice as the rulebook writes it and as it is meant: of the ways that hold the first (`best`: the one with most
/// points) counts, where none does `rest`.
struct MeantChoice {
  std::string item;  ///< of an item x with 10 full marks
  std::vector<std::string> texts;
  std::vector<Holds> holds;
  std::vector<int> points;
  int rest = 0;
  bool best = false, table = false;
};

/// The way that counts; that of the rest is how many ways there are.
std::size_t way_of(const MeantChoice& meant, int a, int b) {
  std::size_t found = meant.holds.size();
  for (std::size_t way = 0; way < meant.holds.size(); ++way) {
    if (!meant.holds[way](a, b)) continue;
    const bool better = meant.table || (meant.best && found < way && meant.points[found] < meant.points[way]);
    if (found == meant.holds.size() || better) found = way;
  }
  return found;
}

bool anybody(const std::function<bool(int a, int b)>& is_so) {
  for (int a = 0; a <= 4; ++a)
    for (int b = 0; b <= 4; ++b)
      if (is_so(a, b)) return true;
  return false;
}

void expect_verdict(const Proofs& proofs, std::string_view slug, const std::vector<std::string>& arguments,
                    bool holds) {
  const Claim* claim = claim_of(proofs, slug, arguments);
  ASSERT_NE(claim, nullptr) << slug << " " << arguments.back();
  EXPECT_EQ(to_text(claim->verdict), to_text(holds ? Verdict::proved : Verdict::refuted))
      << slug << " " << arguments.back();
}

const MeantChoice kMeantChoices[] = {
    {"points: 'if(a > 3, 10, if(a > 1, 6, if(b > 5, 3, 0)))'",
     {"a > 3", "a > 1", "b > 5"},
     {[](int a, int) { return a > 3; }, [](int a, int) { return a > 1; }, [](int, int b) { return b > 5; }},
     {10, 6, 3}},
    {"cases: [{when: a >= 2, points: 10}, {when: a >= 3, points: 8}, {when: b = 0, points: 4}, {otherwise: 1}]",
     {"a >= 2", "a >= 3", "b = 0"},
     {[](int a, int) { return a >= 2; }, [](int a, int) { return a >= 3; }, [](int, int b) { return b == 0; }},
     {10, 8, 4},
     1},
    {"cases: [{when: a <= 1, points: 2}, {when: a >= 3 and b < 3, points: 9}, {when: a >= 3 and b > 3, points: 7}]",
     {"a <= 1", "a >= 3 and b < 3", "a >= 3 and b > 3"},
     {[](int a, int) { return a <= 1; }, [](int a, int b) { return a >= 3 && b < 3; },
      [](int a, int b) { return a >= 3 && b > 3; }},
     {2, 9, 7}},
    {"cases: [{when: a < 3, points: 2}, {when: a > 1, points: 9}]",
     {"a < 3", "a > 1"},
     {[](int a, int) { return a < 3; }, [](int a, int) { return a > 1; }},
     {2, 9}},
    {"cases: [{when: a + b < 3, points: 2}, {when: a + b >= 3, points: 9}]",
     {"a + b < 3", "a + b >= 3"},
     {[](int a, int b) { return a + b < 3; }, [](int a, int b) { return a + b >= 3; }},
     {2, 9}},
    {"cases: [{when: a = 4, points: 5}, {when: b = 4, points: 5}, {when: not (a > 0), points: 1}, {otherwise: 2}]",
     {"a = 4", "b = 4", "not (a > 0)"},
     {[](int a, int) { return a == 4; }, [](int, int b) { return b == 4; }, [](int a, int) { return a == 0; }},
     {5, 5, 1},
     2},
    {"highest: [{when: a >= 1, points: 3}, {when: a >= 2, points: 5}, {when: a >= 2, points: 4}, {when: b > 4, points: "
     "9}]",
     {"a >= 1", "a >= 2", "b > 4"},
     {[](int a, int) { return a >= 1; }, [](int a, int) { return a >= 2; }, [](int, int b) { return b > 4; }},
     {3, 5, 9},
     0,
     true},
    {"bands: {of: a, table: [[1, 2], [2.5, 4], [2.7, 5], [4, 8], [6, 10]]}",
     {"1", "2.5", "2.7", "4", "6"},
     {[](int a, int) { return a >= 1; }, [](int a, int) { return a >= 2.5; }, [](int a, int) { return a >= 2.7; },
      [](int a, int) { return a >= 4; }, [](int a, int) { return a >= 6; }},
     {2, 4, 5, 8, 10},
     0,
     false,
     true},
    {"bands: {of: a + b, edge: above, outside: 1, table: [[0, 3], [4, 5], [8, 10]]}",
     {"0", "4", "8"},
     {[](int a, int b) { return a + b > 0; }, [](int a, int b) { return a + b > 4; },
      [](int a, int b) { return a + b > 8; }},
     {3, 5, 10},
     1,
     false,
     true},
};

TEST(Choices, CanCountJustWhereSomebodyIsInThem) {
  for (const MeantChoice& meant : kMeantChoices) {
    SCOPED_TRACE(meant.item);
    const CheckedRulebook rules = small_rules("      - {id: x, per: month, full: 10, " + meant.item + "}\n");
    const Everybody all = everybody(rules);
    for (const auto& [figures, points] : all.points.at("x")) {
      const std::size_t way = way_of(meant, figures.first, figures.second);
      ASSERT_EQ(points.to_text(), std::to_string(way < meant.points.size() ? meant.points[way] : meant.rest) + ".00")
          << figures.first << " " << figures.second;
    }
    const Proofs proofs = prove(rules);
    const std::size_t rest = meant.holds.size();
    for (std::size_t way = 0; way < rest; ++way)
      expect_verdict(proofs, meant.table ? "claim-band-counts" : "claim-case-counts", {"x", meant.texts[way]},
                     anybody([&](int a, int b) { return way_of(meant, a, b) == way; }));
    const bool left = anybody([&](int a, int b) { return way_of(meant, a, b) == rest; });
    const Claim* for_all = claim_of(proofs, meant.table ? "claim-bands-for-all" : "claim-cases-for-all", {"x"});
    if (for_all != nullptr) {
      EXPECT_EQ(for_all->verdict == Verdict::refuted, left);
      EXPECT_EQ(for_all->verdict == Verdict::proved, !left);
      for (const ExampleOfficer& officer : for_all->examples)
        EXPECT_EQ(way_of(meant, figures_of(officer).first, figures_of(officer).second), rest);
    }
    for (const Claim& claim : proofs.claims)
      if (claim.slug == "claim-rest-counts") {
        EXPECT_EQ(claim.verdict, left ? Verdict::proved : Verdict::refuted);
      }
  }
}

/// A condition as it is written and as it is meant.
struct MadeCondition {
  std::string text;
  Holds holds;
};
MadeCondition made_condition(std::mt19937& random, int depth) {
  const auto pick = [&](unsigned below) { return int(random() % below); };
  if (depth == 0 || pick(3) == 0) {
    const int what = pick(3), how = pick(4), number = pick(6);
    const auto figure = [what](int a, int b) { return what == 0 ? a : what == 1 ? b : a + b; };
    const char* names[] = {"a", "b", "a + b"};
    const char* comparisons[] = {"<", ">=", "=", ">"};
    return {std::string(names[what]) + " " + comparisons[how] + " " + std::to_string(number), [=](int a, int b) {
              const int x = figure(a, b);
              return how == 0 ? x < number : how == 1 ? x >= number : how == 2 ? x == number : x > number;
            }};
  }
  const MadeCondition one = made_condition(random, depth - 1), other = made_condition(random, depth - 1);
  switch (pick(3)) {
    case 0:
      return {"(" + one.text + " and " + other.text + ")",
              [=](int a, int b) { return one.holds(a, b) && other.holds(a, b); }};
    case 1:
      return {"(" + one.text + " or " + other.text + ")",
              [=](int a, int b) { return one.holds(a, b) || other.holds(a, b); }};
    default:
      return {"(not " + one.text + ")", [=](int a, int b) { return !one.holds(a, b); }};
  }
}

// Whatever is said of cases at random is so: sums hang on their parts, so that some are not decided.
TEST(Choices, NothingThatIsSaidOfRandomCasesIsContradictedByAnybody) {
  std::mt19937 random(21);
  std::size_t decided = 0, all = 0;
  for (int round = 0; round < 60; ++round) {
    MeantChoice meant;
    for (int way = 0; way < 4; ++way) {
      const MadeCondition condition = made_condition(random, 2);
      meant.texts.push_back(condition.text);
      meant.holds.push_back(condition.holds);
      meant.points.push_back(2 + way);
      meant.item += (way == 0 ? "cases: [" : ", ") + ("{when: '" + condition.text + "', points: ") +
                    std::to_string(2 + way) + "}";
    }
    meant.item += "]";
    SCOPED_TRACE(meant.item);
    const Proofs proofs = prove(small_rules("      - {id: x, per: month, full: 10, " + meant.item + "}\n"));
    std::size_t next = 0;
    for (const Claim& claim : proofs.claims) {
      const std::size_t way = claim.slug == "claim-case-counts" ? next++ : next;  // in file order
      if (claim.verdict == Verdict::undecided) continue;
      const bool proved = claim.verdict == Verdict::proved;
      if (claim.slug == "claim-case-counts") {
        EXPECT_EQ(proved, anybody([&](int a, int b) { return way_of(meant, a, b) == way; })) << claim.arguments[1];
      } else if (claim.slug == "claim-cases-for-all") {
        EXPECT_EQ(proved, !anybody([&](int a, int b) { return way_of(meant, a, b) == meant.holds.size(); }));
      }
    }
    for (const Claim& claim : proofs.claims)
      if (claim.slug.starts_with("claim-case")) {
        ++all;
        decided += claim.verdict != Verdict::undecided;
      }
  }
  EXPECT_GE(10 * decided, 8 * all) << "most can be decided";
}

TEST(Choices, TwoCasesOfOneConditionAreTwoClaims) {
  const Proofs proofs = prove(small_rules("      - {id: x, per: month, full: 10, " + kMeantChoices[6].item + "}\n"));
  std::vector<Verdict> verdicts;
  for (const Claim& claim : proofs.claims)
    if (claim.slug == "claim-case-counts" && claim.arguments[1] == "a >= 2") verdicts.push_back(claim.verdict);
  EXPECT_EQ(verdicts, (std::vector{Verdict::proved, Verdict::refuted})) << "5 points beat 4 of the same condition";
}

/// Nobody's case, and there are cases for more and for less of one figure.
bool is_between(const MeantChoice& meant, int a, int b) {
  const auto covered = [&](int x, int y) {
    return std::any_of(meant.holds.begin(), meant.holds.end(), [&](const Holds& one) { return one(x, y); });
  };
  if (covered(a, b)) return false;
  const auto any = [&](int from, int to, bool first) {
    for (int at = from; at <= to; ++at)
      if (first ? covered(at, b) : covered(a, at)) return true;
    return false;
  };
  return (any(0, a - 1, true) && any(a + 1, 4, true)) || (any(0, b - 1, false) && any(b + 1, 4, false));
}

TEST(Choices, AHoleIsWhereAFigureFallsBetweenTwoCases) {
  std::size_t holes = 0, looked_at = 0;
  for (const MeantChoice& meant : kMeantChoices) {
    const Proofs proofs = prove(small_rules("      - {id: x, per: month, full: 10, " + meant.item + "}\n"));
    const Claim* found = claim_of(proofs, "claim-no-hole", {"x"});
    if (found == nullptr || found->verdict == Verdict::undecided) continue;
    SCOPED_TRACE(meant.item);
    ++looked_at;
    const bool hole = anybody([&](int a, int b) { return is_between(meant, a, b); });
    EXPECT_EQ(found->verdict == Verdict::refuted, hole);
    holes += hole;
    for (const ExampleOfficer& officer : found->examples)
      EXPECT_TRUE(is_between(meant, figures_of(officer).first, figures_of(officer).second));
  }
  EXPECT_GE(looked_at, 6U);
  EXPECT_GE(holes, 1U);
}

TEST(Choices, CasesThatCrossAreShownBySomebodyForWhomBothHold) {
  std::size_t crossed = 0;
  for (const MeantChoice& meant : kMeantChoices) {
    if (meant.table || meant.best) continue;
    SCOPED_TRACE(meant.item);
    const Proofs proofs = prove(small_rules("      - {id: x, per: month, full: 10, " + meant.item + "}\n"));
    const Claim* claim = claim_of(proofs, "claim-cases-apart", {"x"});
    ASSERT_NE(claim, nullptr);
    const auto both = [&](int a, int b) {
      for (std::size_t j = 1; j < meant.holds.size(); ++j)
        for (std::size_t i = 0; i < j; ++i) {
          const Holds &one = meant.holds[i], &other = meant.holds[j];
          if (meant.points[i] == meant.points[j] || !one(a, b) || !other(a, b)) continue;
          if (anybody([&](int x, int y) { return one(x, y) && !other(x, y); }) &&
              anybody([&](int x, int y) { return other(x, y) && !one(x, y); }))
            return true;
        }
      return false;
    };
    EXPECT_EQ(claim->verdict, anybody(both) ? Verdict::refuted : Verdict::proved);
    for (const ExampleOfficer& officer : claim->examples)
      EXPECT_TRUE(both(figures_of(officer).first, figures_of(officer).second));
    crossed += anybody(both);
  }
  EXPECT_GE(crossed, 2U);
}

// 8 and 9 visits in a week of five workdays: no figure that is the same each day comes to that.
TEST(Choices, ABandOfAWeekThatNoDailyFigureMeetsIsShownByOneFigureAWeek) {
  const CheckedRulebook rules = load_and_check(Source("rules.yaml", R"(cwp: 1
id: t
metrics: {visits: {type: u16}}
categories:
  - {id: work, items: [{id: x, per: week, full: 9, bands: {of: visits, table: [[0, 0], [8, 4], [10, 9]]}}]}
assessments: {week: {}}
)"))
                                    .value();
  const Proofs proofs = prove(rules);
  const Claim& claim = *claim_of(proofs, "claim-band-counts", {"x", "8"});
  ASSERT_EQ(claim.verdict, Verdict::proved);
  EXPECT_EQ(claim.shown, "4");
  EXPECT_EQ(claim.examples.front().every, Grain::week);
  const std::string visits = claim.examples.front().figures.front().second;
  EXPECT_TRUE(visits == "8" || visits == "9") << visits;
}

// A table of ranks has edges that nobody wrote, for the ranks in no row: of those nothing is claimed.
TEST(Choices, OfATableOfRanksTheRowsAreNamed) {
  for (const char* outside : {"", ", outside: 1"}) {
    const CheckedRulebook rules = load_and_check(Source("rules.yaml", std::string(R"(cwp: 1
id: t
attributes: {squad: {}}
metrics: {visits: {type: u8, per: month}}
categories:
  - id: work
    items:
      - {id: x, per: month, full: 9, if_missing: zero, ranked: {of: visits, by: squad, table: [[1, 9], [ 3..4 , 5]])") +
                                                                          outside + "}}\nassessments: {month: {}}\n"))
                                      .value();
    const Proofs proofs = prove(rules);
    EXPECT_NE(claim_of(proofs, "claim-band-counts", {"x", "1"}), nullptr);
    EXPECT_NE(claim_of(proofs, "claim-band-counts", {"x", "3..4"}), nullptr);
    EXPECT_EQ(std::count_if(proofs.claims.begin(), proofs.claims.end(),
                            [](const Claim& claim) { return claim.slug == "claim-band-counts"; }),
              2);
  }
}

TEST(Choices, AttributesAreTriedAsWell) {
  const CheckedRulebook rules = load_and_check(Source("rules.yaml", R"yaml(cwp: 1
id: t
attributes: {area: {type: text, one_of: [urban, rural]}, captain: {type: bool}}
metrics: {a: {per: month, fold: last, type: u8, max: 4}}
categories:
  - id: work
    items:
      - {id: x, per: month, full: 9, points: "if(area = 'rural' and captain, 9, if(area = 'urban', a, 1))"}
assessments: {month: {}}
)yaml"))
                                    .value();
  const Proofs proofs = prove(rules);
  const Claim& claim = *claim_of(proofs, "claim-case-counts", {"x", "area = 'rural' and captain"});
  ASSERT_EQ(claim.verdict, Verdict::proved);
  EXPECT_EQ(claim.examples.front().unusual, (std::vector<std::string>{"area", "captain"}));
  EXPECT_EQ(claim_of(proofs, "claim-rest-counts", {"x", "1"})->verdict, Verdict::proved);
  EXPECT_NE(to_text(proofs).find("proved: in 'x' the case 'area = 'urban'' can count"), std::string::npos);
}

}  // namespace
}  // namespace cwp
