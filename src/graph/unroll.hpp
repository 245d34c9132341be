#pragma once
// Unrolling: a node in a period needs other nodes in other periods. These are the only rules that say which; the
// schedule, the evaluator and the straddling check all ask here.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/node.hpp"
#include "graph/timeline.hpp"

namespace cwp {

/// A node in a period.
struct Instance {
  NodeId node = kNoNode;
  Period period;
  friend bool operator==(const Instance&, const Instance&) = default;
};

/// The inner periods a fold ranges over in `period`.
PeriodRange fold_range(const Node& fold, Period period, const Timeline& timeline);
/// The periods of an item that belong to `period`, from the data's start on, whether they have begun or not.
PeriodRange rolled_periods(Grain item_grain, Period period, const Timeline& timeline);
/// Whether a period of an item that belongs to `period` is in force by the days `own` of the item, in the data or not;
/// true when there are none.
bool is_rolled_in_force(Grain own_grain, const DayRange& own, Period period, const Timeline& timeline);
/// Those whose points count in a roll-up.
PeriodRange rolled_counting(Grain item_grain, Period period, const Timeline& timeline);
/// The periods whose `when` a veto asks in `period`: that one, or (`lasts: year`) all of the year up to it that the
/// data hold.
PeriodRange veto_range(const ScoreVeto& veto, Period period, const Timeline& timeline);
/// `period` moved `steps` of `lag_grain` back, as a period of `inside` (the grain of what is behind the lag); nothing
/// where there is no such period (29 February, week 53, before 1900).
std::optional<Period> lag_target(Period period, int steps, Grain lag_grain, Grain inside, const Calendar& calendar);

/// Calls `visit` with every instance that `instance` needs.
void for_each_need(const Graph& graph, const Scorecard& card, const Timeline& timeline, Instance instance,
                   const std::function<void(Instance)>& visit);

/// All that `roots` need, themselves included, in an order in which each stands behind its needs; or a cycle.
struct Unrolled {
  std::vector<Instance> order;
  std::vector<Instance> cycle;
};
Unrolled unroll(const Graph& graph, const Scorecard& card, const Timeline& timeline,
                const std::vector<Instance>& roots);

}  // namespace cwp
