// Rankings, grades, awards and promises, line by line in their order.

#include "oracle/compare/comparison.hpp"

namespace cwp::oracle {
namespace {

std::string shown(const std::optional<Decimal>& decimal) { return decimal ? decimal->to_text() : ""; }

std::string name(std::size_t officer, const std::string& subject, const Dataset& data) {
  return subject.empty() ? data.officer_key(officer) : subject;
}

std::string shown(const PrintedRank& line) {
  return line.group + " | " + line.officer + " | rank " + line.rank + " | value " + line.value + " | " + line.reason;
}
std::string shown(const PrintedGrade& line) { return line.officer + " | " + line.grade + " | " + line.reason; }
std::string shown(const PrintedAward& line) {
  return line.group + " | " + line.officer + " | rank " + line.rank + " | pays " + line.amount;
}
std::string shown(const PrintedPromise& line) { return line.id + " | " + line.group + " | " + line.officer; }

}  // namespace

std::string shown(const RankedOfficer& row, const Dataset& data) {
  std::string reason = row.reason == Unranked::none ? "" : std::string(to_text(row.reason));
  if (!row.veto.empty()) reason += " " + row.veto;
  return row.group + " | " + name(row.officer, row.subject, data) + " | rank " + shown(row.rank) + " | value " +
         shown(row.value) + " | " + reason;
}
std::string shown(const GradedOfficer& row, const Dataset& data) {
  const std::string reason = row.reason == Ungraded::none ? "" : std::string(to_text(row.reason));
  return name(row.officer, row.subject, data) + " | " + row.grade + " | " + reason;
}
std::string shown(const AwardedOfficer& row, const Dataset& data) {
  return row.group + " | " + name(row.officer, row.subject, data) + " | rank " + shown(row.rank) + " | pays " +
         shown(row.amount);
}
std::string shown(const BrokenExpectation& row, const Dataset& data) {
  return row.id + " | " + row.group + " | " + (row.officer ? data.officer_key(*row.officer) : "");
}

void Comparison::compare_ranking(const Scores& scores, std::size_t index) {
  const ScoreRanking& ranking = card_.rankings[index];
  const RankingTable* table = scores.ranking(ranking.written->id.value);
  Lines cwp, oracle;
  if (table != nullptr)
    for (const RankedOfficer& row : table->rows) cwp[row.period].push_back(shown(row, scores.data()));
  for (const Period period : oracle_.published(ranking.grain, case_.provisional))
    for (const PrintedRank& line : standing_.ranking(index, period)) {
      oracle[period].push_back(shown(line));
      ++counts_["ranking rows"];
      counts_["ranking rows with a rank"] += !line.rank.empty();
      counts_["ranking rows tied"] += line.tied;
      counts_["ranking rows of units"] += ranking.unit.has_value();
      counts_["ranking rows behind or out by a veto"] += line.vetoed;
    }
  compare_lines("ranking " + ranking.written->id.value, cwp, oracle);
}

void Comparison::compare_grades(const Scores& scores, std::size_t index) {
  const ScoreGradeSet& set = card_.grades[index];
  Lines cwp, oracle;
  for (const GradeTable& table : scores.grades())
    if (table.id == set.written->id.value)
      for (const GradedOfficer& row : table.rows) cwp[row.period].push_back(shown(row, scores.data()));
  for (const Period period : oracle_.published(set.grain, case_.provisional))
    for (const PrintedGrade& line : standing_.grades(index, period)) {
      oracle[period].push_back(shown(line));
      ++counts_[line.reason.empty() ? "grades" : "no grade: " + line.reason];
    }
  compare_lines("grades " + set.written->id.value, cwp, oracle);
}

void Comparison::compare_award(const Scores& scores, std::size_t index) {
  const ScoreAward& award = card_.awards[index];
  Lines cwp, oracle;
  for (const AwardTable& table : scores.awards())
    if (table.id == award.written->id.value)
      for (const AwardedOfficer& row : table.rows) cwp[row.period].push_back(shown(row, scores.data()));
  for (const Period period : oracle_.published(award.grain, case_.provisional)) {
    const std::vector<PrintedAward> lines = standing_.award(index, period);
    for (const PrintedAward& line : lines) oracle[period].push_back(shown(line));
    count_award(award, lines);
  }
  compare_lines("award " + award.written->id.value, cwp, oracle);
}

void Comparison::count_award(const ScoreAward& award, const std::vector<PrintedAward>& lines) {
  const Award& written = *award.written;
  const auto number = static_cast<std::int64_t>(lines.size());
  counts_["awards"] += number;
  if (written.top) counts_["awards of the top"] += number;
  if (written.bottom) counts_["awards of the bottom"] += number;
  if (written.in_a_row > 1) counts_["awards in a row"] += number;
  if (written.progress) counts_["awards of progress"] += number;
  if (award.grades) counts_["awards with grades"] += number;
  constexpr const char* kPays[] = {"", "awards paid by formula", "awards paid by rank", "awards paid from a pool"};
  for (const PrintedAward& line : lines)
    if (!line.amount.empty()) ++counts_[kPays[static_cast<std::size_t>(written.pays.kind)]];
}

void Comparison::compare_promises(const Scores& scores) {
  Lines cwp, oracle;
  for (const BrokenExpectation& row : scores.broken_expectations())
    cwp[row.period].push_back(shown(row, scores.data()));
  for (std::size_t index = 0; index < card_.expectations.size(); ++index)
    for (const Period period : oracle_.published(card_.expectations[index].grain, case_.provisional))
      for (const PrintedPromise& line : standing_.broken(index, period)) {
        oracle[period].push_back(shown(line));
        ++counts_[line.officer.empty() ? "broken promises about groups" : "broken promises about officers"];
      }
  compare_lines("promise", cwp, oracle);
}

}  // namespace cwp::oracle
