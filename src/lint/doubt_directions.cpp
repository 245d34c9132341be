#include <map>

#include "lint/doubts.hpp"
#include "term/term_direction.hpp"

namespace cwp {
namespace {

/// Holds a formula that gives points (or takes them) against what `better` says of the metrics in it.
void look_at(const Doubts& doubts, const TermPtr& formula, bool takes, const std::string& id) {
  if (!formula || formula->kind == TermKind::invalid) return;
  std::map<std::uint32_t, const Term*> uses;  // where each metric is asked for first
  visit_terms(*formula, [&](const Term& term) {
    if (term.kind == TermKind::metric) uses.emplace(term.index, &term);
  });
  for (const auto& [index, use] : uses) {
    const Metric& metric = doubts.card.rulebook->metrics[index];
    if (metric.better == Better::unsaid) continue;
    const TermDirection direction = direction_of(*formula, index, doubts.card);
    if (direction != TermDirection::rises && direction != TermDirection::falls) continue;
    const bool earns = (direction == TermDirection::rises) != takes;
    if (earns && metric.better == Better::less) doubts.add("worse-earns", use->source, {id, metric.id.value});
    if (!earns && metric.better == Better::more) doubts.add("better-costs", use->source, {id, metric.id.value});
  }
}

}  // namespace

void doubt_directions(const Doubts& doubts) {
  for (const ScoreItem& item : doubts.card.items) look_at(doubts, item.points, false, item.written->id.value);
  for (const ScoreAdjustment& adjustment : doubts.card.adjustments)
    look_at(doubts, adjustment.amount, !adjustment.written->gives, adjustment.written->id.value);
}

}  // namespace cwp
