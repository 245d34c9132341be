#include "bench/r36/reference.hpp"

#include <algorithm>
#include <functional>
#include <span>

namespace cwp::r36 {
namespace {

using Integer = std::int64_t;

/// over > 0. No figure is above 1,000, no station above 28 officers: nothing here comes near 2^63.
struct Fraction {
  Integer value, over;
};

Fraction clamp(Fraction points, Integer least, Integer most) {
  if (points.value < least * points.over) return {least, 1};
  if (points.value > most * points.over) return {most, 1};
  return points;
}

/// Half up; for points that are not negative.
std::int32_t cents(Fraction points) {
  return static_cast<std::int32_t>((200 * points.value + points.over) / (2 * points.over));
}

struct Station {
  Integer officers, share_sum, above_sum;
};

Fraction points_of(int item, const std::array<Integer, kMetrics>& metrics, const Station& station, int factor) {
  const auto at = static_cast<std::size_t>(item);
  const Integer own = item < kShareOfMean ? metrics[at] : 0;
  if (item < kBandsFrom) return clamp({kAwardEach[at] * factor * own, 1000}, 0, kAwardMost[at] / 100);
  if (item < kRatioFrom) {
    int reached = 0;
    for (int band = 0; band < 5; ++band) reached += own >= band_begins(item, band, factor);
    return {band_cents(item, reached), 100};
  }
  if (item < kDeductFrom) {
    const Integer divisor = metrics[at + kDivisorBehind];
    return divisor == 0 ? Fraction{0, 1} : clamp({10 * own, divisor}, 0, 10);
  }
  if (item < kShareOfMean)
    return clamp({1000 * kDeductFull - kDeductEach[at - kDeductFrom] * own, 1000}, 0, kDeductFull);
  if (item == kShareOfMean)
    return station.share_sum == 0 ? Fraction{0, 1}
                                  : clamp({5 * metrics[kShareMetric] * station.officers, station.share_sum}, 0, 10);
  // 6 + 4/100 × factor × (own − sum/officers)
  const Integer above = metrics[kAboveMetric] * station.officers - station.above_sum;
  return clamp({600 * station.officers + 4 * factor * above, 100 * station.officers}, 0, 10);
}

/// 1 and how many of the totals are larger.
void rank(std::span<const std::int32_t> totals, std::span<std::uint32_t> ranks) {
  std::vector<std::int32_t> sorted(totals.begin(), totals.end());
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  for (std::size_t i = 0; i < totals.size(); ++i) {
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), totals[i], std::greater<>());
    ranks[i] = static_cast<std::uint32_t>(first - sorted.begin()) + 1;
  }
}

/// take(officer, item, its cents) of everybody in station `s`.
template <class Take>
void score_items(const Workload& work, std::size_t s, int factor, const Take& take) {
  const std::uint32_t first = work.stations[s], end = work.stations[s + 1];
  Station station{end - first, 0, 0};
  for (std::uint32_t officer = first; officer < end; ++officer) {
    station.share_sum += work.columns.column(kShareMetric)[officer];
    station.above_sum += work.columns.column(kAboveMetric)[officer];
  }
  for (std::uint32_t officer = first; officer < end; ++officer) {
    std::array<Integer, kMetrics> metrics{};
    for (int metric = 0; metric < kMetrics; ++metric)
      metrics[static_cast<std::size_t>(metric)] = work.columns.column(metric)[officer];
    for (int item = 0; item < kItems; ++item) take(officer, item, cents(points_of(item, metrics, station, factor)));
  }
}

}  // namespace

Results reference(const Workload& work, int factor) {
  Results results(work.officers());
  for (std::size_t s = 0; s < work.station_count(); ++s) {
    const std::uint32_t first = work.stations[s], end = work.stations[s + 1];
    score_items(work, s, factor, [&](std::uint32_t officer, int item, std::int32_t points) {
      results.categories[static_cast<std::size_t>(item % kCategories)][officer] += points;
    });
    for (std::uint32_t officer = first; officer < end; ++officer) {
      Fraction total{0, 100 * 100};
      for (std::size_t category = 0; category < kCategories; ++category)
        total.value += Integer{kWeightPercent[category]} * results.categories[category][officer];
      results.totals[officer] = cents(total);
    }
    rank(std::span(results.totals).subspan(first, end - first),
         std::span(results.station_ranks).subspan(first, end - first));
  }
  rank(results.totals, results.overall_ranks);
  return results;
}

std::size_t wrong_items(const ItemColumns& items, const Workload& work) {
  if (items.size() != work.officers() * kItems) return work.officers() * kItems;
  std::size_t wrong = 0;
  for (std::size_t s = 0; s < work.station_count(); ++s)
    score_items(work, s, kMonth, [&](std::uint32_t officer, int item, std::int32_t points) {
      wrong += items[static_cast<std::size_t>(item) * work.officers() + officer] != points;
    });
  return wrong;
}

Wrong compare(const Results& delivered, const Results& truth) {
  const std::size_t officers = truth.totals.size();
  if (delivered.totals.size() != officers) return {officers, officers, officers};
  Wrong wrong;
  for (std::size_t i = 0; i < officers; ++i) {
    wrong.totals += delivered.totals[i] != truth.totals[i];
    bool categories = true;
    for (std::size_t c = 0; c < kCategories; ++c)
      categories = categories && delivered.categories[c][i] == truth.categories[c][i];
    wrong.categories += !categories;
    wrong.ranks +=
        delivered.station_ranks[i] != truth.station_ranks[i] || delivered.overall_ranks[i] != truth.overall_ranks[i];
  }
  return wrong;
}

}  // namespace cwp::r36
