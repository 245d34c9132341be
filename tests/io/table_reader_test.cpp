// Rows read in passing, and rows read one by one: the same officers, figures, places and issues, whatever stands in the
// files and however many threads read them.

#include "io/table_reader.hpp"

#include <gtest/gtest.h>

#include "data/dataset_state.hpp"
#include "io/made_files.hpp"

namespace cwp {
namespace {

/// All that a dataset holds, but for how it holds it.
std::string told(const Result<Dataset>& read) {
  std::string text;
  for (const Diagnostic& problem : read.diagnostics()) text += render(problem);
  if (!read.ok()) return text;
  const DatasetState& state = read.value().state();
  const auto add = [&](std::string_view more) { text.append(more).append("|"); };
  for (std::size_t i = 0; i < state.officer_count(); ++i) {
    const auto officer = state.officer(i);
    add("\n" + officer->key);
    for (const PresenceStretch& stretch : officer->presence) {
      add(stretch.days.first.to_text() + ".." + stretch.days.last.to_text());
      for (const Value& value : state.roster_rows[stretch.roster_row].attributes) add(to_text(value));
    }
    for (const DutyStretch& stretch : officer->duty) add(stretch.days.first.to_text() + std::to_string(stretch.status));
    for (const auto& cells : officer->metrics) {
      add("\n ");
      for (const MetricCell& cell : cells) {
        add(std::to_string(cell.period) + (cell.refused ? "refused" : cell.value.to_text()));
        for (const Origin& origin : cell.origins) add(std::to_string(origin.file) + ":" + std::to_string(origin.line));
      }
    }
  }
  for (const RowIssue& issue : state.issues) {
    add("\n" + std::string(issue.reason) + issue.file + ":" + std::to_string(issue.line));
    for (const auto* part : {&issue.officer, &issue.date, &issue.metric, &issue.value, &issue.expected}) add(*part);
  }
  if (state.span) add("\n" + state.span->first.to_text() + ".." + state.span->last.to_text());
  for (const auto& coming : state.digests)
    if (coming) {
      const InputDigest digest = coming->get();
      add("\n" + digest.sha256 + " " + std::to_string(digest.bytes) + " " + std::to_string(digest.rows));
    }
  return text;
}

struct TwoWays : testing::Test, FolderOfFiles {
  /// The roster with the first metrics, then the others into the same builder; nothing where a file is of no use.
  std::optional<Result<Dataset>> read_apart(const CsvInputs& inputs) const {
    CsvInputs first = inputs, others = inputs;
    first.metrics.resize(1);
    first.duty.clear();
    first.span.reset();
    others.roster.clear();
    others.metrics.erase(others.metrics.begin());
    DatasetBuilder rows(rules);
    if (has_error(read_csv_rows(first, rows)) || has_error(read_csv_rows(others, rows))) return std::nullopt;
    Result<Dataset> data = rows.finish();
    if (data.ok() && data.value().officer_count() == 0) return std::nullopt;
    return data;
  }
  const CheckedRulebook rules = checked_text(kRulesOfMadeFiles);
};

TEST_F(TwoWays, WhateverStandsInTheFilesTheDataAreTheSame) {
  int in_columns = 0, plain_issues = 0, at_two_times = 0;
  for (unsigned seed = 1; seed <= 240; ++seed) {
    FileMaker writer(seed, seed % 4 == 0 ? 0 : seed % 4 == 1 ? 400 : seed % 4 == 2 ? 60 : 8);
    CsvInputs inputs;
    inputs.roster = write("roster.csv", writer.roster());
    inputs.metrics = {write("days.csv", writer.days()), write("months.csv", writer.months())};
    if (writer.one_in(5)) inputs.metrics.push_back(write("more.csv", writer.days()));
    if (writer.one_in(8)) inputs.duty = {write("duty.csv", "officer,from,to,status\n7,2026-03-01,2026-03-02,leave\n")};
    if (writer.one_in(8)) inputs.span = DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-03-03")};
    inputs.row_by_row = true;
    const std::string wanted = told(read_csv(inputs, rules));
    inputs.row_by_row = false;
    if (const auto apart = read_apart(inputs)) {
      ++at_two_times;
      ASSERT_EQ(told(*apart), wanted) << "seed " << seed;
    }
    for (const std::size_t least : {std::size_t{0}, std::size_t{1'000'000}}) {
      inputs.least_in_columns = least;
      inputs.threads = 1 + int(seed % 2);
      const Result<Dataset> read = read_csv(inputs, rules);
      ASSERT_EQ(told(read), wanted) << "seed " << seed;
      if (!read.ok() || read.value().state().columns == nullptr) continue;
      ++in_columns;
      plain_issues += read.value().issues().empty() ? 0 : 1;
    }
  }
  // The test would say nothing where all files were too bad, or none was.
  EXPECT_GT(in_columns, 60);
  EXPECT_GT(plain_issues, 15);
  EXPECT_GT(at_two_times, 60);
}

TEST_F(TwoWays, EncodingsAndDelimitersAreThoseOfTheFile) {
  const std::string roster = "officer;area\n7;urban\n14;\n",
                    days = "officer;date;visits\n7;2026-03-01;3\n14;2026-03-01;4\n";
  std::string wide = "\xFF\xFE";
  for (const char c : days) wide += {c, '\0'};
  for (const std::string& text : {days, "\xEF\xBB\xBF" + days, wide}) {
    CsvInputs inputs;
    inputs.roster = write("roster.csv", roster);
    inputs.metrics = {write("days.csv", text)};
    inputs.least_in_columns = 0;
    const Result<Dataset> read = read_csv(inputs, rules);
    ASSERT_TRUE(read.ok());
    ASSERT_NE(read.value().state().columns, nullptr);
    EXPECT_EQ(read.value().state().officer(1)->metrics[0][0].value, Rational(4));
    EXPECT_EQ(read.value().state().officer(1)->metrics[0][0].origins[0], (Origin{1, 3}));
    inputs.row_by_row = true;
    EXPECT_EQ(told(read), told(read_csv(inputs, rules)));
  }
}

}  // namespace
}  // namespace cwp
