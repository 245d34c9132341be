// cwp certain: who is certainly, and who possibly, among the first or last.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/bom_option.hpp"
#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/scored_ranking.hpp"
#include "cwp/certain.hpp"

namespace cwp {
namespace {

constexpr const char* kCertainExamples = R"(Examples:
  cwp certain rules.yaml --inputs data --period 2026-04 --first 3
  cwp certain rules.yaml --inputs data --period 2026-04 --ranking bureau_month --last 5 --format csv

What is missing, was refused, or is still to come may be anything that the metrics promise; all else stays as it is.)";

struct CertainCommandOptions : ScoredRankingOptions {
  int first = 0, last = 0;
  std::string format = "text";
  bool bom = false;
};

int run_certain(const CLI::App& command, const CertainCommandOptions& options) {
  const Language language = options.lang.language();
  if (refusal(options.inputs).empty() && (options.first > 0) == (options.last > 0))
    return refuse(command, wording("usage-first-or-last"));
  if (const std::string reason = bom_refusal(options.bom, options.format); !reason.empty())
    return refuse(command, reason);
  return with_scored_ranking(command, options, [&](const Scores& scores, const AskedRanking& asked) -> int {
    const Result<RankChances> chances = certain_ranks(scores, asked.ranking, asked.period);
    if (!chances.ok()) {
      print_problems(chances.diagnostics(), language);
      return kProblems;
    }
    const bool last = options.last > 0;
    const auto number = std::size_t(last ? options.last : options.first);
    print(options.format == "csv" ? as_csv(to_csv(chances.value(), number, last), options.bom)
                                  : to_text(chances.value(), scores, number, last, language));
    return kFine;
  });
}

}  // namespace

Command add_certain(CLI::App& app) {
  CLI::App* command = app.add_subcommand("certain", "Tell who is certainly, and who possibly, among the first or last");
  command->footer(kCertainExamples);
  const auto options = std::make_shared<CertainCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  add_ranking_options(*command, options->ranking);
  command->add_option("--first", options->first, "Who is among the first N of each group")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  command->add_option("--last", options->last, "Who is among the last N of each group")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  add_choice(*command, "--format", options->format, "A table for people, or CSV with everybody; default: text",
             {"text", "csv"});
  add_bom_option(*command, options->bom);
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  return {command, [command, options] { return run_certain(*command, *options); }};
}

}  // namespace cwp
