// cwp graph: what depends on what.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/plan.hpp"

namespace cwp {
namespace {

constexpr const char* kExamples = R"(Examples:
  cwp graph rules.yaml
  cwp graph rules.yaml --format dot | dot -Tsvg > rules.svg)";

struct Options {
  std::string rulebook;
  std::string format = "text";
  LanguageOption lang;
};

int run(const Options& options) {
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, options.lang.language());
  if (!rules) return kProblems;
  const Plan plan = compile(*rules);
  print(options.format == "dot" ? plan.to_dot() : plan.to_text());
  return kFine;
}

}  // namespace

Command add_graph(CLI::App& app) {
  CLI::App* command = app.add_subcommand("graph", "Print what a rulebook computes, and from what");
  command->footer(kExamples);
  const auto options = std::make_shared<Options>();
  add_rulebook_argument(*command, options->rulebook);
  command->add_option("--format", options->format, "A line for each node, or a drawing for Graphviz; default: text")
      ->type_name("text|dot")
      ->check(CLI::IsMember({"text", "dot"}));
  add_language_option(*command, options->lang);
  return {command, [options] { return run(*options); }};
}

}  // namespace cwp
