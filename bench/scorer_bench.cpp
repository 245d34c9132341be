// One corrected row against a whole run: 2,000 officers (or CWP_BENCH_OFFICERS of the environment), 31 days, 12 items
// (or CWP_BENCH_ITEMS) for each of days, weeks and months, ranked in each period by station and over all. In the label:
// the share of a whole run, both in processor time and measured here, the share that is aimed at, and the memory. At
// the end all of it is held against a whole run, by digests of each table and ranking of one and of the other. Whole
// runs are made by this program started once more, so that nobody has the memory of both.

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/cwp.hpp"

namespace {

constexpr int kPerStation = 20;
int said_or(const char* name, int otherwise) {
  const char* said = std::getenv(name);
  return said ? std::atoi(said) : otherwise;
}
const int kOfficers = said_or("CWP_BENCH_OFFICERS", 2'000);
const int kMetrics = std::max(said_or("CWP_BENCH_ITEMS", 12), 12);  // m11 is the one that peers see

/// Processor time of this program, which others on the machine do not lengthen as they do the clock's.
double seconds_of_processor() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return double(spent.tv_sec) + double(spent.tv_nsec) * 1e-9;
}
/// Memory of this program: now, and at most so far.
std::string gigabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  double now = 0;  // in kilobytes
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) now = std::atof(line.c_str() + 6);
  return fmt::format("{:.2f} GB, {:.2f} at most", now * 1024 / 1e9, double(used.ru_maxrss) * 1024 / 1e9);
}

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

/// All that was published, to the last digit: a digest for each table, each ranking and the issues.
class Digests {
 public:
  explicit Digests(const cwp::Scores& scores) {
    for (const cwp::ScoreTable& table : scores.tables()) take(table);
    for (const cwp::RankingTable& table : scores.rankings()) take(table);
    take(scores.issues().size());
    finish();
  }
  std::vector<std::uint64_t> all;
  std::size_t taken = 0;

 private:
  void take(std::uint64_t word) {
    ++taken;
    now_ = (now_ ^ word) * 0x9E3779B97F4A7C15U;
    now_ ^= now_ >> 32;
  }
  void take(const std::string& text) {
    take(text.size());
    for (const char byte : text) take(std::uint64_t(static_cast<unsigned char>(byte)));
  }
  void take(const std::optional<cwp::Decimal>& figure) {
    take(figure ? std::uint64_t(figure->decimals) + 1 : 0);
    if (figure) take(std::uint64_t(figure->units));
  }
  void take(cwp::Period period) {
    take(std::uint64_t(period.grain));
    take(std::uint64_t(std::uint32_t(period.ordinal)));
  }
  void finish() {
    all.push_back(now_);
    now_ = 0;
  }
  void take(const cwp::ScoreTable& table) {
    for (const std::string& id : table.ids) take(id);
    for (const cwp::ScoreRow& row : table.rows) {
      take(row.period);
      take(row.officer);
      take(std::uint64_t(row.state));
      take(row.vetoes.size());
      for (const std::uint32_t veto : row.vetoes) take(veto);
      for (const cwp::Part& part : row.parts) take(part);
    }
    finish();
  }
  void take(const cwp::Part& part) {
    take(part.points);
    take(part.full);
    take(part.reachable);
    take(part.coverage);
    take(std::uint64_t(part.state) << 8 | std::uint64_t(part.reason));
  }
  void take(const cwp::RankingTable& table) {
    for (const cwp::RankedOfficer& row : table.rows) {
      take(row.period);
      take(row.group);
      take(row.rank);
      take(row.officer);
      take(row.value);
      take(std::uint64_t(row.eligible) << 8 | std::uint64_t(row.reason));
      take(row.veto);
      take(row.subject);
    }
    finish();
  }

  std::uint64_t now_ = 0;
};

/// A figure of the officer in the middle, as it was corrected last.
struct Correction {
  std::string metric, value;
  cwp::Day recorded;
};
std::map<std::string, Correction>& corrected() {
  static std::map<std::string, Correction> figures;
  return figures;
}
void add(cwp::DatasetBuilder& builder, const Correction& one) {
  builder.add_metric(fmt::format("{:05}", kOfficers / 2), "2026-03-18", one.metric, one.value, {},
                     {one.recorded, false});
}

/// What a whole run says of itself.
struct WholeRun {
  double seconds = 0;  ///< the least of some
  std::string memory;
  std::vector<std::uint64_t> digests;
};

/// This program as started by whole_run: one line for each of these.
int tell_whole_run(int argc, char** argv) {
  cwp::DatasetBuilder builder = rows();
  for (int i = 2; i + 2 < argc; i += 3) add(builder, {argv[i], argv[i + 1], *cwp::Day::parse(argv[i + 2])});
  const cwp::Dataset data = builder.finish().value();
  double least = 1e9;
  std::vector<std::uint64_t> digests;
  for (int i = 0; i < (kOfficers * kMetrics > 240'000 ? 1 : 3); ++i) {
    const double began = seconds_of_processor();
    const cwp::Scores scores = cwp::score(plan(), data).value();
    least = std::min(least, seconds_of_processor() - began);
    digests = Digests(scores).all;
  }
  fmt::print("{}\n{}\n", least, gigabytes());
  for (const std::uint64_t digest : digests) fmt::print("{}\n", digest);
  return 0;
}

/// Over all rows and the corrections.
WholeRun whole_run(const std::map<std::string, Correction>& corrections) {
  std::string command = std::filesystem::read_symlink("/proc/self/exe").string() + " --whole-run";
  for (const auto& [metric, one] : corrections)
    command += fmt::format(" {} {} {}", metric, one.value, one.recorded.to_text());
  std::string text;
  if (std::FILE* const told = popen(command.c_str(), "r")) {
    char some[4096];
    while (std::fgets(some, sizeof some, told) != nullptr) text += some;
    if (pclose(told) != 0) text.clear();
  }
  std::istringstream lines(text);
  WholeRun run;
  std::string line;
  std::getline(lines, line);
  run.seconds = std::atof(line.c_str());
  std::getline(lines, run.memory);
  while (std::getline(lines, line)) run.digests.push_back(std::strtoull(line.c_str(), nullptr, 10));
  return run;
}

double seconds_of_a_whole_run() {
  static const double seconds = whole_run({}).seconds;
  return seconds;
}

std::optional<cwp::Scorer>& made_scorer() {
  static std::optional<cwp::Scorer> made;
  return made;
}
cwp::Scorer& scorer() {
  if (!made_scorer()) made_scorer() = cwp::Scorer::make(plan(), rows()).value();
  return *made_scorer();
}

/// Corrects a figure of the officer in the middle again and again, to one of two values.
void correct(benchmark::State& state, const char* metric, const char* one, const char* other, int target) {
  const double whole = seconds_of_a_whole_run();
  static cwp::Day recorded = *cwp::Day::parse("2026-04-01");
  cwp::Scorer& live = scorer();
  std::size_t moved = 0, times = 0;
  const auto update = [&](const char* value) {
    recorded = recorded + 1;
    corrected()[metric] = {metric, value, recorded};
    add(live.rows(), corrected()[metric]);
    moved = live.update().value().figures.size();
  };
  update(other);  // from what it was at first: another way, and not timed
  const double began = seconds_of_processor();
  for (auto _ : state) update(times++ % 2 == 0 ? one : other);
  const double each = (seconds_of_processor() - began) / double(times);
  const cwp::UpdateReport& work = live.last_update();
  state.SetLabel(fmt::format(
      "{:.2f} ms, 1/{:.0f} of a whole run ({:.0f} ms), target 1/{}; {} officers, {} cells, {} rankings, {} figures "
      "moved; {}",
      each * 1e3, whole / each, whole * 1e3, target, work.officers, work.cells, work.rankings, moved, gigabytes()));
}

/// A whole run over all rows, with the figures as they were corrected last.
void as_a_whole_run(benchmark::State& state) {
  for (auto _ : state) {
    const Digests updated(scorer().scores());
    made_scorer().reset();
    malloc_trim(0);  // or both of us have the memory
    const WholeRun whole = whole_run(corrected());
    if (updated.all != whole.digests) state.SkipWithError("what was updated is not what a whole run publishes");
    state.SetLabel(fmt::format("equal to a whole run in {} digests of {} words; it takes {:.0f} ms, {}",
                               updated.all.size(), updated.taken, whole.seconds * 1e3, whole.memory));
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

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "--whole-run") return tell_whole_run(argc, argv);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
