#pragma once
// run_tests: the small examples that a rulebook holds, scored, and what came out differently.

#include <string>
#include <vector>

#include "cwp/check.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// A figure that came out otherwise, or a row that could not be taken.
struct TestDifference {
  std::string officer;   ///< his key; empty where the difference is about the test's data
  std::string period;    ///< a label; empty likewise
  std::string key;       ///< what figure; empty likewise
  std::string expected;  ///< as the rulebook writes it; empty: no figure
  std::string got;       ///< what came out; of a difference about the data what is wrong
  Place place;           ///< in the rulebook
};

/// What came of one test.
struct TestOutcome {
  std::string name;                         ///< as the rulebook calls it
  Place place;                              ///< of the test
  std::vector<TestDifference> differences;  ///< in the order of the rulebook; empty: the test holds
  /// Whether it holds.
  bool passed() const { return differences.empty(); }
};

/// Runs every test under `tests:`, in file order. Each has its own officers, figures and facts; its periods are scored
/// as they are, provisional where they are not over. A figure is compared with what would be printed: `3` equals
/// `3.00`, an empty one means that there is none. Keys: an item, category or adjustment, `total reachable coverage
/// state`, a ranking (the rank), a grade set (the level), an award (the amount, or `true`). What is wrong with a test's
/// rows is a difference, too. Time: as scoring.
std::vector<TestOutcome> run_tests(const CheckedRulebook& rules, Language language = Language::en);

}  // namespace cwp
