#include <algorithm>
#include <array>

#include "bounds/part_bounds.hpp"
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

/// Bands of a table in which no figure can lie.
void look_at_bands(const Doubts& doubts, const Term& term) {
  const std::string_view name = term.kind == TermKind::call ? term.function->doc.name : "";
  if (name == "step" || name == "step_above") {
    const ValueBounds x = bounds_of(*term.children[0], doubts.card);
    const bool above = name == "step_above";
    for (std::size_t i = 1; i < term.children.size(); i += 2) {
      const Term& edge = *term.children[i];
      const auto begin = fixed_value(edge, doubts.card);
      const auto end = i + 2 < term.children.size() ? fixed_value(*term.children[i + 2], doubts.card) : std::nullopt;
      if (begin && x.high && (*x.high < *begin || (above && *x.high == *begin)))
        doubts.add("band-never-reached", edge.source, {begin->to_text(), "≤ " + x.high->to_text()});
      if (end && x.low && (*end < *x.low || (!above && *end == *x.low)) && begin)
        doubts.add("band-never-reached", edge.source, {begin->to_text(), "≥ " + x.low->to_text()});
    }
  }
  for (const TermPtr& child : term.children) look_at_bands(doubts, *child);
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

bool is_total(const Term& term) { return term.kind == TermKind::total; }

/// `total >= 60` where nobody's total can be 60.
void look_at_totals(const Doubts& doubts, const std::array<ValueBounds, kGrains>& totals, const Term& term) {
  constexpr std::string_view kComparisons = " = != < <= > >= ";
  const bool compares = term.kind == TermKind::call && term.children.size() == 2 &&
                        kComparisons.find(" " + std::string(term.function->doc.name) + " ") != std::string_view::npos;
  for (const std::size_t i : {0U, 1U}) {
    if (!compares) break;
    const Term &figure = *term.children[i], &against = *term.children[1 - i];
    if (against.kind != TermKind::constant || !against.constant.present() || !any_term(figure, is_total)) continue;
    const auto high = bounds_of(figure, doubts.card, [&](const Term& part) {
                        return is_total(part) ? std::optional(totals[std::size_t(part.place)]) : std::nullopt;
                      }).high;
    if (high && *high < against.constant.number)
      doubts.add("total-out-of-reach", against.source,
                 {written_at(figure.source), against.constant.number.to_text(), high->to_text()});
  }
  for (const TermPtr& child : term.children) look_at_totals(doubts, totals, *child);
}

/// Everything that may ask for a total.
std::vector<const TermPtr*> asking(const Scorecard& card) {
  std::vector<const TermPtr*> formulas;
  for (const ScoreItem& item : card.items)
    for (const TermPtr* term : {&item.points, &item.applies, &item.exempt}) formulas.push_back(term);
  for (const ScoreAdjustment& adjustment : card.adjustments) formulas.push_back(&adjustment.amount);
  for (const ScoreVeto& veto : card.vetoes) formulas.push_back(&veto.when);
  for (const auto& assessment : card.assessments)
    if (assessment)
      for (const TermPtr* term : {&assessment->coefficient, &assessment->total}) formulas.push_back(term);
  for (const ScoreRanking& ranking : card.rankings)
    for (const TermPtr* term : {&ranking.of, &ranking.eligible}) formulas.push_back(term);
  for (const ScoreGradeSet& grades : card.grades) {
    for (const ScoreLevel& level : grades.levels) formulas.push_back(&level.when);
    formulas.push_back(&grades.lower_by);
  }
  for (const ScoreAward& award : card.awards)
    for (const TermPtr* term : {&award.when, &award.pays}) formulas.push_back(term);
  for (const ScoreExpectation& expectation : card.expectations) formulas.push_back(&expectation.holds);
  return formulas;
}

}  // namespace

void doubt_bounds(const Doubts& doubts) {
  const Scorecard& card = doubts.card;
  for (const ScoreVeto& veto : card.vetoes) {
    if (!veto.when || veto.when->kind == TermKind::invalid) continue;
    const auto only = bounds_of(*veto.when, card).only();
    if (only) doubts.add(only->is_zero() ? "veto-never" : "veto-always", veto.when->source, {veto.written->id.value});
  }
  for (const Term* formula : scoring_formulas(card)) {
    look_at_limits(doubts, *formula);
    look_at_bands(doubts, *formula);
  }
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
  const PartBounds parts(card);
  std::array<ValueBounds, kGrains> totals;
  for (const auto& assessment : card.assessments)
    if (assessment) totals[std::size_t(assessment->grain)] = parts.total(assessment->grain);
  for (const TermPtr* formula : asking(card))
    if (*formula && (*formula)->kind != TermKind::invalid) look_at_totals(doubts, totals, **formula);
}

}  // namespace cwp
