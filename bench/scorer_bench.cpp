// One corrected row against a whole run: 2,000 officers (or CWP_BENCH_OFFICERS of the environment), 31 days, 36 items
// of days, weeks and months, ranked in each period by station and over all. In the label: the share of a whole run,
// both measured here.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "cwp/cwp.hpp"

namespace {

constexpr int kPerStation = 20, kMetrics = 12;
const int kOfficers = [] {
  const char* said = std::getenv("CWP_BENCH_OFFICERS");
  return said ? std::atoi(said) : 2'000;
}();

std::string rules_text() {
  std::string text = "cwp: 1\nid: live\nattributes: {station: {type: text}}\nmetrics:\n";
  for (int m = 0; m < kMetrics; ++m) text += fmt::format("  m{}: {{type: u16, range: [0, 1000]}}\n", m);
  text += "categories:\n  - id: work\n    items:\n";
  for (const auto& [grain, days] : {std::pair("day", 1), std::pair("week", 7), std::pair("month", 31)})
    for (int m = 0; m < kMetrics; ++m) {
      const std::string formula = m == 11 ? fmt::format("min(10, 5 * m{0} / mean(m{0} by station))", m)
                                          : fmt::format("min(10, m{} * 0.35 / {})", m, days);
      text += fmt::format("      - {{id: {}_{}, per: {}, full: 10, points: \"{}\", roll_up: none}}\n", grain, m, grain,
                          formula);
    }
  text += "assessments: {day: {}, week: {}, month: {}}\nrankings:\n";
  for (const char* grain : {"day", "week", "month"})
    text += fmt::format(
        "  - {{id: all_{0}, every: {0}, of: total}}\n  - {{id: own_{0}, every: {0}, of: total, by: station}}\n", grain);
  return text;
}

const cwp::Plan& plan() {
  static const cwp::Plan made = cwp::compile(cwp::load_and_check(cwp::Source("live.yaml", rules_text())).value());
  return made;
}

cwp::DatasetBuilder rows() {
  cwp::DatasetBuilder builder(plan().rules());
  const cwp::Day first = *cwp::Day::parse("2026-03-01");
  builder.set_span({first, first + 30});
  std::uint32_t dice = 7;
  for (int officer = 0; officer < kOfficers; ++officer) {
    const std::string key = fmt::format("{:05}", officer);
    builder.add_officer(key, {}, {}, {{"station", std::to_string(officer / kPerStation)}});
    for (int day = 0; day < 31; ++day)
      for (int m = 0; m < kMetrics; ++m) {
        dice = dice * 1664525U + 1013904223U;
        builder.add_metric(key, (first + day).to_text(), fmt::format("m{}", m), std::to_string(dice >> 27));
      }
  }
  return builder;
}

double seconds_of_a_whole_run() {
  static const double seconds = [] {
    const cwp::Dataset data = rows().finish().value();
    double least = 1e9;
    for (int i = 0; i < 3; ++i) {
      const auto began = std::chrono::steady_clock::now();
      benchmark::DoNotOptimize(cwp::score(plan(), data).value());
      least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    }
    return least;
  }();
  return seconds;
}

/// Corrects a figure of the officer in the middle again and again, to one of two values.
void correct(benchmark::State& state, const char* metric, const char* one, const char* other) {
  const double whole = seconds_of_a_whole_run();
  static cwp::Scorer scorer = cwp::Scorer::make(plan(), rows()).value();
  static cwp::Day recorded = *cwp::Day::parse("2026-04-01");
  const std::string key = fmt::format("{:05}", kOfficers / 2);
  std::size_t moved = 0, times = 0;
  const auto began = std::chrono::steady_clock::now();
  for (auto _ : state) {
    recorded = recorded + 1;
    scorer.rows().add_metric(key, "2026-03-18", metric, times++ % 2 == 0 ? one : other, {}, {recorded, false});
    moved = scorer.update().value().figures.size();
  }
  const double each = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count() / double(times);
  const cwp::UpdateReport& work = scorer.last_update();
  state.SetLabel(
      fmt::format("1/{:.0f} of a whole run ({:.0f} ms); {} officers, {} cells, {} rankings, {} figures moved",
                  whole / each, whole * 1e3, work.officers, work.cells, work.rankings, moved));
}

void points_that_are_capped(benchmark::State& state) { correct(state, "m3", "900", "901"); }
void points_of_one_officer(benchmark::State& state) { correct(state, "m3", "3", "17"); }
void points_that_peers_see(benchmark::State& state) { correct(state, "m11", "3", "17"); }
BENCHMARK(points_that_are_capped)->Unit(benchmark::kMicrosecond)->MinTime(0.5);
BENCHMARK(points_of_one_officer)->Unit(benchmark::kMicrosecond)->MinTime(0.5);
BENCHMARK(points_that_peers_see)->Unit(benchmark::kMicrosecond)->MinTime(0.5);

}  // namespace
