#include "cwp/prove.hpp"

#include <algorithm>
#include <map>

#include "bounds/part_bounds.hpp"
#include "check/checked_state.hpp"
#include "lint/lint.hpp"
#include "proof/prove_claims.hpp"

namespace cwp {
namespace {

Rational sum_of(const std::vector<ExampleSearch::Part>& parts, const Figures& figures) {
  Rational sum;
  for (const ExampleSearch::Part& part : parts) sum += part.amount(figures);
  return sum;
}

/// The examples from which the ends of ranges are taken: for each part figures that make it large, and small.
std::vector<Figures> examples_of(const Scorecard& card, const ExampleSearch& search) {
  using Part = ExampleSearch::Part;
  std::vector<Figures> all = {search.all_least(), search.all_most()};
  // Where a figure on each day, rest days included, comes to more than one on each workday, it is tried as well.
  const auto add_most = [&](const std::vector<Part>& parts) {
    all.push_back(search.most(parts));
    Figures daily = search.most(parts, Grain::day);
    if (sum_of(parts, all.back()) < sum_of(parts, daily)) all.push_back(std::move(daily));
  };
  const auto add = [&](std::vector<Part> parts) {
    add_most(parts);
    for (Part& part : parts) part.amount = [amount = part.amount](const Figures& figures) { return -amount(figures); };
    add_most(parts);
  };
  std::vector<Part> items, total;
  for (std::uint32_t i = 0; i < card.items.size(); ++i) {
    if (!card.items[i].points || card.items[i].points->kind == TermKind::invalid) continue;
    items.push_back({search.axes_of(card.items[i]),
                     [&search, i](const Figures& figures) { return search.points(i, figures).value_or(Rational(0)); }});
    add({items.back()});
  }
  total = items;
  for (const ScoreAdjustment& adjustment : card.adjustments) {
    if (!adjustment.amount || adjustment.amount->kind == TermKind::invalid) continue;
    const Part amount{search.axes_of({adjustment.amount.get(), adjustment.up_to.get()}),
                      [&search, &adjustment](const Figures& figures) {
                        const Value value = search.value(*adjustment.amount, figures);
                        Rational points = value.present() ? std::max(value.number, Rational(0)) : Rational(0);
                        if (adjustment.up_to)
                          if (const Value cap = search.value(*adjustment.up_to, figures); cap.present())
                            points = std::min(points, cap.number);
                        return adjustment.written->gives ? points : -points;
                      }};
    add({amount});
    total.push_back(amount);
  }
  // Whoever wants most of all stays clear of vetoes.
  std::vector<Part> clear = total;
  for (const ScoreVeto& veto : card.vetoes) {
    if (!veto.when || veto.when->kind == TermKind::invalid) continue;
    clear.push_back({search.axes_of({veto.when.get()}), [&search, &veto](const Figures& figures) {
                       const Value value = search.value(*veto.when, figures);
                       return Rational(value.is_true() ? -1'000'000 : 0);
                     }});
    add({clear.back()});
  }
  // Coefficients, and what only the formula of a total asks for.
  std::size_t of_totals = 0;
  for (const auto& assessment : card.assessments) {
    if (!assessment) continue;
    for (const TermPtr& term : {assessment->coefficient, assessment->total}) {
      if (!term || term->kind == TermKind::invalid) continue;
      ++of_totals;
      clear.push_back({search.axes_of({term.get()}), [&search, term = term.get()](const Figures& figures) {
                         const Value value = search.value(*term, figures);
                         return value.present() ? value.number : Rational(0);
                       }});
    }
  }
  add(items);
  add(total);
  add(clear);
  if (std::any_of(card.items.begin(), card.items.end(),
                  [](const ScoreItem& item) { return item.grain == Grain::day && item.roll_up == RollUpKind::sum; })) {
    all.push_back(search.most(clear));
    all.back().every = Grain::day;
  }
  // As much and as little as can be of all but what does harm.
  std::vector<Part> harm(clear.begin() + std::ptrdiff_t(items.size()), clear.end() - std::ptrdiff_t(of_totals));
  const Figures harmless = search.most(harm);
  for (Figures figures : {search.all_least(), search.all_most()}) {
    for (const Part& part : harm)
      for (const std::uint32_t axis : part.axes) figures[axis] = harmless[axis];
    all.push_back(std::move(figures));
  }
  std::vector<Figures> different;
  for (Figures& figures : all)
    if (std::find(different.begin(), different.end(), figures) == different.end())
      different.push_back(std::move(figures));
  return different;
}

class RangeMaker {
 public:
  RangeMaker(const CheckedRulebook& rules, const ExampleScores& examples)
      : card_(rules.state().scorecard), calendar_(rules.calendar()), examples_(examples), bounds_(card_) {}

  void take(const Figures& figures) {
    const auto scores = examples_.score(figures);
    if (!scores) return;
    for (const ScoreTable& table : scores->tables()) {
      for (const ScoreRow& row : table.rows)
        for (std::size_t i = 0; i < table.ids.size(); ++i) take(table, row, i, figures);
    }
  }

  std::vector<PartRange> all() {
    bounds_.know_full(full_);
    std::vector<PartRange> ranges;
    for (auto& [key, range] : found_) {
      set_bounds(range);
      ranges.push_back(std::move(range));
    }
    return ranges;
  }

 private:
  void take(const ScoreTable& table, const ScoreRow& row, std::size_t i, const Figures& figures) {
    const Part& part = row.parts[i];
    if (part.reason == Reason::not_held || !part.points) return;
    PartRange& range = found_[{table.grain, i}];
    range.grain = table.grain;
    range.kind = table.kinds[i];
    range.id = table.ids[i];
    if (part.full) full_[table.grain][table.ids[i]] = std::max(full_[table.grain][table.ids[i]], *part.full);
    const auto move = [&](RangeEnd& end, bool better) {
      if (end.points && !better) return;
      end.points = part.points;
      end.officer = examples_.officer(figures);
      end.period = calendar_.label(row.period);
    };
    move(range.least, range.least.points && *part.points < *range.least.points);
    move(range.most, range.most.points && *range.most.points < *part.points);
  }

  void set_bounds(PartRange& range) {
    const auto place = [&](const auto& things) {
      for (std::uint32_t i = 0; i < things.size(); ++i)
        if (things[i].written->id.value == range.id) return i;
      return std::uint32_t(things.size());
    };
    ValueBounds bounds;
    if (range.kind == PartKind::item) {
      bounds = bounds_.item(place(card_.items), range.grain);
    } else if (range.kind == PartKind::adjustment) {
      bounds = bounds_.adjustment(place(card_.adjustments), range.grain);
    } else if (range.kind == PartKind::category) {
      bounds = bounds_.category(place(card_.categories), range.grain);
    } else {
      bounds = bounds_.total(range.grain);
    }
    const auto set = [](RangeEnd& end, const PartBound& bound) {
      if (!bound) return;
      end.bound = bound->to_text();
      if (end.points && Rational(*end.points) == *bound) end.verdict = Verdict::proved;
    };
    set(range.least, bounds.low);
    set(range.most, bounds.high);
  }

  const Scorecard& card_;
  const Calendar& calendar_;
  const ExampleScores& examples_;
  PartBounds bounds_;
  std::map<std::pair<Grain, std::size_t>, PartRange> found_;
  std::map<Grain, PublishedFull> full_;
};

}  // namespace

std::string_view to_text(Verdict verdict) {
  switch (verdict) {
    case Verdict::proved:
      return "proved";
    case Verdict::refuted:
      return "refuted";
    case Verdict::undecided:
      break;
  }
  return "not decided";
}

Proofs prove(const CheckedRulebook& rules) {
  const Scorecard& card = rules.state().scorecard;
  ExampleScores examples(rules);
  const ExampleSearch search(card, examples.day());
  examples.set_search(search);
  Proofs proofs;
  RangeMaker ranges(rules, examples);
  std::vector<Figures> tried = examples_of(card, search);
  for (const Figures& figures : tried) ranges.take(figures);
  proofs.ranges = ranges.all();
  ProofWork work{rules, card, search, examples, {}, proofs, std::move(tried)};
  warn_of_doubts(card, work.doubts);
  claim_full_marks(work);
  claim_vetoes(work);
  claim_directions(work);
  claim_divisors(work);
  claim_choices(work);
  claim_uses(work);
  claim_ties(work);
  claim_earnings(work);
  claim_balance(work);
  std::stable_sort(proofs.claims.begin(), proofs.claims.end(),
                   [](const Claim& a, const Claim& b) { return a.place.span.begin < b.place.span.begin; });
  return proofs;
}

}  // namespace cwp
