#include "bounds/value_bounds.hpp"
#include "lint/doubts.hpp"
#include "term/static_value.hpp"

namespace cwp {
namespace {

struct OneCase {
  const Term* when = nullptr;
  FigureCondition condition;
};

std::string end_text(const std::optional<Cut>& cut) { return cut ? cut->at.to_text() : ""; }

/// True when no value of the figure lies in the interval: it is whole, and no integer does.
bool has_no_value(const ValueSet::Interval& gap, bool whole) {
  if (!whole) return false;
  Rational first = gap.from->at.ceil();
  if (gap.from->behind && first == gap.from->at) first += Rational(1);
  return gap.to->at < first || (gap.to->at == first && !gap.to->behind);
}

/// A value in the gap for the message: in the middle of it.
std::string inside(const ValueSet::Interval& gap) { return ((gap.from->at + gap.to->at) / Rational(2)).to_text(); }

/// Reports what lies in `gap` and in none of `covered`, at a case.
void report_gap(const Doubts& doubts, const Term& figure, const ValueSet& gap, const ValueSet& covered,
                const Term& place) {
  const ValueSet open = gap.intersection(covered.complement());
  for (const ValueSet::Interval& interval : open.intervals()) {
    if (has_no_value(interval, always_integer(figure, doubts.card))) continue;
    doubts.add("cases-leave-gap", place.source,
               {written_at(figure.source), end_text(interval.from), end_text(interval.to), inside(interval)});
  }
}

/// The case that ends at the lower end of a gap, or the first.
const Term& case_below(const std::vector<OneCase>& cases, const ValueSet::Interval& gap) {
  for (const OneCase& one : cases)
    for (const ValueSet::Interval& interval : one.condition.values.intervals())
      if (interval.to == gap.from) return *one.when;
  return *cases.front().when;
}

/// What lies between the cases and in none of them, where all are looked at alike.
void look_for_holes(const Doubts& doubts, const std::vector<OneCase>& cases) {
  ValueSet covered = ValueSet::none();
  for (const OneCase& one : cases) covered = covered.united(one.condition.values);
  const ValueSet open = covered.complement();
  for (const ValueSet::Interval& gap : open.intervals())
    if (gap.from && gap.to)
      report_gap(doubts, *cases.front().condition.figure, ValueSet::between(gap.from, gap.to), covered,
                 case_below(cases, gap));
}

/// Where the first that holds counts, a case with an end on the side of the earlier ones is meant to go on where they
/// do: `65 <= x <= 84` behind `x >= 85`. What is left between falls to a case far behind, or to none.
void look_for_gaps(const Doubts& doubts, const std::vector<OneCase>& cases) {
  ValueSet earlier = cases.front().condition.values;
  for (std::size_t j = 1; j < cases.size(); ++j) {
    ValueSet covered = earlier;
    for (std::size_t k = j; k < cases.size(); ++k)
      for (const ValueSet::Interval& interval : cases[k].condition.values.intervals())
        if (k == j || (interval.from && interval.to))
          covered = covered.united(ValueSet::between(interval.from, interval.to));
    const auto report = [&](const std::optional<Cut>& from, const std::optional<Cut>& to) {
      report_gap(doubts, *cases.front().condition.figure, ValueSet::between(from, to), covered, *cases[j].when);
    };
    for (const ValueSet::Interval& interval : cases[j].condition.values.intervals()) {
      const ValueSet::Interval *above = nullptr, *below = nullptr;  // the nearest
      for (const ValueSet::Interval& other : earlier.intervals()) {
        if (!above && interval.to && other.from && *interval.to <= *other.from) above = &other;
        if (interval.from && other.to && *other.to <= *interval.from) below = &other;
      }
      if (above) report(interval.to, above->from);
      if (below) report(below->to, interval.from);
    }
    earlier = earlier.united(cases[j].condition.values);
  }
}

/// Of cases in which the first counts: those that share values with an earlier one without one holding all of the
/// other's, and those that an earlier one leaves nothing.
void look_for_overlaps(const Doubts& doubts, const std::vector<OneCase>& cases) {
  ValueSet before = ValueSet::none();
  for (std::size_t j = 0; j < cases.size(); ++j) {
    const ValueSet& values = cases[j].condition.values;
    if (!values.empty() && before.holds_all_of(values)) {
      doubts.add("case-never-reached", cases[j].when->source, {written_at(cases[j].when->source)});
    } else {
      for (std::size_t i = 0; i < j; ++i) {
        const ValueSet& earlier = cases[i].condition.values;
        const ValueSet common = earlier.intersection(values);
        if (common.empty() || earlier.holds_all_of(values) || values.holds_all_of(earlier)) continue;
        const ValueSet::Interval& first = common.intervals().front();
        doubts.add("cases-overlap", cases[j].when->source,
                   {end_text(first.from ? first.from : first.to), written_at(cases[i].when->source)});
        break;
      }
    }
    before = before.united(values);
  }
}

/// `otherwise` behind cases that leave it no allowed value. A figure that is not there is no case of it.
void look_at_otherwise(const Doubts& doubts, const std::vector<OneCase>& cases, const Term& otherwise) {
  const Term& figure = *cases.front().condition.figure;
  const ValueBounds bounds = bounds_of(figure, doubts.card);
  ValueSet open = ValueSet::between(bounds.low ? std::optional(Cut{*bounds.low, false}) : std::nullopt,
                                    bounds.high ? std::optional(Cut{*bounds.high, true}) : std::nullopt);
  for (const OneCase& one : cases) open = open.intersection(one.condition.values.complement());
  const bool whole = always_integer(figure, doubts.card);
  for (const ValueSet::Interval& interval : open.intervals())
    if (!interval.from || !interval.to || !has_no_value(interval, whole)) return;
  doubts.add("otherwise-never-reached", otherwise.source, {written_at(figure.source)});
}

/// Nothing where they are not all about one figure.
std::optional<std::vector<OneCase>> read_cases(const std::vector<const Term*>& conditions, bool exact) {
  std::vector<OneCase> cases;
  for (const Term* when : conditions) {
    auto condition = condition_on_figure(*when);
    if (!condition || !condition->figure || (exact && !condition->exact)) return std::nullopt;
    if (!cases.empty() && !same_term(*cases.front().condition.figure, *condition->figure)) return std::nullopt;
    cases.push_back({when, std::move(*condition)});
  }
  constexpr std::size_t kMost = 100;  // more are compared in no reasonable time
  if (cases.size() < 2 || cases.size() > kMost) return std::nullopt;
  return cases;
}

bool is_same_place(const Place& a, const Place& b) {
  return a.source == b.source && a.span.begin == b.span.begin && a.span.end == b.span.end;
}

void look_at_choices(const Doubts& doubts, const Term& term) {
  if (term.kind == TermKind::call && term.function->doc.name == "if") {
    std::vector<const Term*> conditions;
    const Term* rest = &term;
    bool of_form = true;  // then each `if` has its place, and so has what is left where no `otherwise` was written
    while (rest->kind == TermKind::call && rest->function == term.function) {
      of_form = of_form && is_same_place(rest->source, term.source);
      conditions.push_back(rest->children[0].get());
      look_at_choices(doubts, *rest->children[0]);
      look_at_choices(doubts, *rest->children[1]);
      rest = rest->children[2].get();
    }
    look_at_choices(doubts, *rest);
    if (const auto cases = read_cases(conditions, true)) {
      look_for_gaps(doubts, *cases);
      look_for_overlaps(doubts, *cases);
      if (of_form && !is_same_place(rest->source, term.source)) look_at_otherwise(doubts, *cases, *rest);
    }
    return;
  }
  if (term.kind == TermKind::call && term.function->doc.name == "highest_case") {
    std::vector<const Term*> conditions;
    for (std::size_t i = 0; i + 1 < term.children.size(); i += 2) conditions.push_back(term.children[i].get());
    if (const auto cases = read_cases(conditions, true)) {
      look_for_holes(doubts, *cases);
      if (term.children.size() % 2 != 0) look_at_otherwise(doubts, *cases, *term.children.back());
    }
  }
  for (const TermPtr& child : term.children) look_at_choices(doubts, *child);
}

}  // namespace

void doubt_cases(const Doubts& doubts) {
  visit_formulas(doubts.card, [&](const Term& formula) { look_at_choices(doubts, formula); });
  for (const ScoreGradeSet& set : doubts.card.grades) {
    std::vector<const Term*> conditions;
    for (const ScoreLevel& level : set.levels)
      if (level.when && level.when->kind != TermKind::invalid) conditions.push_back(level.when.get());
    if (const auto cases = read_cases(conditions, false)) look_for_gaps(doubts, *cases);
  }
}

}  // namespace cwp
