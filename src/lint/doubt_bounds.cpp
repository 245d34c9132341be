#include <algorithm>

#include "bounds/value_bounds.hpp"
#include "lint/doubts.hpp"

namespace cwp {
namespace {

/// `min(x, 20)`, also as the `at_most` of a form.
void look_at_limits(const Doubts& doubts, const Term& term) {
  if (term.kind == TermKind::call && term.function->doc.name == "min" && term.children.size() == 2)
    for (const std::size_t i : {0U, 1U}) {
      const Term& limit = *term.children[i];
      if (limit.kind != TermKind::constant || !limit.constant.present() || !is_written_number(limit.source)) continue;
      const auto high = bounds_of(*term.children[1 - i], doubts.card).high;
      if (high && *high < limit.constant.number)
        doubts.add("cap-out-of-reach", limit.source, {limit.constant.number.to_text(), high->to_text()});
    }
  for (const TermPtr& child : term.children) look_at_limits(doubts, *child);
}

void look_at_full(const Doubts& doubts, const ScoreItem& item) {
  if (!item.full || item.points->kind == TermKind::invalid || item.if_missing == IfMissing::full) return;
  if (item.applies && item.written->if_not_applicable == IfNotApplicable::full) return;
  const auto full = fixed_value(*item.full, doubts.card);
  auto high = bounds_of(*item.points, doubts.card).high;
  if (item.max)
    if (const auto max = bounds_of(*item.max, doubts.card).high) high = high ? std::min(*high, *max) : *max;
  if (full && high && *high < *full)
    doubts.add("full-out-of-reach", item.written->full->place,
               {item.written->id.value, full->to_text(), high->to_text()});
}

}  // namespace

void doubt_bounds(const Doubts& doubts) {
  const Scorecard& card = doubts.card;
  for (const ScoreVeto& veto : card.vetoes) {
    if (!veto.when || veto.when->kind == TermKind::invalid) continue;
    const auto only = bounds_of(*veto.when, card).only();
    if (only) doubts.add(only->is_zero() ? "veto-never" : "veto-always", veto.when->source, {veto.written->id.value});
  }
  for (const Term* formula : scoring_formulas(card)) look_at_limits(doubts, *formula);
  for (const ScoreAdjustment& adjustment : card.adjustments) {
    if (!adjustment.up_to || !adjustment.amount) continue;
    const auto cap = fixed_value(*adjustment.up_to, card);
    const auto high = bounds_of(*adjustment.amount, card).high;
    if (cap && high && *high < *cap)
      doubts.add("cap-out-of-reach", adjustment.up_to->source, {cap->to_text(), high->to_text()});
  }
  for (const ScoreItem& item : card.items) look_at_full(doubts, item);
  for (const auto& assessment : card.assessments) {
    if (!assessment || !assessment->coefficient) continue;
    const auto low = bounds_of(*assessment->coefficient, card).low;
    if (low && low->sign() < 0) doubts.add("coefficient-below-zero", assessment->coefficient->source, {low->to_text()});
  }
}

}  // namespace cwp
