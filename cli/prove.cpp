// cwp prove: what can come out of a rulebook at all, and whether what it promises to do can happen.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/prove.hpp"

namespace cwp {
namespace {

constexpr const char* kProveExamples = R"(Examples:
  cwp prove rules.yaml
  cwp prove rules.yaml --format json

Proved is what follows from the ranges that the rulebook promises, or what an example shows; each example is scored as an
officer would be. Of what is not decided neither was found. Exit codes: 0 nothing is refuted, 1 something is, 2 wrong use.)";

struct ProveOptions {
  std::string rulebook;
  std::string format = "text";
  LanguageOption lang;
};

int run_prove(const ProveOptions& options) {
  const Language language = options.lang.language();
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  const Proofs proofs = prove(*rules);
  print(options.format == "json" ? to_json(proofs, language) : to_text(proofs, language));
  const bool refuted = std::any_of(proofs.claims.begin(), proofs.claims.end(),
                                   [](const Claim& claim) { return claim.verdict == Verdict::refuted; });
  return refuted ? kProblems : kFine;
}

}  // namespace

Command add_prove(CLI::App& app) {
  CLI::App* command = app.add_subcommand("prove", "Tell what can come out of a rulebook at all, with examples");
  command->footer(kProveExamples);
  const auto options = std::make_shared<ProveOptions>();
  add_rulebook_argument(*command, options->rulebook);
  add_choice(*command, "--format", options->format, "A table for people, or JSON with every example; default: text",
             {"text", "json"});
  add_language_option(*command, options->lang);
  return {command, [options] { return run_prove(*options); }};
}

}  // namespace cwp
