#pragma once
// cover_tests, mutate_tests: what the tests of a rulebook look at, and which mistakes they would notice.

#include <cstddef>
#include <string>
#include <vector>

#include "cwp/check.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// What it takes to touch something.
enum class CoverKind : std::uint8_t {
  item,     ///< it gave points at all
  loss,     ///< an item took marks
  branch,   ///< a condition held, or did not
  band,     ///< a figure lay in this row of a table
  bonus,    ///< it was not 0
  penalty,  ///< it was not 0
  veto,     ///< it was in force
  level,    ///< it was given
  award,    ///< somebody won it
};
/// Its name: `item`, `loss` …
std::string_view to_text(CoverKind kind);

/// Something that a test can touch.
struct CoverPoint {
  CoverKind kind = CoverKind::item;  ///< what it takes
  std::string what;                  ///< an id; `missed = 0`; `8` for the band from 8 on
  bool otherwise = false;            ///< branch: the condition did not hold
  Place place;                       ///< where it is written
  bool touched = false;              ///< a test does
};

/// Scores the tests of the rulebook and tells what came up in them. A condition counts where it decided: behind earlier
/// cases, in items that had points. Equal formulas of several items are one. In the order of the rulebook.
/// Time: that of the tests.
std::vector<CoverPoint> cover_tests(const CheckedRulebook& rules);

/// What became of a small mistake.
enum class MutationOutcome : std::uint8_t {
  noticed,       ///< a test fails with it
  unnoticed,     ///< all tests still hold; a few changes make no difference at all
  not_possible,  ///< the rulebook has errors with it
};

/// A small mistake: a number one unit higher, a comparison that leaves its edge out or takes it in, `+` for `-`, `or`
/// for `and`, `max` for `min`.
struct Mutation {
  std::string section;  ///< of the part whose formula or number it is, as RuleChange has it
  std::string id;       ///< of that part
  std::string key;      ///< under which it stands
  Place place;          ///< of what was changed
  std::string before;   ///< as written
  std::string after;    ///< what was written in its place
  MutationOutcome outcome = MutationOutcome::unnoticed;  ///< whether a test saw it
};

/// Changes one number or operator after the other, in all that computes, and runs the tests. The full marks of an item
/// take those of its categories along. Tests that fail anyway are left out. In the order of the rulebook.
/// Time: that of the tests for each number and operator.
std::vector<Mutation> mutate_tests(const CheckedRulebook& rules);

}  // namespace cwp
