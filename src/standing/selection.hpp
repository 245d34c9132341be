#pragma once
// Selection: whom an award names in one period, and who was named several times in a row.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cwp/rule_standing.hpp"
#include "formula/value.hpp"

namespace cwp {

/// One of the ranked.
struct AwardCandidate {
  std::size_t order = 0;  ///< in the ranking: smaller is better, equal ones tie
  std::string group;      ///< of the ranking
  Value when;             ///< whether the award's condition holds
};

/// By candidate, whether he is named: first `top` and `bottom` of each group, then `when`, so that nobody moves up for
/// one whose condition does not hold. Without `top` and `bottom` all ranked are looked at.
std::vector<bool> named(const Award& award, const std::vector<AwardCandidate>& candidates);

/// What one period says about somebody: passed over where he was absent or exempt in all of it.
enum class Turn : std::uint8_t { named, not_named, passed_over };

/// True when he was named in the last `times` turns that are not passed over. `turns` end with the period at hand.
bool in_a_row(std::span<const Turn> turns, int times);

}  // namespace cwp
