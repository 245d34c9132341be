#include "bench/r36_files/result_files.hpp"

#include <cmath>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace cwp::r36 {
namespace {

/// Calls `row` with the fields of each row that belong to the columns of these names.
void for_each_row(const std::filesystem::path& path, const std::vector<std::string>& names,
                  const std::function<void(const std::vector<std::string>&)>& row) {
  std::ifstream file(path);
  std::vector<std::size_t> place;  // by column of the file: into names
  std::vector<std::string> fields(names.size());
  std::string line;
  for (bool header = true; std::getline(file, line); header = false) {
    std::size_t column = 0;
    for (std::size_t begin = 0; begin <= line.size(); ++column) {
      const std::size_t end = std::min(line.find(',', begin), line.size());
      const std::string field = line.substr(begin, end - begin);
      begin = end + 1;
      if (header) {
        std::size_t name = 0;
        while (name < names.size() && names[name] != field) ++name;
        place.push_back(name);
      } else if (place.at(column) < names.size()) {
        fields[place[column]] = field;
      }
    }
    if (!header) row(fields);
  }
  if (place.empty()) throw std::runtime_error("no results in " + path.string());
}

std::int32_t cents_of(const std::string& points) { return std::int32_t(std::lround(std::stod(points) * 100)); }
std::uint32_t rank_of(const std::string& rank) { return std::uint32_t(std::lround(std::stod(rank))); }
std::size_t officer_of(const std::string& key) { return std::stoul(key) - 1; }

/// Of a table with everything; `names`: officer, total, categories, rank in the station and over all.
Results of_one_table(const std::filesystem::path& file, std::size_t officers, const std::vector<std::string>& names) {
  Results results(officers);
  for_each_row(file, names, [&](const auto& fields) {
    const std::size_t officer = officer_of(fields[0]);
    results.totals.at(officer) = cents_of(fields[1]);
    for (std::size_t c = 0; c < kCategories; ++c) results.categories[c][officer] = cents_of(fields[2 + c]);
    results.station_ranks[officer] = rank_of(fields[2 + kCategories]);
    results.overall_ranks[officer] = rank_of(fields[3 + kCategories]);
  });
  return results;
}

}  // namespace

Results read_cwp_results(const std::filesystem::path& folder, std::size_t officers) {
  Results results(officers);
  for_each_row(folder / "month.csv", {"officer", "total", "first", "second", "third"}, [&](const auto& fields) {
    const std::size_t officer = officer_of(fields[0]);
    results.totals.at(officer) = cents_of(fields[1]);
    for (std::size_t c = 0; c < kCategories; ++c) results.categories[c][officer] = cents_of(fields[2 + c]);
  });
  for_each_row(folder / "ranking_in_station.csv", {"officer", "rank"},
               [&](const auto& fields) { results.station_ranks.at(officer_of(fields[0])) = rank_of(fields[1]); });
  for_each_row(folder / "ranking_over_all.csv", {"officer", "rank"},
               [&](const auto& fields) { results.overall_ranks.at(officer_of(fields[0])) = rank_of(fields[1]); });
  return results;
}

Results read_cwp_standing(const std::filesystem::path& folder, std::size_t officers) {
  return of_one_table(folder / "month_standing.csv", officers,
                      {"officer", "total", "first", "second", "third", "rank_in_station", "rank_over_all"});
}

Results read_peer_results(const std::filesystem::path& file, std::size_t officers) {
  return of_one_table(file, officers, {"officer", "total", "c0", "c1", "c2", "in_station", "over_all"});
}

}  // namespace cwp::r36
