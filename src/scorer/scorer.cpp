#include "cwp/scorer.hpp"

#include "io/atomic_file.hpp"
#include "scorer/live_rows.hpp"
#include "scorer/rescore.hpp"
#include "scorer/state_file.hpp"
#include "standing/score_problems.hpp"

namespace cwp {

struct Scorer::State {
  State(const Plan& of, DatasetBuilder builder, const ScoreOptions& how)
      : plan(of), options(how), rows(std::move(builder)) {}

  Plan plan;
  ScoreOptions options;
  LiveRows rows;
  std::optional<LiveScoring> live;
  std::optional<Scores> scores;
  UpdateReport report;
  std::string file, digest;  ///< the state file that was opened or saved last, and what it held

  /// All rows, as they were finished, scored; nothing has changed where that cannot be.
  std::vector<Diagnostic> score_everything(const Result<Dataset>& data);
  /// The same, and what moved by it.
  Result<Movement> update_everything(const Result<Dataset>& data);
  Result<Movement> update_some(const DataChange& change, const std::optional<Dataset>& data);
  Result<Movement> update();
  /// Nobody else sees the scores change.
  void own_scores();
  FormerRun former() const;
};

std::vector<Diagnostic> Scorer::State::score_everything(const Result<Dataset>& data) {
  if (!data.ok()) return data.diagnostics();
  Result<WholeScoring> whole = score_whole(plan, data.value(), options, true);
  if (!whole.ok()) return whole.diagnostics();
  live.emplace(std::move(whole.value()));
  scores.emplace(live->whole.state);
  rows.keep(data.value().state());
  report = {};
  report.everything = true;
  report.officers = live->whole.results.size();
  for (const ScoreTable& table : scores->tables()) report.rows += table.rows.size();
  report.cells = live->needs->size() * report.officers;
  for (const auto& standings : live->whole.standings) report.rankings += standings.size();
  return {};
}

Result<Movement> Scorer::State::update_everything(const Result<Dataset>& data) {
  const Scores before = *scores;
  if (auto problems = score_everything(data); !problems.empty()) {
    rows.take_back();
    return problems;
  }
  return what_moved(before, *scores);
}

FormerRun Scorer::State::former() const {
  const Run& run = *live->whole.run;
  return {run.published(), run.standing(), run.timeline().span};
}

void Scorer::State::own_scores() {
  const Dataset& data = live->whole.state->data;
  // By us it is held twice: there, and in `scores`.
  if (live->whole.state.use_count() <= 2 && data.shared_state().use_count() <= 1) return;
  auto state = std::make_shared<ScoresState>(*live->whole.state);
  state->data = Dataset(std::make_shared<DatasetState>(data.state()));
  live->tables = std::make_shared<GatherTables>(*live->tables);
  state->gathers = live->tables;
  live->whole.state = std::move(state);
  scores.emplace(live->whole.state);
  live->plan_anew();
}

Result<Movement> Scorer::State::update_some(const DataChange& change, const std::optional<Dataset>& data) {
  const FormerRun before = former();
  if (data) {
    live->whole.state->data = *data;
    live->plan_anew();
  }
  report = {};
  Movement movement = rescore(*live, change, before, report);
  if (data) list_issues(live->whole);
  rows.keep(live->whole.state->data.state());
  return movement;
}

Result<Movement> Scorer::State::update() {
  if (!options.strict && rows.only_figures()) {
    if (auto amendments = rows.amended(plan.rules(), live->whole.state->data.state())) {
      own_scores();
      // Made by finish_dataset, which makes no constants; and nobody else holds it.
      auto& data = const_cast<DatasetState&>(live->whole.state->data.state());
      rows.name_files(data);
      return update_some(put(std::move(*amendments), data), std::nullopt);
    }
  }
  const Result<Dataset> data = rows.finished(plan.rules());
  if (options.strict || !data.ok()) return update_everything(data);
  const DataChange change = change_between(live->whole.state->data.state(), data.value().state());
  if (change.everything) return update_everything(data);
  own_scores();
  return update_some(change, data.value());
}

Scorer::Scorer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Scorer::~Scorer() = default;
Scorer::Scorer(Scorer&&) noexcept = default;
Scorer& Scorer::operator=(Scorer&&) noexcept = default;

Result<Scorer> Scorer::make(const Plan& plan, DatasetBuilder rows, const ScoreOptions& options) {
  if (auto problem = made_for_other_rules(rows.rules(), plan.rules())) return std::move(*problem);
  auto state = std::make_unique<State>(plan, std::move(rows), options);
  if (auto problems = state->score_everything(state->rows.finished(plan.rules())); !problems.empty()) return problems;
  return Scorer(std::move(state));
}

Result<Scorer> Scorer::open(const std::string& path, const Plan& plan, const ScoreOptions& options) {
  DatasetBuilder rows(plan.rules());
  std::string digest;
  if (auto problems = read_state(path, plan.rules(), options, rows.rows(), digest); !problems.empty()) return problems;
  Result<Scorer> made = make(plan, std::move(rows), options);
  if (!made.ok()) return made;
  Scorer scorer = std::move(made).value();
  scorer.state_->file = path;
  scorer.state_->digest = std::move(digest);
  return scorer;
}

std::vector<Diagnostic> Scorer::save(const std::string& path) const {
  const std::string text =
      state_text(state_->rows.older(), state_->rows.rows(), state_->rows.mark(), state_->plan.rules(), state_->options);
  // Two that have read one file must not both replace it: the rows that the first has added would be lost.
  const FileLock lock(path);
  const std::string there = state_digest(path);
  if (path == state_->file && !there.empty() && there != state_->digest)
    return {Diagnostic{"state-changed", {}, {path}, {}}};
  if (auto problem = write_file_whole(path, text)) return {std::move(*problem)};
  state_->file = path;
  state_->digest = state_digest(path);
  return {};
}

DatasetBuilder& Scorer::rows() { return state_->rows.builder(); }
Result<Movement> Scorer::update() { return state_->update(); }
const Scores& Scorer::scores() const { return *state_->scores; }
const UpdateReport& Scorer::last_update() const { return state_->report; }

}  // namespace cwp
