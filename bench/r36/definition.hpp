#pragma once
// The reference work R36: 36 items in three categories over forty metrics of a month, for a million officers. The same
// rules stand as an ordinary rulebook in r36.yaml. docs/performance.md tells what is measured with them.

#include <array>
#include <cstdint>

namespace cwp::r36 {

constexpr int kMetrics = 40;
constexpr int kItems = 36;
constexpr int kCategories = 3;

/// Item i belongs to category i mod 3; the total is their weighted sum.
constexpr std::array<int, kCategories> kWeightPercent{40, 35, 25};

/// How large a metric is on an ordinary day.
constexpr std::array<int, kMetrics> kDaily{3,  8,  20, 60, 2, 5,  12, 30, 4, 10, 6, 15, 5, 10, 20, 40, 8, 16, 3,  50,
                                           12, 25, 10, 20, 5, 40, 15, 30, 2, 3,  1, 4,  2, 5,  10, 20, 5, 40, 15, 30};

/// The forms of the items, by their numbers: [first, end) of each.
constexpr int kBandsFrom = 12, kRatioFrom = 22, kDeductFrom = 28, kShareOfMean = 34, kAboveMean = 35;

/// The period that is scored: thresholds are divided by its factor, and rounded up; what a unit gives is multiplied.
constexpr int kMonth = 1, kWeek = 5, kDay = 25;
constexpr int kMostDays = 31;  ///< of a month

/// Award: thousandths of a point a unit, and the most that an item gives, in cents.
constexpr std::array<int, kBandsFrom> kAwardEach{155, 57, 23, 7, 225, 95, 35, 15, 115, 45, 75, 31};
constexpr std::array<int, kBandsFrom> kAwardMost{800, 800, 800, 800, 800, 800, 1000, 1000, 800, 800, 1000, 800};

/// Bands: where each begins, in hundredths of a busy month, and what it gives, in cents. From kBandsReversed on less is
/// better.
constexpr std::array<int, 5> kBandPercent{15, 30, 50, 70, 85};
constexpr std::array<int, 6> kBandCents{0, 150, 325, 500, 650, 800};
constexpr int kBandsReversed = 19;
constexpr int band_begins(int item, int band, int factor = kMonth) {
  const int month = 25 * kDaily[static_cast<std::size_t>(item)] * kBandPercent[static_cast<std::size_t>(band)] / 100;
  return (month + factor - 1) / factor;
}
/// `band` counts the thresholds that are reached: 0 to 5.
constexpr int band_cents(int item, int band) {
  return kBandCents[static_cast<std::size_t>(item >= kBandsReversed ? 5 - band : band)];
}

/// Ratio: item i divides metric i by metric i + kDivisorBehind.
constexpr int kDivisorBehind = 12;

/// Deduct: thousandths of a point that each one costs.
constexpr std::array<int, kShareOfMean - kDeductFrom> kDeductEach{1125, 750, 2375, 500, 1875, 425};
constexpr int kDeductFull = 8;

/// The metrics that the last two items compare with the mean of the station.
constexpr int kShareMetric = 0, kAboveMetric = 12;

/// The largest figure of a month.
constexpr bool counts_faults(int metric) { return metric >= kDeductFrom && metric < kShareOfMean; }
constexpr int largest(int metric) {
  return (counts_faults(metric) ? 5 : 25) * kDaily[static_cast<std::size_t>(metric)];
}

/// The largest total, in cents: every item gives at most ten points.
constexpr int kLargestTotal = kItems / kCategories * 1000;

}  // namespace cwp::r36
