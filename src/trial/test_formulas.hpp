#pragma once
// TestFormulas: what the formulas among the figures of a rulebook's own test come to.

#include <map>

#include "cwp/plan.hpp"
#include "formula/value.hpp"
#include "graph/node.hpp"

namespace cwp {

class Dataset;

class TestFormulas {
 public:
  /// A plan of their own, so that nobody else computes what only tests ask for. O(graph).
  explicit TestFormulas(const CheckedRulebook& rules);

  /// The values of all formulas of a row for the officer, by figure; empty where the period has not begun, begins
  /// before the data or is not in force, and where the officer is not present. Time: as scoring the period.
  std::map<const RuleTest::Figure*, Value> values(const RuleTest::Expected& row, const Dataset& data, Period period,
                                                  std::size_t officer) const;

 private:
  Plan plan_;
};

/// A value as it is compared and shown: a number rounded as `points` says, with its decimals or those of `expected`
/// when these are more.
std::string shown_value(const Value& value, const std::string& expected, int decimals, Rounding rounding);

}  // namespace cwp
