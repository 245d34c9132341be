// Rankings and promises, and all that stands on rankings.

#include <algorithm>

#include "check/card_maker.hpp"

namespace cwp {
namespace {

/// True when all officers of a unit have the same value of the term.
bool shared_in_unit(const Term& term, std::uint32_t unit, const Scorecard& card) {
  const auto children_shared = [&] {
    return std::all_of(term.children.begin(), term.children.end(),
                       [&](const TermPtr& child) { return shared_in_unit(*child, unit, card); });
  };
  switch (term.kind) {
    case TermKind::invalid:
    case TermKind::constant:
    case TermKind::parameter:
      return true;
    case TermKind::attribute:
      return term.index == unit;
    case TermKind::metric:
      return term.index < card.about.size() && card.about[term.index] == unit;
    case TermKind::place:
      return term.function->place == PlaceFunction::calendar_days || term.function->place == PlaceFunction::work_days ||
             term.function->place == PlaceFunction::period_start || term.function->place == PlaceFunction::period_end ||
             term.function->place == PlaceFunction::month_of_year;
    case TermKind::gather:
      return !term.function->among &&
             std::all_of(term.by.begin(), term.by.end(), [&](std::uint32_t attribute) { return attribute == unit; });
    case TermKind::call:
    case TermKind::fold:
    case TermKind::lag:
      return children_shared();
    default:
      return false;
  }
}

}  // namespace

void CardMaker::make_standing() {
  for (const Ranking& ranking : rulebook_.rankings) make_ranking(ranking);
  for (const GradeSet& set : rulebook_.grades) make_grade_set(set);
  for (const Award& award : rulebook_.awards) make_award(award);
  for (const Expectation& promise : rulebook_.expectations) make_expectation(promise);
  for (const Veto& veto : rulebook_.vetoes) check_veto_level(veto);
}

void CardMaker::make_ranking(const Ranking& written) {
  ScoreRanking ranking;
  ranking.written = &written;
  ranking.grain = written.every.value;
  ranking.of = terms_.make_number(*written.of.root, ranking.grain);
  if (written.eligible) ranking.eligible = terms_.make_condition(*written.eligible->root, ranking.grain);
  for (const Formula& tie : written.ties) {
    ScoreTie made;
    const Expr* value = tie.root.get();
    if (value->kind == ExprKind::call && value->text == "neg") {
      made.ascending = true;
      value = value->arguments[0].get();
    }
    made.value = terms_.make_number(*value, ranking.grain);
    ranking.ties.push_back(std::move(made));
  }
  ranking.by = terms_.attributes(written.by);
  if (written.unit) {
    const std::vector<std::uint32_t> unit = terms_.attributes({*written.unit});
    if (!unit.empty()) ranking.unit = unit.front();
  }
  check_unit(ranking);
  card_.rankings.push_back(std::move(ranking));
}

void CardMaker::check_unit(const ScoreRanking& ranking) {
  if (ranking.unit && !shared_in_unit(*ranking.of, *ranking.unit, card_))
    report("unit-value-differs", ranking.written->of.place, {ranking.written->unit->text});
}

/// In the period for which the figure is expected; a period that is none is reported by check_tests.
void CardMaker::make_test_formulas() {
  for (const RuleTest& test : rulebook_.tests)
    for (const RuleTest::Expected& expected : test.expect)
      for (const RuleTest::Figure& figure : expected.figures) {
        const auto period = Period::parse(expected.period.value, card_.calendar);
        if (!figure.formula || !period) continue;
        card_.test_formulas.push_back({&figure, period->grain, terms_.make(*figure.formula->root, period->grain)});
      }
}

void CardMaker::make_expectation(const Expectation& written) {
  ScoreExpectation promise;
  promise.written = &written;
  promise.grain = written.per.value;
  promise.holds = terms_.make_condition(*written.holds.root, promise.grain);
  promise.by = terms_.attributes(written.by);
  card_.expectations.push_back(std::move(promise));
}

}  // namespace cwp
