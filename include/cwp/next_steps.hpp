#pragma once
// next_steps: what would give an officer the next better points of an item, and the next rank: the nearest change of
// one figure, each checked by scoring with it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/result.hpp"
#include "cwp/scores.hpp"

namespace CWP_API cwp {

/// One change of one metric that would have helped.
struct NextStep {
  std::string part;                      ///< the item or adjustment whose points it betters; empty: it gains a rank
  std::string metric;                    ///< whose figures are changed
  Period first;                          ///< in which the figure is another one
  std::size_t periods = 1;               ///< so many, each in the same way; 1: in `first` alone
  std::optional<Decimal> figure;         ///< what stood in `first`; nothing: no figure, which is added to as to 0
  Decimal by;                            ///< so much more, or less, in each
  std::optional<Decimal> points_before;  ///< of the part, in the ranking's period
  std::optional<Decimal> points_after;   ///< likewise, had it been so
  std::optional<Decimal> value_before;   ///< of what is ranked
  std::optional<Decimal> value_after;    ///< likewise, had it been so
  std::optional<Decimal> rank_before;    ///< where a rank is gained
  std::optional<Decimal> rank_after;     ///< likewise, had it been so
};

/// What would have helped an officer in a period.
struct NextSteps {
  std::string ranking;             ///< its id
  std::string officer;             ///< his key
  Period period;                   ///< of the ranking
  std::optional<Decimal> rank;     ///< as it is
  std::optional<Decimal> value;    ///< as it is, as published
  std::size_t ranked = 0;          ///< how many of his group have a rank
  std::vector<NextStep> parts;     ///< by part, in file order; for each metric in it the nearest change that helps
  std::vector<NextStep> ranks;     ///< by metric, in file order: the nearest change that gains a rank
  std::vector<std::string> stuck;  ///< items and adjustments that no change of one figure of his betters
  std::size_t scorings = 0;        ///< how often the officer was scored to find out
  bool whole = true;  ///< false: it took too many scorings; what was found holds, the rest was not looked for
};

/// What one changed figure of an officer would have done in a period among the scores: for each item and adjustment of
/// the assessment, and for each metric in it, the smallest change in one of the item's own periods that betters its
/// points as printed; and for each metric the smallest that gains a rank in the ranking, in one period, or the same in
/// each. Of a metric whose figures come in shorter periods than the item is scored in, one figure of that period is
/// changed: the last one that can be (by the fold `first` the first, by `max` and `min` the largest, smallest). Changes
/// keep the promises of the metric, and are whole multiples of its least step: 1, or one of the last decimal that it
/// promises or his figures have.
///
/// Found by trial: steps 1 to 8, then twice as many each time, then halfway between what did not help and what did; so
/// it is the nearest wherever more of a figure does not help less. Every change told has been scored: the officer's
/// figures by themselves where nobody's figures hang on another's, and for ranks, or where they do (`by` in formulas),
/// everybody's. There the search itself takes the others' figures as they are, so that a nearer change may be missed.
///
/// Metrics with `about` are not his to change, and left alone; what hangs on nothing else is stuck. Errors:
/// `ranking-not-there`, `not-in-ranking` (a ranking of units lists no officers). Time: some ten scorings of one officer
/// for each item, metric and period of the item, 20,000 at most; and a scoring of all for each metric.
Result<NextSteps> next_steps(const Scores& scores, std::string_view ranking, std::string_view officer, Period period);

/// For people: two tables, and what nothing betters.
std::string to_text(const NextSteps& steps, const Scores& scores, Language language = Language::en);
/// For programs: an object with the members of NextSteps; figures are texts.
std::string to_json(const NextSteps& steps, const Scores& scores);

}  // namespace cwp
