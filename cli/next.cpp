// cwp next: what would give an officer the next better points, and the next rank.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/scored_ranking.hpp"
#include "cwp/next_steps.hpp"

namespace cwp {
namespace {

constexpr const char* kNextExamples = R"(Examples:
  cwp next rules.yaml --inputs data --officer A012 --period 2026-04
  cwp next rules.yaml --inputs data --officer A012 --period 2026-W17 --ranking station_week --format json

One figure of the officer is changed at a time, and every change that is shown has been scored. Those of a whole station
or squad (about: …) stay as they are.)";

struct NextCommandOptions : ScoredRankingOptions {
  std::string officer;
  std::string format = "text";
};

int run_next(const CLI::App& command, const NextCommandOptions& options) {
  const Language language = options.lang.language();
  return with_scored_ranking(command, options, [&](const Scores& scores, const AskedRanking& asked) -> int {
    const Result<NextSteps> steps = next_steps(scores, asked.ranking, options.officer, asked.period);
    if (!steps.ok()) {
      print_problems(steps.diagnostics(), language);
      return kProblems;
    }
    print(options.format == "json" ? to_json(steps.value(), scores) : to_text(steps.value(), scores, language));
    return kFine;
  });
}

}  // namespace

Command add_next(CLI::App& app) {
  CLI::App* command = app.add_subcommand("next", "Tell what would give an officer the next points, and the next rank");
  command->footer(kNextExamples);
  const auto options = std::make_shared<NextCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command->add_option("--officer", options->officer, "Key of the officer, as in the roster (required)")
      ->type_name("KEY")
      ->required();
  add_ranking_options(*command, options->ranking);
  add_choice(*command, "--format", options->format, "A text, or JSON; default: text", {"text", "json"});
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  return {command, [command, options] { return run_next(*command, *options); }};
}

}  // namespace cwp
