#pragma once
// Ranks: who stands where among those compared, by value and ties.

#include <cstdint>
#include <vector>

#include "cwp/rulebook.hpp"
#include "engine/few.hpp"
#include "formula/value.hpp"

namespace cwp {

/// One of those who are ranked. `ties` are compared in turn where values are equal; an absent one comes last.
struct Contender {
  std::size_t officer = 0;  ///< position by key, for `ordinal` and for the order of equals
  Rational value;
  Few<Value> ties;
  bool behind = false;  ///< behind all others, ordered among themselves
};

/// What of somebody decides where he stands.
struct RankedBy {
  const Rational* value = nullptr;
  const Few<Value>* ties = nullptr;  ///< not looked at where no tie is broken: it is far away
  bool behind = false;
};
/// Negative when `a` is better, 0 where they tie. The last two are as below.
int compare(const RankedBy& a, const RankedBy& b, bool ascending, const std::vector<bool>& ties_ascending);

/// The rank of the one at `position` among those at `first` to `last`, who tie and are the `group`th (from 1) such.
Decimal rank_of(RankMethod method, std::size_t position, std::size_t first, std::size_t last, std::int64_t group);

struct Ranked {
  std::size_t officer = 0;
  Decimal rank;  ///< one place for `fractional`, else none
};

/// Ranks from 1, best first: competition 1 2 2 4, dense 1 2 2 3, ordinal 1 2 3 4, fractional 1 2.5 2.5 4.
/// `ascending`: the smallest value is best; `ties_ascending` likewise for each tie. O(n log n).
std::vector<Ranked> rank(std::vector<Contender> contenders, bool ascending, const std::vector<bool>& ties_ascending,
                         RankMethod method);

}  // namespace cwp
