#include <fmt/format.h>

#include "cwp/score_sink.hpp"
#include "engine/class_run.hpp"
#include "engine/gather.hpp"
#include "engine/officer_classes.hpp"
#include "standing/score_problems.hpp"

namespace cwp {

Result<std::string> describe_lanes(const Plan& plan, const Dataset& data, const ScoreOptions& options) {
  if (auto problems = score_problems(plan, data, options); !problems.empty()) return problems;
  Run run(plan, data, options);
  gather_all(run, options.threads);
  std::string text = fmt::format("schedule: {} instances, {} stages of aggregates across officers\n",
                                 run.schedule().order().size(), run.schedule().stages());
  std::size_t alone = 0;
  for (auto& officers : officer_classes(run.data(), run.schedule().days())) {
    const std::size_t count = officers.size();
    if (options.engine.least_in_lanes == 0 || count < options.engine.least_in_lanes) {
      alone += count;
      continue;
    }
    const ClassRun lanes(run, std::move(officers), options.engine);
    if (!lanes.usable()) {
      text += fmt::format("\n{} officers with the same days: out of the ordinary, one by one\n", count);
      continue;
    }
    EngineReport report;
    lanes.report(report);
    text += fmt::format(
        "\n{} officers with the same days: {} instances in lanes, {} the same for all, {} judged one by one\n"
        "{} steps in blocks of {}, {} bytes live for each officer\n",
        count, report.instances_in_lanes, report.instances_uniform, report.instances_judged, report.steps, report.block,
        report.bytes_per_officer);
    text += lanes.to_text();
  }
  text += fmt::format("\n{} officers in classes too small for lanes: one by one\n", alone);
  return text;
}

}  // namespace cwp
