#pragma once
// SwitchedTotals: the totals of an example as they are, and as they are without a part or with another parameter.

#include <map>
#include <memory>

#include "proof/example_scores.hpp"

namespace cwp {

struct CheckedState;
class Run;

/// The rulebook with a switch in each item's and adjustment's formula: what is switched off gives 0 times its points,
/// so that what is missing or exempt stays so.
class SwitchedTotals {
 public:
  SwitchedTotals(const CheckedRulebook& rules, const ExampleScores& examples);
  ~SwitchedTotals();

  using Totals = std::map<Period, Value>;  ///< of all assessments
  /// Null where they cannot be scored. O(graph × periods); the totals of some examples are kept.
  const Totals* with_all(const Figures& figures);
  std::optional<Totals> without_item(const Figures& figures, std::uint32_t item);
  std::optional<Totals> without_adjustment(const Figures& figures, std::uint32_t adjustment);
  /// Each of the parameter's values by `change`.
  std::optional<Totals> with_parameter(const Figures& figures, std::uint32_t parameter,
                                       Rational (*change)(const Rational&));

 private:
  struct Example {
    std::optional<Dataset> data;
    std::unique_ptr<Run> run;  ///< null without data
    std::optional<Totals> totals;
  };
  ScoreOptions options() const;
  Example& example(const Figures& figures);
  std::optional<Totals> totals(const Example& example) const;
  std::optional<Totals> with_switch(const Figures& figures, std::size_t number);

  const ExampleScores& examples_;
  std::shared_ptr<CheckedState> state_;  ///< of the plan; its parameters are set from run to run
  std::uint32_t switch_ = 0;             ///< the parameter that says what is switched off; 0: nothing
  Plan plan_;
  std::map<Figures, Example> kept_;
};

/// What anything hangs on: by a rulebook's graph.
struct UsedParts {
  std::vector<bool> items, adjustments, parameters;
};
/// Of totals: vetoes on them, caps of their groups and facts of their metrics included.
UsedParts used_by_totals(const Plan& plan);
/// Of rankings, grades, awards and promises.
UsedParts used_by_standing(const Plan& plan);

}  // namespace cwp
