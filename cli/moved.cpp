// cwp moved: whose points, ranks, grades and awards a correction moved.

#include "cwp/moved.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/bom_option.hpp"
#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/date_argument.hpp"
#include "cli/input_options.hpp"
#include "cli/period_options.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/threads_option.hpp"

namespace cwp {
namespace {

constexpr const char* kMovedExamples = R"(Examples:
  cwp moved rules.yaml --inputs data --known-at 2026-05-02
  cwp moved rules.yaml --inputs data --known-at 2026-05-02 --against 2026-05-03 --period 2026-03
  cwp moved rules.yaml --inputs april --against-inputs corrected --format csv > moved.csv

The first lists what rows recorded after 2 May moved, the second only what those of 3 May did, the third what is
different with the files of another folder. Nothing is written.)";

struct MovedCommandOptions {
  std::string rulebook;
  InputOptions inputs;
  PeriodOptions periods;
  std::string against, against_inputs;
  std::string format = "text";
  int threads = 1;
  bool no_progress = false, bom = false;
  LanguageOption lang;
};

std::string refusal(const MovedCommandOptions& options) {
  if (const std::string reason = refusal(options.inputs); !reason.empty()) return reason;
  if (const std::string reason = refusal(options.periods); !reason.empty()) return reason;
  if (const std::string reason = bom_refusal(options.bom, options.format); !reason.empty()) return reason;
  if (!options.against_inputs.empty()) return "";
  if (options.inputs.known_at.empty()) return wording("usage-nothing-later");
  const std::optional<Day> against = Day::parse(options.against);
  if (against && *against < Day::parse(options.inputs.known_at).value())
    return wording("usage-against", {options.against, options.inputs.known_at});
  return "";
}

InputOptions later_inputs(const MovedCommandOptions& options) {
  InputOptions later = options.inputs;
  if (!options.against_inputs.empty()) {
    later.directory = options.against_inputs;
    later.roster.clear();
    for (std::vector<std::string>* files : {&later.metrics, &later.duty, &later.events}) files->clear();
  }
  later.known_at = options.against;
  return later;
}

int run_moved(const CLI::App& command, const MovedCommandOptions& options) {
  const Language language = options.lang.language();
  if (const std::string reason = refusal(options); !reason.empty()) return refuse(command, reason);
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  std::optional<ScoreOptions> wanted = score_options(options.periods, rules->calendar());
  if (!wanted) return refuse(command, no_period(options.periods.period, rules->calendar()));
  wanted->threads = options.threads;

  ProgressLine line(options.no_progress, language);
  wanted->progress = line.progress();
  const std::optional<Dataset> data = read_inputs(options.inputs, *rules, language, line);
  if (!data) return kProblems;
  CsvInputs later_files = csv_inputs(later_inputs(options));
  later_files.progress = line.progress();
  Result<Dataset> later = read_csv(later_files, *rules);
  if (!later.diagnostics().empty()) line.clear();
  // What is to be said of the same files has been said.
  if (!later.ok() || !options.against_inputs.empty()) print_problems(later.diagnostics(), language);
  if (!later.ok()) return kProblems;

  const Plan plan = compile(*rules);
  const Result<Scores> before = score(plan, *data, *wanted), after = score(plan, later.value(), *wanted);
  line.clear();
  for (const Result<Scores>* scores : {&before, &after}) {
    if (scores->ok()) continue;
    print_problems(scores->diagnostics(), language);
    return kProblems;
  }
  const Movement movement = what_moved(before.value(), after.value());
  print(options.format == "csv" ? as_csv(to_csv(movement, after.value()), options.bom)
                                : to_markdown(movement, after.value(), language));
  return kFine;
}

}  // namespace

Command add_moved(CLI::App& app) {
  CLI::App* command = app.add_subcommand("moved", "List whose points, ranks, grades and awards a correction moved");
  command->footer(kMovedExamples);
  const auto options = std::make_shared<MovedCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command->add_option("--against", options->against, "The later day: as --known-at; default: all rows count")
      ->type_name("DATE")
      ->check(date_problem);
  command->add_option("--against-inputs", options->against_inputs, "The later data are the files of another folder")
      ->type_name("DIR");
  add_choice(*command, "--format", options->format, "A table for people, or CSV with all that moved; default: text",
             {"text", "csv"});
  add_bom_option(*command, options->bom);
  add_threads_option(*command, options->threads);
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  add_period_options(*command, options->periods);
  return {command, [command, options] { return run_moved(*command, *options); }};
}

}  // namespace cwp
