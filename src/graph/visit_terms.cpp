#include "graph/visit_terms.hpp"

namespace cwp {
namespace {

void visit(const TermPtr& formula, const TermLook& look) {
  if (formula && formula->kind != TermKind::invalid) look(*formula);
}

void visit_item(const ScoreItem& item, const TermLook& look) {
  for (const TermPtr* formula : {&item.points, &item.full, &item.min, &item.max, &item.applies, &item.exempt})
    visit(*formula, look);
  for (const auto& rolled : item.rolled)
    if (rolled) visit(rolled->formula, look);
}

void visit_standing(const Scorecard& card, const TermLook& look) {
  for (const ScoreRanking& ranking : card.rankings) {
    visit(ranking.of, look);
    visit(ranking.eligible, look);
    for (const ScoreTie& tie : ranking.ties) visit(tie.value, look);
  }
  for (const ScoreGradeSet& grades : card.grades) {
    for (const ScoreLevel& level : grades.levels) visit(level.when, look);
    visit(grades.lower_by, look);
  }
  for (const ScoreAward& award : card.awards) {
    visit(award.when, look);
    visit(award.pays, look);
  }
  for (const ScoreExpectation& expectation : card.expectations) visit(expectation.holds, look);
}

}  // namespace

void visit_formulas(const Scorecard& card, const TermLook& look) {
  for (const ScoreItem& item : card.items) visit_item(item, look);
  for (const ScoreAdjustment& adjustment : card.adjustments) {
    visit(adjustment.amount, look);
    visit(adjustment.up_to, look);
  }
  for (const ScoreGroup& group : card.groups) visit(group.up_to, look);
  for (const ScoreVeto& veto : card.vetoes) visit(veto.when, look);
  for (const auto& assessment : card.assessments) {
    if (!assessment) continue;
    visit(assessment->coefficient, look);
    visit(assessment->total, look);
  }
  visit_standing(card, look);
  for (const auto& derived : card.derived)
    if (derived) visit(derived->formula, look);
}

void visit_terms(const Term& term, const TermLook& look) {
  look(term);
  for (const TermPtr& child : term.children) visit_terms(*child, look);
}

void visit_terms(const Scorecard& card, const TermLook& look) {
  visit_formulas(card, [&](const Term& formula) { visit_terms(formula, look); });
}

const Term* first_term(const Term& term, const std::function<bool(const Term&)>& wanted) {
  if (wanted(term)) return &term;
  for (const TermPtr& child : term.children)
    if (const Term* found = first_term(*child, wanted)) return found;
  return nullptr;
}

bool any_term(const Term& term, const std::function<bool(const Term&)>& wanted) {
  return first_term(term, wanted) != nullptr;
}

std::set<std::uint32_t> metrics_in(const Term& term) {
  std::set<std::uint32_t> metrics;
  visit_terms(term, [&](const Term& part) {
    if (part.kind == TermKind::metric) metrics.insert(part.index);
  });
  return metrics;
}

bool mentions(const Term& term, std::uint32_t metric) {
  return any_term(term, [&](const Term& part) { return part.kind == TermKind::metric && part.index == metric; });
}

}  // namespace cwp
