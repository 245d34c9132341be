// The sample rulebooks against figures from outside: worked out by hand (docs/worked-example.md) or official.

#include "cwp/score.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "scored_files.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

Scores worked_example() { return scored_files("worked-example", "2026-02-21..2026-03-22"); }

struct HandWorked {
  const char *period, *id, *ann, *bob;
};
/// Every figure of docs/worked-example.md.
constexpr HandWorked kFigures[] = {
    {"2026-W09", "records", "13.75", "10.00"},
    {"2026-W10", "records", "13.25", "-"},
    {"2026-W11", "records", "15.00", "15.00"},
    {"2026-W12", "records", "15.00", "15.00"},
    {"2026-03", "records", "14.25", "13.33"},
    {"2026-W09", "household_visits", "12.00", "15.00"},
    {"2026-W10", "household_visits", "8.00", "-"},
    {"2026-W11", "household_visits", "15.00", "8.00"},
    {"2026-W12", "household_visits", "0.00", "0.00"},
    {"2026-03", "household_visits", "8.75", "7.67"},
    {"2026-03", "missed_people", "8.00", "10.00"},
    {"2026-W09", "total", "25.75", "25.00"},
    {"2026-W10", "total", "21.25", "-"},
    {"2026-W11", "total", "30.00", "23.00"},
    {"2026-W12", "total", "15.00", "15.00"},
    {"2026-03", "total", "31.00", "31.00"},
    {"2026-03", "people", "31.00", "31.00"},
    {"2026-W08", "total", "?", "?"},
};

TEST(Score, EveryFigureOfTheWorkedExample) {
  const Scores scores = worked_example();
  for (const HandWorked& figures : kFigures) {
    EXPECT_EQ(figure(scores, figures.period, "ann", figures.id), figures.ann) << figures.period << ' ' << figures.id;
    EXPECT_EQ(figure(scores, figures.period, "bob", figures.id), figures.bob) << figures.period << ' ' << figures.id;
  }
}

TEST(Score, CoverageAndReachableOfTheWorkedExample) {
  const Scores scores = worked_example();
  const ScoreTable& month = *scores.table(Grain::month);
  ASSERT_EQ(month.rows.size(), 2u);
  EXPECT_EQ(month.rows[0].total().coverage->to_text(), "1.0000");
  EXPECT_EQ(month.rows[1].total().coverage->to_text(), "0.9063");
  EXPECT_EQ(month.rows[0].total().reachable->to_text(), "40.00");
  EXPECT_EQ(month.rows[1].total().reachable->to_text(), "40.00");
  EXPECT_EQ(month.rows[1].total().full->to_text(), "40.00");
}

TEST(Score, RanksOfTheWorkedExample) {
  const Scores scores = worked_example();
  std::string ranks;
  for (const char* id : {"by_week", "by_month"})
    for (const RankedOfficer& row : scores.ranking(id)->rows)
      ranks += std::string(scores.data().officer_key(row.officer)) + (row.rank ? row.rank->to_text() : "-") + " ";
  EXPECT_EQ(ranks, "ann1 bob2 ann1 bob- ann1 bob2 ann1 bob1 ann1 bob1 ");
}

using Totals = std::map<std::string, std::string>;
Totals read_totals(const std::string& path) {
  std::ifstream file(path);
  Totals totals;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) totals[line.substr(0, line.rfind(','))] = line.substr(line.rfind(',') + 1);
  return totals;
}

TEST(Score, EveryOfficialDecathlonTotal) {
  const Scores scores = scored_files("decathlon");
  const Totals official = read_totals(tests_dir() + "/outside/decathlon/expected_small.csv");
  ASSERT_EQ(official.size(), 54u);
  for (const auto& [athlete, total] : official)
    EXPECT_EQ(figure(scores, "2026-08", athlete, "total"), total) << athlete;
}

TEST(Score, EveryOfficialHeptathlonTotal) {
  const std::string folder = tests_dir() + "/outside/decathlon/";
  const CheckedRulebook rules = load_and_check(read_source(folder + "heptathlon.yaml").value()).value();
  DatasetBuilder builder(rules);
  std::ifstream file(folder + "input_heptathlon.csv");
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string athlete, cell;
    std::getline(cells, athlete, ',');
    builder.add_officer(athlete, {}, {}, {});
    for (const Metric& metric : rules.rulebook().metrics) {
      std::getline(cells, cell, ',');
      builder.add_metric(athlete, "1988-09", metric.id.value, cell);
    }
  }
  const Scores scores = score(compile(rules), builder.finish().value()).value();
  const Totals official = read_totals(folder + "expected_heptathlon.csv");
  ASSERT_EQ(official.size(), 19u);
  for (const auto& [athlete, total] : official)
    EXPECT_EQ(figure(scores, "1988-09", athlete, "total"), total) << athlete;
}

TEST(Score, ThreadsDoNotChangeAFigure) {
  ScoreOptions two;
  two.threads = 2;
  const Scores one = scored_files("station-month"), other = scored_files("station-month", "", two);
  ASSERT_EQ(one.tables().size(), other.tables().size());
  for (std::size_t t = 0; t < one.tables().size(); ++t) {
    ASSERT_EQ(one.tables()[t].rows.size(), other.tables()[t].rows.size());
    for (std::size_t r = 0; r < one.tables()[t].rows.size(); ++r)
      for (std::size_t p = 0; p < one.tables()[t].ids.size(); ++p)
        EXPECT_EQ(one.tables()[t].rows[r].parts[p].points, other.tables()[t].rows[r].parts[p].points);
  }
}

TEST(Score, AGrainThatIsNotAssessedIsAnError) {
  ScoreOptions options;
  options.grains = {Grain::quarter};
  EXPECT_THROW(scored_files("worked-example", "", options), Error);
}

TEST(Score, StrictMakesTheFirstRowIssueAnError) {
  const CheckedRulebook rules = load_and_check(read_source(root_dir() + "/rules/worked-example.yaml").value()).value();
  DatasetBuilder builder(rules);
  builder.add_officer("ann", {}, {}, {});
  builder.add_metric("ann", "2026-03-02", "visits", "many");
  const Dataset data = builder.finish().value();
  EXPECT_TRUE(score(compile(rules), data).ok());
  ScoreOptions options;
  options.strict = true;
  const auto stopped = score(compile(rules), data, options);
  EXPECT_EQ(stopped.diagnostics()[0].slug, "strict-issue");
  EXPECT_NE(render(stopped.diagnostics(), Language::en).find("this is not a number"), std::string::npos);
  EXPECT_NE(render(stopped.diagnostics(), Language::zh).find("不是数字"), std::string::npos);
}

}  // namespace
}  // namespace cwp
