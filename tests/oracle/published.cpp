#include "oracle/published.hpp"

#include <set>

#include "cwp/cwp.hpp"
#include "oracle/comparison.hpp"

namespace cwp::oracle {

std::vector<std::string> cut(const Scores& scores, Period period) {
  std::vector<std::string> lines;
  if (const ScoreTable* table = scores.table(period.grain))
    for (const ScoreRow& row : table->rows)
      if (row.period == period)
        for (std::size_t i = 0; i < row.parts.size(); ++i)
          lines.push_back(std::to_string(row.officer) + " " + table->ids[i] + " " + shown(row.parts[i]) + " " +
                          std::string(to_text(row.parts[i].reason)));
  for (const RankingTable& table : scores.rankings())
    for (const RankedOfficer& row : table.rows)
      if (row.period == period)
        lines.push_back(table.id + " " + std::to_string(row.officer) + row.subject + " " + row.group + " " +
                        shown(row.rank) + " " + shown(row.value) + " " + std::string(to_text(row.reason)) + row.veto);
  for (const GradeTable& table : scores.grades())
    for (const GradedOfficer& row : table.rows)
      if (row.period == period)
        lines.push_back(table.id + " " + std::to_string(row.officer) + row.subject + " " + row.grade + " " +
                        std::string(to_text(row.reason)));
  for (const AwardTable& table : scores.awards())
    for (const AwardedOfficer& row : table.rows)
      if (row.period == period)
        lines.push_back(table.id + " " + std::to_string(row.officer) + row.subject + " " + shown(row.rank) + " " +
                        shown(row.amount));
  for (const BrokenExpectation& broken : scores.broken_expectations())
    if (broken.period == period)
      lines.push_back(broken.id + " " + broken.group + (broken.officer ? std::to_string(*broken.officer) : ""));
  return lines;
}

std::vector<std::string> everything(const Scores& scores) {
  std::set<Period> periods;
  for (const ScoreTable& table : scores.tables())
    for (const ScoreRow& row : table.rows) periods.insert(row.period);
  for (const RankingTable& table : scores.rankings())
    for (const RankedOfficer& row : table.rows) periods.insert(row.period);
  std::vector<std::string> lines;
  for (const Period period : periods)
    for (std::string& line : cut(scores, period)) lines.push_back(std::move(line));
  for (const ScoreTable& table : scores.tables())
    for (const ScoreRow& row : table.rows)
      for (const std::uint32_t veto : row.vetoes)
        lines.push_back(std::to_string(row.officer) + " veto " + table.veto_ids[veto]);
  for (const RowIssue& issue : scores.issues())
    lines.push_back(std::string(issue.reason) + " " + issue.file + ":" + std::to_string(issue.line) + " " +
                    issue.officer + " " + issue.date + " " + issue.metric + " " + issue.value);
  return lines;
}

}  // namespace cwp::oracle
