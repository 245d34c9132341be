// cwp check: all mistakes of a rulebook, at once.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/input_options.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/check_data.hpp"
#include "cwp/read_csv.hpp"
#include "cwp/score.hpp"
#include "cwp/write.hpp"

namespace cwp {
namespace {

constexpr const char* kCheckExamples = R"(Examples:
  cwp check rules.yaml
  cwp check rules.yaml --lang zh
  cwp check rules.yaml --format json
  cwp check rules.yaml --format sarif > rules.sarif
  cwp check rules.yaml --inputs data

With data it also looks at what they show: items that tell nobody apart, weights in effect, items that go together, small
groups, figures that stopped, that jump or heap. What is an estimate says so. Rows with issues are those of cwp score.


Exit codes: 0 no mistakes (there may be warnings), 1 mistakes, 2 wrong use.)";

struct CheckCommandOptions {
  std::string rulebook;
  std::string format = "text";
  LanguageOption lang;
  InputOptions inputs;
  bool no_progress = false;
};

/// What the rulebook says wrong, and, where there are data, what they show.
std::vector<Diagnostic> problems_of(const CheckCommandOptions& options, bool with_data) {
  const Result<Source> source = read_source(options.rulebook);
  if (!source.ok()) return source.diagnostics();
  const Result<CheckedRulebook> rules = load_and_check(source.value());
  std::vector<Diagnostic> problems = rules.diagnostics();
  if (!rules.ok() || !with_data) return problems;
  const auto add = [&](const std::vector<Diagnostic>& more) {
    problems.insert(problems.end(), more.begin(), more.end());
  };
  ProgressLine line(options.no_progress, options.lang.language());
  CsvInputs inputs = csv_inputs(options.inputs);
  inputs.progress = line.progress();
  const Result<Dataset> data = read_csv(inputs, rules.value());
  add(data.diagnostics());
  if (!data.ok()) return problems;
  ScoreOptions all;
  all.progress = line.progress();
  const Result<Scores> scores = score(compile(rules.value()), data.value(), all);
  add(scores.ok() ? check_data(scores.value()) : scores.diagnostics());
  return problems;
}

int run_check(const CLI::App& command, const CheckCommandOptions& options) {
  const Language language = options.lang.language();
  const InputOptions& inputs = options.inputs;
  const bool with_data = !inputs.directory.empty() || !inputs.roster.empty() || !inputs.metrics.empty();
  if (with_data)
    if (const std::string reason = refusal(inputs); !reason.empty()) return refuse(command, reason);
  const std::vector<Diagnostic> problems = problems_of(options, with_data);
  if (options.format == "json")
    print(to_json(problems, language));
  else if (options.format == "sarif")
    print(to_sarif(problems, language));
  else
    print_problems(problems, language);
  if (has_error(problems)) return kProblems;
  if (options.format == "text" && !has_problem(problems))
    print(wording("said-no-problems", {options.rulebook}, language) + "\n");
  return kFine;
}

}  // namespace

Command add_check(CLI::App& app) {
  CLI::App* command = app.add_subcommand("check", "Check a rulebook: every mistake, with its place and how to mend it");
  command->footer(kCheckExamples);
  const auto options = std::make_shared<CheckCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  add_choice(*command, "--format", options->format,
             "text (to standard error), json or sarif (to standard output); default: text", {"text", "json", "sarif"});
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  return {command, [command, options] { return run_check(*command, *options); }};
}

}  // namespace cwp
