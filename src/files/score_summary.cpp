#include <set>

#include "cwp/score_files.hpp"
#include "files/leaders.hpp"

namespace cwp {
namespace {

GrainSummary summary_of(const ScoreTable& table) {
  GrainSummary summary;
  summary.grain = table.grain;
  std::set<Period> periods, provisional;
  std::set<std::size_t> officers;
  for (const ScoreRow& row : table.rows) {
    periods.insert(row.period);
    officers.insert(row.officer);
    if (row.state == State::provisional) provisional.insert(row.period);
  }
  summary.periods.assign(periods.begin(), periods.end());
  summary.officers = officers.size();
  summary.provisional = provisional.size();
  return summary;
}

RankingSummary summary_of(const RankingTable& ranking) {
  LeaderList leaders(ranking.id, ranking.every);
  for (const RankedOfficer& row : ranking.rows)
    if (row.period == ranking.rows.back().period && row.rank && leaders.wants(row.group)) leaders.add(row);
  return std::move(leaders).take();
}

}  // namespace

ScoreSummary summarize(const Scores& scores) {
  ScoreSummary summary;
  for (const ScoreTable& table : scores.tables()) summary.grains.push_back(summary_of(table));
  for (const RankingTable& ranking : scores.rankings()) summary.rankings.push_back(summary_of(ranking));
  return summary;
}

}  // namespace cwp
