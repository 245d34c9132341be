// Claims about unused parts: each item, category, adjustment and parameter can move a total.

#include <algorithm>

#include "bounds/part_bounds.hpp"
#include "graph/visit_terms.hpp"
#include "proof/prove_claims.hpp"
#include "proof/switched_totals.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostExamples = 24;  // on which a part is tried

using Totals = SwitchedTotals::Totals;

/// Two who have much and little of all; then whoever has the most and the least of a formula; then the others.
std::vector<Figures> tried_for(const ProofWork& work, const std::vector<ExampleSearch::Part>& parts) {
  std::vector<Figures> tried;
  const auto add = [&](const Figures& figures) {
    if (tried.size() < kMostExamples && std::find(tried.begin(), tried.end(), figures) == tried.end())
      tried.push_back(figures);
  };
  const auto first = work.tried.rbegin(), second = first + std::min<std::ptrdiff_t>(2, work.tried.rend() - first);
  std::for_each(first, second, add);
  for (const ExampleSearch::Part& part : parts) {
    add(work.search.most({part}));
    add(work.search.most({{part.axes, [&](const Figures& figures) { return -part.amount(figures); }}}));
  }
  std::for_each(second, work.tried.rend(), add);
  return tried;
}

ExampleSearch::Part part_of_term(const ProofWork& work, const Term& term) {
  return {work.search.axes_of({&term}), [&work, &term](const Figures& figures) {
            const Value value = work.search.value(term, figures);
            return value.present() ? value.number : Rational(0);
          }};
}
ExampleSearch::Part part_of_item(const ProofWork& work, std::uint32_t item) {
  return {work.search.axes_of(work.card.items[item]),
          [&work, item](const Figures& figures) { return work.search.points(item, figures).value_or(Rational(0)); }};
}

bool uses(const Term& term, std::uint32_t parameter) {
  return any_term(term, [&](const Term& part) { return part.kind == TermKind::parameter && part.index == parameter; });
}

class UseClaims {
 public:
  explicit UseClaims(const ProofWork& work)
      : work_(work),
        totals_(work.rules, work.examples),
        of_totals_(used_by_totals(work.examples.plan())),
        of_standing_(used_by_standing(work.examples.plan())),
        bounds_(work.card) {}

  void claim_all() {
    const Scorecard& card = work_.card;
    for (std::uint32_t i = 0; i < card.items.size(); ++i) {
      const ScoreItem& item = card.items[i];
      if (!item.points || item.points->kind == TermKind::invalid) continue;
      const bool nothing = bounds_.item(i, item.grain).only() == Rational(0);
      items_.push_back(claim("claim-moves-total", item.written->id, of_totals_.items[i] && !nothing,
                             !of_totals_.items[i] && of_standing_.items[i], {part_of_item(work_, i)},
                             [&](const Figures& figures) { return totals_.without_item(figures, i); }));
    }
    for (std::uint32_t a = 0; a < card.adjustments.size(); ++a) {
      const ScoreAdjustment& adjustment = card.adjustments[a];
      if (!adjustment.amount || adjustment.amount->kind == TermKind::invalid) continue;
      const bool nothing = bounds_.adjustment(a, adjustment.grain).only() == Rational(0);
      adjustments_.push_back(claim("claim-moves-total", adjustment.written->id, of_totals_.adjustments[a] && !nothing,
                                   !of_totals_.adjustments[a] && of_standing_.adjustments[a],
                                   {part_of_term(work_, *adjustment.amount)},
                                   [&](const Figures& figures) { return totals_.without_adjustment(figures, a); }));
    }
    if (items_.size() == card.items.size() && adjustments_.size() == card.adjustments.size())
      for (std::uint32_t c = 0; c < card.categories.size(); ++c) claim_category(c);
    for (std::uint32_t p = 0; p < card.parameters.size(); ++p) claim_parameter(p);
  }

 private:
  struct Moved {
    std::optional<Claim> claim;  ///< nothing: it is there for rankings and awards only
  };

  template <typename Without>
  Moved claim(std::string_view slug, const Name& id, bool can, bool stands_elsewhere,
              const std::vector<ExampleSearch::Part>& parts, const Without& without) {
    if (stands_elsewhere) return {};
    Claim claim{slug, id.place, {id.value}, Verdict::undecided, {}, {}};
    if (!can) {
      claim.verdict = Verdict::refuted;
    } else {
      for (const Figures& figures : tried_for(work_, parts)) {
        const Totals* as_it_is = totals_.with_all(figures);
        if (as_it_is == nullptr) continue;
        const Totals kept = *as_it_is;
        const auto otherwise = without(figures);
        if (!otherwise || !differ(kept, *otherwise, claim)) continue;
        claim.verdict = Verdict::proved;
        claim.examples = {work_.examples.officer(figures)};
        break;
      }
    }
    work_.proofs.claims.push_back(claim);
    return {std::move(claim)};
  }

  static std::string text_of(const Value& total) { return total.present() ? plain_text(total) : "-"; }
  static bool differ(const Totals& one, const Totals& other, Claim& claim) {
    for (const auto& [period, total] : one) {
      const auto changed = other.find(period);
      if (changed == other.end() || same_value(total, changed->second)) continue;
      claim.shown = text_of(total) + ", " + text_of(changed->second);
      return true;
    }
    return false;
  }

  /// It does what one of its parts does.
  void claim_category(std::uint32_t category) {
    const ScoreCategory& made = work_.card.categories[category];
    Claim claim{"claim-moves-total", made.written->id.place, {made.written->id.value}, Verdict::refuted, {}, {}};
    bool elsewhere = false;
    const auto look = [&](const Moved& part) {
      elsewhere = elsewhere || !part.claim;
      if (!part.claim || claim.verdict == Verdict::proved || part.claim->verdict == Verdict::refuted) return;
      claim.verdict = part.claim->verdict;
      claim.examples = part.claim->examples;
      claim.shown = part.claim->shown;
    };
    for (std::uint32_t i = 0; i < items_.size(); ++i)
      if (is_in(work_.card.items[i].category, category)) look(items_[i]);
    for (std::uint32_t a = 0; a < adjustments_.size(); ++a)
      if (const auto on = work_.card.adjustments[a].category; on && is_in(*on, category)) look(adjustments_[a]);
    // Base marks, or a category whose points are a share of its full marks, may count for themselves.
    if (claim.verdict == Verdict::refuted && (elsewhere || !made.start.is_zero())) return;
    work_.proofs.claims.push_back(std::move(claim));
  }
  bool is_in(std::uint32_t inner, std::uint32_t outer) const {
    for (std::optional<std::uint32_t> at = inner; at; at = work_.card.categories[*at].parent)
      if (*at == outer) return true;
    return false;
  }

  void claim_parameter(std::uint32_t parameter) {
    Scorecard changed = work_.card;
    for (auto& [from, value] : changed.parameters[parameter].values) value = value * Rational(2) + Rational(1);
    std::vector<ExampleSearch::Part> parts;
    // Figures for which it makes much of a difference to a formula.
    const auto add = [&](const TermPtr& term) {
      if (!term || term->kind == TermKind::invalid || !uses(*term, parameter)) return;
      parts.push_back({work_.search.axes_of({term.get()}), [&changed, this, term](const Figures& figures) {
                         const Value one = work_.search.value(*term, figures);
                         const Value other = work_.search.value(*term, figures, changed);
                         return one.present() && other.present() ? (one.number - other.number).abs() : Rational(0);
                       }});
    };
    for (const ScoreItem& item : work_.card.items)
      for (const TermPtr& term : {item.points, item.min, item.max, item.full}) add(term);
    for (const ScoreAdjustment& adjustment : work_.card.adjustments)
      for (const TermPtr& term : {adjustment.amount, adjustment.up_to}) add(term);
    for (const ScoreVeto& veto : work_.card.vetoes) add(veto.when);
    for (const auto& assessment : work_.card.assessments)
      if (assessment) add(assessment->total);
    claim("claim-parameter-moves-total", work_.card.parameters[parameter].written->id, of_totals_.parameters[parameter],
          !of_totals_.parameters[parameter] && of_standing_.parameters[parameter], parts,
          [&](const Figures& figures) -> std::optional<Totals> {
            const Totals before = *totals_.with_all(figures);
            for (Rational (*change)(const Rational&) :
                 {+[](const Rational& value) { return value * Rational(2) + Rational(1); },
                  +[](const Rational& value) { return value / Rational(2); },
                  +[](const Rational&) { return Rational(0); }}) {
              auto otherwise = totals_.with_parameter(figures, parameter, change);
              Claim unused;
              if (otherwise && differ(before, *otherwise, unused)) return otherwise;
            }
            return std::nullopt;
          });
  }

  const ProofWork& work_;
  SwitchedTotals totals_;
  const UsedParts of_totals_, of_standing_;
  const PartBounds bounds_;
  std::vector<Moved> items_, adjustments_;
};

}  // namespace

void claim_uses(const ProofWork& work) { UseClaims(work).claim_all(); }

}  // namespace cwp
