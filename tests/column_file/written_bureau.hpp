#pragma once
// A bureau's columns in a file, scored out of it month by month, against one scoring of the same columns in memory.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <set>

#include "cwp/column_file.hpp"
#include "stream/compared_ways.hpp"

namespace cwp {

/// A file that goes with it.
struct PassingFile {
  std::string path =
      (std::filesystem::path(testing::TempDir()) / ("cwp-columns-" + std::to_string(::getpid()) + "-" +
                                                    testing::UnitTest::GetInstance()->current_test_info()->name()))
          .string();
  PassingFile() { std::filesystem::remove_all(path); }
  ~PassingFile() { std::filesystem::remove_all(path); }
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;
};

inline std::uint64_t write_bureau(MadeBureau& bureau, const std::string& path) {
  ColumnFileWriter writer(bureau.rules, bureau.officers(), path);
  bureau.give(writer);
  return writer.finish().value();
}

/// Issues as texts, each once, in no order. A fault in a formula that several items share is named by one of them,
/// which hangs on the order in which they are met.
inline std::set<std::string> issue_set(std::vector<RowIssue> issues) {
  for (RowIssue& issue : issues)
    if (issue.expected != issue.metric && issue.line > 0) issue.metric = "-";
  const std::vector<std::string> texts = issue_texts(issues);
  return {texts.begin(), texts.end()};
}

/// Scores the file in a few ways and compares each with one scoring of `data`, which has the same columns.
inline void compare_with_file(const Plan& plan, const Dataset& data, const ColumnFile& file, ScoreOptions options) {
  KeepingSink wanted(data.officer_count(), true);
  const ScoringReport whole = score_into(wanted, plan, data, options).value();
  EXPECT_EQ(wanted.complaint, "");
  EXPECT_EQ(issue_texts(file.issues()), issue_texts(data.issues()));
  for (const int threads : {1, 2})
    for (const std::size_t least_in_lanes : {8, 0}) {
      options.threads = threads;
      options.engine.least_in_lanes = least_in_lanes;
      KeepingSink sink(file.officer_count(), true);
      sink.by_month = true;
      const ScoringReport report = score_into(sink, plan, file, options).value();
      EXPECT_EQ(sink.complaint, "");
      EXPECT_TRUE(sink.kept.figures == wanted.kept.figures) << first_difference(sink.kept, wanted.kept);
      EXPECT_TRUE(sink.kept.ranks == wanted.kept.ranks);
      EXPECT_EQ(sink.kept.provisional, wanted.kept.provisional);
      EXPECT_EQ(issue_set(report.issues), issue_set(whole.issues));
      EXPECT_EQ(report.officers, whole.officers);
    }
}

/// All of it: written, opened, scored, and as a Dataset.
inline void compare_bureau_with_file(MadeBureau& bureau, const ScoreOptions& options) {
  const PassingFile passing;
  write_bureau(bureau, passing.path);
  const Dataset data = bureau.data();
  const Plan plan = compile(bureau.rules);
  const ColumnFile file = open_column_file(bureau.rules, passing.path).value();
  EXPECT_EQ(file.officer_count(), data.officer_count());
  EXPECT_EQ(file.span(), data.span());
  compare_with_file(plan, data, file, options);
  KeepingSink wanted(data.officer_count(), true), got(data.officer_count(), true);
  const Dataset mapped = file.dataset().value();
  EXPECT_EQ(issue_texts(mapped.issues()), issue_texts(data.issues()));
  EXPECT_EQ(issue_texts(score_into(got, plan, mapped, options).value().issues),
            issue_texts(score_into(wanted, plan, data, options).value().issues));
  EXPECT_TRUE(got.kept.figures == wanted.kept.figures && got.kept.ranks == wanted.kept.ranks);
}

}  // namespace cwp
