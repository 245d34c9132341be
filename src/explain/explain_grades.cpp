// Why somebody has his grade: the levels in turn, with their conditions, quotas and what vetoes allow.

#include <algorithm>

#include "explain/reward_explainer.hpp"
#include "standing/make_grades.hpp"

namespace cwp {
namespace {

/// `20%`, `10`.
std::string quota_text(const Quota& quota) {
  if (!quota.percent) return quota.number.to_text();
  return (Rational(quota.number) * Rational(100)).to_text() + "%";
}

}  // namespace

RewardExplainer::RewardExplainer(const Scores& scores, const Run& run, const OfficerRun& own, Period period,
                                 Language language)
    : scores_(scores),
      run_(run),
      own_(own),
      period_(period),
      language_(language),
      explainer_(run, own, language, Reach::scores) {
  collect_entries(run, own, results_);
}

std::optional<RewardExplainer::Entrant> RewardExplainer::entrant(std::size_t ranking) const {
  const ScoreRanking& written = run_.card().rankings[ranking];
  const RankingTable* table = scores_.ranking(written.written->id.value);
  if (written.grain != period_.grain || written.unit || !table) return std::nullopt;
  Entrant own;
  for (const RankedOfficer& row : table->rows)
    if (row.period == period_ && row.officer == own_.number()) own.row = &row;
  for (const RankingEntry& entry : results_.entries)
    if (entry.ranking == ranking && entry.period == period_) own.entry = &entry;
  if (!own.row || !own.entry) return std::nullopt;
  for (const RankedOfficer& row : table->rows)
    if (row.period == period_ && row.group == own.row->group && row.rank) own.ranked.push_back(&row);
  return own;
}

Value RewardExplainer::value(NodeId node, const RankingEntry& entry, const LateNames& names) const {
  const LateFormulas formulas(run_.graph(), run_.standing().leaves[entry.ranking], {run_.card().rounding.rounding});
  return formulas.condition(node, entry, names);
}

Explanation RewardExplainer::formula(NodeId id, const RankingEntry& entry, const LateNames& names) const {
  const Node& node = run_.graph().nodes[id];
  if (!run_.graph().late[id]) return explainer_.explain({id, period_});
  Explanation step;
  step.label = text_at(node.source);
  step.value = value_text(value(id, entry, names), language_);
  step.rule = node.source;
  for (const NodeId input : node.inputs)
    if (run_.graph().nodes[input].op != NodeOp::constant) step.steps.push_back(formula(input, entry, names));
  return step;
}

const GradedOfficer* RewardExplainer::graded(std::size_t set) const {
  for (const GradeTable& table : scores_.grades())
    if (table.id == run_.card().grades[set].written->id.value)
      for (const GradedOfficer& row : table.rows)
        if (row.period == period_ && row.officer == own_.number()) return &row;
  return nullptr;
}

std::vector<Explanation> RewardExplainer::grades() const {
  std::vector<Explanation> steps;
  if (!scores_.state().notes) return steps;
  for (std::size_t set = 0; set < run_.card().grades.size(); ++set) {
    const auto own = entrant(run_.card().grades[set].ranking);
    const GradedOfficer* row = own ? graded(set) : nullptr;
    if (!row) continue;
    for (const GradeNote& note : scores_.state().notes->grades[set])
      if (note.period == period_) steps.push_back(grade(set, *row, note, *own));
  }
  return steps;
}

Explanation RewardExplainer::grade(std::size_t number, const GradedOfficer& graded, const GradeNote& note,
                                   const Entrant& own) const {
  const ScoreGradeSet& set = run_.card().grades[number];
  Explanation step;
  step.label = titled(set.written->title, set.written->id.value, language_);
  step.value = graded.grade.empty() ? say("explain-no-grade") : graded.grade;
  step.rule = set.written->place;
  if (graded.reason == Ungraded::not_ranked) {
    step.remark = say("explain-no-rank");
    return step;
  }
  if (graded.reason == Ungraded::no_level) step.remark = say("explain-no-level");
  step.steps = levels(number, note, own);
  const NodeId lower_by = run_.graph().grades[number].lower_by;
  const std::size_t* given = kept_of(note.given, own_.number());
  if (lower_by == kNoNode || !given) return step;
  const LateNames names{Value::of(Rational(*own.row->rank))};
  if (const std::string& before = set.levels[*given].written->id.value; before != graded.grade)
    step.remark = say("explain-lowered", {before, to_text(value(lower_by, *own.entry, names))});
  step.steps.push_back(formula(lower_by, *own.entry, names));
  return step;
}

std::vector<Explanation> RewardExplainer::levels(std::size_t number, const GradeNote& note, const Entrant& own) const {
  const ScoreGradeSet& set = run_.card().grades[number];
  const std::size_t best = best_level(set, run_.card(), own.entry->vetoes);
  const std::size_t* given = kept_of(note.given, own_.number());
  const LateNames names{Value::of(Rational(*own.row->rank))};
  std::size_t first_group = 0;  // the groups of the sets of one ranking stand one after the other
  for (std::size_t g = 0; g < number; ++g)
    if (run_.card().grades[g].ranking == set.ranking) first_group += run_.card().grades[g].levels.size();

  std::vector<Explanation> steps;
  for (std::size_t l = 0; l < set.levels.size(); ++l) {
    const ScoreLevel& level = set.levels[l];
    const std::string group = level.by.empty() ? own.row->group : own.entry->level_groups[first_group + l].text;
    Explanation step;
    step.label = level.written->id.value + (group.empty() ? "" : " " + group);
    step.rule = level.written->place;
    if (l < best) {
      step.value = say("explain-level-barred");
      steps.push_back(std::move(step));
      continue;
    }
    const NodeId when = run_.graph().grades[number].when[l];
    const Value condition = value(when, *own.entry, names);
    const bool last = !condition.present() || (given && *given == l);
    if (!condition.present())
      step.value = say("explain-unknown");
    else if (!condition.is_true())
      step.value = say("explain-fails");
    else
      step.value = say(last ? "explain-level-given" : "explain-level-left-out");
    if (level.written->at_most && condition.is_true()) step.remark = places_remark(level, note.levels[l].at(group));
    if (when != kNoNode) step.steps.push_back(formula(when, *own.entry, names));
    steps.push_back(std::move(step));
    if (last) break;
  }
  return steps;
}

std::string RewardExplainer::places_remark(const ScoreLevel& level, const LevelPlaces& places) const {
  std::string text = say("explain-places", {quota_text(*level.written->at_most), std::to_string(places.ranked),
                                            std::to_string(places.places), std::to_string(places.fulfilling)});
  const std::string edge =
      edge_remark(std::min(places.places, places.fulfilling), places.taken, level.written->quota.edge);
  return edge.empty() ? text : say("words-further", {text, edge});
}

std::string RewardExplainer::edge_remark(std::size_t size, std::size_t taken, QuotaEdge edge) const {
  if (size == taken) return {};
  return say(edge == QuotaEdge::out ? "explain-edge-out" : "explain-edge-in", {std::to_string(taken)});
}

}  // namespace cwp
