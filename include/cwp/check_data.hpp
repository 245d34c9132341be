#pragma once
// check_data: what data show about a rulebook that the rulebook alone does not, and what is odd about the data.

#include <vector>

#include "cwp/diagnostic.hpp"
#include "cwp/export.hpp"
#include "cwp/scores.hpp"

namespace CWP_API cwp {

/// Warnings, in file order, at the item, metric or ranking that they are about, with the figures in them:
/// - `data-all-full`, `data-all-nothing`: at least 19 of 20 figures of an item are full marks, or nothing (of 20
///   figures of 10 officers or more);
/// - `data-weight-more`, `data-weight-less`: an item makes twice the share of the differences between officers that it
///   has of the full marks, or half of it, and a tenth of all more or less. Its share of the differences is the
///   covariance of its points with the sum of all items' over the variance of that sum, within periods; the longest
///   assessment is looked at. `data-weight-against`: its share is -5 % or less. Said to be approximate: caps,
///   coefficients and adjustments are left out;
/// - `data-items-alike`: two items with a correlation of 0.9 or more, or -0.9 or less, within periods;
/// - `data-few-peers`: groups of fewer than five that are compared with one another, by a ranking or a formula;
/// - `data-metric-stopped`, `data-metric-never`: figures that came and come no more, that never came;
/// - `data-holidays-end`: days behind the last year whose holidays are listed;
/// - `data-value-jump`, `data-value-heap`: figures above ten times what nineteen of twenty stay below; whole figures
///   of which too many end in 0, or in 0 and 5.
/// What the rulebook says under `on_warning` is done to them. The order of rows changes nothing. Everything is exact
/// but what is shown of correlations. Time: officers × periods × items².
std::vector<Diagnostic> check_data(const Scores& scores);

/// Of these, `data-holidays-end` alone, for days up to `last`: what whoever scores should hear, for every weekday
/// behind the last year whose holidays are listed counts as a workday. Empty where they are listed, none is, or the
/// rulebook silences it. O(holidays).
std::vector<Diagnostic> holiday_doubts(const CheckedRulebook& rules, Day last);

}  // namespace cwp
