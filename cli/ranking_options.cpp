#include "cli/ranking_options.hpp"

#include <CLI/CLI.hpp>

#include "cli/period_options.hpp"
#include "cwp/diagnostic.hpp"

namespace cwp {

void add_ranking_options(CLI::App& app, RankingOptions& options) {
  app.add_option("--ranking", options.ranking, "The ranking; default: the only one of such periods")->type_name("ID");
  app.add_option("--period", options.period, "2026-03-05, 2026-W12, 2026-03, 2026-Q1, 2026-H1 or 2026 (required)")
      ->type_name("PERIOD")
      ->required();
}

AskedRanking asked_ranking(const RankingOptions& options, const CheckedRulebook& rules) {
  AskedRanking asked;
  const std::optional<Period> period = Period::parse(options.period, rules.calendar());
  if (!period) {
    asked.refusal = no_period(options.period, rules.calendar());
    return asked;
  }
  asked.period = *period;
  std::vector<std::string> all, fitting;
  for (const Ranking& ranking : rules.rulebook().rankings) {
    all.push_back(ranking.id.value);
    if (ranking.every.value == period->grain) fitting.push_back(ranking.id.value);
    if (ranking.id.value != options.ranking) continue;
    asked.ranking = options.ranking;
    if (ranking.every.value != period->grain)
      asked.refusal = wording("usage-ranking-grain", {options.ranking, options.period});
  }
  const auto list = [](const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text = text.empty() ? name : wording("words-more", {text, name});
    return text;
  };
  if (!options.ranking.empty()) {
    if (asked.ranking.empty()) asked.refusal = wording("usage-ranking-unknown", {options.ranking, list(all)});
  } else if (fitting.size() == 1) {
    asked.ranking = fitting.front();
  } else if (fitting.empty()) {
    asked.refusal = wording("usage-ranking-none", {options.period});
  } else {
    asked.refusal = wording("usage-ranking-which", {options.period, list(fitting)});
  }
  return asked;
}

}  // namespace cwp
