#include "lane/lane_turns.hpp"

#include <algorithm>

#include "lane/lane_order.hpp"

namespace cwp {
namespace {

struct TimedTurn {
  std::size_t time;
  LaneTurn turn;
};

/// Of a sum, whose `parts` it still has to add. Those that lie in registers of the block are added as they come, the
/// first of them with the second; columns lie where they are, and go with whatever is added next, or as many as are
/// added at once.
void take_sum(const LaneWriter& writer, const LaneOrder& order, std::size_t sum, std::vector<LaneRegister> parts,
              std::vector<TimedTurn>& turns) {
  std::stable_sort(parts.begin(), parts.end(),
                   [&](LaneRegister a, LaneRegister b) { return order.time_of(a) < order.time_of(b); });
  std::vector<LaneRegister> now;
  bool has_begun = false;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    now.push_back(parts[p]);
    const bool is_last = p + 1 == parts.size();
    const bool is_enough =
        now.size() >= kAddedAtOnce || (writer.step_of(parts[p]).has_value() && now.size() + (has_begun ? 1 : 0) > 1);
    if (!is_last && !(is_enough && order.time_of(parts[p]) < order.time_of(parts[p + 1]))) continue;
    const std::size_t time = is_last ? order.times()[sum] : order.time_of(parts[p]);
    turns.push_back({time, {sum, std::make_unique<std::vector<LaneRegister>>(std::move(now))}});
    now.clear();
    has_begun = true;
  }
}

}  // namespace

std::vector<LaneTurn> lane_turns(const LaneWriter& writer, const std::vector<LaneStep>& steps,
                                 const std::vector<bool>& runs, const LaneJoins& joins) {
  const LaneOrder order(writer, steps, runs);
  std::vector<TimedTurn> timed;
  for (std::size_t s = 0; s < steps.size(); ++s) {
    if (!runs[s]) continue;
    if (steps[s].op == LaneOp::add_up && steps[s].k0 == 0)
      take_sum(writer, order, s, joins.rest[s] ? *joins.rest[s] : writer.part_lists()[std::size_t(steps[s].k2)], timed);
    else
      timed.push_back({order.times()[s], {s, nullptr}});
  }
  std::stable_sort(timed.begin(), timed.end(), [](const TimedTurn& a, const TimedTurn& b) { return a.time < b.time; });
  std::vector<LaneTurn> turns;
  for (TimedTurn& one : timed) turns.push_back(std::move(one.turn));
  return turns;
}

}  // namespace cwp
