#include "check/visit_terms.hpp"

namespace cwp {
namespace {

using Look = std::function<void(const Term&)>;

void visit(const TermPtr& term, const Look& look) {
  if (!term) return;
  look(*term);
  for (const TermPtr& child : term->children) visit(child, look);
}

void visit_standing(const Scorecard& card, const Look& look) {
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

void visit_terms(const Scorecard& card, const Look& look) {
  for (const ScoreItem& item : card.items)
    for (const TermPtr& term : {item.points, item.full, item.min, item.max, item.applies, item.exempt})
      visit(term, look);
  for (const ScoreAdjustment& adjustment : card.adjustments) {
    visit(adjustment.amount, look);
    visit(adjustment.up_to, look);
  }
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

}  // namespace cwp
