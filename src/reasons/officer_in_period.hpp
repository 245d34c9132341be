#pragma once
// OfficerInPeriod: one officer's cells in one period, once more, from scores that are there.

#include <memory>

#include "cohort/gather.hpp"
#include "engine/scores_state.hpp"

namespace cwp {

/// A run that publishes one period and nothing else, with the gathers that the scores have already.
inline std::unique_ptr<Run> run_of_period(const Scores& scores, Period period) {
  const ScoresState& state = scores.state();
  ScoreOptions options;
  options.window = state.plan.rules().calendar().days(period);
  options.grains = {period.grain};
  options.provisional = true;
  auto run = std::make_unique<Run>(state.plan, state.data, options);
  if (state.gathers && has_all_gathers(*run, *state.gathers))
    run->set_gathers(state.gathers);
  else
    gather_all(*run, state.options);
  return run;
}

/// Evaluates him anew: O(instances of one officer).
struct OfficerInPeriod {
  Period period;
  std::unique_ptr<Run> run;
  OfficerRun own;

  OfficerInPeriod(const Scores& scores, std::size_t officer, Period at)
      : period(at), run(run_of_period(scores, at)), own(*run, officer) {}
  const Cell& cell(NodeId node) const { return own.cell(node, period); }
};

}  // namespace cwp
