// What is known of values before there are any, against all values there can be: figures of two small ranges, each pair
// an officer. No point lies outside of the bounds, and where the bounds are said to be the narrowest, both are reached.

#include <gtest/gtest.h>

#include <algorithm>

#include "bounds/value_bounds.hpp"
#include "check/checked_state.hpp"
#include "checked_text.hpp"
#include "cwp/dataset.hpp"
#include "cwp/score.hpp"

namespace cwp {
namespace {

struct Points {
  Rational least, most;
  ValueBounds bounds;
};

/// The points of a monthly item over a in -2..3, b in 1..4 and c in 0..2.
Points points_of(const std::string& formula) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: t\npoints: {carry: exact, decimals: 6}\nmetrics:\n"
      "  a: {per: month, fold: last, range: [-2, 3], decimals: 0}\n"
      "  b: {per: month, fold: last, range: [1, 4], decimals: 0}\n"
      "  c: {per: month, fold: last, range: [0, 2], decimals: 0}\n"
      "categories:\n  - id: k\n    beyond_full: true\n    items:\n      - {id: x, per: month, min: none, if_missing: "
      "drop, "
      "points: \"" +
      formula + "\"}\n      - {id: rest, per: month, points: a + b + c}\nassessments: {month: {floor: none}}\n");
  DatasetBuilder builder(rules);
  for (int a = -2; a <= 3; ++a)
    for (int b = 1; b <= 4; ++b)
      for (int c = 0; c <= 2; ++c) {
        const std::string key = std::to_string(a) + "/" + std::to_string(b) + "/" + std::to_string(c);
        builder.add_officer(key, std::nullopt, std::nullopt, {});
        builder.add_metric(key, "2026-03", "a", std::to_string(a));
        builder.add_metric(key, "2026-03", "b", std::to_string(b));
        builder.add_metric(key, "2026-03", "c", std::to_string(c));
      }
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
  const Scores scores = score(compile(rules), builder.finish().value(), ScoreOptions{}).value();
  const ScoreTable& table = *scores.table(Grain::month);
  const auto column = std::size_t(std::find(table.ids.begin(), table.ids.end(), "x") - table.ids.begin());
  Points points;
  bool first = true;
  for (const ScoreRow& row : table.rows) {
    if (!row.parts[column].points) continue;
    const Rational value(*row.parts[column].points);
    points.least = first ? value : std::min(points.least, value);
    points.most = first ? value : std::max(points.most, value);
    first = false;
  }
  const Scorecard& card = rules.state().scorecard;
  points.bounds = bounds_of(*card.items.front().points, card);
  return points;
}

TEST(ValueBounds, AreReachedWhereEachFigureStandsOnce) {
  for (const char* formula : {"a",
                              "a + b",
                              "a - b",
                              "2 * a - 3",
                              "a * b",
                              "-a",
                              "a / b",
                              "min(a, 2)",
                              "max(a, b)",
                              "clamp(a, 0, 2)",
                              "abs(a)",
                              "if(a > 0, b, 10)",
                              "if(b > 0, a, 99)",
                              "step(a, 0 -> 5, 2 -> 8)",
                              "step(b, 0 -> 5, 2 -> 8)",
                              "highest_case(a > 0, b, c > 1, 7)",
                              "ratio(b, c, 9)",
                              "floor(b / 2)",
                              "if(b >= 1 and a <= 3, 1, 0)",
                              "linear(b, 1 -> 0, 3 -> 6)",
                              "linear(b, 2 -> 5, 6 -> 1)",
                              "linear(a, -8 -> 0, 0 -> 4, 8 -> 0)",
                              "linear(b, 6 -> 7, 8 -> 1)",
                              "step(b, 0 -> 5, 2 -> 8, 5 -> 99)",
                              "step(b, 1 -> -3, 4 -> 8)",
                              "step(a, 4 -> 5, 9 -> 8)",
                              "step_above(b, 0 -> 5, 1 -> 8, 4 -> 99)",
                              "step_above(b, 1 -> 5)",
                              "attainment(b, 8, 0)",
                              "attainment(b, 2, 6)",
                              "attainment_more(b, 6, 1)",
                              "attainment_less(a, -4, 4)",
                              "10 * attainment(b, 8, 4)",
                              "first_of(a, 50) * 0 + b",
                              "if(not a > 3, a, 40)"}) {
    const Points points = points_of(formula);
    EXPECT_TRUE(points.bounds.contains(points.least) && points.bounds.contains(points.most)) << formula;
    const std::string exact(formula);
    if (exact == "abs(a)" || exact.starts_with("first_of") || exact.starts_with("ratio")) continue;  // wider, but safe
    EXPECT_EQ(points.bounds.low, points.least) << formula;
    EXPECT_EQ(points.bounds.high, points.most) << formula;
  }
}

TEST(ValueBounds, HoldEveryValueWhereFiguresStandTwice) {
  for (const char* formula :
       {"a - a", "a * a", "min(a, b) - max(a, c)", "a / b - c", "ratio(a, c, b)", "if(a > b, a, b)",
        "(a + c) * (b - a)", "growth(b, c, 0)", "a ^ 2", "sqrt(c)", "share(b by all)", "step(b, c -> 5, a -> 8)",
        "linear(b, 1 -> a, 3 -> c)", "attainment(b, c + 5, 0)", "attainment(b, a, c)", "step(b, a -> 1, 3 -> 2)"}) {
    const Points points = points_of(formula);
    EXPECT_TRUE(points.bounds.contains(points.least) && points.bounds.contains(points.most)) << formula;
  }
}

}  // namespace
}  // namespace cwp
