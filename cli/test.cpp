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

std::string told(const TestDifference& difference, bool zh) {
  const std::string where = line_of(difference.place);
  if (difference.key.empty()) return fmt::format("    {}: {}\n", where, difference.got);
  const auto shown = [&](const std::string& figure) { return figure.empty() ? (zh ? "无" : "nothing") : figure; };
  return fmt::format(
      fmt::runtime(zh ? "    {}：{} {} 的 {} 应为 {}，实为 {}\n" : "    {}: {} {} {}: expected {}, got {}\n"), where,
      difference.officer, difference.period, difference.key, shown(difference.expected), shown(difference.got));
}

std::string untouched(const CoverPoint& point, bool zh) {
  const auto words = [&]() -> std::pair<const char*, const char*> {
    switch (point.kind) {
      case CoverKind::item:
        return {"{} had no points", "{} 没有得分"};
      case CoverKind::loss:
        return {"{} lost no marks", "{} 没有扣分"};
      case CoverKind::branch:
        return point.otherwise ? std::pair{"always held: {}", "一直成立：{}"}
                               : std::pair{"never held: {}", "从未成立：{}"};
      case CoverKind::band:
        return {"no figure in the band from {} on", "没有数值落在 {} 起的一档"};
      case CoverKind::bonus:
      case CoverKind::penalty:
        return {"{} was always 0", "{} 一直为 0"};
      case CoverKind::veto:
        return {"{} was never in force", "{} 从未生效"};
      case CoverKind::level:
        return {"{} was never given", "{} 从未评定"};
      case CoverKind::award:
        return {"{} went to nobody", "{} 无人获得"};
    }
    return {"{}", "{}"};
  }();
  return fmt::format("  {}: {}\n", line_of(point.place),
                     fmt::format(fmt::runtime(zh ? words.second : words.first), point.what));
}

void print_coverage(const CheckedRulebook& rules, bool zh) {
  const std::vector<CoverPoint> points = cover_tests(rules);
  const auto touched = std::count_if(points.begin(), points.end(), [](const auto& one) { return one.touched; });
  print(fmt::format(fmt::runtime(zh ? "\n测试涉及 {1} 处中的 {0} 处{2}\n" : "\nThe tests touch {} of {} things{}\n"),
                    touched, points.size(),
                    touched == std::ssize(points) ? (zh ? "。" : ".")
                    : zh                          ? "；未涉及："
                                                  : "; not:"));
  for (const CoverPoint& point : points)
    if (!point.touched) print(untouched(point, zh));
}

void print_mutations(const CheckedRulebook& rules, bool zh) {
  const std::vector<Mutation> mutations = mutate_tests(rules);
  const auto count = [&](MutationOutcome outcome) {
    return std::count_if(mutations.begin(), mutations.end(), [&](const auto& one) { return one.outcome == outcome; });
  };
  const auto unnoticed = count(MutationOutcome::unnoticed), noticed = count(MutationOutcome::noticed);
  print(fmt::format(
      fmt::runtime(zh ? "\n改动 {} 处，测试未发现 {} 处{}\n" : "\n{} changes tried, {} unnoticed by the tests{}\n"),
      unnoticed + noticed, unnoticed,
      unnoticed == 0 ? (zh ? "。" : ".")
      : zh           ? "："
                     : ":"));
  for (const Mutation& one : mutations)
    if (one.outcome == MutationOutcome::unnoticed)
      print(fmt::format("  {}: {} {}{}{}: {} → {}\n", line_of(one.place), one.section, one.id,
                        one.key.empty() ? "" : " ", one.key, one.before, one.after));
}

int run_test(const TestCommandOptions& options) {
  const Language language = options.lang.language();
  const bool zh = language == Language::zh;
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  const std::vector<TestOutcome> outcomes = run_tests(*rules, language);
  for (const TestOutcome& outcome : outcomes) {
    print(fmt::format("{}  {}\n", outcome.passed() ? "ok    " : "FAILED", outcome.name));
    for (const TestDifference& difference : outcome.differences) print(told(difference, zh));
  }
  const auto failed = std::count_if(outcomes.begin(), outcomes.end(), [](const auto& one) { return !one.passed(); });
  print(fmt::format(fmt::runtime(zh ? "{} 个测试，{} 个失败\n" : "{} tests, {} failed\n"), outcomes.size(), failed));
  if (options.coverage) print_coverage(*rules, zh);
  if (options.mutate) print_mutations(*rules, zh);
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
