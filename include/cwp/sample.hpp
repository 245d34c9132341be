#pragma once
// make_sample: believable data for any rulebook, for trying rules out, for tests and for demonstrations.

#include <cstdint>
#include <vector>

#include "cwp/check.hpp"
#include "cwp/export.hpp"
#include "cwp/progress.hpp"
#include "cwp/write.hpp"

namespace CWP_API cwp {

/// How many officers, for which days, and what they are like.
struct SampleOptions {
  std::uint32_t officers = 40;  ///< A0001, A0002 …: 1 to 100,000
  DayRange span;                ///< days, both ends included; at most ten years, and 50 million officer-days
  std::uint64_t seed = 1;       ///< another seed gives other data
  /// Values of the attribute by which officers are grouped (their station). 0: a station for each twenty officers,
  /// filled one after the other. At most as many as officers.
  std::uint32_t stations = 0;
  /// A few rows in a thousand are wrong on purpose, as extracts are: a figure out of its range or misspelt, an officer
  /// whom nobody knows, a row of a day on which he was not present. Each becomes a row issue; none is an error.
  bool wrong_rows = true;
  Progress progress = {};  ///< told for each officer of each file
};

/// The files that `--inputs DIR` reads: roster.csv, duty.csv, metrics.csv and an events-NAME.csv for each table of
/// facts, with a column for every attribute, metric and column of the rulebook.
///
/// The officers are weak, ordinary and strong; some get better or worse in the course of the span. What a metric's
/// figures are like follows from what the items ask of it: where full marks begin and where nothing is left, so that
/// points spread over the whole range; and from its promises (`type`, `range`, `decimals`), which they keep. Some
/// officers come, leave, or change the station within the span; each status that `duty` names occurs. A rate of two
/// metrics, ratio(a, b, …), never has a above b. Figures of periods that do not lie wholly inside the span are not
/// made.
///
/// The same rulebook and options give the same bytes on every machine: whole numbers only. Officers are made one by
/// one, so that with more of them the rows of the earlier ones stay as they were (with `stations` left alone, or the
/// same).
///
/// Errors: `sample-officers`, `sample-stations`, `sample-too-large`, `span-backwards`. O(officers · days · metrics).
Result<std::vector<OutputFile>> make_sample(const CheckedRulebook& rules, const SampleOptions& options);

}  // namespace cwp
