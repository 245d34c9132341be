#pragma once
// A trial: what a term comes to when figures are as assumed. It tells what an item asks of a metric, whatever its form.

#include <optional>
#include <vector>

#include "graph/scorecard.hpp"

namespace cwp {

/// Assumed figures, each of one of the metric's own periods (a workday of a daily metric), by metric.
struct TrialFigures {
  std::vector<Rational> own;    ///< of the officer on trial
  std::vector<Rational> usual;  ///< of everybody else
  Day day;                      ///< a day in the middle: which parameters hold
  /// Of the officer on trial, by attribute; empty: an ordinary officer's.
  std::vector<Value> attributes = {};
  /// Nothing: a figure in each period of the metric's own, of days in each workday. `day`: on each day. Longer: one
  /// figure in each of these periods.
  std::optional<Grain> every = {};
};

/// How many periods of `inner` an ordinary period of `outer` has; of days only the workdays. 1 where outer is not
/// longer.
std::int64_t usual_periods(Grain outer, Grain inner);

/// A figure of the attribute that stands for all others: its default, the middle of its bounds, its first word, some
/// other word.
Value usual_attribute(const Attribute& attribute, Day day);

/// The term with assumed figures: every inner period of an aggregate is like the other, a lag like the present, and
/// scores of other parts are at four fifths of their full marks. Missing where it cannot be told.
Value trial_value(const Term& term, const Scorecard& card, const TrialFigures& figures);

}  // namespace cwp
