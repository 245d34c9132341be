// cwp compare: what a newer rulebook says differently, and whom that reaches.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/comparison.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/compare_rules.hpp"

namespace cwp {
namespace {

constexpr const char* kCompareExamples = R"(Examples:
  cwp compare old.yaml new.yaml
  cwp compare old.yaml new.yaml --inputs data --period 2026-03
  cwp compare old.yaml new.yaml --inputs data --from 2026-01-01 --to 2026-06-30 --by station --out compared

Without data, only the rules are compared. What is written otherwise and means the same is no difference.)";

struct CompareCommandOptions {
  std::string before, after;
  ComparisonOptions comparison;
};

int run_compare(const CLI::App& command, const CompareCommandOptions& options) {
  const Language language = options.comparison.lang.language();
  const std::optional<CheckedRulebook> before = read_rulebook(options.before, language);
  const std::optional<CheckedRulebook> after = read_rulebook(options.after, language);
  if (!before || !after) return kProblems;
  const InputOptions& inputs = options.comparison.inputs;
  const bool any_data = !inputs.directory.empty() || !inputs.roster.empty() || !inputs.metrics.empty();
  if (any_data) {
    if (const std::string reason = refusal(inputs); !reason.empty()) return refuse(command, reason);
    return run_comparison(command, options.comparison, *before, *after);
  }
  print(to_text(compare_rules(*before, *after), language));
  return kFine;
}

}  // namespace

Command add_compare(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("compare", "Compare two rulebooks: what they say, and whom the difference reaches");
  command->footer(kCompareExamples);
  const auto options = std::make_shared<CompareCommandOptions>();
  command->add_option("OLD", options->before, "The rulebook as it was")->type_name("")->required();
  command->add_option("NEW", options->after, "The rulebook as it is to be")->type_name("")->required();
  add_comparison_options(*command, options->comparison);
  return {command, [command, options] { return run_compare(*command, *options); }};
}

}  // namespace cwp
