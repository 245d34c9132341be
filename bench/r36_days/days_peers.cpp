#include "bench/r36_days/days_peers.hpp"

#include <fstream>
#include <stdexcept>

namespace cwp::r36 {
namespace {

void hand_over_days(const DaysWork& work, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream days(folder / "days.u16", std::ios::binary);
  for (const Columns& day : work.days)
    for (int metric = 0; metric < kMetrics; ++metric)
      days.write(reinterpret_cast<const char*>(day.column(metric)),
                 static_cast<std::streamsize>(work.officers() * sizeof(std::uint16_t)));
  std::ofstream periods(folder / "periods.txt");
  for (const PeriodOfDays& one : periods_of_days())
    periods << one.factor << ' ' << one.first << ' ' << one.last << '\n';
  if (!days.flush() || !periods.flush()) throw std::runtime_error("cannot write to " + folder.string());
  write_stations(work.stations, folder);
}

/// Of each period: totals, rank in the station, rank over all; i32, one behind the other.
DaysResults read_days_results(const std::filesystem::path& path, std::size_t officers) {
  std::ifstream file(path, std::ios::binary);
  DaysResults results;
  const auto next = [&](auto& columns) {
    auto& numbers = columns.emplace_back(officers);
    file.read(reinterpret_cast<char*>(numbers.data()), static_cast<std::streamsize>(officers * sizeof(numbers[0])));
  };
  for (std::size_t p = 0; p < periods_of_days().size(); ++p) {
    next(results.totals);
    next(results.station_ranks);
    next(results.overall_ranks);
  }
  if (!file) throw std::runtime_error("no results in " + path.string());
  return results;
}

}  // namespace

std::vector<PeerRun> run_peers_over_days(const DaysWork& work, const std::filesystem::path& folder, int repeats,
                                         const std::function<Wrong(const DaysResults&)>& judge) {
  hand_over_days(work, folder);
  return run_peer_script(folder, repeats, "days", [&](const std::filesystem::path& file) {
    return judge(read_days_results(file, work.officers()));
  });
}

}  // namespace cwp::r36
