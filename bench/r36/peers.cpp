#include "bench/r36/peers.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>

namespace cwp::r36 {
namespace {

/// Hands the lines that the command prints to `line` until that says no; the command's exit status.
int for_each_line(const std::string& command, const std::function<bool(const std::string&)>& line) {
  std::FILE* const pipe = popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot run " + command);
  std::string text;
  for (int c = 0; (c = std::fgetc(pipe)) != EOF;) {
    text += static_cast<char>(c);
    if (c != '\n') continue;
    text.pop_back();
    if (!line(text)) break;
    text.clear();
  }
  return pclose(pipe);
}

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

template <class Number>
void write(std::ofstream& file, const Number* numbers, std::size_t count) {
  file.write(reinterpret_cast<const char*>(numbers), static_cast<std::streamsize>(count * sizeof(Number)));
}

void hand_over(const Workload& work, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::ofstream columns(folder / "columns.u16", std::ios::binary);
  for (int metric = 0; metric < kMetrics; ++metric) write(columns, work.columns.column(metric), work.officers());
  if (!columns.flush()) throw std::runtime_error("cannot write to " + folder.string());
  write_stations(work.stations, folder);
}

/// Totals, three categories, rank in the station, rank over all: i32, one behind the other.
Results read_results(const std::filesystem::path& path, std::size_t officers) {
  std::ifstream file(path, std::ios::binary);
  const auto next = [&](auto& numbers) {
    file.read(reinterpret_cast<char*>(numbers.data()), static_cast<std::streamsize>(officers * sizeof(numbers[0])));
  };
  Results results(officers);
  next(results.totals);
  for (auto& category : results.categories) next(category);
  next(results.station_ranks);
  next(results.overall_ranks);
  if (!file) throw std::runtime_error("no results in " + path.string());
  return results;
}

std::filesystem::path built_hand_program(const std::filesystem::path& source, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  const std::filesystem::path program = folder / "r36";
  const auto older_than = [&](const char* file) {
    return std::filesystem::last_write_time(program) < std::filesystem::last_write_time(source / file);
  };
  if (std::filesystem::exists(program) && !older_than("bench.cpp") && !older_than("hand.h") && !older_than("common.h"))
    return program;
  // As its own page says.
  const std::string build =
      "g++ -O3 -std=c++20 -fno-trapping-math -fno-math-errno -w -march=native -mprefer-vector-width=512 -pthread " +
      quoted(source / "bench.cpp") + " -o " + quoted(program);
  if (for_each_line(build, [](const std::string&) { return true; }) != 0)
    throw std::runtime_error("cannot build " + (source / "bench.cpp").string());
  return program;
}

}  // namespace

void write_stations(const std::vector<std::uint32_t>& begins, const std::filesystem::path& folder) {
  std::vector<std::uint32_t> station_of(begins.back());
  for (std::size_t s = 0; s + 1 < begins.size(); ++s)
    std::fill(station_of.begin() + begins[s], station_of.begin() + begins[s + 1], static_cast<std::uint32_t>(s));
  std::ofstream stations(folder / "stations.u32", std::ios::binary);
  write(stations, station_of.data(), station_of.size());
  if (!stations.flush()) throw std::runtime_error("cannot write to " + folder.string());
}

std::vector<PeerRun> run_peer_script(const std::filesystem::path& folder, int repeats, const std::string& mode,
                                     const std::function<Wrong(const std::filesystem::path&)>& judge) {
  std::vector<PeerRun> runs;
  const std::string command =
      quoted(CWP_ROOT_DIR "/bench/peers/run.sh") + " " + quoted(folder) + " " + std::to_string(repeats) + " " + mode;
  const int status = for_each_line(command, [&](const std::string& line) {
    std::istringstream words(line);
    std::string file, kind;
    PeerRun run;
    words >> file >> run.milliseconds >> kind >> std::ws;
    run.exact = kind == "integers";
    if (!std::getline(words, run.name)) throw std::runtime_error("not understood of a peer: " + line);
    run.wrong = judge(folder / file);
    runs.push_back(run);
    return true;
  });
  if (status != 0) throw std::runtime_error("bench/peers/run.sh failed");
  return runs;
}

std::vector<PeerRun> run_peers(const Workload& work, const Results& truth, const std::filesystem::path& folder,
                               int repeats) {
  hand_over(work, folder);
  return run_peer_script(folder, repeats, "", [&](const std::filesystem::path& file) {
    return compare(read_results(file, work.officers()), truth);
  });
}

std::vector<HandRun> run_hand_program(const std::filesystem::path& source, const std::filesystem::path& folder) {
  const std::filesystem::path program = built_hand_program(source, folder);
  // Lines of figures, `hand u16 FORM 1t … med MS ms min MS ms …`; behind the first two, one that says how many officers
  // differ.
  struct Form {
    std::string name;
    bool checks = false, stores = false;
  };
  const Form forms[] = {{"lockstep", true},
                        {"item-major block1024", true},
                        {"lockstep +store 36 items", false, true},
                        {"item-major +store 36 items", false, true}};
  std::vector<HandRun> runs;
  bool unchecked = false;
  for_each_line(quoted(program) + " A", [&](const std::string& line) {
    std::size_t wrong = 0;
    if (unchecked && std::sscanf(line.c_str(), " check %*[^:]: %zu", &wrong) == 1) {
      runs.back().wrong.totals = wrong;
      unchecked = false;
    }
    for (const Form& form : forms)
      if (const std::size_t at = line.find(" min "); line.rfind("hand u16 " + form.name + " 1t", 0) == 0) {
        const std::size_t middle = line.find(" med ");
        if (at == std::string::npos || middle == std::string::npos)
          throw std::runtime_error("not understood of r36: " + line);
        HandRun run;
        run.name = "r36 of " + source.string() + ", " + form.name + ", 1 thread";
        run.milliseconds = std::stod(line.substr(at + 5));
        run.median = std::stod(line.substr(middle + 5));
        run.stores_items = form.stores;
        runs.push_back(run);
        unchecked = form.checks;
      }
    return runs.size() < std::size(forms) || unchecked;
  });
  if (runs.size() < std::size(forms)) throw std::runtime_error("r36 of " + source.string() + " said too little");
  return runs;
}

std::vector<HandRun> run_hand_program_over_days(const std::filesystem::path& source,
                                                const std::filesystem::path& folder) {
  const std::filesystem::path program = std::filesystem::absolute(built_hand_program(source, folder));
  std::filesystem::create_directories(folder / "perfdata");  // where it leaves its totals
  // `hand B u16 1t: med MS ms min MS ms …`, the same with 2t, then ` B check: WRONG of …`.
  std::vector<HandRun> runs;
  bool checked = false;
  for_each_line("cd " + quoted(folder) + " && " + quoted(program) + " B", [&](const std::string& line) {
    unsigned threads = 0;
    HandRun run;
    std::size_t wrong = 0;
    if (std::sscanf(line.c_str(), "hand B u16 %ut: med %*f ms min %lf", &threads, &run.milliseconds) == 2) {
      run.name = "r36 of " + source.string() + (threads == 1 ? ", 1 thread" : ", 2 threads");
      runs.push_back(run);
    } else if (std::sscanf(line.c_str(), " B check: %zu", &wrong) == 1) {
      for (HandRun& each : runs) each.wrong.totals = wrong;
      checked = true;
    }
    return !checked;
  });
  if (runs.size() != 2 || !checked) throw std::runtime_error("r36 of " + source.string() + " said too little of days");
  return runs;
}

}  // namespace cwp::r36
