// cwp whatif: a rulebook with some values changed, without touching it, and whom that reaches.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/comparison.hpp"
#include "cli/rulebook_argument.hpp"

namespace cwp {
namespace {

constexpr const char* kWhatifExamples = R"TEXT(Examples:
  cwp whatif rules.yaml --set daily_target=12 --inputs data --period 2026-03
  cwp whatif rules.yaml --set prevention.full=35 --set people.full=35 --inputs data --out tried
  cwp whatif rules.yaml --set "records.target.at=if(area = 'urban', 12, 8)" --inputs data --by station,area

A path begins with an id or a key of the rulebook, and goes on with keys, ids, or places of a list (from 1) between
dots. A key that was not written is added. The rulebook itself stays as it is.)TEXT";

struct WhatifCommandOptions {
  std::string rulebook;
  std::vector<std::string> settings;
  ComparisonOptions comparison;
};

/// The rulebook with the settings; errors, and warnings that it has only with them, are printed.
std::optional<CheckedRulebook> with_settings(const CheckedRulebook& rules, const WhatifCommandOptions& options) {
  std::vector<Source> settings;
  for (const std::string& text : options.settings) settings.emplace_back("--set", text);
  const Rulebook& rulebook = rules.rulebook();
  const std::vector<Diagnostic> known = load_and_check(rulebook.source, rulebook.bases).diagnostics();
  Result<CheckedRulebook> changed = load_and_check(rulebook.source, rulebook.bases, settings);
  std::vector<Diagnostic> problems = changed.diagnostics();
  std::erase_if(problems, [&](const Diagnostic& one) {
    return std::any_of(known.begin(), known.end(), [&](const Diagnostic& old) {
      return old.slug == one.slug && old.place.source == one.place.source && old.place.span == one.place.span &&
             old.arguments == one.arguments;
    });
  });
  print_problems(problems, options.comparison.lang.language());
  if (!changed.ok()) return std::nullopt;
  return std::move(changed).value();
}

int run_whatif(const CLI::App& command, const WhatifCommandOptions& options) {
  if (const std::string reason = refusal(options.comparison.inputs); !reason.empty()) return refuse(command, reason);
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, options.comparison.lang.language());
  if (!rules) return kProblems;
  const std::optional<CheckedRulebook> changed = with_settings(*rules, options);
  return changed ? run_comparison(command, options.comparison, *rules, *changed) : kProblems;
}

}  // namespace

Command add_whatif(CLI::App& app) {
  CLI::App* command = app.add_subcommand("whatif", "Try other values in a rulebook: whom that would reach");
  command->footer(kWhatifExamples);
  const auto options = std::make_shared<WhatifCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command->add_option("--set", options->settings, "A value to try; may be given several times (required)")
      ->type_name("PATH=VALUE")
      ->required()
      ->allow_extra_args(false);
  add_comparison_options(*command, options->comparison);
  return {command, [command, options] { return run_whatif(*command, *options); }};
}

}  // namespace cwp
