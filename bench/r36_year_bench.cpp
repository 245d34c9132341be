// Workload D: R36 by days, weeks and months over a year, 20,000 officers, out of a column file and from memory; and as
// programs of their own with little memory. docs/performance.md says how to read the lines.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "bench/r36/reference.hpp"
#include "bench/r36/targets.hpp"
#include "bench/r36/timing.hpp"
#include "bench/r36_year/engine.hpp"

using namespace cwp::r36;

namespace {

struct Options {
  std::size_t officers = 20'000;
  int days = kDaysOfYear;
  int rounds = 5;
  long limit = 128;  ///< of the programs of their own: megabytes of addresses
  std::string folder = std::filesystem::temp_directory_path();
  std::string score;  ///< this process is one of those: the file
};

Options options_of(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    const auto value = [&](const std::string& name) {
      return argument.starts_with(name) ? argument.substr(name.size()) : std::string();
    };
    if (const auto officers = value("--officers="); !officers.empty())
      options.officers = std::stoul(officers);
    else if (const auto days = value("--days="); !days.empty())
      options.days = std::stoi(days);
    else if (const auto rounds = value("--rounds="); !rounds.empty())
      options.rounds = std::stoi(rounds);
    else if (const auto limit = value("--limit="); !limit.empty())
      options.limit = std::stol(limit);
    else if (const auto folder = value("--folder="); !folder.empty())
      options.folder = folder;
    else if (const auto score = value("--score="); !score.empty())
      options.score = score;
    else if (!argument.starts_with("--benchmark_"))
      throw std::runtime_error("unknown option " + argument +
                               "; r36_year_bench [--officers=N] [--days=N] [--rounds=N] [--limit=MB] [--folder=DIR]");
  }
  if (options.days < 28 || options.days > kDaysOfYear) throw std::runtime_error("--days: 28 to 365");
  return options;
}

/// What is said of a process in /proc/self/status, in kB.
long status(const std::string& name) {
  std::ifstream file("/proc/self/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(name + ":")) return std::stol(line.substr(name.size() + 1));
  return 0;
}

/// The program of its own: scores a file and says what came out, and how much memory it had at most.
int score_alone(const std::string& path) {
  const std::uint64_t digest = digest_of_file(path);
  std::printf("%llu %ld %ld\n", static_cast<unsigned long long>(digest), status("VmPeak"), status("VmHWM"));
  return 0;
}

struct Alone {
  std::uint64_t digest = 0;
  long addresses = 0, resident = 0;  ///< kB, the most
};

Alone run_alone(const std::string& path, long megabytes) {
  const std::string program = std::filesystem::read_symlink("/proc/self/exe");
  const std::string command =
      "ulimit -v " + std::to_string(megabytes * 1024) + "; exec '" + program + "' '--score=" + path + "'";
  std::FILE* const out = ::popen(command.c_str(), "r");
  if (out == nullptr) throw std::runtime_error("no shell");
  Alone alone;
  unsigned long long digest = 0;
  const int read = std::fscanf(out, "%llu %ld %ld", &digest, &alone.addresses, &alone.resident);
  if (::pclose(out) != 0 || read != 3)
    throw std::runtime_error(path + " was not scored with " + std::to_string(megabytes) + " MB");
  alone.digest = digest;
  return alone;
}

/// A file that goes with it.
struct YearFile {
  YearFile(const Options& options, const YearWork& work, int days, const std::string& what = "")
      : path(options.folder + "/cwp-r36-year-" + std::to_string(days) + what + ".columns") {
    write_year(
        work.officers(), days, [&](int day) -> const Columns& { return work.days[static_cast<std::size_t>(day)]; },
        path);
  }
  ~YearFile() { std::filesystem::remove(path); }
  YearFile(const YearFile&) = delete;
  YearFile& operator=(const YearFile&) = delete;
  std::string path;
};

Wrong compare_year(const YearResults& results, const YearWork& work, const std::vector<PeriodOfYear>& periods) {
  Wrong wrong;
  for (std::size_t p = 0; p < periods.size(); ++p) {
    const Results truth = reference(work.summed(periods[p]), periods[p].factor);
    for (std::size_t i = 0; i < work.officers(); ++i) {
      wrong.totals += results.totals[p][i] != truth.totals[i];
      wrong.ranks += results.station_ranks[p][i] != truth.station_ranks[i] ||
                     results.overall_ranks[p][i] != truth.overall_ranks[i];
    }
  }
  return wrong;
}

int run(const Options& options) {
  const YearWork work(options.officers, options.days);
  const std::vector<PeriodOfYear> periods = periods_of_year(options.days);
  YearResults of_memory(work.officers(), periods), of_file(work.officers(), periods);
  YearEngine memory(1, of_memory), file(1, of_file), memory2(2, of_memory), file2(2, of_file);
  const int quarter = std::min(options.days, 90);
  const double written = milliseconds_of([&] { const YearFile once(options, work, options.days, "-once"); });
  const YearFile whole(options, work, options.days), part(options, work, quarter, "-part");

  memory2.bind_memory(work);
  std::string shares_of_memory, shares_of_file;
  std::vector<Timed> timed;
  timed.push_back({"in memory, 1 thread", [&] { memory.score_memory(); }});
  timed.push_back({"out of the file, 1 thread", [&] { file.open_file(whole.path), file.score_file(); }});
  timed.push_back({"out of the file that is open, 1 thread", [&] { file.score_file(); }});
  timed.push_back({"in memory, 2 threads", [&] { memory2.score_memory(); }});
  timed.push_back({"out of the file, 2 threads", [&] { file2.open_file(whole.path), file2.score_file(); }});
  std::vector<Timed> binding{{"binding in memory", [&] { memory.bind_memory(work); }}};
  for (int round = 0; round < options.rounds; ++round) {
    measure(binding, 1);
    measure(timed, 1);
  }
  memory.score_memory(), file.open_file(whole.path), file.score_file();
  std::printf("R36-D %zu officers, %d days, %zu periods; a file of %.0f MB, written in %.0f ms\n", work.officers(),
              options.days, periods.size(), static_cast<double>(std::filesystem::file_size(whole.path)) / 1e6, written);
  for (const Timed& each : timed)
    std::printf("R36-D cwp, %s %.1f ms, %.2f ns an officer and period\n", each.name.c_str(), each.milliseconds,
                1e6 * each.milliseconds / static_cast<double>(periods.size() * work.officers()));
  std::printf("R36-D cwp, binding the columns in memory %.1f ms\n", binding[0].milliseconds);
  std::printf("R36-D cwp, in memory: %s\n", memory.report().c_str());
  std::printf("R36-D cwp, out of the file: %s\n", file.report().c_str());

  Wrong wrong = compare_year(of_file, work, periods);
  const Wrong wrong_of_memory = compare_year(of_memory, work, periods);
  std::printf("R36-D out of the file: wrong totals %zu, wrong ranks %zu of %zu; in memory: %zu, %zu\n", wrong.totals,
              wrong.ranks, 2 * periods.size() * work.officers(), wrong_of_memory.totals, wrong_of_memory.ranks);
  const Alone of_year = run_alone(whole.path, options.limit), of_quarter = run_alone(part.path, options.limit);
  const bool same = of_year.digest == digest_of(of_memory) && digest_of(of_file) == digest_of(of_memory);
  std::printf(
      "R36-D ulimit -v %ld MB: %d days: %.1f MB of addresses, %.1f MB resident at most; %d days: %.1f, %.1f; %s\n",
      options.limit, options.days, static_cast<double>(of_year.addresses) / 1024,
      static_cast<double>(of_year.resident) / 1024, quarter, static_cast<double>(of_quarter.addresses) / 1024,
      static_cast<double>(of_quarter.resident) / 1024,
      same ? "the digest of all figures is that of memory" : "ANOTHER DIGEST THAN THAT OF MEMORY");
  Targets targets;
  targets.add("D, time out of the file / in memory", timed[1].milliseconds / timed[0].milliseconds, "x",
              Targets::Bound::at_most, 1.2, wrong.totals);
  // What is open has been looked at: its pages are columns in memory, scored month by month.
  targets.add("D, time out of the file / of what is open", timed[1].milliseconds / timed[2].milliseconds, "x",
              Targets::Bound::at_most, 1.2, wrong.totals);
  targets.add("D, peak memory of all days / of " + std::to_string(quarter),
              static_cast<double>(of_year.resident) / static_cast<double>(of_quarter.resident), "x",
              Targets::Bound::at_most, 1.1, std::nullopt);
  targets.print();
  return wrong.nothing() && wrong_of_memory.nothing() && same ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    const Options options = options_of(count, arguments);
    return options.score.empty() ? run(options) : score_alone(options.score);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "r36_year_bench: %s\n", error.what());
    return 1;
  }
}
