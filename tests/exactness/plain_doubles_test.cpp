// What binary doubles get wrong in work like that of cwp, counted: rounding to cents, comparing, means, sums, roots.
// What docs/exactness.md tells are these counts.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "bench/r36/reference.hpp"
#include "decimal/correct_rounding.hpp"
#include "decimal/rational.hpp"
#include "exactness/run_step.hpp"

namespace cwp::testing {
namespace {

/// A way to round a double to two places.
struct Way {
  const char* name;
  double (*rounded)(double);
};
constexpr Way kWays[] = {
    {"floor(v * 100 + 0.5) / 100", [](double v) { return std::floor(v * 100 + 0.5) / 100; }},
    {"round(v * 100) / 100", [](double v) { return std::round(v * 100) / 100; }},
    {"rint(v * 100) / 100", [](double v) { return std::nearbyint(v * 100) / 100; }},
    {"printf(\"%.2f\", v)",
     [](double v) {
       char text[64];
       std::snprintf(text, sizeof text, "%.2f", v);
       return std::strtod(text, nullptr);
     }},
};

std::int64_t cents_of(double points) { return std::llround(points * 100); }

/// The points of an item of R36 in doubles, as a program is written that knows nothing of all this.
double points_in_doubles(int item, const std::array<double, r36::kMetrics>& figures, double share_mean,
                         double above_mean) {
  const auto at = std::size_t(item);
  const double own = item < r36::kShareOfMean ? figures[at] : 0;
  if (item < r36::kBandsFrom) return std::min(own * (r36::kAwardEach[at] / 1000.0), r36::kAwardMost[at] / 100.0);
  if (item < r36::kRatioFrom) {
    int reached = 0;
    for (int band = 0; band < 5; ++band) reached += own >= r36::band_begins(item, band);
    return r36::band_cents(item, reached) / 100.0;
  }
  if (item < r36::kDeductFrom) {
    const double divisor = figures[at + r36::kDivisorBehind];
    return divisor == 0 ? 0 : std::min(10.0, 10 * own / divisor);
  }
  if (item < r36::kShareOfMean)
    return std::max(0.0, r36::kDeductFull - own * (r36::kDeductEach[at - r36::kDeductFrom] / 1000.0));
  if (item == r36::kShareOfMean)
    return share_mean == 0 ? 0 : std::min(10.0, 5 * figures[r36::kShareMetric] / share_mean);
  return std::clamp(6 + 0.04 * (figures[r36::kAboveMetric] - above_mean), 0.0, 10.0);
}

std::vector<std::int64_t> totals_in_doubles(const r36::Workload& work, const Way& way) {
  std::vector<std::int64_t> totals;
  for (std::size_t s = 0; s < work.station_count(); ++s) {
    double share = 0, above = 0;
    const std::uint32_t first = work.stations[s], end = work.stations[s + 1];
    for (std::uint32_t officer = first; officer < end; ++officer) {
      share += work.columns.column(r36::kShareMetric)[officer];
      above += work.columns.column(r36::kAboveMetric)[officer];
    }
    for (std::uint32_t officer = first; officer < end; ++officer) {
      std::array<double, r36::kMetrics> figures{};
      for (int metric = 0; metric < r36::kMetrics; ++metric)
        figures[std::size_t(metric)] = work.columns.column(metric)[officer];
      double categories[r36::kCategories] = {}, total = 0;
      for (int item = 0; item < r36::kItems; ++item)
        categories[item % r36::kCategories] +=
            way.rounded(points_in_doubles(item, figures, share / (end - first), above / (end - first)));
      for (std::size_t c = 0; c < r36::kCategories; ++c) total += r36::kWeightPercent[c] / 100.0 * categories[c];
      totals.push_back(cents_of(way.rounded(total)));
    }
  }
  return totals;
}

std::vector<std::size_t> ranks_of(const std::vector<std::int64_t>& totals) {
  std::vector<std::int64_t> sorted = totals;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  std::vector<std::size_t> ranks;
  for (const std::int64_t total : totals)
    ranks.push_back(
        std::size_t(std::lower_bound(sorted.begin(), sorted.end(), total, std::greater<>()) - sorted.begin()));
  return ranks;
}

template <typename T>
std::int64_t differences(const std::vector<T>& a, const std::vector<T>& b) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += a[i] != b[i];
  return count;
}

// cwp's own totals of this work, none of them wrong: tests/cli/reference_work_test.cpp.
TEST(PlainDoubles, GiveEveryNinthOfficerAWrongTotal) {
  const r36::Workload work(30'000);
  const r36::Results truth = r36::reference(work);
  const std::vector<std::int64_t> totals(truth.totals.begin(), truth.totals.end());
  for (const Way& way : kWays) {
    const auto made = totals_in_doubles(work, way);
    const std::int64_t wrong = differences(made, totals), moved = differences(ranks_of(made), ranks_of(totals));
    EXPECT_GT(wrong, 0) << way.name;
    EXPECT_TRUE(page_says("| `" + std::string(way.name) + "` | " + grouped(wrong) + " | " + grouped(moved) + " |"));
  }
}

/// Cents of a number of thousandths, half up: what is right.
std::int64_t right_cents(std::int64_t thousandths) { return (thousandths + 5) / 10; }

TEST(PlainDoubles, RoundTiesToTheWrongSide) {
  for (const Way& way : kWays) {
    std::int64_t written = 0, multiplied = 0, all = 0;
    for (std::int64_t thousandths = 5; thousandths < 10'000; thousandths += 10)
      written += cents_of(way.rounded(double(thousandths) / 1000)) != right_cents(thousandths);
    // The same as figures times what each gives: 155 thousandths and so on.
    for (const int each : r36::kAwardEach)
      for (int figure = 1; figure * each < 10'000; ++figure) {
        if (figure * each % 10 != 5) continue;
        ++all;
        multiplied += cents_of(way.rounded(figure * (each / 1000.0))) != right_cents(figure * each);
      }
    EXPECT_TRUE(page_says("| `" + std::string(way.name) + "` | " + grouped(written) + " of 1,000 | " +
                          grouped(multiplied) + " of " + grouped(all) + " |"));
    EXPECT_GT(written + multiplied, 0) << way.name;
  }
}

TEST(PlainDoubles, ATieIsNoDoubleMoreOftenThanNot) {
  // Both are a little less than what is written; the product with 100 undoes that for the one, and not for the other.
  EXPECT_LT(Rational::from_double(0.155), Rational(155, 1000));
  EXPECT_LT(Rational::from_double(1.005), Rational(1005, 1000));
  EXPECT_EQ(0.155 * 100, 15.5);
  EXPECT_LT(1.005 * 100, 100.5);
  std::int64_t exact = 0;
  for (std::int64_t thousandths = 5; thousandths < 10'000; thousandths += 10)
    exact += Rational::from_double(double(thousandths) / 1000) == Rational(thousandths, 1000);
  EXPECT_TRUE(page_says(grouped(exact) + " of the 1,000 ties"));
}

TEST(PlainDoubles, MissThresholdsThatAreReachedExactly) {
  std::int64_t reached = 0, missed = 0, sums = 0, unlike = 0;
  for (int q = 1; q <= 200; ++q)
    for (int p = 1; p <= q; ++p) {
      if (100 * p % q != 0) continue;
      ++reached;
      missed += double(p) / q * 100 < 100 * p / q;
    }
  for (int a = 1; a <= 100; ++a)
    for (int b = 1; b <= a; ++b) {
      ++sums;
      unlike += a / 100.0 + b / 100.0 != (a + b) / 100.0;
    }
  EXPECT_TRUE(page_says(grouped(missed) + " of " + grouped(reached) + " quotients"));
  EXPECT_TRUE(page_says(grouped(unlike) + " of " + grouped(sums) + " sums"));
  EXPECT_GT(missed, 0);
}

TEST(PlainDoubles, MakeAMeanOfEqualsThatIsNotTheirs) {
  std::int64_t all = 0, above = 0, below = 0;
  for (int cents = 1; cents <= 1000; ++cents)
    for (int officers = 2; officers <= 28; ++officers) {
      double sum = 0;
      for (int i = 0; i < officers; ++i) sum += cents / 100.0;
      ++all;
      above += sum / officers > cents / 100.0;
      below += sum / officers < cents / 100.0;
    }
  EXPECT_TRUE(page_says(grouped(above) + " of " + grouped(all) + " groups"));
  EXPECT_TRUE(page_says("above theirs in " + grouped(below)));
  EXPECT_GT(above, 0);
}

TEST(PlainDoubles, SumsHangOnTheSizeOfTheBlocks) {
  std::set<double> sums;
  for (const int block : {1, 64, 1'000, 1'024, 4'096, 1'000'000}) {
    double sum = 0;
    for (int first = 0; first < 1'000'000; first += block) {
      double part = 0;
      for (int i = first; i < std::min(first + block, 1'000'000); ++i) part += 0.01;
      sum += part;
    }
    sums.insert(sum);
  }
  EXPECT_TRUE(page_says(grouped(std::int64_t(sums.size())) + " different sums of a million times 0.01"));
  EXPECT_EQ(sums.count(10'000.0), 0U);
}

TEST(PlainDoubles, FunctionsOfTheCLibraryAreNotCorrectlyRounded) {
  std::int64_t wrong_cdf = 0, wrong_roots = 0;
  for (int k = 1; k <= 2'000; ++k) {
    const Rational x(k, 500);
    const double at = double(k) / 500;
    wrong_cdf += Rational::from_double(0.5 * std::erfc(-at / std::sqrt(2.0))) != rounded_normal_cdf(x).value;
    wrong_roots +=
        Rational::from_double(std::pow(double(k), 1.0 / 3)) != rounded_power(Rational(k), Rational(1, 3)).value;
  }
  // How many hangs on the library; on Debian 12 these are 218 and 1,594.
  EXPECT_GT(wrong_cdf, 20);
  EXPECT_GT(wrong_roots, 200);
  // A cube root of 1,000 that is no 10 misses a threshold of 10 by a hair.
  EXPECT_LT(std::pow(1'000.0, 1.0 / 3), 10.0);
  EXPECT_EQ(rounded_power(Rational(1'000), Rational(1, 3)).value, Rational(10));
}

}  // namespace
}  // namespace cwp::testing
