#pragma once
// What the commands share that ask about one ranking in one period: the rulebook and the data read, and the period
// scored.

#include <functional>
#include <string>

#include "cli/input_options.hpp"
#include "cli/print.hpp"
#include "cli/ranking_options.hpp"
#include "cwp/score.hpp"

namespace cwp {

struct ScoredRankingOptions {
  std::string rulebook;
  InputOptions inputs;
  RankingOptions ranking;
  bool no_progress = false;
  LanguageOption lang;
};

/// Says what is to be scored besides the asked period; a text: why the command is refused.
using MoreWanted = std::function<std::string(const CheckedRulebook&, const AskedRanking&, ScoreOptions&)>;

/// Reads and scores, then `tell`s, which returns the exit code; whatever stands in the way is printed, and its exit
/// code returned.
int with_scored_ranking(const CLI::App& command, const ScoredRankingOptions& options,
                        const std::function<int(const Scores&, const AskedRanking&)>& tell,
                        const MoreWanted& more_wanted = {});

}  // namespace cwp
