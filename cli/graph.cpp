// cwp graph: what depends on what.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/input_options.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/score_sink.hpp"

namespace cwp {
namespace {

constexpr const char* kGraphExamples = R"(Examples:
  cwp graph rules.yaml
  cwp graph rules.yaml --format dot | dot -Tsvg > rules.svg
  cwp graph rules.yaml --plan --inputs data)";

struct GraphCommandOptions {
  std::string rulebook;
  std::string format = "text";
  bool plan = false, no_progress = false;
  std::string inputs;
  LanguageOption lang;
};

/// How the graph would run on these data.
int print_lanes(const Plan& plan, const GraphCommandOptions& options) {
  InputOptions inputs;
  inputs.directory = options.inputs;
  ProgressLine line(options.no_progress, options.lang.language());
  const std::optional<Dataset> data = read_inputs(inputs, plan.rules(), options.lang.language(), line);
  line.clear();
  if (!data) return kProblems;
  ScoreOptions all;
  all.provisional = true;
  const Result<std::string> text = describe_lanes(plan, *data, all, options.lang.language());
  if (!text.ok()) {
    print_problems(text.diagnostics(), options.lang.language());
    return kProblems;
  }
  print(text.value());
  return kFine;
}

int run_graph(const GraphCommandOptions& options) {
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, options.lang.language());
  if (!rules) return kProblems;
  const Plan plan = compile(*rules);
  if (options.plan) return print_lanes(plan, options);
  const Language language = options.lang.language();
  print(options.format == "dot" ? plan.to_dot(language) : plan.to_text(language));
  return kFine;
}

}  // namespace

Command add_graph(CLI::App& app) {
  CLI::App* command = app.add_subcommand("graph", "Print what a rulebook computes, and from what");
  command->footer(kGraphExamples);
  const auto options = std::make_shared<GraphCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  add_choice(*command, "--format", options->format, "A line for each node, or a drawing for Graphviz; default: text",
             {"text", "dot"});
  CLI::Option* inputs =
      command->add_option("--inputs", options->inputs, "The folder of the data, for --plan")->type_name("DIR");
  command->add_flag("--plan", options->plan, "Print how it runs on the data: the steps in lanes, with what was proved")
      ->needs(inputs);
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  return {command, [options] { return run_graph(*options); }};
}

}  // namespace cwp
