// Decathlon and heptathlon by their tables; football leagues.

#include "cwp/dataset.hpp"
#include "outside/conformity.hpp"
#include "scored_files.hpp"

namespace cwp {

OutsideRun run_decathlon() {
  Conformity men{"totals of the decathlon"}, women{"totals of the heptathlon"};
  const OutsideTable totals = outside_table("decathlon/expected_small.csv");
  const Scores scores = scored_files("decathlon");
  for (std::size_t row = 0; row < totals.rows.size(); ++row)
    men.compare(totals.cell(row, "id"), totals.cell(row, "total"),
                outside_figure(scores, "2026-08", totals.cell(row, "id"), "total"));

  OutsideTable marks = outside_table("decathlon/input_heptathlon.csv");
  for (std::string& column : marks.columns) column += "_mark";
  const CheckedRulebook rules = outside_rules("decathlon/heptathlon.yaml");
  const Scores seoul =
      score(compile(rules), outside_data(rules, marks, column_of(marks, "id_mark"), "1988-09")).value();
  const OutsideTable official = outside_table("decathlon/expected_heptathlon.csv");
  for (std::size_t row = 0; row < official.rows.size(); ++row)
    women.compare(official.cell(row, "id"), official.cell(row, "score"),
                  outside_figure(seoul, "1988-09", official.cell(row, "id"), "total"));
  return {"decathlon", "Decathlon and heptathlon", {men, women}, ""};
}

namespace {

constexpr std::string_view kDay = "2019-06-30", kEventMonth = "2019-06";

// Everybody in every season is an officer of his own, and all is played on one day: what comes out is each table.
std::string team_of(const OutsideTable& table, std::size_t row, std::string_view column) {
  return table.cell(row, "league") + " " + table.cell(row, "season") + " " + table.cell(row, column);
}

Scores football_scores(const OutsideTable& matches, const OutsideTable& standings) {
  const CheckedRulebook rules = outside_rules("football/rules.yaml");
  DatasetBuilder builder(rules);
  for (std::size_t row = 0; row < standings.rows.size(); ++row) {
    const std::string& league = standings.cell(row, "league");
    builder.add_officer(team_of(standings, row, "team"), {}, {},
                        {{"league", league}, {"table", league + " " + standings.cell(row, "season")}});
  }
  for (std::size_t row = 0; row < matches.rows.size(); ++row)
    builder.add_fact("matches", team_of(matches, row, "home"), kDay,
                     {{"away", team_of(matches, row, "away")},
                      {"home_goals", matches.cell(row, "home_goals")},
                      {"away_goals", matches.cell(row, "away_goals")}});
  builder.set_span({*Day::parse("2019-06-01"), *Day::parse(kDay)});
  return score(compile(rules), builder.finish().value()).value();
}

}  // namespace

OutsideRun run_football() {
  const OutsideTable standings = outside_table("football/expected.csv");
  const Scores scores = football_scores(outside_table("football/input.csv"), standings);
  Conformity figures{"matches played, goals, goal differences, points"};
  Conformity ranks{"final ranks, by points, goal difference, goals"};
  for (std::size_t row = 0; row < standings.rows.size(); ++row) {
    const std::string team = team_of(standings, row, "team");
    for (const char* id : {"played", "goals_for", "goal_difference"})
      figures.compare(team, standings.cell(row, id), outside_figure(scores, kEventMonth, team, id));
    figures.compare(team, standings.cell(row, "points"), outside_figure(scores, kEventMonth, team, "total"));
    ranks.compare(team, standings.cell(row, "rank"), outside_rank(scores, "by_goals", team));
  }
  return {"football",
          "Football leagues",
          {figures, ranks},
          "leagues where the matches among the tied decide (Spain, Italy): figures among the tied only are not in "
          "version 1"};
}

}  // namespace cwp
