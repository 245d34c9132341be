#include "lint/doubts.hpp"
#include "term/term_direction.hpp"

namespace cwp {
namespace {

const Term* use_of(const Term& term, std::uint32_t metric) {
  if (term.kind == TermKind::metric && term.index == metric) return &term;
  for (const TermPtr& child : term.children)
    if (const Term* use = use_of(*child, metric)) return use;
  return nullptr;
}

/// Holds a formula that gives points (or takes them) against what `better` says of the metrics in it.
void look_at(const Doubts& doubts, const TermPtr& formula, bool takes, const std::string& id) {
  if (!formula || formula->kind == TermKind::invalid) return;
  const std::vector<Metric>& metrics = doubts.card.rulebook->metrics;
  for (std::uint32_t i = 0; i < metrics.size(); ++i) {
    if (metrics[i].better == Better::unsaid) continue;
    const Term* use = use_of(*formula, i);
    if (!use) continue;
    const TermDirection direction = direction_of(*formula, i, doubts.card);
    if (direction != TermDirection::rises && direction != TermDirection::falls) continue;
    const bool earns = (direction == TermDirection::rises) != takes;
    if (earns && metrics[i].better == Better::less) doubts.add("worse-earns", use->source, {id, metrics[i].id.value});
    if (!earns && metrics[i].better == Better::more) doubts.add("better-costs", use->source, {id, metrics[i].id.value});
  }
}

}  // namespace

void doubt_directions(const Doubts& doubts) {
  for (const ScoreItem& item : doubts.card.items) look_at(doubts, item.points, false, item.written->id.value);
  for (const ScoreAdjustment& adjustment : doubts.card.adjustments)
    look_at(doubts, adjustment.amount, !adjustment.written->gives, adjustment.written->id.value);
}

}  // namespace cwp
