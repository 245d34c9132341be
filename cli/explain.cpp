// cwp explain: why an officer has these points.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/input_options.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/explain.hpp"

namespace cwp {
namespace {

constexpr const char* kExplainExamples = R"(Examples:
  cwp explain rules.yaml --inputs data --officer A012 --period 2026-03
  cwp explain rules.yaml --inputs data --officer A012 --period 2026-W12 --item household_visits
  cwp explain rules.yaml --inputs data --officer A012 --period 2026-03 --format json

A period that is not over yet is explained as far as the data go.)";

struct ExplainCommandOptions {
  std::string rulebook;
  InputOptions inputs;
  std::string officer, period, item;
  std::string format = "text";
  bool no_progress = false;
  LanguageOption lang;
};

int run_explain(const CLI::App& command, const ExplainCommandOptions& options) {
  const Language language = options.lang.language();
  if (const std::string reason = refusal(options.inputs); !reason.empty()) return refuse(command, reason);
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  const std::optional<Period> period = Period::parse(options.period, rules->calendar());
  if (!period) return refuse(command, wording("usage-no-period", {options.period}));
  ProgressLine line(options.no_progress, language);
  const std::optional<Dataset> data = read_inputs(options.inputs, *rules, language, line);
  if (!data) return kProblems;
  const Result<Scores> scores = score(compile(*rules), *data, *period);
  line.clear();
  if (!scores.ok()) {
    print_problems(scores.diagnostics(), language);
    return kProblems;
  }
  const Result<Explanation> explanation = explain(scores.value(), options.officer, *period, options.item, language);
  if (!explanation.ok()) {
    print_problems(explanation.diagnostics(), language);
    return kProblems;
  }
  print(options.format == "json" ? to_json(explanation.value()) : to_text(explanation.value()));
  return kFine;
}

}  // namespace

Command add_explain(CLI::App& app) {
  CLI::App* command = app.add_subcommand("explain", "Explain the points of an officer, down to the raw rows");
  command->footer(kExplainExamples);
  const auto options = std::make_shared<ExplainCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command->add_option("--officer", options->officer, "Key of the officer, as in the roster (required)")
      ->type_name("KEY")
      ->required();
  command->add_option("--period", options->period, "2026-03-05, 2026-W12, 2026-03, 2026-Q1, 2026-H1 or 2026 (required)")
      ->type_name("PERIOD")
      ->required();
  command->add_option("--item", options->item, "An item or category; default: the total")->type_name("ID");
  add_choice(*command, "--format", options->format, "An indented text, or JSON; default: text", {"text", "json"});
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  return {command, [command, options] { return run_explain(*command, *options); }};
}

}  // namespace cwp
