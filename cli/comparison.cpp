#include "cli/comparison.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/bom_option.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress_line.hpp"
#include "cli/threads_option.hpp"
#include "cwp/compare.hpp"

namespace cwp {
namespace {

/// Empty: every attribute of `--by` is one of the rulebook.
std::string unknown_attribute(const ComparisonOptions& options, const Rulebook& rulebook) {
  std::vector<std::string> known;
  for (const Attribute& attribute : rulebook.attributes) known.push_back(attribute.id.value);
  for (const std::string& name : options.by)
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      const std::string nearest = nearest_name(name, known);
      return nearest.empty() ? wording("usage-attribute", {name}) : wording("usage-attribute-near", {name, nearest});
    }
  return "";
}

}  // namespace

void add_comparison_options(CLI::App& app, ComparisonOptions& options) {
  app.add_option("--by", options.by, "The attributes whose groups are shown; default: all texts and truths")
      ->type_name("NAME,...")
      ->delimiter(',');
  CLI::Option* out =
      app.add_option("--out", options.out, "A new folder for rules.csv, moved.csv, parts.csv, groups.csv")
          ->type_name("DIR");
  add_bom_option(app, options.bom)->needs(out);
  app.add_flag("--force", options.force,
               "Also into a folder that holds files: those of the same name are replaced, others stay");
  add_threads_option(app, options.threads);
  add_progress_option(app, options.no_progress);
  add_language_option(app, options.lang);
  add_input_options(app, options.inputs);
  add_period_options(app, options.periods);
}

int run_comparison(const CLI::App& command, const ComparisonOptions& options, const CheckedRulebook& before,
                   const CheckedRulebook& after) {
  const Language language = options.lang.language();
  ProgressLine line(options.no_progress, language);
  const auto fail = [&](const std::vector<Diagnostic>& problems) {
    line.clear();
    print_problems(problems, language);
    return exit_code_of(problems);
  };
  if (const std::string reason = unknown_attribute(options, after.rulebook()); !reason.empty())
    return refuse(command, reason);
  CsvInputs inputs = csv_inputs(options.inputs);
  inputs.beside = {before, after};
  inputs.progress = line.progress();
  const Result<Dataset> old_data = read_csv(inputs, before);
  if (!old_data.ok()) return fail(old_data.diagnostics());
  const Result<Dataset> new_data = read_csv(inputs, after);
  if (!new_data.ok()) return fail(new_data.diagnostics());
  if (!new_data.diagnostics().empty()) line.clear();
  print_problems(new_data.diagnostics(), language);

  std::optional<Scores> scores[2];
  for (const bool newer : {false, true}) {
    const CheckedRulebook& rules = newer ? after : before;
    std::optional<ScoreOptions> wanted = score_options(options.periods, rules.calendar());
    if (!wanted) return refuse(command, no_period(options.periods.period, rules.calendar()));
    wanted->threads = options.threads;
    wanted->progress = line.progress();
    Result<Scores> scored = score(compile(rules), (newer ? new_data : old_data).value(), *wanted);
    if (!scored.ok()) return fail(scored.diagnostics());
    scores[newer ? 1 : 0] = std::move(scored).value();
  }
  line.clear();
  const Comparison comparison = compare(*scores[0], *scores[1], {options.by});
  print(to_text(comparison, *scores[0], *scores[1], language));
  if (options.out.empty()) return kFine;
  const std::vector<OutputFile> files = as_csv(comparison_files(comparison, *scores[1]), options.bom);
  if (const auto problems = write_unless_interrupted(options.out, files, options.force); !problems.empty())
    return fail(problems);
  print("\n" + wording("said-written", {options.out, std::to_string(files.size())}, language) + "\n");
  return kFine;
}

}  // namespace cwp
