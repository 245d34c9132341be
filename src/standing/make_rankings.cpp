#include "standing/make_rankings.hpp"

#include <algorithm>
#include <map>

#include "standing/rank.hpp"

namespace cwp {
namespace {

struct Entrant {
  std::size_t officer = 0;
  const RankingEntry* entry = nullptr;
};

RankedOfficer listed(const Entrant& entrant, int decimals, Rounding rounding) {
  RankedOfficer row;
  row.period = entrant.entry->period;
  row.group = entrant.entry->group;
  row.officer = entrant.officer;
  row.eligible = entrant.entry->eligible;
  if (entrant.entry->value) row.value = entrant.entry->value->rounded(decimals, rounding).to_decimal(decimals);
  if (!entrant.entry->value)
    row.reason = Unranked::no_total;
  else if (!entrant.entry->eligible)
    row.reason = Unranked::not_eligible;
  return row;
}

void rank_group(const ScoreRanking& ranking, const std::vector<Entrant>& group, const RoundingRule& rounding,
                std::vector<RankedOfficer>& rows) {
  std::vector<bool> ties_ascending;
  for (const ScoreTie& tie : ranking.ties) ties_ascending.push_back(tie.ascending);
  std::vector<Contender> contenders;
  std::map<std::size_t, const Entrant*> by_officer;
  for (const Entrant& entrant : group) {
    by_officer[entrant.officer] = &entrant;
    if (entrant.entry->value && entrant.entry->eligible)
      contenders.push_back({entrant.officer, *entrant.entry->value, entrant.entry->ties});
  }
  for (const Ranked& ranked :
       rank(std::move(contenders), ranking.written->ascending, ties_ascending, ranking.written->method)) {
    rows.push_back(listed(*by_officer[ranked.officer], rounding.decimals, rounding.rounding));
    rows.back().rank = ranked.rank;
  }
  for (const Entrant& entrant : group)
    if (!entrant.entry->value || !entrant.entry->eligible)
      rows.push_back(listed(entrant, rounding.decimals, rounding.rounding));
}

}  // namespace

std::vector<RankingTable> make_rankings(const Run& run, const std::vector<OfficerResults>& results) {
  const Scorecard& card = run.card();
  std::vector<RankingTable> tables;
  for (std::size_t r = 0; r < card.rankings.size(); ++r) {
    const ScoreRanking& ranking = card.rankings[r];
    const auto is_published = [&](const PublishedGrain& published) { return published.grain == ranking.grain; };
    if (std::none_of(run.published().begin(), run.published().end(), is_published)) continue;
    std::map<std::pair<Period, std::string>, std::vector<Entrant>> groups;
    for (std::size_t officer = 0; officer < results.size(); ++officer)
      for (const RankingEntry& entry : results[officer].entries)
        if (entry.ranking == r) groups[{entry.period, entry.group}].push_back({officer, &entry});
    const auto& assessment = card.assessments[std::size_t(ranking.grain)];
    RankingTable table;
    table.id = ranking.written->id.value;
    table.every = ranking.grain;
    for (const auto& [key, group] : groups)
      rank_group(ranking, group, assessment ? assessment->rounding : card.rounding, table.rows);
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace cwp
