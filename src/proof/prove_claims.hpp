#pragma once
// The claims of cwp/prove.hpp, a function each kind.

#include "cwp/prove.hpp"
#include "proof/example_scores.hpp"

namespace cwp {

/// Where everything that proves is kept.
struct ProofWork {
  const CheckedRulebook& rules;
  const Scorecard& card;
  const ExampleSearch& search;
  const ExampleScores& examples;
  std::vector<Diagnostic> doubts;  ///< of src/lint: what bounds prove is told there, and here by the same
  Proofs& proofs;
  std::vector<Figures> tried = {};  ///< of which the ranges were made: those with most of everything stand last
};

/// A figure that an item has in an example: the least and the greatest of its periods.
struct ItemFigures {
  std::optional<Decimal> least, most;
};
ItemFigures item_figures(const Scores& scores, const ScoreItem& item);
/// True when lint reports `slug` about the thing with this id.
bool is_doubted(const ProofWork& work, std::string_view slug, const std::string& id);

void claim_full_marks(const ProofWork& work);
void claim_vetoes(const ProofWork& work);
void claim_directions(const ProofWork& work);
void claim_divisors(const ProofWork& work);
void claim_choices(const ProofWork& work);
void claim_uses(const ProofWork& work);
void claim_ties(const ProofWork& work);
void claim_earnings(const ProofWork& work);
void claim_balance(const ProofWork& work);
class ChoiceWork;
void claim_no_hole(ChoiceWork& choice);
void claim_apart(ChoiceWork& choice);

}  // namespace cwp
