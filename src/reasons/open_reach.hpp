#pragma once
// Reckoning with a OpenReach.

#include "bounds/bound_math.hpp"
#include "reasons/open_figures.hpp"

namespace cwp {

/// Rounding goes up and down with the value.
inline ValueBounds carried(const ValueBounds& bounds, const RoundingRule& rule) {
  return {bounds.low ? std::optional(cwp::carried(*bounds.low, rule)) : std::nullopt,
          bounds.high ? std::optional(cwp::carried(*bounds.high, rule)) : std::nullopt};
}

inline OpenReach not_there(bool exempt) { return {{}, true, true, exempt, false, {}}; }
inline OpenReach counts(const ValueBounds& points) { return {points, true, false, false, true, {}}; }

inline ValueBounds with_zero(const ValueBounds& bounds) { return either(bounds, point(0)); }

/// The hull of what can be; the first call sets it.
class ReachHull {
 public:
  void add(const OpenReach& reach) { all_ = all_ ? either(*all_, reach) : reach; }
  OpenReach done() const { return all_.value_or(not_there(true)); }

 private:
  std::optional<OpenReach> all_;
};

inline bool may_be_true(const OpenReach& reach) {
  return reach.there && !(reach.bounds.high && reach.bounds.high->sign() <= 0);
}
inline bool may_be_false(const OpenReach& reach) {
  return reach.there && !(reach.bounds.low && reach.bounds.low->sign() > 0);
}

}  // namespace cwp
