#include <algorithm>
#include <map>
#include <set>

#include "lint/doubts.hpp"
#include "model/said_average.hpp"

namespace cwp {
namespace {

/// Two items of different categories that ask the same figures and no others.
void look_for_double_counting(const Doubts& doubts) {
  const auto& items = doubts.card.items;
  std::map<std::set<std::uint32_t>, const ScoreItem*> first_of;
  for (const ScoreItem& item : items) {
    if (item.points->kind == TermKind::invalid) continue;
    // Held against what the peers did, it is another fact.
    if (any_term(*item.points, [](const Term& part) { return part.kind == TermKind::gather; })) continue;
    const auto metrics = metrics_in(*item.points);
    if (metrics.empty()) continue;
    const auto [first, is_first] = first_of.emplace(metrics, &item);
    if (is_first || first->second->category == item.category) continue;
    const std::uint32_t metric = *metrics.begin();
    const auto is_it = [&](const Term& part) { return part.kind == TermKind::metric && part.index == metric; };
    doubts.add("scored-twice", first_term(*item.points, is_it)->source,
               {doubts.card.rulebook->metrics[metric].id.value, first->second->written->id.value});
  }
}

/// An average of days that are chosen by what was done on them, or a quotient by how many they are: one more day with
/// less lowers it.
const Term* chosen_average(const Term& term, const Scorecard& card) {
  const auto done = [&](const Term& part) {
    return part.kind == TermKind::metric && card.rulebook->metrics[part.index].better != Better::less;
  };
  const std::string_view name = term.function ? term.function->doc.name : "";
  if (term.kind == TermKind::fold && name == "mean") {
    const Term& value = *term.children.back();
    const bool chosen = value.kind == TermKind::call && value.function->doc.name == "if" &&
                        value.children[2]->kind == TermKind::constant && !value.children[2]->constant.present();
    if (chosen && any_term(*value.children[0], done) && any_term(*value.children[1], done)) return &term;
  }
  if (term.kind == TermKind::call && (name == "/" || name == "ratio")) {
    const auto above = metrics_in(*term.children[0]);
    const bool by_days = any_term(*term.children[1], [&](const Term& part) {
      return part.kind == TermKind::fold && part.function->doc.name == "count" &&
             any_term(part, [&](const Term& inner) { return done(inner) && above.contains(inner.index); });
    });
    if (by_days) return &term;
  }
  for (const TermPtr& child : term.children)
    if (const Term* found = chosen_average(*child, card)) return found;
  return nullptr;
}

/// Takes an average itself, or divides by days or by a number that may be one of them.
bool averages(const Term& term) {
  if (term.kind == TermKind::fold) return true;
  if (term.kind == TermKind::place)
    return term.function->place != PlaceFunction::duty_share && term.function->place != PlaceFunction::present_share;
  return term.kind == TermKind::call && term.function->doc.name == "/" &&
         term.children[1]->kind == TermKind::constant && term.children[1]->constant.present() &&
         Rational(3) <= term.children[1]->constant.number;
}

/// A figure is folded to the period first: where its title says an average, the whole period's sum is hardly meant.
void look_at_title(const Doubts& doubts, const Title& title, const TermPtr& formula) {
  const auto said = formula ? said_average(title) : std::nullopt;
  if (!said || any_term(*formula, averages)) return;
  const Term* sum = first_term(*formula, [&](const Term& term) {
    if (term.kind != TermKind::metric || term.place <= said->grain) return false;
    const Metric& metric = doubts.card.rulebook->metrics[term.index];
    return metric.per.value <= said->grain && (metric.fold == Fold::sum || metric.fold == Fold::count);
  });
  if (sum != nullptr)
    doubts.add("fold-first", sum->source,
               {std::string(said->words), written_at(sum->source), std::string(to_text(sum->place)),
                std::string(to_text(said->grain))});
}

}  // namespace

void doubt_metrics(const Doubts& doubts) {
  look_for_double_counting(doubts);
  const auto look = [&](const TermPtr& bonus, const std::string& id) {
    if (!bonus || bonus->kind == TermKind::invalid) return;
    if (const Term* average = chosen_average(*bonus, doubts.card))
      doubts.add("average-as-bonus", average->source, {id});
  };
  for (const ScoreItem& item : doubts.card.items)
    if (!item.full) look(item.points, item.written->id.value);
  for (const ScoreAdjustment& adjustment : doubts.card.adjustments)
    if (adjustment.written->gives) look(adjustment.amount, adjustment.written->id.value);
  for (const ScoreItem& item : doubts.card.items) look_at_title(doubts, item.written->title, item.points);
  for (const ScoreAdjustment& adjustment : doubts.card.adjustments)
    look_at_title(doubts, adjustment.written->title, adjustment.amount);
}

}  // namespace cwp
