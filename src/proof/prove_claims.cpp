#include "proof/prove_claims.hpp"

#include <algorithm>

#include "bounds/value_bounds.hpp"
#include "graph/visit_terms.hpp"
#include "lint/doubts.hpp"
#include "term/term_direction.hpp"

namespace cwp {
namespace {

ExampleSearch::Part item_part(const ProofWork& work, std::uint32_t item, const Rational& sign) {
  return {work.search.axes_of(work.card.items[item]), [&work, item, sign](const Figures& figures) {
            const auto points = work.search.points(item, figures);
            return points ? *points * sign : Rational(0);
          }};
}

bool can_be_tried(const ScoreItem& item) { return item.points && item.points->kind != TermKind::invalid; }

/// The figures that make a condition true, or false, as far as trial goes.
std::optional<Figures> figures_for(const ProofWork& work, const Term& condition, bool wanted) {
  const ExampleSearch::Part part{work.search.axes_of({&condition}), [&](const Figures& figures) {
                                   const Value value = work.search.value(condition, figures);
                                   return Rational(value.present() && value.truth() == wanted ? 1 : 0);
                                 }};
  const Figures figures = work.search.most({part});
  return part.amount(figures).is_zero() ? std::nullopt : std::optional(figures);
}

std::string both_figures(const std::optional<Decimal>& first, const std::optional<Decimal>& second) {
  return (first ? first->to_text() : "-") + ", " + (second ? second->to_text() : "-");
}

bool has_division(const Term& term) {
  return any_term(term, [](const Term& part) { return part.kind == TermKind::call && part.function->doc.name == "/"; });
}

/// All divisors are other than 0, by the promises.
bool divides_safely(const Term& term, const Scorecard& card) {
  return !any_term(term, [&](const Term& part) {
    return part.kind == TermKind::call && part.function->doc.name == "/" &&
           bounds_of(*part.children[1], card).contains(Rational(0));
  });
}

}  // namespace

ItemFigures item_figures(const Scores& scores, const ScoreItem& item) {
  ItemFigures figures;
  for (const ScoreTable& table : scores.tables()) {
    const auto column = std::find(table.ids.begin(), table.ids.end(), item.written->id.value);
    if (table.grain < item.grain || column == table.ids.end()) continue;
    for (const ScoreRow& row : table.rows) {
      const Part& part = row.parts[std::size_t(column - table.ids.begin())];
      if (!part.points || part.reason != Reason::none) continue;
      if (!figures.least || *part.points < *figures.least) figures.least = part.points;
      if (!figures.most || *figures.most < *part.points) figures.most = part.points;
    }
    if (figures.least) break;  // of the finest assessment that holds it
  }
  return figures;
}

bool is_doubted(const ProofWork& work, std::string_view slug, const std::string& id) {
  return std::any_of(work.doubts.begin(), work.doubts.end(), [&](const Diagnostic& doubt) {
    return doubt.slug == slug && !doubt.arguments.empty() && doubt.arguments[0] == id;
  });
}

void claim_full_marks(const ProofWork& work) {
  for (std::uint32_t i = 0; i < work.card.items.size(); ++i) {
    const ScoreItem& item = work.card.items[i];
    if (!item.full || !can_be_tried(item)) continue;
    const std::string& id = item.written->id.value;
    Claim claim{"claim-full-reachable", item.written->id.place, {id}, Verdict::undecided, {}, {}};
    if (is_doubted(work, "full-out-of-reach", id)) {
      claim.verdict = Verdict::refuted;
    } else {
      const Figures figures = work.search.most({item_part(work, i, Rational(1))});
      const auto scores = work.examples.score(figures);
      const auto full = fixed_value(*item.full, work.card);
      const auto reached = scores ? item_figures(*scores, item).most : std::nullopt;
      if (full && reached && *full <= Rational(*reached)) {
        claim.verdict = Verdict::proved;
        claim.examples = {work.examples.officer(figures)};
        claim.shown = reached->to_text();
      }
    }
    work.proofs.claims.push_back(std::move(claim));
  }
}

void claim_vetoes(const ProofWork& work) {
  for (std::uint32_t v = 0; v < work.card.vetoes.size(); ++v) {
    const ScoreVeto& veto = work.card.vetoes[v];
    if (!veto.when || veto.when->kind == TermKind::invalid) continue;
    const std::string& id = veto.written->id.value;
    for (const bool acts : {true, false}) {
      Claim claim{
          acts ? "claim-veto-acts" : "claim-veto-stays-away", veto.written->id.place, {id}, Verdict::undecided, {}, {}};
      if (is_doubted(work, acts ? "veto-never" : "veto-always", id)) {
        claim.verdict = Verdict::refuted;
      } else if (const auto figures = figures_for(work, *veto.when, acts)) {
        const auto scores = work.examples.score(*figures);
        const ScoreTable* table = scores ? scores->table(veto.grain) : nullptr;
        const auto fires = [&](const ScoreRow& row) {
          return std::find(row.vetoes.begin(), row.vetoes.end(), v) != row.vetoes.end();
        };
        const bool shown = table != nullptr && !table->rows.empty() &&
                           (acts ? std::any_of(table->rows.begin(), table->rows.end(), fires)
                                 : std::none_of(table->rows.begin(), table->rows.end(), fires));
        if (shown) {
          claim.verdict = Verdict::proved;
          claim.examples = {work.examples.officer(*figures)};
        }
      }
      work.proofs.claims.push_back(std::move(claim));
    }
  }
}

void claim_directions(const ProofWork& work) {
  const auto& metrics = work.card.rulebook->metrics;
  for (std::uint32_t i = 0; i < work.card.items.size(); ++i) {
    const ScoreItem& item = work.card.items[i];
    if (!can_be_tried(item)) continue;
    for (const std::uint32_t m : ExampleSearch::metrics_of(*item.points)) {
      if (metrics[m].better == Better::unsaid) continue;
      const bool more = metrics[m].better == Better::more;
      Claim claim{more ? "claim-more-never-costs" : "claim-less-never-costs",
                  item.written->id.place,
                  {item.written->id.value, metrics[m].id.value},
                  Verdict::undecided,
                  {},
                  {}};
      TermDirection direction = direction_of(*item.points, m, work.card);
      for (const TermPtr& other : {item.min, item.max, item.applies, item.exempt})
        if (other && direction_of(*other, m, work.card) != TermDirection::constant) direction = TermDirection::unknown;
      if (direction == (more ? TermDirection::rises : TermDirection::falls) || direction == TermDirection::constant) {
        claim.verdict = Verdict::proved;
      } else if (!metrics[m].from) {  // a fact may move another metric as well
        // Of neighbouring figures the better one with fewer points, from three beginnings.
        for (Figures figures :
             {work.search.all_least(), work.search.all_most(), work.search.most({item_part(work, i, Rational(1))})}) {
          const auto& values = work.search.values(m);
          for (std::size_t k = 1; k < values.size() && claim.verdict == Verdict::undecided; ++k) {
            Figures worse = figures, better = figures;
            worse[m] = values[more ? k - 1 : k];
            better[m] = values[more ? k : k - 1];
            const auto before = work.search.points(i, worse), after = work.search.points(i, better);
            if (!before || !after || !(*after < *before)) continue;
            const auto less = work.examples.score(worse), most = work.examples.score(better);
            if (!less || !most) continue;
            const auto has = item_figures(*less, item).least, gets = item_figures(*most, item).least;
            if (!has || !gets || !(*gets < *has)) continue;
            claim.verdict = Verdict::refuted;
            claim.examples = {work.examples.officer(worse), work.examples.officer(better)};
            claim.shown = both_figures(has, gets);
          }
        }
      }
      work.proofs.claims.push_back(std::move(claim));
    }
  }
}

void claim_divisors(const ProofWork& work) {
  for (const ScoreItem& item : work.card.items) {
    if (!can_be_tried(item) || !has_division(*item.points)) continue;
    Claim claim{
        "claim-divisors-not-zero", item.written->id.place, {item.written->id.value}, Verdict::undecided, {}, {}};
    if (divides_safely(*item.points, work.card)) {
      claim.verdict = Verdict::proved;
    } else {
      std::vector<const Term*> divisors;
      visit_terms(*item.points, [&](const Term& term) {
        if (term.kind == TermKind::call && term.function->doc.name == "/") divisors.push_back(term.children[1].get());
      });
      for (const Term* divisor : divisors) {
        const ExampleSearch::Part zero{work.search.axes_of({divisor}), [&](const Figures& figures) {
                                         const Value value = work.search.value(*divisor, figures);
                                         return value.present() ? -value.number.abs() : Rational(-1'000'000);
                                       }};
        const Figures figures = work.search.most({zero});
        const auto scores = work.examples.score(figures);
        if (!scores || claim.verdict != Verdict::undecided) continue;
        for (const RowIssue& issue : scores->issues())
          if (issue.reason == "division-by-zero" && issue.metric == item.written->id.value) {
            claim.verdict = Verdict::refuted;
            claim.examples = {work.examples.officer(figures)};
            break;
          }
      }
    }
    work.proofs.claims.push_back(std::move(claim));
  }
}

}  // namespace cwp
