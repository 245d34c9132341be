#pragma once
// ExampleScores: officers who have the same figure in each period, scored as anybody is.

#include <string>
#include <vector>

#include "cwp/prove.hpp"
#include "cwp/score.hpp"
#include "proof/example_search.hpp"

namespace cwp {

class ExampleScores {
 public:
  explicit ExampleScores(const CheckedRulebook& rules);

  /// A day of the period that is scored: the first of the longest grain in which everything is in force and has begun.
  Day day() const { return calendar().first_day(period_); }
  const Period& period() const { return period_; }
  /// The officer as people read him.
  ExampleOfficer officer(const Figures& figures) const;
  /// Scores him by himself, in all grains of the rulebook; nothing where that is not possible.
  std::optional<Scores> score(const Figures& figures) const;

 private:
  const Calendar& calendar() const { return rules_.calendar(); }
  const CheckedRulebook& rules_;
  Plan plan_;
  Period period_;
};

}  // namespace cwp
