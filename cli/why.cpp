// cwp why: why the rank of an officer is not what it was.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/input_options.hpp"
#include "cli/period_options.hpp"
#include "cli/print.hpp"
#include "cli/ranking_options.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/threads_option.hpp"
#include "cwp/score.hpp"
#include "cwp/why_moved.hpp"

namespace cwp {
namespace {

constexpr const char* kWhyExamples = R"(Examples:
  cwp why rules.yaml --inputs data --officer A012 --period 2026-04
  cwp why rules.yaml --inputs data --officer A012 --period 2026-04 --since 2026-01 --ranking bureau_month
  cwp why rules.yaml --inputs data --officer A012 --period 2026-04 --format json

The lines add up to the change of the value, and those who passed or were passed to the change of the rank.)";

struct WhyCommandOptions {
  std::string rulebook;
  InputOptions inputs;
  RankingOptions ranking;
  std::string officer, since;
  std::string format = "text";
  int threads = 1;
  bool no_progress = false;
  LanguageOption lang;
};

int run_why(const CLI::App& command, const WhyCommandOptions& options) {
  const Language language = options.lang.language();
  if (const std::string reason = refusal(options.inputs); !reason.empty()) return refuse(command, reason);
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  const auto asked = asked_ranking(options.ranking, *rules);
  if (!asked.refusal.empty()) return refuse(command, asked.refusal);
  Period since = asked.period - 1;
  if (!options.since.empty()) {
    const std::optional<Period> written = Period::parse(options.since, rules->calendar());
    if (!written) return refuse(command, no_period(options.since, rules->calendar(), "--since"));
    if (written->grain != asked.period.grain || !(*written < asked.period))
      return refuse(command, wording("usage-since", {options.since, options.ranking.period}));
    since = *written;
  }

  ProgressLine line(options.no_progress, language);
  const std::optional<Dataset> data = read_inputs(options.inputs, *rules, language, line);
  if (!data) return kProblems;
  ScoreOptions wanted;
  wanted.window = DayRange{rules->calendar().days(since).first, rules->calendar().days(asked.period).last};
  wanted.grains = {asked.period.grain};
  wanted.provisional = true;
  wanted.threads = options.threads;
  wanted.progress = line.progress();
  const Result<Scores> scores = score(compile(*rules), *data, wanted);
  line.clear();
  if (!scores.ok()) {
    print_problems(scores.diagnostics(), language);
    return kProblems;
  }
  const Result<RankMove> move = why_moved(scores.value(), asked.ranking, options.officer, since, asked.period);
  if (!move.ok()) {
    print_problems(move.diagnostics(), language);
    return kProblems;
  }
  print(options.format == "json" ? to_json(move.value(), scores.value())
                                 : to_text(move.value(), scores.value(), language));
  return kFine;
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
