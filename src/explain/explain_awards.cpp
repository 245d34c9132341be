// Why an award names somebody, or does not: his place, the condition, the periods before, vetoes; and what it pays.

#include <algorithm>

#include "explain/reward_explainer.hpp"
#include "standing/quota.hpp"

namespace cwp {

/// Somebody's place among those an award looks at.
struct RewardExplainer::Standing {
  Decimal rank;
  std::vector<Decimal> ranks;           ///< of all in his group, best first
  const ProgressPlace* gain = nullptr;  ///< of an award for progress
};

std::optional<RewardExplainer::Standing> RewardExplainer::standing(std::size_t number, const Entrant& own) const {
  Standing made;
  if (!run_.card().awards[number].written->progress) {
    if (!own.row->rank) return std::nullopt;
    made.rank = *own.row->rank;
    for (const RankedOfficer* row : own.ranked) made.ranks.push_back(*row->rank);
    return made;
  }
  const auto& periods = scores_.state().notes->awards[number].progress;
  const auto places = periods.find(period_);
  if (places == periods.end()) return std::nullopt;
  for (const ProgressPlace& place : places->second)
    if (place.officer == own_.number()) made.gain = &place;
  if (!made.gain) return std::nullopt;
  made.rank = made.gain->rank;
  for (const ProgressPlace& place : places->second)
    if (place.group == made.gain->group) made.ranks.push_back(place.rank);
  return made;
}

std::vector<Explanation> RewardExplainer::awards() const {
  std::vector<Explanation> steps;
  if (!scores_.state().notes) return steps;
  for (std::size_t a = 0; a < run_.card().awards.size(); ++a)
    if (auto step = award(a)) steps.push_back(std::move(*step));
  return steps;
}

std::optional<Explanation> RewardExplainer::award(std::size_t number) const {
  const ScoreAward& award = run_.card().awards[number];
  const Award& written = *award.written;
  const auto own = entrant(award.ranking);
  if (!own) return std::nullopt;
  const AwardedOfficer* named = nullptr;
  for (const AwardTable& table : scores_.awards())
    if (table.id == written.id.value)
      for (const AwardedOfficer& row : table.rows)
        if (row.period == period_ && row.officer == own_.number()) named = &row;
  Explanation step;
  step.label = titled(written.title, written.id.value, language_);
  step.value = say(named ? "explain-named" : "explain-not-named");
  step.rule = written.place;
  const auto place = standing(number, *own);
  if (!place) {
    step.remark = say(written.progress && own->row->rank ? "explain-no-gain" : "explain-no-rank");
    return step;
  }

  if (place->gain) add_remark(step, say("explain-gain", {place->gain->gain.to_text()}));
  bool in_places = true;
  for (const auto& [quota, slug] : {std::pair{written.top, "explain-top"}, {written.bottom, "explain-bottom"}}) {
    if (!quota) continue;
    // Ranks tell who ties; a quota from below looks at the last first.
    std::vector<std::size_t> order;
    std::size_t before = 0;
    for (std::size_t i = 0; i < place->ranks.size(); ++i) {
      if (i > 0 && place->ranks[i] != place->ranks[i - 1]) before = i;
      order.push_back(before);
    }
    std::size_t first =
        std::size_t(std::find(place->ranks.begin(), place->ranks.end(), place->rank) - place->ranks.begin());
    if (written.bottom) {
      first = order.size() - first - std::size_t(std::count(order.begin(), order.end(), order[first]));
      std::reverse(order.begin(), order.end());
    }
    const std::size_t size = quota_size(*quota, written.quota, order.size());
    const std::size_t taken = places_taken(order, size, written.quota.edge);
    in_places = first < taken;
    add_remark(step, say(slug, {place->rank.to_short_text(), std::to_string(order.size()), std::to_string(size)}));
    add_remark(step, edge_remark(size, taken, written.quota.edge));
  }
  if (!in_places) return step;

  LateNames names{Value::of(Rational(place->rank))};
  if (award.grades)
    if (const GradedOfficer* row = graded(*award.grades); row && !row->grade.empty())
      names.grade = Value::of_text(row->grade);
  if (const NodeId when = run_.graph().awards[number].when; when != kNoNode) {
    const Value condition = value(when, *own->entry, names);
    if (!condition.is_true()) add_remark(step, say(condition.present() ? "explain-fails" : "explain-unknown"));
    step.steps.push_back(formula(when, *own->entry, names));
    if (!condition.is_true()) return step;
  }
  if (written.in_a_row > 1) tell_turns(number, step);
  if (!written.bottom)
    for (const std::uint32_t veto : own->entry->vetoes)
      if (run_.card().vetoes[veto].written->bars_honours)
        add_remark(step, say("explain-barred", {run_.card().vetoes[veto].written->id.value}));
  if (named) tell_pay(number, *named, *own, names, step);
  return step;
}

void RewardExplainer::tell_turns(std::size_t number, Explanation& step) const {
  const int needed = run_.card().awards[number].written->in_a_row;
  const auto& notes = scores_.state().notes->awards[number].turns;
  int times = 0;
  std::vector<Explanation> steps;
  for (auto note = notes.rbegin(); note != notes.rend() && times < needed; ++note) {
    if (period_ < note->period || (note->period != period_ && !note->complete)) continue;
    const Turn* kept = kept_of(note->turns, own_.number());
    // The period at hand counts even where he had no duty day.
    const Turn turn = note->period == period_ ? Turn::named : kept ? *kept : Turn::passed_over;
    Explanation one;
    one.label = run_.card().calendar.label(note->period);
    one.value = say(turn == Turn::named       ? "explain-named"
                    : turn == Turn::not_named ? "explain-not-named"
                                              : "explain-passed-over");
    steps.push_back(std::move(one));
    times += turn == Turn::named;
    if (turn == Turn::not_named) break;
  }
  add_remark(step, say("explain-turns", {std::to_string(times), std::to_string(needed)}));
  step.steps.insert(step.steps.end(), steps.begin(), steps.end());
}

void RewardExplainer::tell_pay(std::size_t number, const AwardedOfficer& named, const Entrant& own,
                               const LateNames& names, Explanation& step) const {
  const Pays& pays = run_.card().awards[number].written->pays;
  if (pays.kind == PayKind::none) return;
  if (named.amount)
    step.value = say("words-and", {step.value, named.amount->to_text()});
  else
    add_remark(step, say("explain-no-amount"));
  if (pays.kind == PayKind::table) add_remark(step, say("explain-pay-by-rank"));
  if (pays.kind == PayKind::pool) add_remark(step, say("explain-pay-pool", {pays.pool.value.to_text()}));
  if (const NodeId node = run_.graph().awards[number].pays;
      node != kNoNode && run_.graph().nodes[node].op != NodeOp::constant)
    step.steps.push_back(formula(node, *own.entry, names));
}

}  // namespace cwp
