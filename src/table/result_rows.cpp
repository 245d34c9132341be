#include "table/result_rows.hpp"

#include <array>

#include "bulletin/standing_table.hpp"
#include "bulletin/titles.hpp"

namespace cwp {
namespace {

constexpr CellKind kFigure = CellKind::figure;
constexpr std::array<const char*, 2> kBeforeParts = {"period", "officer"};

std::string label_of(Period period, const Scores& scores) { return rules_of(scores).calendar().label(period); }

/// The cell of a row that has no score of its own: whether its period is over. Rows stand by period.
class PeriodState {
 public:
  explicit PeriodState(const Scores& scores) : scores_(scores) {}
  std::string_view of(Period period) {
    if (!last_ || *last_ != period) last_ = period, is_provisional_ = scores_.is_provisional(period);
    return period_state(is_provisional_);
  }

 private:
  const Scores& scores_;
  std::optional<Period> last_;
  bool is_provisional_ = false;
};

std::vector<std::string_view> veto_ids(const ScoreRow& row, const ScoreTable& table) {
  std::vector<std::string_view> ids;
  for (const std::uint32_t veto : row.vetoes) ids.push_back(table.veto_ids[veto]);
  return ids;
}

}  // namespace

std::vector<std::string> names_of(const std::vector<ResultColumn>& columns) {
  std::vector<std::string> names;
  for (const ResultColumn& column : columns) names.push_back(column.name);
  return names;
}

std::vector<ResultColumn> score_columns(const std::vector<std::string>& ids) {
  std::vector<ResultColumn> columns(kBeforeParts.begin(), kBeforeParts.end());
  for (const std::string& id : ids) columns.emplace_back(id, kFigure);
  columns.insert(columns.end(), {{"reachable", kFigure}, {"coverage", kFigure}, "state", "vetoes"});
  return columns;
}

std::vector<ResultColumn> standing_columns(const std::vector<std::string>& ids,
                                           const std::vector<std::string>& rankings) {
  std::vector<ResultColumn> columns(kBeforeParts.begin(), kBeforeParts.end());
  for (const std::string& id : ids) columns.emplace_back(id, kFigure);
  columns.emplace_back("state");
  for (const std::string& id : rankings) columns.emplace_back("rank_" + id, kFigure);
  return columns;
}

std::vector<ResultColumn> ranking_columns() {
  return {"period", "group", {"rank", kFigure}, "officer", {"value", kFigure}, {"eligible", CellKind::truth},
          "reason", "state"};
}

std::string_view period_state(bool is_provisional) {
  return is_provisional ? to_text(State::provisional) : std::string_view();
}

void put_rows(ResultText& out, const ScoreTable& table, const Scores& scores) {
  out.columns(score_columns(table.ids), "points", kBeforeParts.size(), kBeforeParts.size() + table.ids.size());
  for (const ScoreRow& row : table.rows) {
    out.text(label_of(row.period, scores));
    out.text(scores.data().officer_key(row.officer));
    for (const Part& part : row.parts) out.figure(part.points);
    out.figure(row.total().reachable);
    out.figure(row.total().coverage);
    out.text(to_text(row.state));
    out.list(veto_ids(row, table));
    out.end_row();
  }
}

void put_parts(ResultText& out, const ScoreTable& table, const Scores& scores) {
  out.columns({"period",
               "officer",
               "id",
               {"points", kFigure},
               {"full", kFigure},
               {"reachable", kFigure},
               {"coverage", kFigure},
               "state",
               "reason"});
  for (const ScoreRow& row : table.rows) {
    const std::string period = label_of(row.period, scores);
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
      const Part& part = row.parts[i];
      for (const std::string_view text :
           {std::string_view(period), std::string_view(scores.data().officer_key(row.officer)),
            std::string_view(table.ids[i])})
        out.text(text);
      for (const auto* figure : {&part.points, &part.full, &part.reachable, &part.coverage}) out.figure(*figure);
      out.text(to_text(part.state));
      out.text(to_text(part.reason));
      out.end_row();
    }
  }
}

void put_standing(ResultText& out, const ScoreTable& table, const Scores& scores) {
  const StandingTable standing(table, scores);
  const std::size_t first = kBeforeParts.size();
  out.columns(standing_columns(standing.ids(), standing.rankings()), "points", first, first + standing.ids().size());
  for (const ScoreRow& row : table.rows) {
    out.text(label_of(row.period, scores));
    out.text(scores.data().officer_key(row.officer));
    for (const std::size_t part : standing.parts()) out.figure(row.parts[part].points);
    out.text(to_text(row.state));
    for (std::size_t r = 0; r < standing.rankings().size(); ++r) out.figure(standing.rank(r, row));
    out.end_row();
  }
}

void put_rows(ResultText& out, const RankingTable& table, const Scores& scores) {
  out.columns(ranking_columns());
  PeriodState state(scores);
  for (const RankedOfficer& row : table.rows) {
    out.text(label_of(row.period, scores));
    out.text(row.group);
    out.figure(row.rank);
    out.text(who(row, scores));
    out.figure(row.value);
    out.truth(row.eligible);
    out.text_about(to_text(row.reason), " ", "veto", row.veto);
    out.text(state.of(row.period));
    out.end_row();
  }
}

void put_grades(ResultText& out, const Scores& scores) {
  out.columns({"period", "grade_set", "officer", "grade", "reason", "state"});
  PeriodState state(scores);
  for (const GradeTable& table : scores.grades())
    for (const GradedOfficer& row : table.rows) {
      out.text(label_of(row.period, scores));
      out.text(table.id);
      out.text(who(row, scores));
      out.text(row.grade);
      out.text(to_text(row.reason));
      out.text(state.of(row.period));
      out.end_row();
    }
}

void put_awards(ResultText& out, const Scores& scores) {
  out.columns({"period", "award", "officer", {"rank", kFigure}, {"amount", kFigure}, "state"});
  PeriodState state(scores);
  for (const AwardTable& table : scores.awards())
    for (const AwardedOfficer& row : table.rows) {
      out.text(label_of(row.period, scores));
      out.text(table.id);
      out.text(who(row, scores));
      out.figure(row.rank);
      out.figure(row.amount);
      out.text(state.of(row.period));
      out.end_row();
    }
}

void put_expectations(ResultText& out, const Scores& scores) {
  out.columns({"period", "expect", "group", "officer", "formula", "state"});
  PeriodState state(scores);
  for (const BrokenExpectation& row : scores.broken_expectations()) {
    out.text(label_of(row.period, scores));
    out.text(row.id);
    out.text(row.group);
    out.text(row.officer ? scores.data().officer_key(*row.officer) : std::string());
    out.text(formula_of(row, rules_of(scores).rulebook()));
    out.text(state.of(row.period));
    out.end_row();
  }
}

void put_issues(ResultText& out, const Scores& scores) {
  out.columns({"file", {"line", CellKind::number}, "officer", "date", "metric", "value", "reason"});
  for (const RowIssue& issue : scores.issues()) {
    out.text(issue.file);
    out.number(issue.line);
    for (const std::string* text : {&issue.officer, &issue.date, &issue.metric, &issue.value}) out.text(*text);
    out.text_about(issue.reason, ": ", "expected", issue.expected);
    out.end_row();
  }
}

}  // namespace cwp
