#pragma once
// Demand: what the items of a rulebook ask of a metric: where full marks begin, and where nothing is left.

#include <optional>

#include "sample/trial.hpp"

namespace cwp {

/// In one period of the metric's own (a workday of a daily metric).
struct Demand {
  Rational full;      ///< from here on nothing more is gained
  Rational zero;      ///< here nothing is gained yet, or nothing is left
  bool less = false;  ///< less is better: full < zero
  bool open = false;  ///< there is always more to gain: `full` is a guess, or the very end
};

/// Part and whole of a rate: ratio(part, whole, …) or part / whole.
struct RatePair {
  std::uint32_t part = 0, whole = 0;
};

/// The pairs in all formulas of the scorecard, each part once, never in a circle: both reported for the same grain and
/// about the same, neither derived from facts.
std::vector<RatePair> rate_pairs(const Scorecard& card);

/// What the first item that moves with the metric asks of it; items in which it is the whole of a rate say nothing.
/// Nothing when no item moves.
std::optional<Demand> demand_on(std::uint32_t metric, const Scorecard& card, const std::vector<RatePair>& pairs,
                                const TrialFigures& figures);
/// The same of the share part / whole.
std::optional<Demand> demand_on_share(const RatePair& pair, const Scorecard& card, const TrialFigures& figures);

/// How bonuses, penalties and vetoes use a metric: not at all, for a bonus, for a penalty, for a veto.
enum class SideUse : std::uint8_t { none, bonus, penalty, veto };
SideUse side_use(std::uint32_t metric, const Scorecard& card);

}  // namespace cwp
