#include "cwp/sample.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <set>

#include "cwp/read_csv.hpp"
#include "cwp/score.hpp"
#include "golden.hpp"
#include "sample/sample_rules.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

using Files = std::map<std::string, std::string>;
Files made(const CheckedRulebook& rules, const SampleOptions& options) {
  const std::vector<OutputFile> files = make_sample(rules, options).value();
  return {files.begin(), files.end()};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1)
    lines.push_back(text.substr(begin, text.find('\n', begin) - begin));
  return lines;
}

CheckedRulebook file_rules(const std::string& path) {
  return load_and_check(read_source(root_dir() + path).value()).value();
}

/// The files in a folder, read again.
Result<Dataset> read_again(const CheckedRulebook& rules, const SampleOptions& options) {
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / ("cwp-sample-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder);
  EXPECT_TRUE(write_output(folder.string(), make_sample(rules, options).value()).empty());
  CsvInputs inputs;
  inputs.directory = folder.string();
  inputs.span = options.span;
  Result<Dataset> data = read_csv(inputs, rules);
  std::filesystem::remove_all(folder);
  return data;
}

SampleOptions half_a_year() {
  SampleOptions options;
  options.officers = 40;
  options.span = {*Day::from_date(2026, 1, 21), *Day::from_date(2026, 7, 20)};
  return options;
}

TEST(Sample, TheSameOptionsGiveTheSameBytesAndAnotherSeedOthers) {
  SampleOptions options = spring();
  const Files one = made(squad_rules(), options);
  EXPECT_EQ(one, made(squad_rules(), options));
  options.seed = 2;
  EXPECT_NE(one, made(squad_rules(), options));
}

TEST(Sample, ItsFirstLinesAreTheSameOnEveryMachine) {
  std::string text;
  for (const auto& [name, content] : made(squad_rules(), spring())) {
    text += "== " + name + "\n";
    const std::vector<std::string> lines = lines_of(content);
    for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 8); ++i) text += lines[i] + "\n";
  }
  EXPECT_EQ(approved_difference("sample/first_lines.txt", text), "");
}

TEST(Sample, MoreOfficersChangeNothingForTheFirst) {
  const Files few = made(squad_rules(), spring(30)), many = made(squad_rules(), spring(70));
  for (const auto& [name, content] : few) {
    const std::vector<std::string> all = lines_of(many.at(name));
    const std::set<std::string> known(all.begin(), all.end());
    for (const std::string& line : lines_of(content)) EXPECT_TRUE(known.contains(line)) << name << ": " << line;
  }
}

TEST(Sample, EveryMetricAttributeAndColumnHasItsFigures) {
  for (const auto& [name, content] : made(squad_rules(), spring())) {
    const std::vector<std::string> lines = lines_of(content);
    const auto cells = [](const std::string& line) {
      std::vector<std::string> found(1);
      for (const char c : line)
        if (c == ',')
          found.emplace_back();
        else
          found.back() += c;
      return found;
    };
    const std::vector<std::string> header = cells(lines[0]);
    std::vector<int> filled(header.size());
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::vector<std::string> row = cells(lines[i]);
      ASSERT_EQ(row.size(), header.size()) << name << ": " << lines[i];
      for (std::size_t column = 0; column < row.size(); ++column) filled[column] += !row[column].empty();
    }
    for (std::size_t column = 0; column < header.size(); ++column)
      EXPECT_GT(filled[column], 0) << name << ": " << header[column];
  }
  const Files files = made(squad_rules(), spring());
  EXPECT_EQ(lines_of(files.at("metrics.csv"))[0], "officer,date,disputes,mediated,hours,exam,review,inspection");
  EXPECT_EQ(lines_of(files.at("events-arrests.csv"))[0], "officer,date,outcome,solved,signed_for,found,value");
  EXPECT_TRUE(files.contains("events-lateness.csv"));
}

TEST(Sample, ReadsWithoutErrorAndOnlyWrongRowsAreIssues) {
  const CheckedRulebook rules = file_rules("/rules/station-month.yaml");
  const Result<Dataset> data = read_again(rules, half_a_year());
  ASSERT_TRUE(data.ok()) << render(data.diagnostics());
  std::map<std::string_view, int> reasons;
  for (const RowIssue& issue : data.value().issues()) ++reasons[issue.reason];
  for (const char* reason :
       {"value-not-a-number", "value-out-of-range", "officer-not-in-roster", "officer-not-present"})
    EXPECT_GT(reasons[reason], 0) << reason;
  EXPECT_EQ(reasons.size(), 4u);
  EXPECT_LT(data.value().issues().size(), 60u);  // of some 4,000 rows
}

TEST(Sample, WithoutWrongRowsThereIsNoIssue) {
  SampleOptions options = half_a_year();
  options.wrong_rows = false;
  int rulebooks = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root_dir() + "/rules")) {
    if (entry.path().extension() != ".yaml") continue;
    ++rulebooks;
    const std::string path = "/rules/" + entry.path().filename().string();
    const Result<Dataset> data = read_again(file_rules(path), options);
    ASSERT_TRUE(data.ok()) << path << "\n" << render(data.diagnostics());
    for (const RowIssue& issue : data.value().issues()) ADD_FAILURE() << path << ": " << message(issue) << issue.value;
  }
  EXPECT_GE(rulebooks, 4);
}

TEST(Sample, TotalsSpreadOverTheRange) {
  const CheckedRulebook rules = file_rules("/rules/station-month.yaml");
  const Scores scores = score(compile(rules), read_again(rules, half_a_year()).value(), ScoreOptions{}).value();
  std::set<Decimal> totals;
  int high = 0, low = 0, rows = 0;
  for (const ScoreRow& row : scores.table(Grain::month)->rows) {
    if (!row.total().points) continue;
    ++rows;
    totals.insert(*row.total().points);
    high += Decimal{90, 0} < *row.total().points;
    low += *row.total().points < Decimal{60, 0};
  }
  EXPECT_GT(rows, 200);
  EXPECT_GT(totals.size(), 150u);
  EXPECT_TRUE(rows / 20 < high && high < rows / 2) << high << " of " << rows;
  EXPECT_TRUE(rows / 20 < low && low < rows / 2) << low << " of " << rows;
}

TEST(Sample, RowsEndWithTheRulebook) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: t\neffective: {to: 2026-03-31}\nmetrics: {visits: {}}\n"
      "categories:\n  - id: k\n    items:\n      - {id: x, per: month, full: 9, points: visits}\n");
  EXPECT_EQ(made(rules, spring()).at("metrics.csv").find("2026-04"), std::string::npos);
}

std::string refused(SampleOptions options) {
  std::string slugs;
  const Result<std::vector<OutputFile>> result = make_sample(squad_rules(), options);
  EXPECT_FALSE(result.ok());
  for (const Diagnostic& problem : result.diagnostics())
    slugs += std::string(problem.slug) + ": " + message(problem) + "\n";
  return slugs;
}

TEST(Sample, ImpossibleOptionsAreErrors) {
  SampleOptions options = spring(0);
  EXPECT_EQ(refused(options), "sample-officers: a sample has 1 to 100000 officers, not 0\n");
  options = spring(5);
  options.stations = 6;
  EXPECT_EQ(refused(options), "sample-stations: 6 stations are more than 5 officers can fill\n");
  options = spring(100'000);
  options.span.last = options.span.first + 999;
  EXPECT_EQ(refused(options),
            "sample-too-large: 1000 days are too many: a sample has at most 3660 days, and 50000000 days of officers "
            "together\n");
  options = spring();
  std::swap(options.span.first, options.span.last);
  EXPECT_TRUE(refused(options).starts_with("span-backwards"));
}

}  // namespace
}  // namespace cwp
