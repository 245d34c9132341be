// The tables of results as CSV.

#include "cwp/write.hpp"
#include "data/dataset_state.hpp"
#include "table/cell_text.hpp"
#include "table/csv_text.hpp"
#include "table/titles.hpp"

namespace cwp {
namespace {

const Calendar& calendar_of(const Scores& scores) { return scores.data().state().rules.calendar(); }

const std::string& formula_of(const BrokenExpectation& broken, const Rulebook& rulebook) {
  static const std::string none;
  for (const Expectation& promise : rulebook.expectations)
    if (promise.id.value == broken.id) return promise.holds.text;
  return none;
}

}  // namespace

std::string to_csv(const ScoreTable& table, const Scores& scores) {
  std::vector<std::string> header = {"period", "officer"};
  header.insert(header.end(), table.ids.begin(), table.ids.end());  // the last one is `total`
  header.insert(header.end(), {"reachable", "coverage", "state", "vetoes"});
  CsvText csv(header);
  for (const ScoreRow& row : table.rows) {
    csv.cell(calendar_of(scores).label(row.period)).cell(scores.data().officer_key(row.officer));
    for (const Part& part : row.parts) csv.cell(part.points);
    csv.cell(row.total().reachable).cell(row.total().coverage).cell(to_text(row.state));
    csv.cell(vetoes_cell(row, table));
    csv.end_row();
  }
  return std::move(csv).take();
}

std::string parts_to_csv(const ScoreTable& table, const Scores& scores) {
  CsvText csv({"period", "officer", "id", "points", "full", "reachable", "coverage", "state", "reason"});
  for (const ScoreRow& row : table.rows) {
    const std::string period = calendar_of(scores).label(row.period);
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
      const Part& part = row.parts[i];
      csv.cell(period).cell(scores.data().officer_key(row.officer)).cell(table.ids[i]);
      csv.cell(part.points).cell(part.full).cell(part.reachable).cell(part.coverage).cell(to_text(part.state));
      csv.cell(part.reason == Reason::none ? std::string_view() : to_text(part.reason));
      csv.end_row();
    }
  }
  return std::move(csv).take();
}

std::string to_csv(const RankingTable& table, const Scores& scores) {
  CsvText csv({"period", "group", "rank", "officer", "value", "eligible", "reason"});
  for (const RankedOfficer& row : table.rows) {
    csv.cell(calendar_of(scores).label(row.period)).cell(row.group).cell(row.rank);
    csv.cell(who(row, scores)).cell(row.value).cell(row.eligible ? "true" : "false");
    csv.cell(no_rank_cell(row));
    csv.end_row();
  }
  return std::move(csv).take();
}

std::string grades_to_csv(const Scores& scores) {
  CsvText csv({"period", "grade_set", "officer", "grade", "reason"});
  for (const GradeTable& table : scores.grades()) {
    for (const GradedOfficer& row : table.rows) {
      csv.cell(calendar_of(scores).label(row.period)).cell(table.id).cell(who(row, scores)).cell(row.grade);
      csv.cell(row.reason == Ungraded::none ? std::string_view() : to_text(row.reason));
      csv.end_row();
    }
  }
  return std::move(csv).take();
}

std::string awards_to_csv(const Scores& scores) {
  CsvText csv({"period", "award", "officer", "rank", "amount"});
  for (const AwardTable& table : scores.awards()) {
    for (const AwardedOfficer& row : table.rows) {
      csv.cell(calendar_of(scores).label(row.period)).cell(table.id).cell(who(row, scores));
      csv.cell(row.rank).cell(row.amount);
      csv.end_row();
    }
  }
  return std::move(csv).take();
}

std::string expectations_to_csv(const Scores& scores) {
  CsvText csv({"period", "expect", "group", "officer", "formula"});
  for (const BrokenExpectation& row : scores.broken_expectations()) {
    csv.cell(calendar_of(scores).label(row.period)).cell(row.id).cell(row.group);
    csv.cell(row.officer ? scores.data().officer_key(*row.officer) : std::string());
    csv.cell(formula_of(row, scores.data().state().rules.rulebook()));
    csv.end_row();
  }
  return std::move(csv).take();
}

std::string issues_to_csv(const Scores& scores) {
  CsvText csv({"file", "line", "officer", "date", "metric", "value", "reason"});
  for (const RowIssue& issue : scores.issues()) {
    csv.cell(issue.file).cell(issue.line > 0 ? std::to_string(issue.line) : std::string());
    csv.cell(issue.officer).cell(issue.date).cell(issue.metric).cell(issue.value);
    csv.cell(std::string(issue.reason) + (issue.expected.empty() ? "" : ": " + issue.expected));
    csv.end_row();
  }
  return std::move(csv).take();
}

}  // namespace cwp
