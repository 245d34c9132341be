#include "cli/scored_ranking.hpp"

#include "cli/commands.hpp"
#include "cli/rulebook_argument.hpp"

namespace cwp {

int with_scored_ranking(const CLI::App& command, const ScoredRankingOptions& options,
                        const std::function<int(const Scores&, const AskedRanking&)>& tell) {
  const Language language = options.lang.language();
  if (const std::string reason = refusal(options.inputs); !reason.empty()) return refuse(command, reason);
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  const AskedRanking asked = asked_ranking(options.ranking, *rules);
  if (!asked.refusal.empty()) return refuse(command, asked.refusal);
  ProgressLine line(options.no_progress, language);
  const std::optional<Dataset> data = read_inputs(options.inputs, *rules, language, line);
  if (!data) return kProblems;
  const Result<Scores> scores = score(compile(*rules), *data, asked.period);
  line.clear();
  if (!scores.ok()) {
    print_problems(scores.diagnostics(), language);
    return kProblems;
  }
  return tell(scores.value(), asked);
}

}  // namespace cwp
