// cwp test: the small examples that a rulebook holds under `tests:`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/run_tests.hpp"

namespace cwp {
namespace {

constexpr const char* kTestExamples = R"(Examples:
  cwp test rules.yaml
  cwp test rules.yaml --lang zh

Exit codes: 0 every test holds, 1 one does not, or the rulebook has mistakes, 2 wrong use.)";

struct TestCommandOptions {
  std::string rulebook;
  LanguageOption lang;
};

std::string told(const TestDifference& difference, Language language) {
  const Source& source = difference.place.source;
  const std::string where = fmt::format("{}:{}", source.name(), source.position(difference.place.span.begin).line);
  if (difference.key.empty()) return fmt::format("    {}\n", wording("words-about", {where, difference.got}, language));
  const auto shown = [&](const std::string& figure) {
    return figure.empty() ? wording("said-nothing", {}, language) : figure;
  };
  return fmt::format("    {}\n", wording("said-difference",
                                         {where, difference.officer, difference.period, difference.key,
                                          shown(difference.expected), shown(difference.got)},
                                         language));
}

int run_test(const TestCommandOptions& options) {
  const Language language = options.lang.language();
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  const std::vector<TestOutcome> outcomes = run_tests(*rules, language);
  for (const TestOutcome& outcome : outcomes) {
    const std::string verdict = wording(outcome.passed() ? "said-passed" : "said-failed", {}, language);
    print(fmt::format("{:6}  {}\n", verdict, outcome.name));
    for (const TestDifference& difference : outcome.differences) print(told(difference, language));
  }
  const auto failed = std::count_if(outcomes.begin(), outcomes.end(), [](const auto& one) { return !one.passed(); });
  print(wording("said-tests", {std::to_string(outcomes.size()), std::to_string(failed)}, language) + "\n");
  return failed > 0 ? kProblems : kFine;
}

}  // namespace

Command add_test(CLI::App& app) {
  CLI::App* command = app.add_subcommand("test", "Run the tests that a rulebook holds");
  command->footer(kTestExamples);
  const auto options = std::make_shared<TestCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  add_language_option(*command, options->lang);
  return {command, [options] { return run_test(*options); }};
}

}  // namespace cwp
