#pragma once
// cover_tests, mutate_tests: what the tests of a rulebook look at, and which mistakes they would notice.

#include <cstddef>
#include <string>
#include <vector>

#include "cwp/check.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// branch: a condition that held, or did not; band: a figure in this row of a table; loss: an item that took marks;
/// item: it gave points at all; bonus, penalty: an adjustment that was not 0; veto: in force; level: given; award: won.
enum class CoverKind : std::uint8_t { item, loss, branch, band, bonus, penalty, veto, level, award };
std::string_view to_text(CoverKind kind);

/// Something that a test can touch.
struct CoverPoint {
  CoverKind kind = CoverKind::item;
  std::string what;        ///< an id; `missed = 0`; `8` for the band from 8 on
  bool otherwise = false;  ///< branch: the condition did not hold
  Place place;
  bool touched = false;
};

/// Scores the tests of the rulebook and tells what came up in them. A condition counts where it decided: behind earlier
/// cases, in items that had points. Equal formulas of several items are one. In the order of the rulebook.
/// Time: that of the tests.
std::vector<CoverPoint> cover_tests(const CheckedRulebook& rules);

/// noticed: a test fails with it; unnoticed: all tests still hold; not_possible: the rulebook has errors with it.
enum class MutationOutcome : std::uint8_t { noticed, unnoticed, not_possible };

/// A small mistake: a number one unit higher, a comparison that leaves its edge out or takes it in, `+` for `-`, `or`
/// for `and`, `max` for `min`.
struct Mutation {
  std::string section, id, key;  ///< whose formula or number it is: as RuleChange
  Place place;                   ///< of what was changed
  std::string before, after;
  MutationOutcome outcome = MutationOutcome::unnoticed;
};

/// Changes one number or operator after the other, in all that computes, and runs the tests. The full marks of an item
/// take those of its categories along. Tests that fail anyway are left out. In the order of the rulebook.
/// Time: that of the tests for each number and operator.
std::vector<Mutation> mutate_tests(const CheckedRulebook& rules);

}  // namespace cwp
