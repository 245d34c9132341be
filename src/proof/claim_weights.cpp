// Claims about how much things count: nothing twice, and no category beyond its limits of `balance`.

#include <algorithm>
#include <set>

#include "bounds/bound_math.hpp"
#include "check/checked_state.hpp"
#include "graph/visit_terms.hpp"
#include "proof/prove_claims.hpp"
#include "term/figure_grid.hpp"
#include "term/static_value.hpp"
#include "term/term_direction.hpp"

namespace cwp {
namespace {

/// An item, or a bonus: what earns points.
struct Earner {
  std::string id;
  const Term* points = nullptr;
  ExampleSearch::Part part;  ///< its points on trial
};

std::vector<Earner> earners_of(const ProofWork& work) {
  std::vector<Earner> earners;
  for (std::uint32_t i = 0; i < work.card.items.size(); ++i) {
    const ScoreItem& item = work.card.items[i];
    if (!item.points || item.points->kind == TermKind::invalid) continue;
    earners.push_back(
        {item.written->id.value, item.points.get(), {work.search.axes_of(item), [&work, i](const Figures& figures) {
                                                       return work.search.points(i, figures).value_or(Rational(0));
                                                     }}});
  }
  for (const ScoreAdjustment& adjustment : work.card.adjustments) {
    if (!adjustment.written->gives || !adjustment.amount || adjustment.amount->kind == TermKind::invalid) continue;
    earners.push_back({adjustment.written->id.value,
                       adjustment.amount.get(),
                       {work.search.axes_of({adjustment.amount.get()}), [&work, &adjustment](const Figures& figures) {
                          const Value value = work.search.value(*adjustment.amount, figures);
                          return value.present() ? value.number : Rational(0);
                        }}});
  }
  return earners;
}

/// Held against what the peers did, it is another fact.
bool asks_peers(const Term& term) {
  return any_term(term, [](const Term& part) { return part.kind == TermKind::gather; });
}

/// Of the finest assessment that has it, in its first period.
std::optional<Decimal> points_of(const Scores& scores, const std::string& id) {
  for (const ScoreTable& table : scores.tables()) {
    const auto column = std::find(table.ids.begin(), table.ids.end(), id);
    if (column == table.ids.end()) continue;
    for (const ScoreRow& row : table.rows) {
      const Part& part = row.parts[std::size_t(column - table.ids.begin())];
      if (part.points && part.reason == Reason::none) return part.points;
    }
  }
  return std::nullopt;
}

class EarningClaims {
 public:
  explicit EarningClaims(const ProofWork& work) : work_(work), earners_(earners_of(work)) {}

  void claim_all() {
    const auto& metrics = work_.card.rulebook->metrics;
    for (std::uint32_t m = 0; m < metrics.size(); ++m) {
      std::vector<const Earner*> by_it;
      for (const Earner& earner : earners_)
        if (mentions(*earner.points, m) && !asks_peers(*earner.points)) by_it.push_back(&earner);
      if (by_it.size() < 2) continue;
      Claim claim{"claim-earns-once", metrics[m].id.place, {metrics[m].id.value}, Verdict::undecided, {}, {}};
      if (never_both(by_it, m))
        claim.verdict = Verdict::proved;
      else if (!metrics[m].from)
        look_for_two(claim, by_it, m);
      work_.proofs.claims.push_back(std::move(claim));
    }
    const auto& tables = work_.card.rulebook->events;
    for (std::uint32_t t = 0; t < tables.size(); ++t) claim_facts(t, tables[t].id);
  }

 private:
  /// Whichever way the metric goes, one of them gains at most.
  bool never_both(const std::vector<const Earner*>& by_it, std::uint32_t metric) const {
    std::size_t up = 0, down = 0;
    for (const Earner* earner : by_it) {
      const TermDirection direction = direction_of(*earner->points, metric, work_.card);
      up += direction == TermDirection::rises || direction == TermDirection::unknown;
      down += direction == TermDirection::falls || direction == TermDirection::unknown;
    }
    return up < 2 && down < 2;
  }

  /// Two officers who differ in the metric alone, of whom the second has more in two places.
  void look_for_two(Claim& claim, const std::vector<const Earner*>& by_it, std::uint32_t metric) const {
    std::vector<Figures> bases = {work_.search.all_least(), work_.search.all_most()};
    bases.insert(bases.end(), work_.tried.end() - std::ptrdiff_t(std::min<std::size_t>(2, work_.tried.size())),
                 work_.tried.end());
    for (const Earner* earner : by_it) bases.push_back(work_.search.most({earner->part}));
    const auto& values = work_.search.values(metric);
    for (const Figures& base : bases)
      for (std::size_t k = 1; k < values.size(); ++k) {
        Figures low = base, high = base;
        low[metric] = values[k - 1];
        high[metric] = values[k];
        std::size_t up = 0, down = 0;
        for (const Earner* earner : by_it) {
          const Rational before = earner->part.amount(low), after = earner->part.amount(high);
          up += before < after;
          down += after < before;
        }
        if (up >= 2 && show(claim, by_it, low, high)) return;
        if (down >= 2 && show(claim, by_it, high, low)) return;
      }
  }
  bool show(Claim& claim, const std::vector<const Earner*>& by_it, const Figures& less, const Figures& more) const {
    const auto before = work_.examples.score(less), after = work_.examples.score(more);
    if (!before || !after) return false;
    std::string shown;
    std::size_t gain = 0;
    for (const Earner* earner : by_it) {
      const auto has = points_of(*before, earner->id), gets = points_of(*after, earner->id);
      if (!has || !gets || !(*has < *gets)) continue;
      shown += (gain++ > 0 ? "; " : "") + earner->id + " " + has->to_text() + ", " + gets->to_text();
    }
    if (gain < 2) return false;
    claim.verdict = Verdict::refuted;
    claim.examples = {work_.examples.officer(less), work_.examples.officer(more)};
    claim.shown = std::move(shown);
    return true;
  }

  /// Facts of one table from which several metrics are made, which earn in different places.
  void claim_facts(std::uint32_t table, const Name& id) const {
    struct Use {
      std::uint32_t metric;
      std::set<std::string> places;
    };
    std::vector<Use> uses;
    for (std::uint32_t m = 0; m < work_.card.derived.size(); ++m) {
      if (!work_.card.derived[m] || work_.card.derived[m]->table != table) continue;
      Use use{m, {}};
      for (const Earner& earner : earners_)
        if (mentions(*earner.points, m) && !asks_peers(*earner.points)) use.places.insert(earner.id);
      if (!use.places.empty()) uses.push_back(std::move(use));
    }
    bool several = false, apart = true;
    for (std::size_t b = 1; b < uses.size(); ++b)
      for (std::size_t a = 0; a < b; ++a) {
        if (uses[a].places == uses[b].places && uses[a].places.size() == 1) continue;
        several = true;
        apart = apart && never_both_of(uses[a].metric, uses[b].metric);
      }
    if (!several) return;
    Claim claim{"claim-fact-earns-once", id.place, {id.value}, apart ? Verdict::proved : Verdict::undecided, {}, {}};
    std::vector<const Earner*> by_them;
    for (const Earner& earner : earners_)
      if (std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return use.places.contains(earner.id); }))
        by_them.push_back(&earner);
    for (const Use& use : uses) {
      const MadeFact* fact = work_.search.fact(use.metric);
      Figures without = work_.search.all_least(), with = without;
      if (apart || fact == nullptr || claim.verdict == Verdict::refuted) continue;
      without[use.metric] = Rational(0);
      with[use.metric] = fact->worth;
      if (!show(claim, by_them, without, with)) show(claim, by_them, with, without);
    }
    work_.proofs.claims.push_back(std::move(claim));
  }
  /// No fact makes the one and the other.
  bool never_both_of(std::uint32_t one, std::uint32_t other) const {
    std::vector<const Term*> conditions;
    for (const std::uint32_t metric : {one, other}) {
      const Derivation kind = work_.card.rulebook->metrics[metric].from->kind;
      if (kind != Derivation::count && kind != Derivation::days) return false;
      conditions.push_back(work_.card.derived[metric]->formula.get());
      if (conditions.back() == nullptr || conditions.back()->type != ValueType::boolean) return false;
    }
    const auto cells = FigureGrid::of(conditions, work_.card);
    for (std::size_t cell = 0; cells && cell < cells->count(); ++cell)
      if (cells->holds(0, cell) && cells->holds(1, cell)) return false;
    return cells.has_value();
  }

  const ProofWork& work_;
  const std::vector<Earner> earners_;
};

/// Full marks on a day, between bounds where they hang on who it is.
ValueBounds marks_between(const Scorecard& card, const ScoreCategory& category, Day day) {
  if (!category.in_force.contains(day)) return point(Rational(0));
  if (category.full) return point(*category.full);
  ValueBounds sum = point(category.start);
  for (const std::uint32_t i : category.items) {
    const ScoreItem& item = card.items[i];
    if (!item.full || !item.in_force.contains(day)) continue;
    const auto marks = static_value(*item.full, card, day);
    sum = sum + (marks ? point(*marks) : bounds_of(*item.full, card));
  }
  for (const std::uint32_t c : category.categories) sum = sum + marks_between(card, card.categories[c], day);
  return sum;
}

/// A category none of whose parts is in force is as if it were not written.
bool has_parts(const Scorecard& card, const ScoreCategory& category, Day day) {
  const auto item = [&](std::uint32_t i) { return card.items[i].in_force.contains(day); };
  const auto inner = [&](std::uint32_t c) { return has_parts(card, card.categories[c], day); };
  return category.in_force.contains(day) &&
         (std::any_of(category.items.begin(), category.items.end(), item) ||
          std::any_of(category.categories.begin(), category.categories.end(), inner));
}

/// The days on which full marks become others.
std::set<Day> days_of_change(const Scorecard& card) {
  std::set<Day> changes = {card.effective_from}, days;
  for (const ScoreItem& item : card.items) {
    if (item.full) collect_change_days(*item.full, card, changes);
    changes.insert(item.in_force.first);
    if (item.in_force.last < kLastDay) changes.insert(item.in_force.last + 1);
  }
  for (const Day day : changes)
    if (card.effective_from <= day && day <= card.effective_to) days.insert(day);
  return days;
}

std::string percent_of(const Rational& share) {
  return (share * Rational(100)).rounded(2, Rounding::half_up).to_text() + "%";
}

/// What the category has of all full marks on a day; nothing where it has no share.
std::optional<ValueBounds> share_on(const Scorecard& card, std::uint32_t category, Day day) {
  if (!has_parts(card, card.categories[category], day)) return std::nullopt;
  const ValueBounds own = marks_between(card, card.categories[category], day);
  ValueBounds whole = point(Rational(0));
  for (const ScoreCategory& top : card.categories)
    if (!top.parent) whole = whole + marks_between(card, top, day);
  if (!own.low || !own.high || !whole.low || !whole.high || own.low->sign() < 0 || whole.low->sign() <= 0)
    return ValueBounds{};
  return ValueBounds{*own.low / *whole.high, *own.high / *whole.low};
}

}  // namespace

void claim_earnings(const ProofWork& work) { EarningClaims(work).claim_all(); }

void claim_balance(const ProofWork& work) {
  const Scorecard& card = work.card;
  for (const ShareLimit& limit : card.rulebook->balance) {
    const auto found = std::find_if(card.categories.begin(), card.categories.end(), [&](const ScoreCategory& one) {
      return one.written->id.value == limit.category.text;
    });
    if (found == card.categories.end()) continue;
    const Rational least(limit.least), most(limit.most);
    std::size_t looked_at = 0, kept = 0, broken = 0;
    std::string keeps, breaks;
    for (const Day day : days_of_change(card)) {
      const auto share = share_on(card, std::uint32_t(found - card.categories.begin()), day);
      if (!share) continue;
      ++looked_at;
      const std::string shown = share->only() ? percent_of(*share->only()) + " (" + day.to_text() + ")" : "";
      if (share->low && share->high && least <= *share->low && *share->high <= most) {
        if (kept++ == 0) keeps = shown;
      } else if ((share->high && *share->high < least) || (share->low && most < *share->low)) {
        if (broken++ == 0) breaks = shown;
      }
    }
    if (looked_at == 0) continue;
    const std::vector<std::string> arguments = {limit.category.text, percent_of(least) + ".." + percent_of(most)};
    const bool none_keeps = broken == looked_at, all_keep = kept == looked_at;
    work.proofs.claims.push_back({"claim-balance-can-be-kept",
                                  limit.place,
                                  arguments,
                                  kept > 0     ? Verdict::proved
                                  : none_keeps ? Verdict::refuted
                                               : Verdict::undecided,
                                  {},
                                  kept > 0 ? keeps : breaks});
    work.proofs.claims.push_back({"claim-balance-always-kept",
                                  limit.place,
                                  arguments,
                                  broken > 0 ? Verdict::refuted
                                  : all_keep ? Verdict::proved
                                             : Verdict::undecided,
                                  {},
                                  broken > 0 ? breaks : keeps});
  }
}

}  // namespace cwp
