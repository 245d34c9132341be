// cwp sensitivity: how much a ranking hangs on its weights and parameters.

#include "cwp/sensitivity.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/bom_option.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/scored_ranking.hpp"

namespace cwp {
namespace {

constexpr const char* kSensitivityExamples = R"(Examples:
  cwp sensitivity rules.yaml --inputs data --period 2026-04
  cwp sensitivity rules.yaml --inputs data --period 2026-04 --draws 10000 --percent 10 --number 3 --out sensitive

Approximate: weights are drawn, and values are straight lines in them. The same seed gives the same figures.)";

struct SensitivityCommandOptions : ScoredRankingOptions {
  SensitivityOptions drawn;
  std::string out;
  bool force = false, bom = false, no_parameters = false;
};

int run_sensitivity(const CLI::App& command, const SensitivityCommandOptions& options) {
  const Language language = options.lang.language();
  return with_scored_ranking(command, options, [&](const Scores& scores, const AskedRanking& asked) -> int {
    SensitivityOptions drawn = options.drawn;
    drawn.parameters = !options.no_parameters;
    const Result<Sensitivity> result = sensitivity(scores, asked.ranking, asked.period, drawn);
    if (!result.ok()) {
      print_problems(result.diagnostics(), language);
      return kProblems;
    }
    print(to_text(result.value(), scores, language));
    if (options.out.empty()) return kFine;
    const std::vector<OutputFile> files = as_csv(sensitivity_files(result.value(), scores, language), options.bom);
    if (const auto problems = write_unless_interrupted(options.out, files, options.force); !problems.empty()) {
      print_problems(problems, language);
      return exit_code_of(problems);
    }
    print("\n" + wording("said-written", {options.out, std::to_string(files.size())}, language) + "\n");
    return kFine;
  });
}

}  // namespace

Command add_sensitivity(CLI::App& app) {
  CLI::App* command = app.add_subcommand("sensitivity", "Tell how much a ranking hangs on its weights: approximate");
  command->footer(kSensitivityExamples);
  const auto options = std::make_shared<SensitivityCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  add_ranking_options(*command, options->ranking);
  command->add_option("--draws", options->drawn.draws, "How often weights are drawn, default 1000")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  command->add_option("--seed", options->drawn.seed, "Another seed draws other weights, default 1")->type_name("N");
  command->add_option("--percent", options->drawn.percent, "How far weights are drawn from what they are, default 20")
      ->type_name("N")
      ->check(CLI::Range(1, 100));
  command->add_option("--number", options->drawn.number, "The first and the last so many of each group, default 10")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  command->add_flag("--no-parameters", options->no_parameters, "Parameters stay as they are: only weights are drawn");
  CLI::Option* out = command->add_option("--out", options->out, "A new folder for the tables and pictures of everybody")
                         ->type_name("DIR");
  add_bom_option(*command, options->bom)->needs(out);
  command->add_flag("--force", options->force,
                    "Also into a folder that holds files: those of the same name are replaced, others stay");
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  return {command, [command, options] { return run_sensitivity(*command, *options); }};
}

}  // namespace cwp
