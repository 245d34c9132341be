#include "cli/scored_ranking.hpp"

#include "cli/commands.hpp"
#include "cli/rulebook_argument.hpp"

namespace cwp {

int with_scored_ranking(const CLI::App& command, const ScoredRankingOptions& options,
                        const std::function<int(const Scores&, const AskedRanking&)>& tell,
                        const MoreWanted& more_wanted) {
  const Language language = options.lang.language();
  if (const std::string reason = refusal(options.inputs); !reason.empty()) return refuse(command, reason);
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  const AskedRanking asked = asked_ranking(options.ranking, *rules);
  if (!asked.refusal.empty()) return refuse(command, asked.refusal);
  ScoreOptions wanted;
  wanted.window = rules->calendar().days(asked.period);
  wanted.grains = {asked.period.grain};
  wanted.provisional = true;
  if (more_wanted)
    if (const std::string reason = more_wanted(*rules, asked, wanted); !reason.empty()) return refuse(command, reason);
  ProgressLine line(options.no_progress, language);
  wanted.progress = line.progress();
  const std::optional<Dataset> data = read_inputs(options.inputs, *rules, language, line);
  if (!data) return kProblems;
  const Result<Scores> scores = score(compile(*rules), *data, wanted);
  line.clear();
  if (!scores.ok()) {
    print_problems(scores.diagnostics(), language);
    return kProblems;
  }
  return tell(scores.value(), asked);
}

}  // namespace cwp
