// Claims about cases that are decided for all figures at once: no hole between them, no two that contradict each other.

#include <algorithm>

#include "lint/doubts.hpp"
#include "proof/choice_work.hpp"

namespace cwp {
namespace {

constexpr int kMostTriedCells = 8;  // cells in which somebody is looked for

bool covers(const ChoiceWork& choice, std::size_t way, std::size_t cell) {
  return choice.cells()->holds(choice.own(way), cell);
}
bool on_path(const ChoiceWork& choice, std::size_t cell) { return choice.holds_in(choice.path(), cell); }

bool is_covered(const ChoiceWork& choice, std::size_t cell) {
  for (std::size_t way = 0; way < choice.ways(); ++way)
    if (covers(choice, way, cell)) return true;
  return false;
}

/// Nothing holds in it, and something does on both sides of one of its figures.
bool is_hole(const ChoiceWork& choice, std::size_t cell) {
  if (is_covered(choice, cell) || !on_path(choice, cell)) return false;
  const FigureGrid& cells = *choice.cells();
  const std::vector<std::size_t> at = cells.pieces(cell);
  for (std::size_t f = 0; f < at.size(); ++f) {
    if (cells.figures()[f].truth) continue;
    bool before = false, behind = false;
    for (std::size_t piece = 0; piece < cells.figures()[f].pieces.size(); ++piece) {
      std::vector<std::size_t> other = at;
      other[f] = piece;
      const std::size_t there = cells.cell(other);
      if (piece != at[f] && on_path(choice, there) && is_covered(choice, there))
        (piece < at[f] ? before : behind) = true;
    }
    if (before && behind) return true;
  }
  return false;
}

/// `satisfaction = 84.5`
std::string figures_in(const ChoiceWork& choice, const ChoiceWork::Found& found) {
  std::string text;
  const auto& figures = choice.cells()->figures();
  for (std::size_t f = 0; f < figures.size(); ++f)
    if (!figures[f].truth)
      text += (text.empty() ? "" : ", ") + written_at(figures[f].term->source) + " = " +
              plain_text(choice.figure(found, f));
  return text;
}

/// Some cells in which the one holds and the other does not.
std::vector<std::size_t> cells_of_one(const ChoiceWork& choice, std::size_t one, std::size_t without) {
  std::vector<std::size_t> cells;
  for (std::size_t cell = 0; cell < choice.cells()->count() && cells.size() < std::size_t(kMostTriedCells); ++cell)
    if (on_path(choice, cell) && covers(choice, one, cell) && !covers(choice, without, cell)) cells.push_back(cell);
  return cells;
}

/// Figures that hang on each other may never be as a cell says.
bool anybody_in(ChoiceWork& choice, const std::vector<std::size_t>& cells) {
  return std::any_of(cells.begin(), cells.end(), [&](std::size_t cell) {
    return choice.somebody_in(cell, [](const ChoiceWork::Found&) { return true; }).has_value();
  });
}

}  // namespace

void claim_no_hole(ChoiceWork& choice) {
  Claim claim{"claim-no-hole", choice.choice().conditions[0]->source, {choice.owner().id}, Verdict::undecided, {}, {}};
  int tried = 0;
  for (std::size_t cell = 0; choice.cells() && cell < choice.cells()->count() && tried < kMostTriedCells; ++cell) {
    if (!is_hole(choice, cell)) continue;
    ++tried;
    const auto figures = choice.somebody_in(cell, [&](const ChoiceWork::Found& found) {
      claim.shown = figures_in(choice, found);
      return true;
    });
    if (!figures) continue;
    claim.verdict = Verdict::refuted;
    claim.examples = {choice.work().examples.officer(*figures)};
    break;
  }
  if (choice.cells() && tried == 0) claim.verdict = Verdict::proved;
  choice.work().proofs.claims.push_back(std::move(claim));
}

void claim_apart(ChoiceWork& choice) {
  const Choice& made = choice.choice();
  Claim claim{"claim-cases-apart", made.conditions[0]->source, {choice.owner().id}, Verdict::undecided, {}, {}};
  int tried = 0;
  for (std::size_t b = 1; b < choice.ways() && choice.cells(); ++b)
    for (std::size_t a = 0; a < b && claim.verdict == Verdict::undecided && tried < kMostTriedCells; ++a) {
      const auto first = bounds_of(*made.values[a], choice.work().card).only();
      const auto second = bounds_of(*made.values[b], choice.work().card).only();
      if (first && second && *first == *second) continue;
      // One that is a narrower case of the other, before or behind it, is what people mean by the first that holds.
      const std::vector<std::size_t> only_a = cells_of_one(choice, a, b), only_b = cells_of_one(choice, b, a);
      if (only_a.empty() || only_b.empty()) continue;
      for (std::size_t cell = 0; cell < choice.cells()->count() && tried < kMostTriedCells; ++cell) {
        if (!on_path(choice, cell) || !covers(choice, a, cell) || !covers(choice, b, cell)) continue;
        ++tried;
        const auto figures = choice.somebody_in(cell, [&](const ChoiceWork::Found& found) {
          const Value &one = choice.value(found, a), &other = choice.value(found, b);
          if (!one.present() || !other.present() || same_value(one, other)) return false;
          claim.shown = written_at(made.conditions[a]->source) + ": " + plain_text(one) + ", " +
                        written_at(made.conditions[b]->source) + ": " + plain_text(other);
          return true;
        });
        if (!figures) continue;
        if (anybody_in(choice, only_a) && anybody_in(choice, only_b)) {
          claim.verdict = Verdict::refuted;
          claim.examples = {choice.work().examples.officer(*figures)};
        }
        break;
      }
    }
  if (claim.verdict != Verdict::refuted) claim.shown.clear();
  if (choice.cells() && tried == 0) claim.verdict = Verdict::proved;
  choice.work().proofs.claims.push_back(std::move(claim));
}

}  // namespace cwp
