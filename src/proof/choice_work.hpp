#pragma once
// ChoiceWork: a choice in a formula, its conditions decided for all figures, and officers who are looked for in it.

#include <functional>
#include <map>

#include "proof/prove_claims.hpp"
#include "term/choices.hpp"
#include "term/figure_grid.hpp"

namespace cwp {

/// What has the formula.
struct ChoiceOwner {
  std::string id;
  TermPtr part;  ///< the item; null for an adjustment
  bool has_full = false;
};

/// Conditions by number: those on the path to the choice, then its own. Of a table these are that its edges are
/// reached.
class ChoiceWork {
 public:
  struct Wanted {
    std::size_t condition;
    bool holds;
  };
  /// A period of an example in which the owner's points are those of its formula.
  struct Found {
    const ExampleProbes::Values* values;
    std::size_t number;  ///< of the period, among those of the choice's grain
  };
  using Takes = std::function<bool(const Found&)>;

  ChoiceWork(const ProofWork& work, const ChoiceOwner& owner, const Choice& choice);

  const ProofWork& work() const { return work_; }
  const ChoiceOwner& owner() const { return owner_; }
  const Choice& choice() const { return choice_; }
  /// Nothing where the conditions are about too much.
  const std::optional<FigureGrid>& cells() const { return cells_; }
  std::size_t ways() const { return choice_.conditions.size(); }
  /// The number of the condition of a way.
  std::size_t own(std::size_t way) const { return choice_.path.size() + way; }
  std::vector<Wanted> path() const;

  /// False where nobody's figures can be so.
  bool can_be(const std::vector<Wanted>& wanted) const;
  bool holds_in(const std::vector<Wanted>& wanted, std::size_t cell) const;

  /// Somebody for whom they are so in a period that `takes` takes, by evaluating all as scoring does: his figures.
  std::optional<Figures> somebody(const std::vector<Wanted>& wanted, const Takes& takes);
  /// The same in a cell, on the path.
  std::optional<Figures> somebody_in(std::size_t cell, const Takes& takes);

  const Value& condition(const Found& found, std::size_t condition) const { return at(found, 1 + condition); }
  /// What a way comes to; the last is the rest.
  const Value& value(const Found& found, std::size_t way) const { return at(found, 1 + conditions_.size() + way); }
  const Value& figure(const Found& found, std::size_t figure) const {
    return at(found, 2 + conditions_.size() + ways() + figure);
  }
  /// The owner's points in the period that holds this one; missing for an adjustment.
  Value points(const Found& found) const;

 private:
  const Value& at(const Found& found, std::size_t probe) const { return (*found.values)[probe][found.number].value; }
  std::optional<Figures> look(const ExampleSearch::Part& part, const std::vector<Wanted>& wanted, const Takes& takes);
  const ProbedValue* part_at(const ExampleProbes::Values& values, const Period& period) const;

  const ProofWork& work_;
  const ChoiceOwner& owner_;
  const Choice& choice_;
  std::vector<TermPtr> conditions_;
  std::optional<FigureGrid> cells_;
  std::vector<TermPtr> asked_;  ///< the owner, conditions, values, the rest, the figures of the cells
  std::optional<ExampleProbes> probes_;
  std::map<Figures, std::optional<ExampleProbes::Values>> seen_;
};

}  // namespace cwp
