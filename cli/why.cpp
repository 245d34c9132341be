// cwp why: why the rank of an officer is not what it was.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/period_options.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/scored_ranking.hpp"
#include "cli/threads_option.hpp"
#include "cwp/why_moved.hpp"

namespace cwp {
namespace {

constexpr const char* kWhyExamples = R"(Examples:
  cwp why rules.yaml --inputs data --officer A012 --period 2026-04
  cwp why rules.yaml --inputs data --officer A012 --period 2026-04 --since 2026-01 --ranking bureau_month
  cwp why rules.yaml --inputs data --officer A012 --period 2026-04 --format json

The lines add up to the change of the value, and those who passed or were passed to the change of the rank.)";

struct WhyCommandOptions : ScoredRankingOptions {
  std::string officer, since;
  std::string format = "text";
  int threads = 1;
};

int run_why(const CLI::App& command, const WhyCommandOptions& options) {
  const Language language = options.lang.language();
  Period since;
  const auto back_to_since = [&](const CheckedRulebook& rules, const AskedRanking& asked, ScoreOptions& wanted) {
    since = asked.period - 1;
    if (!options.since.empty()) {
      const std::optional<Period> written = Period::parse(options.since, rules.calendar());
      if (!written) return no_period(options.since, rules.calendar(), "--since");
      if (written->grain != asked.period.grain || !(*written < asked.period))
        return wording("usage-since", {options.since, options.ranking.period});
      since = *written;
    }
    wanted.window->first = rules.calendar().days(since).first;
    wanted.threads = options.threads;
    return std::string();
  };
  const auto tell = [&](const Scores& scores, const AskedRanking& asked) -> int {
    const Result<RankMove> move = why_moved(scores, asked.ranking, options.officer, since, asked.period);
    if (!move.ok()) {
      print_problems(move.diagnostics(), language);
      return kProblems;
    }
    print(options.format == "json" ? to_json(move.value(), scores) : to_text(move.value(), scores, language));
    return kFine;
  };
  return with_scored_ranking(command, options, tell, back_to_since);
}

}  // namespace

Command add_why(CLI::App& app) {
  CLI::App* command = app.add_subcommand("why", "Tell why the rank of an officer is not what it was");
  command->footer(kWhyExamples);
  const auto options = std::make_shared<WhyCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command
      ->add_option("--officer", options->officer,
                   "Key of the officer, as in the roster, or of the unit that is ranked (required)")
      ->type_name("KEY")
      ->required();
  add_ranking_options(*command, options->ranking);
  command->add_option("--since", options->since, "The earlier period; default: the one before")->type_name("PERIOD");
  add_choice(*command, "--format", options->format, "A text, or JSON; default: text", {"text", "json"});
  add_threads_option(*command, options->threads);
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  return {command, [command, options] { return run_why(*command, *options); }};
}

}  // namespace cwp
