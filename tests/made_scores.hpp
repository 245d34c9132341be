#pragma once
// Scores made by hand, without an engine: what the writers are tested with.

#include <string>
#include <vector>

#include "check/checked_state.hpp"
#include "data/dataset_state.hpp"
#include "engine/scores_state.hpp"
#include "plan/plan_state.hpp"

namespace cwp {

inline Decimal decimal(std::string_view text) { return Decimal::parse(text).value(); }

/// A month table of two officers, an item, its category and the total; fill in more before made().
struct MadeScores {
  Rulebook rulebook;
  std::vector<std::string> officers = {"ann", "bob"};
  std::vector<std::string> files;
  CsvDialect dialect;
  ScoreOptions options;
  std::vector<ScoreTable> tables;
  std::vector<RankingTable> rankings;
  std::vector<GradeTable> grades;
  std::vector<AwardTable> awards;
  std::vector<BrokenExpectation> broken_expectations;
  std::vector<RowIssue> issues;

  MadeScores() {
    rulebook.id.value = "station";
    rulebook.title = {"派出所考核办法", "Station rules"};
    rulebook.source = Source("rules.yaml", "cwp: 1\n");
    Category people;
    people.id.value = "people";
    people.title = {"人员管控", ""};
    Item visits;
    visits.id.value = "visits";
    people.items.push_back(visits);
    rulebook.categories.push_back(people);
  }

  Scores made() const {
    auto checked = std::make_shared<CheckedState>();
    checked->rulebook = rulebook;
    checked->hash = "c0ffee";
    const CheckedRulebook rules(checked);
    auto data = std::make_shared<DatasetState>(DatasetState{rules, files, {}, {}, {}, {}});
    data->dialect = dialect;
    for (const std::string& key : officers) data->officers.push_back({key, {}, {}, {}});
    const DayRange span{Day::parse("2026-03-01").value(), Day::parse("2026-04-15").value()};
    auto graph = std::make_shared<PlanState>(rules, Graph{});
    graph->graph.look_back = {{}, {31, false}, {7, false}};
    const Plan plan{std::move(graph)};
    auto state =
        std::make_shared<ScoresState>(ScoresState{plan, Dataset(data), options, span, tables, rankings, issues});
    state->grades = grades;
    state->awards = awards;
    state->broken_expectations = broken_expectations;
    return Scores(std::move(state));
  }
};

inline Period month(int number) { return {Grain::month, 2026 * 12 + number - 1}; }

/// `12.00` of 15 reachable and full, everything counted.
inline Part part(std::string_view points, std::string_view full = "15.00") {
  Part made;
  made.points = decimal(points);
  made.full = made.reachable = decimal(full);
  made.coverage = decimal("1.0000");
  return made;
}

inline ScoreTable month_table() {
  return {Grain::month, {"visits", "people", "total"}, {PartKind::item, PartKind::category, PartKind::total}, {}};
}

}  // namespace cwp
