#pragma once
// The options that name a ranking in a period; the commands that give reasons share them.

#include <string>

#include "cwp/check.hpp"

namespace CLI {
class App;
}

namespace cwp {

struct RankingOptions {
  std::string ranking, period;
};

void add_ranking_options(CLI::App& app, RankingOptions& options);

/// Which ranking that is. `refusal`: why it is none; empty: it is one.
struct AskedRanking {
  Period period{};
  std::string ranking;
  std::string refusal = {};
};
/// Without `--ranking`, the only ranking of such periods.
AskedRanking asked_ranking(const RankingOptions& options, const CheckedRulebook& rules);

}  // namespace cwp
