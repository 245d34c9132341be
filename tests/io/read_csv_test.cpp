// Input files as they come: each kind of trouble with its file and line, and the same dataset whatever the order of
// rows.

#include "cwp/read_csv.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "checked_text.hpp"
#include "data/dataset_state.hpp"

namespace cwp {
namespace {

constexpr std::string_view kItems =
    "      - {id: a, per: month, points: visits + survey + hours + quota}\n"
    "      - {id: b, per: month, applies: area = 'urban', points: 1}\n";

struct ReadCsv : testing::Test {
  ReadCsv() { std::filesystem::create_directories(folder); }
  ~ReadCsv() override { std::filesystem::remove_all(folder); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return (folder / name).string();
  }
  Result<Dataset> read(const std::string& roster, const std::string& metrics, const std::string& duty = "") const {
    CsvInputs inputs;
    inputs.roster = write("roster.csv", roster);
    inputs.metrics = {write("metrics.csv", metrics)};
    if (!duty.empty()) inputs.duty = {write("duty.csv", duty)};
    return read_csv(inputs, rules);
  }
  /// `FILE:LINE REASON` for each row issue.
  static std::string issues_of(const Dataset& data) {
    std::string text;
    for (const RowIssue& issue : data.issues())
      text += std::filesystem::path(issue.file).filename().string() + ":" + std::to_string(issue.line) + " " +
              std::string(issue.reason) + "\n";
    return text;
  }
  static std::string errors_of(const Result<Dataset>& result) {
    std::string text;
    for (const Diagnostic& diagnostic : result.diagnostics()) text += std::string(diagnostic.slug) + " ";
    return text;
  }

  std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                 ("cwp-read-csv-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
  CheckedRulebook rules = checked_text(rulebook_with(kItems));
};

TEST_F(ReadCsv, WideAndLongRowsGiveTheSameCells) {
  const Dataset wide = read("officer,from,to,area\nann,,,urban\n", "officer,date,visits\nann,2026-03-02,4\n").value();
  const Dataset rows =
      read("officer,from,to,area\nann,,,urban\n", "officer,date,metric,value\nann,2026-03-02,visits,4\n").value();
  for (const Dataset& data : {wide, rows}) {
    const auto& cells = data.state().officers[0].metrics[0];
    ASSERT_EQ(cells.size(), 1u);
    EXPECT_EQ(cells[0].value, Rational(4));
    EXPECT_EQ(cells[0].origins[0].line, 2u);
    EXPECT_EQ(issues_of(data), "");
  }
}

TEST_F(ReadCsv, ByteOrderMarkCrlfQuotesAndEmbeddedNewlinesAreRead) {
  const Dataset data =
      read("\xEF\xBB\xBFofficer,from,to,area\r\n\"an\nn\",2026-01-01,,\"urban\"\r\n\r\nbob,,,rural\r\n",
           "officer,date,visits\r\n\"an\nn\",2026-03-02,\"4\"\r\nbob,2026-03-02,5")
          .value();
  ASSERT_EQ(data.officer_count(), 2u);
  EXPECT_EQ(data.officer_key(0), "an\nn");
  EXPECT_EQ(data.state().officers[1].metrics[0][0].origins[0].line, 4u);
  EXPECT_EQ(issues_of(data), "");
}

TEST_F(ReadCsv, WhatIsWrongWithSingleRowsIsARowIssueWithItsLine) {
  const Dataset data =
      read("officer,from,to,area\nann,2026-03-02,,urban\nbob,,,moon\n",
           "officer,date,visits\n"
           "ann,2026-03-02,many\n"
           "ann,2026-03-03,70000\n"
           "ann,2026-03-04,1.5\n"
           "eve,2026-03-05,1\n"
           "ann,2026-03-01,1\n"
           "ann,2026-02-30,1\n"
           "ann,2026-03-06,1,2\n"
           "ann,2026-03-07,3\n",
           "officer,from,to,status\nann,2026-03-09,2026-03-10,asleep\nann,2026-03-12,2026-03-11,leave\n")
          .value();
  std::size_t lines = 0;
  for (const RowIssue& issue : data.issues()) {
    ++lines;
    EXPECT_GT(issue.line, 0u);
    EXPECT_NE(message(issue), "");
    EXPECT_NE(message(issue, Language::zh), message(issue));
  }
  EXPECT_EQ(lines, 10u) << issues_of(data);
  // Only the last row could be taken as it is; three were refused, and their days know it.
  std::size_t refused = 0, taken = 0;
  for (const MetricCell& cell : data.state().officers[0].metrics[0]) (cell.refused ? refused : taken) += 1;
  EXPECT_EQ(refused, 3u);
  EXPECT_EQ(taken, 1u);
}

TEST_F(ReadCsv, TwoRowsForOneFigureAreAnErrorThatNamesBoth) {
  const auto result =
      read("officer,from,to,area\nann,,,urban\n", "officer,date,visits\nann,2026-03-02,4\nann,2026-03-02,5\n");
  ASSERT_FALSE(result.ok());
  const std::string text = render(result.diagnostics());
  EXPECT_NE(text.find("metrics.csv:2"), std::string::npos) << text;
  EXPECT_NE(text.find("metrics.csv:3"), std::string::npos) << text;
}

TEST_F(ReadCsv, WithoutARosterNobodyIsAssessed) {
  CsvInputs inputs;
  inputs.metrics = {write("metrics.csv", "officer,date,visits\n")};
  EXPECT_EQ(errors_of(read_csv(inputs, rules)), "csv-no-roster ");
}

TEST_F(ReadCsv, TablesOfEventsThatTheRulebookLacksAreRefused) {
  write("roster.csv", "officer\nann\n");
  write("events-arrests.csv", "officer,date\n");
  CsvInputs inputs;
  inputs.directory = folder.string();
  EXPECT_EQ(errors_of(read_csv(inputs, rules)), "csv-no-tables ");
}

TEST_F(ReadCsv, FilesOfAFolderThatAreNotReadAndThoseThatAreMissingAreNamed) {
  write("roster.csv", "officer\nann\n");
  write("metrics.CSV", "officer,date,visits\n");
  write("metrics-march.csv", "officer,date,visits\n");
  write("march.xlsx", "");
  write("command.txt", "");
  write(".metrics.csv", "");
  CsvInputs inputs;
  inputs.directory = folder.string();
  const auto result = read_csv(inputs, rules);
  EXPECT_TRUE(result.ok());
  EXPECT_EQ(errors_of(result), "csv-not-read csv-not-read csv-not-read csv-absent ");
  EXPECT_EQ(result.diagnostics()[0].arguments[0], (folder / "march.xlsx").string());
  write("metrics.csv", "officer,date,visits\n");
  EXPECT_EQ(errors_of(read_csv(inputs, rules)), "csv-not-read csv-not-read csv-not-read ");
}

TEST_F(ReadCsv, AFileThatIsNamedTwiceWouldCountTwice) {
  const std::string roster = write("roster.csv", "officer\nann\n");
  const std::string march = write("march.csv", "officer,date,visits\nann,2026-03-02,1\n");
  const std::string again = write("again.csv", "officer,date,visits\nann,2026-03-02,1\n");
  const std::string quiet = write("quiet.csv", "officer,date,visits\n");
  CsvInputs inputs;
  inputs.roster = roster;
  for (const std::string& other : {march, again}) {
    inputs.metrics = {march, other};
    EXPECT_EQ(errors_of(read_csv(inputs, rules)), "csv-file-again ");
  }
  inputs.metrics = {march, quiet, quiet};  // twice nothing is nothing
  EXPECT_EQ(errors_of(read_csv(inputs, rules)), "");
}

TEST_F(ReadCsv, AllFaultsOfTheHeadersAreReportedAtOnce) {
  const auto result = read("person,area\nann,urban\n", "officer,date,vizits,visits,visits\nann,2026-03-02,1,2,3\n");
  ASSERT_FALSE(result.ok());
  EXPECT_GE(result.diagnostics().size(), 4u) << render(result.diagnostics());
}

TEST_F(ReadCsv, AnUnclosedQuoteAndBytesThatAreNotUtf8AreErrors) {
  EXPECT_FALSE(read("officer,from,to,area\n\"ann,,,urban\n", "officer,date,visits\n").ok());
  EXPECT_FALSE(read("officer,from,to,area\nann,,,\xB3\xFF\n", "officer,date,visits\n").ok());
}

TEST_F(ReadCsv, TheOrderOfRowsDoesNotMatter) {
  const std::string roster = "officer,from,to,area\n10,,,urban\n9,,,rural\n";
  const Dataset one = read(roster, "officer,date,visits\n9,2026-03-02,4\n10,2026-03-02,5\n9,2026-03-01,6\n").value();
  const Dataset other = read(roster, "officer,date,visits\n9,2026-03-01,6\n9,2026-03-02,4\n10,2026-03-02,5\n").value();
  EXPECT_EQ(one.officer_key(0), "9");  // integers in order of number
  EXPECT_EQ(one.span(), other.span());
  for (std::size_t officer = 0; officer < 2; ++officer) {
    const auto& a = one.state().officers[officer].metrics[0];
    const auto& b = other.state().officers[officer].metrics[0];
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_TRUE(a[i].period == b[i].period && a[i].value == b[i].value);
  }
}

TEST_F(ReadCsv, OfOverlappingRosterRowsTheLaterWinsDayByDay) {
  const Dataset data = read("officer,from,to,area\nann,2026-01-01,2026-12-31,urban\nann,2026-03-01,2026-03-31,rural\n",
                            "officer,date,visits\n")
                           .value();
  const auto& presence = data.state().officers[0].presence;
  ASSERT_EQ(presence.size(), 3u);
  EXPECT_EQ(presence[1].days, (DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-03-31")}));
  EXPECT_EQ(*data.state().roster_rows[presence[1].roster_row].attributes[0].text, "rural");
  EXPECT_EQ(presence[2].days.last, *Day::parse("2026-12-31"));
}

TEST_F(ReadCsv, TheSpanRunsFromTheFirstRowToTheLastDayRow) {
  const Dataset data =
      read("officer,from,to,area\nann,,,urban\n",
           "officer,date,metric,value\nann,2026-03-05,visits,1\nann,2026-03-20,visits,1\nann,2026-02,survey,7\n")
          .value();
  EXPECT_EQ(data.span()->first, *Day::parse("2026-02-01"));  // a month's row covers its whole month
  EXPECT_EQ(data.span()->last, *Day::parse("2026-03-20"));
}

TEST_F(ReadCsv, RowsOfAnotherDayStandBehindThoseOfTheFirst) {
  CsvInputs first;
  first.roster = write("roster.csv", "officer,area\nann,urban\n");
  first.metrics = {write("first.csv", "officer,date,visits\nann,2026-03-02,4\n")};
  DatasetBuilder rows(rules);
  EXPECT_TRUE(read_csv_rows(first, rows).empty());
  rows.add_metric("ann", "2026-03-03", "visits", "5");  // in memory, between the two
  std::filesystem::create_directories(folder / "today");
  CsvInputs today;
  today.directory = (folder / "today").string();
  write("today/metrics.csv", "officer,date,visits,recorded\nann,2026-03-02,6,2026-03-05\nbob,2026-03-02,6,\n");
  EXPECT_TRUE(read_csv_rows(today, rows).empty());  // no roster is needed
  const Dataset data = rows.finish().value();
  const auto& cells = data.state().officers[0].metrics[0];
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0].value, Rational(6));
  EXPECT_EQ(cells[0].origins[0], (Origin{2, 2}));
  EXPECT_EQ(cells[1].value, Rational(5));
  EXPECT_EQ(issues_of(data), "metrics.csv:3 officer-not-in-roster\n");
}

TEST_F(ReadCsv, FilesThatCannotBeReadAddNoRows) {
  DatasetBuilder rows(rules);
  rows.add_officer("ann", {}, {}, {});
  CsvInputs inputs;
  inputs.metrics = {write("good.csv", "officer,date,visits\nann,2026-03-02,4\n"),
                    write("bad.csv", "officer,date,vists\nann,2026-03-03,4\n")};
  inputs.span = DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-03-31")};
  const auto problems = read_csv_rows(inputs, rows);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].slug, "csv-column-unknown");
  EXPECT_EQ(render(problems), render(read_csv(
                                         [&] {
                                           CsvInputs all = inputs;
                                           all.roster = write("roster.csv", "officer\nann\n");
                                           return all;
                                         }(),
                                         rules)
                                         .diagnostics()));
  const Dataset data = rows.finish().value();
  EXPECT_TRUE(data.files().empty());
  EXPECT_TRUE(data.state().officers[0].metrics[0].empty());
  EXPECT_FALSE(data.span());
}

TEST_F(ReadCsv, AFileIsReadOnceWhateverItIsCalled) {
  DatasetBuilder rows(rules);
  rows.add_officer("ann", {}, {}, {});
  CsvInputs inputs, again, none;
  inputs.metrics = {write("one.csv", "officer,date,hours\nann,2026-03-02,4\n"),
                    write("none.csv", "officer,date,hours\n")};
  again.metrics = {write("two.csv", "officer,date,hours\nann,2026-03-02,4\n")};
  none.metrics = {write("two_none.csv", "officer,date,hours\n")};  // its rows count nothing twice
  EXPECT_TRUE(read_csv_rows(inputs, rows).empty());
  EXPECT_TRUE(read_csv_rows(none, rows).empty());
  const auto problems = read_csv_rows(again, rows);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].slug, "csv-file-again");
  EXPECT_EQ(problems[0].arguments, (std::vector<std::string>{again.metrics[0], inputs.metrics[0]}));
  const Dataset data = rows.finish().value();
  EXPECT_EQ(data.files().size(), 3U);
}

TEST_F(ReadCsv, NothingToReadIsSaid) {
  DatasetBuilder rows(rules);
  std::filesystem::create_directories(folder / "empty");
  CsvInputs inputs;
  EXPECT_EQ(read_csv_rows(inputs, rows).at(0).slug, "csv-no-files");
  inputs.directory = (folder / "empty").string();
  EXPECT_EQ(read_csv_rows(inputs, rows).at(0).slug, "csv-no-files");
  inputs.directory = (folder / "nowhere").string();
  EXPECT_EQ(read_csv_rows(inputs, rows).at(0).slug, "csv-folder-missing");
}

TEST_F(ReadCsv, RowsThatBecomeKnownLaterSayNothing) {
  DatasetBuilder rows(rules);
  rows.set_known_at(*Day::parse("2026-03-04"));
  rows.add_officer("ann", {}, {}, {});
  CsvInputs inputs;
  inputs.metrics = {
      write("later.csv", "officer,date,visits,recorded,withdrawn\nann,2026-03-02,4,2026-03-05,perhaps\n")};
  EXPECT_TRUE(read_csv_rows(inputs, rows).empty());
  const Dataset data = rows.finish().value();
  EXPECT_EQ(issues_of(data), "");
  EXPECT_EQ(data.known_at(), Day::parse("2026-03-04"));
}

}  // namespace
}  // namespace cwp
