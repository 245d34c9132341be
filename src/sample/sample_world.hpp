#pragma once
// SampleWorld: what all rows of one sample are made from.

#include <string>
#include <vector>

#include "cwp/sample.hpp"
#include "sample/attribute_values.hpp"
#include "sample/officer_life.hpp"
#include "sample/profile.hpp"

namespace cwp {

struct SampleWorld {
  CheckedRulebook rules;
  DayRange span;  ///< in which rows are made: not behind the rulebook's end
  std::uint64_t seed = 1;
  Profiles profiles;
  AttributeValues attributes;
  std::vector<OfficerLife> lives;  ///< A0001 first

  const Rulebook& rulebook() const { return rules.rulebook(); }
};

/// A row of figures or facts: who, when, and the cells behind, as they are written.
struct SampleRow {
  std::string officer, date;
  std::vector<std::string> cells;
};

}  // namespace cwp
