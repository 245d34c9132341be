// cwp test: the small examples that a rulebook holds under `tests:`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/coverage.hpp"
#include "cwp/run_tests.hpp"

namespace cwp {
namespace {

constexpr const char* kTestExamples = R"(Examples:
  cwp test rules.yaml
  cwp test rules.yaml --coverage
  cwp test rules.yaml --mutate --lang zh

--coverage lists the conditions, bands, losses, adjustments, vetoes, grades and awards that came up in no test.
--mutate changes one number or operator of the rules after the other, and lists the changes that no test noticed.
Exit codes: 0 every test holds, 1 one does not, or the rulebook has mistakes, 2 wrong use.)";

struct TestCommandOptions {
  std::string rulebook;
  bool coverage = false, mutate = false;
  LanguageOption lang;
};

std::string line_of(const Place& place) {
  return fmt::format("{}:{}", place.source.name(), place.source.position(place.span.begin).line);
}

/// `rules.yaml:12: what is said of it`
std::string told_of(const Place& place, const std::string& sentence, Language language) {
  return wording("words-about", {line_of(place), sentence}, language) + "\n";
}

std::string told(const TestDifference& difference, Language language) {
  if (difference.key.empty()) return "    " + told_of(difference.place, difference.got, language);
  const auto shown = [&](const std::string& figure) {
    return figure.empty() ? wording("said-nothing", {}, language) : figure;
  };
  return fmt::format("    {}\n", wording("said-difference",
                                         {line_of(difference.place), difference.officer, difference.period,
                                          difference.key, shown(difference.expected), shown(difference.got)},
                                         language));
}

std::string untouched(const CoverPoint& point, Language language) {
  const std::string_view kind = point.otherwise ? "otherwise" : to_text(point.kind);
  return "  " + told_of(point.place, wording("cover-" + std::string(kind), {point.what}, language), language);
}

/// A heading that says how many there are, with a colon where a list follows.
void print_counts(std::string_view listed, std::string_view none, std::ptrdiff_t of, std::ptrdiff_t all, bool any,
                  Language language) {
  const std::string counts = wording(any ? listed : none, {std::to_string(of), std::to_string(all)}, language);
  print("\n" + (any ? counts : wording("words-sentence", {counts}, language)) + "\n");
}

void print_coverage(const CheckedRulebook& rules, Language language) {
  const std::vector<CoverPoint> points = cover_tests(rules);
  const auto touched = std::count_if(points.begin(), points.end(), [](const auto& one) { return one.touched; });
  print_counts("said-coverage", "said-coverage-whole", touched, std::ssize(points), touched < std::ssize(points),
               language);
  for (const CoverPoint& point : points)
    if (!point.touched) print(untouched(point, language));
}

void print_mutations(const CheckedRulebook& rules, Language language) {
  const std::vector<Mutation> mutations = mutate_tests(rules);
  const auto count = [&](MutationOutcome outcome) {
    return std::count_if(mutations.begin(), mutations.end(), [&](const auto& one) { return one.outcome == outcome; });
  };
  const auto unnoticed = count(MutationOutcome::unnoticed), noticed = count(MutationOutcome::noticed);
  print_counts("said-mutations", "said-mutations-noticed", unnoticed, unnoticed + noticed, unnoticed > 0, language);
  for (const Mutation& one : mutations) {
    if (one.outcome != MutationOutcome::unnoticed) continue;
    const std::string part = fmt::format("{} {}{}{}", one.section, one.id, one.key.empty() ? "" : " ", one.key);
    const std::string change = wording("words-about", {part, one.before + " → " + one.after}, language);
    print("  " + told_of(one.place, change, language));
  }
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
  if (options.coverage) print_coverage(*rules, language);
  if (options.mutate) print_mutations(*rules, language);
  return failed > 0 ? kProblems : kFine;
}

}  // namespace

Command add_test(CLI::App& app) {
  CLI::App* command = app.add_subcommand("test", "Run the tests that a rulebook holds");
  command->footer(kTestExamples);
  const auto options = std::make_shared<TestCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command->add_flag("--coverage", options->coverage, "Also list what came up in no test");
  command->add_flag("--mutate", options->mutate, "Also list small changes of the rules that no test notices");
  add_language_option(*command, options->lang);
  return {command, [options] { return run_test(*options); }};
}

}  // namespace cwp
