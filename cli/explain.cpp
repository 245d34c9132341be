// cwp explain: why an officer has these points.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/input_options.hpp"
#include "cli/period_options.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/explain.hpp"

namespace cwp {
namespace {

constexpr const char* kExplainExamples = R"(Examples:
  cwp explain rules.yaml --inputs data --officer A012 --period 2026-03
  cwp explain rules.yaml --inputs data --officer A012 --period 2026-W12 --item household_visits
  cwp explain rules.yaml --inputs data --officer A012 --period 2026-03 --format json
  cwp explain rules.yaml --formula --item household_visits

A period that is not over yet is explained as far as the data go.)";

struct ExplainCommandOptions {
  std::string rulebook;
  InputOptions inputs;
  std::string officer, period, item;
  std::string format = "text";
  bool formula = false, no_progress = false;
  LanguageOption lang;
};

/// What the forms stand for, without data.
int run_formulas(const CheckedRulebook& rules, const ExplainCommandOptions& options, Language language) {
  std::vector<Explanation> formulas;
  if (options.item.empty()) {
    formulas = explain_formulas(rules, language);
  } else {
    const Result<Explanation> one = explain_formula(rules, options.item, language);
    if (!one.ok()) return print_problems(one.diagnostics(), language), kProblems;
    formulas.push_back(one.value());
  }
  if (options.format == "json" && options.item.empty())
    formulas = {Explanation{rules.rulebook().id.value, "", "", {}, std::move(formulas)}};
  for (const Explanation& formula : formulas) print(options.format == "json" ? to_json(formula) : to_text(formula));
  return kFine;
}

int run_explain(const CLI::App& command, const ExplainCommandOptions& options) {
  const Language language = options.lang.language();
  if (options.formula) {
    const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
    return rules ? run_formulas(*rules, options, language) : kProblems;
  }
  if (const std::string reason = refusal(options.inputs); !reason.empty()) return refuse(command, reason);
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  const std::optional<Period> period = Period::parse(options.period, rules->calendar());
  if (!period) return refuse(command, no_period(options.period, rules->calendar()));
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
  CLI::Option* officer =
      command->add_option("--officer", options->officer, "Key of the officer, as in the roster (required)");
  CLI::Option* period = command->add_option("--period", options->period,
                                            "2026-03-05, 2026-W12, 2026-03, 2026-Q1, 2026-H1 or 2026 (required)");
  officer->type_name("KEY")->required();
  period->type_name("PERIOD")->required();
  command->add_option("--item", options->item, "An item or category; default: the total")->type_name("ID");
  const auto without_data = [officer, period, options] {
    options->formula = true;
    officer->required(false);
    period->required(false);
  };
  command->add_flag_callback("--formula", without_data,
                             "The one formula that each item stands for, or with --item that one; without data");
  add_choice(*command, "--format", options->format, "An indented text, or JSON; default: text", {"text", "json"});
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  return {command, [command, options] { return run_explain(*command, *options); }};
}

}  // namespace cwp
