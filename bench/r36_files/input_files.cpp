#include "bench/r36_files/input_files.hpp"

#include <fstream>
#include <stdexcept>
#include <string>

namespace cwp::r36 {

std::size_t write_input_files(const Workload& work, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream roster(folder / "roster.csv"), metrics(folder / "metrics.csv");
  roster << "officer,station\n";
  for (std::size_t s = 0; s < work.station_count(); ++s)
    for (std::uint32_t officer = work.stations[s]; officer < work.stations[s + 1]; ++officer)
      roster << officer + 1 << ",S" << s << '\n';
  std::string text = "officer,date";
  for (int metric = 0; metric < kMetrics; ++metric) text += ",m" + std::to_string(metric);
  for (std::size_t officer = 0; officer < work.officers(); ++officer) {
    text += "\n" + std::to_string(officer + 1) + ",2026-03-01";
    for (int metric = 0; metric < kMetrics; ++metric)
      text += "," + std::to_string(work.columns.column(metric)[officer]);
    if (text.size() < 1'000'000) continue;
    metrics << text;
    text.clear();
  }
  metrics << text << '\n';
  if (!roster.flush() || !metrics.flush()) throw std::runtime_error("cannot write to " + folder.string());
  return std::size_t(std::filesystem::file_size(folder / "metrics.csv"));
}

}  // namespace cwp::r36
