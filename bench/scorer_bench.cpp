// One corrected row against a whole run: 2,000 officers (or CWP_BENCH_OFFICERS of the environment), 31 days, 36 items
// of days, weeks and months, ranked in each period by station and over all. In the label: the share of a whole run,
// both measured here, and the share that is aimed at. At the end all of it is held against a whole run, figure by
// figure.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <string>

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
    for (int i = 0; i < (kOfficers > 20'000 ? 1 : 3); ++i) {
      const auto began = std::chrono::steady_clock::now();
      benchmark::DoNotOptimize(cwp::score(plan(), data).value());
      least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    }
    return least;
  }();
  return seconds;
}

cwp::Scorer& scorer() {
  static cwp::Scorer made = cwp::Scorer::make(plan(), rows()).value();
  return made;
}

/// What of the officer in the middle was corrected last.
std::map<std::string, std::pair<std::string, cwp::Recorded>>& corrected() {
  static std::map<std::string, std::pair<std::string, cwp::Recorded>> figures;
  return figures;
}
void add_corrected(cwp::DatasetBuilder& builder, const std::string& metric) {
  const auto& [value, recorded] = corrected()[metric];
  builder.add_metric(fmt::format("{:05}", kOfficers / 2), "2026-03-18", metric, value, {}, recorded);
}

/// Corrects a figure of the officer in the middle again and again, to one of two values.
void correct(benchmark::State& state, const char* metric, const char* one, const char* other, int target) {
  const double whole = seconds_of_a_whole_run();
  static cwp::Day recorded = *cwp::Day::parse("2026-04-01");
  cwp::Scorer& live = scorer();
  std::size_t moved = 0, times = 0;
  const auto update = [&](const char* value) {
    recorded = recorded + 1;
    corrected()[metric] = {value, {recorded, false}};
    add_corrected(live.rows(), metric);
    moved = live.update().value().figures.size();
  };
  update(other);  // from what it was at first: another way, and not timed
  const auto began = std::chrono::steady_clock::now();
  for (auto _ : state) update(times++ % 2 == 0 ? one : other);
  const double each = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count() / double(times);
  const cwp::UpdateReport& work = live.last_update();
  state.SetLabel(fmt::format(
      "1/{:.0f} of a whole run ({:.0f} ms), target 1/{}; {} officers, {} cells, {} rankings, {} figures moved",
      whole / each, whole * 1e3, target, work.officers, work.cells, work.rankings, moved));
}

/// Holds two scorings against each other, to the last digit.
class Comparison {
 public:
  Comparison(const cwp::Scores& a, const cwp::Scores& b) {
    same(a.tables().size(), b.tables().size());
    for (std::size_t t = 0; differences == 0 && t < a.tables().size(); ++t) compare(a.tables()[t], b.tables()[t]);
    same(a.rankings().size(), b.rankings().size());
    for (std::size_t r = 0; differences == 0 && r < a.rankings().size(); ++r) compare(a.rankings()[r], b.rankings()[r]);
    same(a.issues().size(), b.issues().size());
  }
  std::size_t compared = 0, differences = 0;

 private:
  template <typename T>
  void same(const T& a, const T& b) {
    ++compared;
    if (a != b) ++differences;
  }
  void same(const std::optional<cwp::Decimal>& a, const std::optional<cwp::Decimal>& b) {
    ++compared;
    if (a.has_value() != b.has_value() || (a && (a->units != b->units || a->decimals != b->decimals))) ++differences;
  }
  void compare(const cwp::ScoreTable& a, const cwp::ScoreTable& b) {
    same(a.ids, b.ids);
    same(a.rows.size(), b.rows.size());
    for (std::size_t i = 0; differences == 0 && i < a.rows.size(); ++i) {
      const cwp::ScoreRow &one = a.rows[i], &other = b.rows[i];
      same(one.period, other.period);
      same(one.officer, other.officer);
      same(one.state, other.state);
      same(one.vetoes, other.vetoes);
      for (std::size_t p = 0; p < a.ids.size(); ++p) compare(one.parts[p], other.parts[p]);
    }
  }
  void compare(const cwp::Part& a, const cwp::Part& b) {
    same(a.points, b.points);
    same(a.full, b.full);
    same(a.reachable, b.reachable);
    same(a.coverage, b.coverage);
    same(a.state, b.state);
    same(a.reason, b.reason);
  }
  void compare(const cwp::RankingTable& a, const cwp::RankingTable& b) {
    same(a.rows.size(), b.rows.size());
    for (std::size_t i = 0; differences == 0 && i < a.rows.size(); ++i) {
      const cwp::RankedOfficer &one = a.rows[i], &other = b.rows[i];
      same(one.period, other.period);
      same(one.group, other.group);
      same(one.rank, other.rank);
      same(one.officer, other.officer);
      same(one.value, other.value);
      same(one.eligible, other.eligible);
      same(one.reason, other.reason);
      same(one.veto, other.veto);
      same(one.subject, other.subject);
    }
  }
};

/// A whole run over all rows, with the figures as they were corrected last.
void as_a_whole_run(benchmark::State& state) {
  for (auto _ : state) {
    cwp::DatasetBuilder builder = rows();
    for (const auto& [metric, said] : corrected()) add_corrected(builder, metric);
    const Comparison comparison(scorer().scores(), cwp::score(plan(), builder.finish().value()).value());
    if (comparison.differences != 0) state.SkipWithError("what was updated is not what a whole run publishes");
    state.SetLabel(fmt::format("equal to a whole run in {} comparisons", comparison.compared));
  }
}

void points_that_are_capped(benchmark::State& state) { correct(state, "m3", "900", "901", 200); }
void points_of_one_officer(benchmark::State& state) { correct(state, "m3", "3", "17", 20); }
void points_that_peers_see(benchmark::State& state) { correct(state, "m11", "3", "17", 20); }
BENCHMARK(points_that_are_capped)->Unit(benchmark::kMicrosecond)->MinTime(0.5);
BENCHMARK(points_of_one_officer)->Unit(benchmark::kMicrosecond)->MinTime(0.5);
BENCHMARK(points_that_peers_see)->Unit(benchmark::kMicrosecond)->MinTime(0.5);
BENCHMARK(as_a_whole_run)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
