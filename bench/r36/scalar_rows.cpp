#include <algorithm>
#include <memory>
#include <numeric>

#include "bench/r36/contestant.hpp"

namespace cwp::r36 {
namespace {

struct Row {
  std::uint32_t station;
  std::array<std::int32_t, kMetrics> metrics;
};

enum class Form : std::uint8_t { award, bands, ratio, deduct, share_of_mean, above_mean };

/// A line of the scorecard as data; points are thousandths or cents, as the form needs them.
struct Rule {
  Form form;
  std::size_t metric, category;
  std::int32_t each = 0, most = 1000;
  std::array<std::int32_t, 5> begins = {};
  std::array<std::int32_t, 6> gives = {};
};

std::vector<Rule> rules() {
  std::vector<Rule> rules;
  for (int item = 0; item < kItems; ++item) {
    const auto at = static_cast<std::size_t>(item);
    Rule rule{Form::award, at, at % kCategories};
    if (item < kBandsFrom) {
      rule.each = kAwardEach[at];
      rule.most = kAwardMost[at];
    } else if (item < kRatioFrom) {
      rule.form = Form::bands;
      for (int band = 0; band < 5; ++band) rule.begins[static_cast<std::size_t>(band)] = band_begins(item, band);
      for (int band = 0; band < 6; ++band) rule.gives[static_cast<std::size_t>(band)] = band_cents(item, band);
    } else if (item < kDeductFrom) {
      rule.form = Form::ratio;
    } else if (item < kShareOfMean) {
      rule.form = Form::deduct;
      rule.each = kDeductEach[at - kDeductFrom];
    } else {
      rule.form = item == kShareOfMean ? Form::share_of_mean : Form::above_mean;
      rule.metric = item == kShareOfMean ? kShareMetric : kAboveMetric;
    }
    rules.push_back(rule);
  }
  return rules;
}

struct Station {
  std::int32_t officers = 0;
  std::array<std::int32_t, kMetrics> sums = {};
};

/// Cents, half up: (2·value + over) / (2·over) of a value that is not negative.
std::int32_t half_up(std::int32_t value, std::int32_t over) { return (2 * value + over) / (2 * over); }

std::int32_t cents(const Rule& rule, const Row& row, const Station& station) {
  const std::int32_t figure = row.metrics[rule.metric], sum = station.sums[rule.metric];
  switch (rule.form) {
    case Form::award:
      return std::min(half_up(figure * rule.each, 10), rule.most);
    case Form::bands: {
      std::size_t band = 0;
      while (band < rule.begins.size() && figure >= rule.begins[band]) ++band;
      return rule.gives[band];
    }
    case Form::ratio: {
      const std::int32_t divisor = row.metrics[rule.metric + kDivisorBehind];
      return divisor == 0 ? 0 : std::min(half_up(1000 * figure, divisor), rule.most);
    }
    case Form::deduct:
      return half_up(std::max(0, 1000 * kDeductFull - figure * rule.each), 10);
    case Form::share_of_mean:
      return sum == 0 ? 0 : std::min(half_up(500 * figure * station.officers, sum), rule.most);
    case Form::above_mean:
      return std::min(
          half_up(std::max(0, 600 * station.officers + 4 * (figure * station.officers - sum)), station.officers),
          rule.most);
  }
  return 0;
}

class ScalarRows {
 public:
  explicit ScalarRows(const Workload& work)
      : rows_(work.officers()), stations_(work.station_count()), order_(work.officers()), results_(work.officers()) {
    for (std::uint32_t station = 0; station < work.station_count(); ++station)
      for (std::uint32_t officer = work.stations[station]; officer < work.stations[station + 1]; ++officer) {
        rows_[officer].station = station;
        for (int metric = 0; metric < kMetrics; ++metric)
          rows_[officer].metrics[static_cast<std::size_t>(metric)] = work.columns.column(metric)[officer];
      }
  }

  void run() {
    add_up_stations();
    for (std::size_t officer = 0; officer < rows_.size(); ++officer) score(officer);
    rank();
  }
  const Results& results() const { return results_; }

 private:
  void add_up_stations() {
    std::fill(stations_.begin(), stations_.end(), Station{});
    for (const Row& row : rows_) {
      ++stations_[row.station].officers;
      for (const std::size_t metric : {kShareMetric, kAboveMetric})
        stations_[row.station].sums[metric] += row.metrics[metric];
    }
  }

  void score(std::size_t officer) {
    const Row& row = rows_[officer];
    std::array<std::int32_t, kCategories> categories{};
    for (const Rule& rule : rules_) categories[rule.category] += cents(rule, row, stations_[row.station]);
    std::int32_t weighted = 0;
    for (std::size_t c = 0; c < kCategories; ++c) {
      weighted += kWeightPercent[c] * categories[c];
      results_.categories[c][officer] = categories[c];
    }
    results_.totals[officer] = half_up(weighted, 100);
  }

  void rank() {
    const auto& totals = results_.totals;
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](auto a, auto b) { return totals[a] > totals[b]; });
    place(results_.overall_ranks, [](const Row&, const Row&) { return true; });
    std::sort(order_.begin(), order_.end(), [&](auto a, auto b) {
      return rows_[a].station != rows_[b].station ? rows_[a].station < rows_[b].station : totals[a] > totals[b];
    });
    place(results_.station_ranks, [](const Row& a, const Row& b) { return a.station == b.station; });
  }

  template <class SameGroup>
  void place(std::vector<std::uint32_t>& ranks, SameGroup same_group) {
    for (std::size_t i = 0, first = 0; i < order_.size(); ++i) {
      if (i > 0 && !same_group(rows_[order_[i - 1]], rows_[order_[i]])) first = i;
      const bool tied = i > first && results_.totals[order_[i - 1]] == results_.totals[order_[i]];
      ranks[order_[i]] = tied ? ranks[order_[i - 1]] : static_cast<std::uint32_t>(i - first + 1);
    }
  }

  std::vector<Rule> rules_ = rules();
  std::vector<Row> rows_;
  std::vector<Station> stations_;
  std::vector<std::uint32_t> order_;
  Results results_;
};

}  // namespace

Contestant scalar_rows(const Workload& work) {
  const auto rows = std::make_shared<ScalarRows>(work);
  Contestant one;
  one.name = "plain C++ rows and std::sort, 1 thread";
  one.run = [rows] { rows->run(); };
  one.deliver = [rows] { return rows->results(); };
  return one;
}

}  // namespace cwp::r36
