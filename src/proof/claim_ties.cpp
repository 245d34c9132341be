// Claims about tie-breaks: each can part two who are equal in all that stands before it.

#include <algorithm>

#include "bounds/part_bounds.hpp"
#include "bounds/value_set.hpp"
#include "graph/visit_terms.hpp"
#include "lint/doubts.hpp"
#include "proof/prove_claims.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostOfficers = 100;  // officers, of whom two may tie

TermPtr score_term(TermKind kind, std::uint32_t index, Grain place) {
  auto term = std::make_shared<Term>();
  term->kind = kind;
  term->index = index;
  term->place = place;
  return term;
}

/// Follows a score to the only part it is made of, where nothing is done to that on the way: a total of one category, a
/// category of one item.
class OnlyParts {
 public:
  explicit OnlyParts(const Scorecard& card) : card_(card), bounds_(card) {}

  TermPtr of(const TermPtr& term) const {
    TermPtr inner;
    if (term->kind == TermKind::total) inner = only_category(term->place);
    if (term->kind == TermKind::category) inner = only_part(term->index, term->place);
    return inner ? of(inner) : term;
  }

 private:
  bool is_vetoed(VetoTarget target, std::uint32_t index) const {
    return std::any_of(card_.vetoes.begin(), card_.vetoes.end(), [&](const ScoreVeto& veto) {
      return veto.target == target && (target == VetoTarget::total || veto.index == index);
    });
  }
  bool is_adjusted(std::optional<std::uint32_t> category, Grain grain) const {
    return std::any_of(card_.adjustments.begin(), card_.adjustments.end(), [&](const ScoreAdjustment& adjustment) {
      return adjustment.category == category && card_.acts(grain, adjustment);
    });
  }
  /// The outer figure is the inner one, rounded no further.
  static bool keeps(const RoundingRule& outer, const RoundingRule& inner) {
    return outer.carry == inner.carry && (outer.carry == Carry::exact || inner.decimals <= outer.decimals);
  }
  static bool lies_in(const ValueBounds& bounds, const std::optional<Rational>& least,
                      const std::optional<Rational>& most) {
    return (!least || (bounds.low && *least <= *bounds.low)) && (!most || (bounds.high && *bounds.high <= *most));
  }

  TermPtr only_category(Grain grain) const {
    const auto& assessment = card_.assessments[std::size_t(grain)];
    if (!assessment || assessment->total || assessment->coefficient || assessment->scale) return nullptr;
    if (is_vetoed(VetoTarget::total, 0) || is_adjusted(std::nullopt, grain)) return nullptr;
    std::optional<std::uint32_t> only;
    for (std::uint32_t c = 0; c < card_.categories.size(); ++c) {
      if (card_.categories[c].parent || !card_.holds(grain, card_.categories[c])) continue;
      if (only) return nullptr;
      only = c;
    }
    if (!only || !keeps(assessment->rounding, card_.categories[*only].rounding)) return nullptr;
    if (!lies_in(bounds_.category(*only, grain), assessment->floor, assessment->cap)) return nullptr;
    return score_term(TermKind::category, *only, grain);
  }

  TermPtr only_part(std::uint32_t index, Grain grain) const {
    const ScoreCategory& category = card_.categories[index];
    if (category.written->combine != Combine::sum || !category.start.is_zero()) return nullptr;
    if (is_vetoed(VetoTarget::category, index) || is_adjusted(index, grain)) return nullptr;
    TermPtr only;
    ValueBounds bounds;
    RoundingRule rounding;
    std::size_t parts = 0;
    for (const std::uint32_t i : category.items) {
      if (!card_.holds(grain, card_.items[i])) continue;
      only = score_term(TermKind::item, i, grain);
      bounds = bounds_.item(i, grain);
      rounding = card_.items[i].rounding;
      ++parts;
    }
    for (const std::uint32_t c : category.categories) {
      if (!card_.holds(grain, card_.categories[c])) continue;
      only = score_term(TermKind::category, c, grain);
      bounds = bounds_.category(c, grain);
      rounding = card_.categories[c].rounding;
      ++parts;
    }
    if (parts != 1 || !keeps(category.rounding, rounding)) return nullptr;
    const bool clamped = !category.written->beyond_full;
    if (clamped && !lies_in(bounds, Rational(0), category.full)) return nullptr;
    return only;
  }

  const Scorecard& card_;
  const PartBounds bounds_;
};

class TieClaims {
 public:
  explicit TieClaims(const ProofWork& work) : work_(work), only_(work.card) {}

  void claim_all() {
    const auto& rankings = work_.card.rankings;
    for (std::size_t r = 0; r < rankings.size(); ++r) {
      if (!rankings[r].of || rankings[r].of->kind == TermKind::invalid) continue;
      for (std::size_t t = 0; t < rankings[r].ties.size(); ++t) {
        const TermPtr& tie = rankings[r].ties[t].value;
        if (!tie || tie->kind == TermKind::invalid) break;
        Claim claim{"claim-tie-decides", tie->source, {rankings[r].written->id.value, written_at(tie->source)},
                    Verdict::undecided,  {},          {}};
        if (never(rankings[r], t))
          claim.verdict = Verdict::refuted;
        else if (!rankings[r].unit)
          open_.push_back({r, t, claims_.size(), {}});
        claims_.push_back(std::move(claim));
      }
    }
    if (!open_.empty()) look_for_pairs();
    for (Claim& claim : claims_) work_.proofs.claims.push_back(std::move(claim));
  }

 private:
  struct Open {
    std::size_t ranking, tie, claim;
    /// Of those who are equal in all that stands before it: who came first, and his value.
    std::map<std::vector<std::string>, std::pair<Figures, std::string>> first;
  };

  bool never(const ScoreRanking& ranking, std::size_t number) const {
    const TermPtr tie = only_.of(ranking.ties[number].value);
    if (same_term(*only_.of(ranking.of), *tie)) return true;
    for (std::size_t before = 0; before < number; ++before)
      if (same_term(*only_.of(ranking.ties[before].value), *tie)) return true;
    const Span& span = ranking.ties[number].value->source.span;
    return std::any_of(work_.doubts.begin(), work_.doubts.end(), [&](const Diagnostic& doubt) {
      return doubt.slug == "tie-decides-nothing" && doubt.place.span.begin == span.begin &&
             doubt.place.span.end == span.end;
    });
  }

  /// Of each ranking its value, its condition and its ties, one behind the other.
  std::vector<TermPtr> probed_terms() {
    std::vector<TermPtr> terms;
    for (const ScoreRanking& ranking : work_.card.rankings) {
      begin_.push_back(terms.size());
      terms.push_back(ranking.of);
      terms.push_back(ranking.eligible);
      for (const ScoreTie& tie : ranking.ties) terms.push_back(tie.value);
    }
    return terms;
  }

  /// Of a score, those of all items.
  std::vector<std::uint32_t> axes_of(const Term& tie) const {
    const bool score = any_term(tie, [](const Term& part) {
      return part.kind == TermKind::item || part.kind == TermKind::category || part.kind == TermKind::total;
    });
    std::vector<const Term*> terms = {&tie};
    for (const ScoreItem& item : work_.card.items)
      if (score) terms.push_back(item.points.get());
    return work_.search.axes_of(terms);
  }

  std::vector<Figures> tried() const {
    std::vector<Figures> all(work_.tried.rbegin(), work_.tried.rend());
    std::vector<Figures> bases(all.begin(), all.begin() + std::ptrdiff_t(std::min<std::size_t>(all.size(), 5)));
    if (all.size() > kMostOfficers) all.resize(kMostOfficers);
    // What one tie-break asks for is varied by itself: it may be worth nothing more.
    for (const Open& open : open_) {
      for (const std::uint32_t axis : axes_of(*work_.card.rankings[open.ranking].ties[open.tie].value))
        for (const Figures& base : bases) {
          const auto& values = work_.search.values(axis);
          for (std::size_t place = 0; place < values.size(); ++place) {
            if (place > 2 && place + 3 < values.size()) continue;
            all.push_back(base);
            all.back()[axis] = values[place];
          }
        }
    }
    return all;
  }

  void look_for_pairs() {
    const ExampleProbes probes(work_.rules, work_.examples, probed_terms());
    std::vector<Figures> all = tried();
    std::size_t left = open_.size();
    for (std::size_t i = 0; i < all.size() && left > 0 && i < 2 * kMostOfficers; ++i) {
      if (std::find(all.begin(), all.begin() + std::ptrdiff_t(i), all[i]) != all.begin() + std::ptrdiff_t(i)) continue;
      const auto values = probes.values({all[i]});
      if (!values) continue;
      for (Open& open : open_) {
        if (claims_[open.claim].verdict == Verdict::proved) continue;
        const auto key = key_of(values->front(), open, all[i]);
        if (!key) continue;
        const std::string own = value_at(values->front(), begin_[open.ranking] + 2 + open.tie);
        const auto [first, fresh] = open.first.try_emplace(*key, all[i], own);
        if (fresh || first->second.second == own || !parts(probes, open, first->second.first, all[i])) continue;
        --left;
      }
    }
  }

  static std::string value_at(const ExampleProbes::Values& values, std::size_t probe) {
    const Value& value = values[probe].front().value;
    return value.present() ? to_text(value) : "";
  }
  /// Nothing where he has no rank.
  std::optional<std::vector<std::string>> key_of(const ExampleProbes::Values& values, const Open& open,
                                                 const Figures& figures) const {
    const std::size_t begin = begin_[open.ranking];
    if (values[begin].empty() || !values[begin].front().value.present()) return std::nullopt;
    if (work_.card.rankings[open.ranking].eligible && !values[begin + 1].front().value.is_true()) return std::nullopt;
    std::vector<std::string> key = {value_at(values, begin)};
    for (std::size_t before = 0; before < open.tie; ++before) key.push_back(value_at(values, begin + 2 + before));
    // Who is scored beside whom: figures about an attribute are the same for both.
    for (std::size_t m = 0; m < work_.card.about.size(); ++m)
      if (work_.card.about[m]) key.push_back(figures[m].to_text());
    return key;
  }

  /// Ranks the two side by side, and says so.
  bool parts(const ExampleProbes& probes, const Open& open, const Figures& one, const Figures& other) {
    const auto values = probes.values({one, other});
    if (!values) return false;
    const auto first = key_of(values->front(), open, one), second = key_of(values->back(), open, other);
    const std::size_t tie = begin_[open.ranking] + 2 + open.tie;
    const std::string has = value_at(values->front(), tie), gets = value_at(values->back(), tie);
    if (!first || first != second || has == gets) return false;
    const auto scores = work_.examples.score_all({one, other});
    Claim& claim = claims_[open.claim];
    const RankingTable* table = scores ? scores->ranking(claim.arguments[0]) : nullptr;
    if (table == nullptr) return false;
    const Period period = values->front()[tie].front().period;
    std::vector<const RankedOfficer*> rows;
    for (const RankedOfficer& row : table->rows)
      if (row.period == period && row.rank) rows.push_back(&row);
    if (rows.size() != 2 || rows[0]->group != rows[1]->group || rows[0]->rank == rows[1]->rank) return false;
    claim.verdict = Verdict::proved;
    claim.examples = {work_.examples.officer(one), work_.examples.officer(other)};
    claim.shown = (has.empty() ? "-" : has) + ", " + (gets.empty() ? "-" : gets);
    return true;
  }

  const ProofWork& work_;
  const OnlyParts only_;
  std::vector<Claim> claims_;
  std::vector<Open> open_;
  std::vector<std::size_t> begin_;  ///< by ranking: its first probe
};

}  // namespace

void claim_ties(const ProofWork& work) { TieClaims(work).claim_all(); }

}  // namespace cwp
