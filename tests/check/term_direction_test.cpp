// Whether points rise or fall with a metric, as their formulas tell. Stands here since terms come of checked rulebooks.

#include "term/term_direction.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "check/checked_state.hpp"
#include "checked_text.hpp"

namespace cwp {
namespace {

/// With the metric `m`, beside `n`, which is never below 0, and `s`, which may be anything; `form` are keys of an item.
std::string direction_with_m(const std::string& form) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: directions\nmetrics:\n  m: {type: u16}\n  n: {type: u16}\n  s: {decimals: 1}\n  c: {per: day, fold: "
      "count}\ncategories:\n  - id: work\n    items:\n      - {id: other, per: month, full: 1, points: m + n + s + c}\n"
      "      - {id: one, per: month, full: 10, " +
      form + "}\nassessments: {month: {}}\n");
  const Scorecard& card = rules.state().scorecard;
  constexpr const char* kDirections[] = {"constant", "rises", "falls", "unknown"};
  return kDirections[std::size_t(direction_of(*card.items[1].points, 0, card))];
}
std::string of_points(const std::string& formula) { return direction_with_m("points: '" + formula + "'"); }

TEST(TermDirection, IsThatOfTheFormula) {
  const std::pair<const char*, const char*> formulas[] = {
      {"5", "constant"},
      {"n + s", "constant"},
      {"m", "rises"},
      {"0 - m", "falls"},
      {"m + n", "rises"},
      {"n - m", "falls"},
      {"m - m", "unknown"},
      {"m / 4", "rises"},
      {"m / (0 - 4)", "falls"},
      {"4 / m", "unknown"},
      {"m * n", "rises"},
      {"m * s", "unknown"},
      {"(0 - 2) * m", "falls"},
      {"max(m, 3)", "rises"},
      {"min(10, 0 - m)", "falls"},
      {"max(m, 0 - m)", "unknown"},
      {"clamp(m, 1, 9)", "rises"},
      {"floor(m / 3)", "rises"},
  };
  for (const auto& [formula, direction] : formulas) EXPECT_EQ(of_points(formula), direction) << formula;
}

TEST(TermDirection, OfAChoiceHangsOnWhatItsBranchesCanBe) {
  const std::pair<const char*, const char*> formulas[] = {
      {"if(m >= 3, 5, 2)", "rises"},   {"if(m >= 3, 2, 5)", "falls"},      {"if(m < 3, 5, 2)", "falls"},
      {"if(n > 2, m, 0)", "rises"},    {"if(n > 2, m, 0 - m)", "unknown"}, {"if(m > 3, s, 5)", "unknown"},
      {"if(m >= 3, m, 2)", "rises"},   {"if(m > 3, m, 4)", "rises"},       {"if(m > 3, m, 5)", "unknown"},
      {"if(m >= 3, m, 4)", "unknown"},
  };
  for (const auto& [formula, direction] : formulas) EXPECT_EQ(of_points(formula), direction) << formula;
}

TEST(TermDirection, OfATableIsThatOfItsValues) {
  EXPECT_EQ(direction_with_m("bands: {of: m, table: [[0, 0], [5, 8], [8, 10]]}"), "rises");
  EXPECT_EQ(direction_with_m("bands: {of: m, table: [[0, 10], [5, 8], [8, 0]]}"), "falls");
  EXPECT_EQ(direction_with_m("bands: {of: m, table: [[0, 0], [5, 8], [8, 3]]}"), "unknown");
  EXPECT_EQ(direction_with_m("bands: {of: m, table: [[2, 10], [5, 8]]}"), "unknown") << "0 below the first band";
  EXPECT_EQ(direction_with_m("bands: {of: n, table: [[0, 0], [5, 8]]}"), "constant");
  EXPECT_EQ(direction_with_m("deduct: {of: m, each: 2}"), "falls");
  EXPECT_EQ(direction_with_m("award: {of: m, each: 2}"), "rises");
  EXPECT_EQ(direction_with_m("target: {of: m, at: 10}"), "rises");
}

}  // namespace
}  // namespace cwp
