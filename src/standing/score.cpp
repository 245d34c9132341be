#include "cwp/score.hpp"

#include <algorithm>

#include "cohort/cohort_run.hpp"
#include "engine/stopwatch.hpp"
#include "io/stage_progress.hpp"
#include "kernel/lane_step.hpp"
#include "standing/broken_expectations.hpp"
#include "standing/make_awards.hpp"
#include "standing/score_problems.hpp"
#include "standing/whole_scoring.hpp"

namespace cwp {
namespace {

std::vector<OfficerResults> score_officers(const Run& run, const ScoreOptions& options, EngineReport& report) {
  std::vector<OfficerResults> results(run.data().officer_count());
  StageProgress scored(options.progress, WorkStage::scoring, results.size());
  PartKeepers keepers;
  report = for_each_officer_run(run, Extent{run.gathers()}, options, [&](const OfficerRun& officer) {
    results[officer.number()] = collect_results(run, officer, keepers.mine());
    scored.add(1);
  });
  return results;
}

/// The rows of one grain, by period, then officer: out of those of each officer, which are by period.
std::vector<ScoreRow> rows_of(std::vector<OfficerResults>& results, std::size_t grain,
                              const std::vector<Period>& periods) {
  std::size_t size = 0;
  for (const OfficerResults& officer : results) size += officer.rows[grain].size();
  std::vector<ScoreRow> rows;
  rows.reserve(size);
  std::vector<std::size_t> next(results.size());
  for (const Period period : periods)
    for (std::size_t o = 0; o < results.size(); ++o) {
      std::vector<ScoreRow>& own = results[o].rows[grain];
      if (next[o] < own.size() && own[next[o]].period == period) rows.push_back(std::move(own[next[o]++]));
    }
  return rows;
}

std::vector<ScoreTable> make_tables(const Run& run, std::vector<OfficerResults>& results) {
  std::vector<ScoreTable> tables;
  for (std::size_t g = 0; g < run.published().size(); ++g) {
    ScoreTable table;
    table.grain = run.published()[g].grain;
    for (const Run::Column& column : run.columns()) {
      table.ids.push_back(run.id_of(column).value);
      table.kinds.push_back(column.kind);
    }
    table.ids.emplace_back("total");
    for (const ScoreVeto& veto : run.card().vetoes) table.veto_ids.push_back(veto.written->id.value);
    table.kinds.push_back(PartKind::total);
    table.rows = rows_of(results, g, run.published()[g].periods);
    tables.push_back(std::move(table));
  }
  for (OfficerResults& officer : results) officer.rows = {};
  return tables;
}

}  // namespace

Diagnostic grain_not_assessed(const Scorecard& card, Grain grain) {
  std::string assessed;
  for (int g = 0; g < kGrains; ++g)
    if (card.assessments[std::size_t(g)]) assessed += (assessed.empty() ? "" : ", ") + std::string(to_text(Grain(g)));
  Diagnostic problem{"grain-not-assessed", {}, {std::string(to_text(grain))}};
  if (!assessed.empty()) problem.notes.push_back({"grains-assessed", {}, {assessed}});
  return problem;
}

/// What is wrong with the row is a note, so that it is said in the reader's language.
Diagnostic strict_issue(const RowIssue& issue) {
  Diagnostic diagnostic{"strict-issue",
                        {},
                        {issue.file.empty() ? "-" : issue.file + ":" + std::to_string(issue.line), issue.officer,
                         issue.date, issue.metric}};
  diagnostic.notes.push_back({issue.reason, {}, {issue.expected}});
  return diagnostic;
}

std::optional<Diagnostic> made_for_other_rules(const CheckedRulebook& made_for, const CheckedRulebook& rules) {
  if (&made_for.state() == &rules.state() || made_for.hash() == rules.hash()) return std::nullopt;
  return Diagnostic{"data-of-other-rules",
                    {},
                    {made_for.rulebook().id.value, made_for.hash(), rules.rulebook().id.value, rules.hash()}};
}

ScoreOptions fitted(const ScoreOptions& options, std::size_t officers) {
  ScoreOptions result = options;
  result.engine.block = std::min(options.engine.block, std::max(padded(officers), kLaneGroup));
  return result;
}

std::vector<Diagnostic> score_problems(const Plan& plan, const Dataset& data, const ScoreOptions& options) {
  if (auto problem = made_for_other_rules(data.state().rules, plan.rules())) return {std::move(*problem)};
  if (!data.span()) return {Diagnostic{"no-data"}};
  const Scorecard& card = plan.rules().state().scorecard;
  std::vector<Diagnostic> diagnostics;
  for (const Grain grain : options.grains)
    if (!card.assessments[std::size_t(grain)]) diagnostics.push_back(grain_not_assessed(card, grain));
  if (options.strict && !data.issues().empty()) diagnostics.push_back(strict_issue(data.issues().front()));
  return diagnostics;
}

void make_honours(WholeScoring& scoring) {
  const Run& run = *scoring.run;
  ScoresState& state = *scoring.state;
  auto notes = std::make_shared<StandingNotes>();
  const Grades grades = make_grades(run, scoring.standings, notes->grades);
  state.grades = make_grade_tables(run, scoring.standings, grades);
  scoring.award_issues.clear();
  state.awards = make_awards(run, scoring.standings, grades, scoring.award_issues, notes->awards);
  state.notes = std::move(notes);
  state.broken_expectations = broken_expectations(run.card(), scoring.results);
}

void list_issues(WholeScoring& scoring) {
  ScoresState& state = *scoring.state;
  state.issues = state.data.issues();
  for (const OfficerResults& officer : scoring.results)
    state.issues.insert(state.issues.end(), officer.issues.begin(), officer.issues.end());
  state.issues.insert(state.issues.end(), scoring.award_issues.begin(), scoring.award_issues.end());
}

Result<WholeScoring> score_whole(const Plan& plan, const Dataset& data, const ScoreOptions& options,
                                 bool keep_entries) {
  if (auto problems = score_problems(plan, data, options); !problems.empty()) return problems;
  const ScoreOptions how = fitted(options, data.officer_count());
  WholeScoring scoring;
  scoring.state = std::make_shared<ScoresState>(ScoresState{plan, data, how, *data.span(), {}, {}, {}});
  ScoresState& state = *scoring.state;
  state.options.progress = {};  // it is for the time of this call
  scoring.run = std::make_unique<Run>(plan, data, how);
  Run& run = *scoring.run;
  Stopwatch watch;
  gather_all(run, how, keep_entries ? &scoring.entries : nullptr);
  const double gather = watch.lap();
  scoring.results = score_officers(run, how, state.engine);
  state.gathers = run.shared_gathers();
  state.engine.gather = gather;
  state.engine.figures = watch.lap();
  scoring.standings = make_standings(run, scoring.results);
  state.rankings = make_rankings(run, scoring.standings);
  make_honours(scoring);
  list_issues(scoring);
  state.engine.standing = watch.lap();
  if (options.strict && !state.issues.empty()) return strict_issue(state.issues.front());
  state.tables = make_tables(run, scoring.results);
  return scoring;
}

Result<Scores> score(const Plan& plan, const Dataset& data, const ScoreOptions& options) {
  Result<WholeScoring> scoring = score_whole(plan, data, options, false);
  if (!scoring.ok()) return scoring.diagnostics();
  return Scores(std::move(scoring.value().state));
}

Result<Scores> score(const Plan& plan, const Dataset& data, Period period) {
  ScoreOptions options;
  options.window = plan.rules().calendar().days(period);
  options.grains = {period.grain};
  options.provisional = true;
  return score(plan, data, options);
}

}  // namespace cwp
