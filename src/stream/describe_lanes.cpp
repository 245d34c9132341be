#include "cohort/cohort_run.hpp"
#include "cohort/gather.hpp"
#include "cohort/officer_classes.hpp"
#include "cwp/score_sink.hpp"
#include "standing/score_problems.hpp"

namespace cwp {

Result<std::string> describe_lanes(const Plan& plan, const Dataset& data, const ScoreOptions& options,
                                   Language language) {
  if (auto problems = score_problems(plan, data, options); !problems.empty()) return problems;
  const ScoreOptions how = fitted(options, data.officer_count());
  Run run(plan, data, how);
  gather_all(run, how);
  const auto line = [&](std::string_view slug, std::initializer_list<std::size_t> numbers) {
    std::vector<std::string> arguments;
    for (const std::size_t number : numbers) arguments.push_back(std::to_string(number));
    return wording(slug, arguments, language) + "\n";
  };
  std::string text = line("lanes-schedule", {run.schedule().order().size(), std::size_t(run.schedule().stages())});
  std::size_t alone = 0;
  const EngineOptions& engine = how.engine;
  for (const auto& classes : cohorts_of(officer_classes(run.data(), run.schedule().days()), engine.least_in_cohort)) {
    const std::size_t count = officers_of(classes).size();
    if (engine.least_in_lanes == 0 || count < engine.least_in_lanes) {
      alone += count;
      continue;
    }
    const CohortRun lanes(run, Extent{run.gathers()}, classes, engine);
    EngineReport report;
    lanes.report(report);
    text += "\n" + line("lanes-class", {count, classes.size(), report.instances_in_lanes, report.instances_uniform,
                                        report.instances_judged});
    text += line("lanes-steps", {report.steps, report.block, report.bytes_per_officer});
    text += lanes.to_text();
  }
  return text + "\n" + line("lanes-alone", {alone});
}

}  // namespace cwp
