#include <fmt/format.h>

#include "cohort/cohort_run.hpp"
#include "cohort/gather.hpp"
#include "cohort/officer_classes.hpp"
#include "cwp/score_sink.hpp"
#include "standing/score_problems.hpp"

namespace cwp {

Result<std::string> describe_lanes(const Plan& plan, const Dataset& data, const ScoreOptions& options) {
  if (auto problems = score_problems(plan, data, options); !problems.empty()) return problems;
  Run run(plan, data, options);
  gather_all(run, options);
  std::string text = fmt::format("schedule: {} instances, {} stages of aggregates across officers\n",
                                 run.schedule().order().size(), run.schedule().stages());
  std::size_t alone = 0;
  const EngineOptions& engine = options.engine;
  for (const auto& classes : cohorts_of(officer_classes(run.data(), run.schedule().days()), engine.least_in_cohort)) {
    std::size_t count = 0;
    for (const OfficerClass& one : classes) count += one.size();
    if (engine.least_in_lanes == 0 || count < engine.least_in_lanes) {
      alone += count;
      continue;
    }
    const CohortRun lanes(run, Extent{run.gathers()}, classes, engine);
    EngineReport report;
    lanes.report(report);
    text += fmt::format(
        "\n{} officers, with the same days in {} classes: {} instances in lanes, {} the same for all, {} judged one by "
        "one\n"
        "{} steps in blocks of {}, {} bytes live for each officer\n",
        count, classes.size(), report.instances_in_lanes, report.instances_uniform, report.instances_judged,
        report.steps, report.block, report.bytes_per_officer);
    text += lanes.to_text();
  }
  text += fmt::format("\n{} officers in a cohort too small for lanes: one by one\n", alone);
  return text;
}

}  // namespace cwp
