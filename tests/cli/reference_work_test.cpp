// The rulebook of the reference work (bench/r36/r36.yaml) says what its hand-written competitors compute: its totals,
// categories and ranks are those of bench/r36/reference.cpp, which computes in fractions and knows nothing of
// rulebooks. Likewise those of its days, weeks and months out of a column file.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "bench/r36/reference.hpp"
#include "bench/r36_year/engine.hpp"
#include "cli/program.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

constexpr std::size_t kOfficers = 3000;  // enough for columns, and for rows that are written as they are scored

std::string roster(const r36::Workload& work) {
  std::string text = "officer,station\n";
  for (std::size_t station = 0; station < work.station_count(); ++station)
    for (std::uint32_t officer = work.stations[station]; officer < work.stations[station + 1]; ++officer)
      text += std::to_string(officer) + ",S" + std::to_string(station) + "\n";
  return text;
}

std::string figures(const r36::Workload& work) {
  std::string text = "officer,date";
  for (int metric = 0; metric < r36::kMetrics; ++metric) text += ",m" + std::to_string(metric);
  for (std::size_t officer = 0; officer < work.officers(); ++officer) {
    text += "\n" + std::to_string(officer) + ",2026-03";
    for (int metric = 0; metric < r36::kMetrics; ++metric)
      text += "," + std::to_string(work.columns.column(metric)[officer]);
  }
  return text + "\n";
}

/// The cells of a CSV file without quotes, by line; the first is the header.
std::vector<std::vector<std::string>> cells(const std::string& text) {
  std::vector<std::vector<std::string>> lines;
  std::istringstream file(text);
  for (std::string line; std::getline(file, line);) {
    std::istringstream parts(line);
    lines.emplace_back();
    for (std::string cell; std::getline(parts, cell, ',');) lines.back().push_back(cell);
  }
  return lines;
}

std::size_t column(const std::vector<std::vector<std::string>>& table, const std::string& name) {
  const auto& header = table.at(0);
  return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
}

/// Cents of a printed figure with two decimals; -1 for anything else.
std::int32_t cents(const std::string& figure) {
  const std::size_t point = figure.find('.');
  if (point == std::string::npos || figure.size() != point + 3) return -1;
  return 100 * std::stoi(figure.substr(0, point)) + std::stoi(figure.substr(point + 1));
}

/// What `cwp score` wrote about the officers.
r36::Results scored(const Program& program) {
  r36::Results results(kOfficers);
  const auto month = cells(program.read("out/month.csv"));
  const char* const categories[] = {"first", "second", "third"};
  for (std::size_t row = 1; row < month.size(); ++row) {
    const std::size_t officer = std::stoul(month[row].at(column(month, "officer")));
    results.totals.at(officer) = cents(month[row].at(column(month, "total")));
    for (std::size_t c = 0; c < r36::kCategories; ++c)
      results.categories[c][officer] = cents(month[row].at(column(month, categories[c])));
  }
  for (const bool over_all : {false, true}) {
    const auto ranking = cells(program.read(over_all ? "out/ranking_over_all.csv" : "out/ranking_in_station.csv"));
    auto& ranks = over_all ? results.overall_ranks : results.station_ranks;
    for (std::size_t row = 1; row < ranking.size(); ++row)
      ranks.at(std::stoul(ranking[row].at(column(ranking, "officer")))) =
          static_cast<std::uint32_t>(std::stoul(ranking[row].at(column(ranking, "rank"))));
  }
  return results;
}

TEST(ReferenceWork, TheRulebookIsWithoutProblems) {
  const Ran ran = Program().run("check " + root_dir() + "/bench/r36/r36.yaml");
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
  EXPECT_NE(ran.out.find("no problems"), std::string::npos) << ran.out;
}

TEST(ReferenceWork, TheRulebookGivesEverybodyTheTrueResults) {
  const r36::Workload work(kOfficers);
  const Program program;
  program.write("r36/roster.csv", roster(work));
  program.write("r36/metrics.csv", figures(work));
  const Ran ran = program.run("score " + root_dir() + "/bench/r36/r36.yaml --inputs r36 --period 2026-03 --out out");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const r36::Wrong wrong = compare(scored(program), reference(work));
  EXPECT_EQ(wrong.totals, 0u);
  EXPECT_EQ(wrong.categories, 0u);
  EXPECT_EQ(wrong.ranks, 0u);
}

TEST(ReferenceWork, SixtyDaysOutOfAColumnFileGiveEverybodyTheTrueResultsOfDaysWeeksAndMonths) {
  const r36::YearWork work(100, 60);
  const std::vector<r36::PeriodOfYear> periods = r36::periods_of_year(60);
  ASSERT_EQ(periods.size(), 60U + 8U + 2U);  // 5 January is a Monday, 1 March the sixtieth day
  const Program program;
  const std::string path = program.folder() + "/year.columns";
  r36::write_year(
      100, 60, [&](int day) -> const r36::Columns& { return work.days[static_cast<std::size_t>(day)]; }, path);
  r36::YearResults results(100, periods);
  r36::YearEngine engine(1, results);
  engine.open_file(path);
  engine.score_file();
  for (std::size_t p = 0; p < periods.size(); ++p) {
    const r36::Results truth = reference(work.summed(periods[p]), periods[p].factor);
    EXPECT_EQ(results.totals[p], truth.totals) << p;
    EXPECT_EQ(results.station_ranks[p], truth.station_ranks) << p;
    EXPECT_EQ(results.overall_ranks[p], truth.overall_ranks) << p;
  }
  EXPECT_EQ(r36::digest_of_file(path), r36::digest_of(results));
}

// By hand from the definition: the finaliser of splitmix64 over 20260301 + (c + 1)·0x9E3779B97F4A7C15, c = (officer·512
// + 511)·64 + metric, scaled to 25·D (worked out in Python with integers of any size).
TEST(ReferenceWork, TheFiguresAreThoseOfTheDefinition) {
  std::vector<std::uint16_t> figures_of_7;
  for (int metric = 0; metric < r36::kMetrics; ++metric) figures_of_7.push_back(r36::month_figure(7, metric));
  EXPECT_EQ(figures_of_7,
            (std::vector<std::uint16_t>{58, 156, 344, 510, 11, 109, 188, 202, 86,  58,  51,  243, 64,  228,
                                        16, 477, 177, 343, 49, 161, 188, 5,   112, 174, 29,  111, 286, 476,
                                        0,  5,   5,   16,  0,  0,   172, 43,  95,  892, 143, 280}));
  const std::vector<std::uint32_t> begins = r36::station_begins(1000);
  EXPECT_EQ(std::vector(begins.begin(), begins.begin() + 5), (std::vector<std::uint32_t>{0, 12, 38, 62, 74}));
  EXPECT_EQ(begins.back(), 1000u);
}

}  // namespace
}  // namespace cwp
