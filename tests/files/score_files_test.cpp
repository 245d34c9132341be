// Rows written as they are scored are those of Scores that are kept, byte for byte; so are summary and receipt.

#include "cwp/score_files.hpp"

#include <gtest/gtest.h>

#include <unistd.h>
#include <atomic>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "no_more_threads.hpp"
#include "stream/compared_ways.hpp"

namespace cwp {
namespace {

/// Divisions by 0, and what is missing is dropped, so that what could be reached is not the same for all.
constexpr const char* kPlainFaults = R"yaml(cwp: 1
id: plain_faults
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
  cases: {per: month, fold: sum, type: u8, range: [0, 9]}
  solved: {per: month, fold: sum, type: u8, range: [0, 9]}
categories:
  - id: work
    items:
      - {id: rate, per: month, full: 10, points: 10 * solved / cases, if_missing: drop}
      - {id: seen, per: month, full: 10, prorate: duty, target: {of: visits, at: 300}, if_missing: drop}
assessments: {month: {}}
rankings:
  - {id: in_station, every: month, by: station, of: total, method: dense}
  - {id: over_all, every: month, of: total, order: ascending}
)yaml";

MadeBureau bureau_of(const char* rulebook, std::size_t officers, std::uint64_t seed) {
  MadeBureau bureau(rulebook, officers, "2026-01-01", "2026-02-28", seed);
  bureau.set_stations(7, seed % 2 == 0);
  if (rulebook == kForms) bureau.set_attribute("coefficient", {"1", "1.1", "0.95"}, false);
  return bureau;
}

std::string told(const ScoreSummary& summary, const CheckedRulebook& rules) {
  std::string text;
  for (const GrainSummary& grain : summary.grains) {
    text += std::string(to_text(grain.grain)) + " " + std::to_string(grain.officers) + " " +
            std::to_string(grain.provisional) + ":";
    for (const Period period : grain.periods) text += " " + rules.calendar().label(period);
    text += "\n";
  }
  for (const RankingSummary& ranking : summary.rankings) {
    text += ranking.leaders.id + " +" + std::to_string(ranking.more_groups) + ":";
    for (const RankedOfficer& row : ranking.leaders.rows)
      text += " " + rules.calendar().label(row.period) + row.group + "#" + row.rank->to_text() + "=" +
              std::to_string(row.officer) + ":" + row.value->to_text() + (row.eligible ? "" : "!");
    text += "\n";
  }
  return text;
}

/// A folder of results, and what it holds.
struct ResultFolder {
  ResultFolder() { std::filesystem::remove_all(path); }
  ~ResultFolder() { std::filesystem::remove_all(path); }
  std::map<std::string, std::string> held() const {
    std::map<std::string, std::string> texts;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      std::ifstream file(entry.path(), std::ios::binary);
      texts[entry.path().filename()] = std::string(std::istreambuf_iterator<char>(file), {});
    }
    return texts;
  }
  bool is_there() const { return std::filesystem::exists(path); }
  /// Beside it there is nothing that was not finished.
  bool is_alone() const {
    const std::string own = path.filename().string() + ".partial";
    for (const auto& entry : std::filesystem::directory_iterator(path.parent_path()))
      if (entry.path().filename().string().starts_with(own)) return false;
    return true;
  }
  const std::filesystem::path path =
      std::filesystem::path(testing::TempDir()) / ("results-" + std::to_string(getpid()));
};

/// Whether rows were written as they came.
bool compare_files(const CheckedRulebook& rules, const Dataset& data, ScoreOptions options = {},
                   const OutputOptions& output = {}) {
  const Plan plan = compile(rules);
  const Scores kept = score(plan, data, options).value();
  bool as_rows = false;
  for (const std::size_t block : {std::size_t{0}, std::size_t{7}})
    for (const int threads : {1, 3}) {
      options.threads = threads;
      options.engine.block = block;
      const ScoredFiles scored = score_to_files(plan, data, options, output, 0).value();
      EXPECT_EQ(scored.files, output_files(kept, output));
      EXPECT_EQ(told(scored.summary, rules), told(summarize(kept), rules));
      as_rows = scored.scores.tables().empty();
      const ResultFolder folder;
      const ScoredFolder written =
          score_into_folder(plan, data, {.directory = folder.path.string()}, options, output, 0).value();
      EXPECT_EQ(folder.held(), (std::map<std::string, std::string>(scored.files.begin(), scored.files.end())));
      EXPECT_TRUE(folder.is_alone());
      EXPECT_EQ(told(written.summary, rules), told(scored.summary, rules));
      EXPECT_EQ(written.scores.tables().empty(), as_rows);
      EXPECT_EQ(written.files.size(), scored.files.size());
      for (std::size_t i = 0; i < std::min(written.files.size(), scored.files.size()); ++i)
        EXPECT_EQ(written.files[i], scored.files[i].first);
    }
  return as_rows;
}

TEST(ScoreFiles, OfEveryFormRankingAndGrain) {
  for (const char* rulebook : {kForms, kDays})
    for (const std::uint64_t seed : {1, 2, 3}) {
      MadeBureau bureau = bureau_of(rulebook, 90, seed);
      EXPECT_TRUE(compare_files(bureau.rules, bureau.data()));
    }
}

TEST(ScoreFiles, TablesWithAByteOrderMark) {
  MadeBureau bureau = bureau_of(kDays, 40, 9);
  OutputOptions output;
  output.bom = true;
  output.tables = {OutputTable::scores, OutputTable::standing, OutputTable::rankings, OutputTable::issues};
  EXPECT_TRUE(compare_files(bureau.rules, bureau.data(), {}, output));
}

TEST(ScoreFiles, PeriodsThatAreNotOverAndGrainsThatAreAskedFor) {
  MadeBureau bureau = bureau_of(kDays, 40, 4);
  ScoreOptions options;
  options.provisional = true;
  EXPECT_TRUE(compare_files(bureau.rules, bureau.data(), options));
  options.grains = {Grain::week};
  EXPECT_TRUE(compare_files(bureau.rules, bureau.data(), options));
}

TEST(ScoreFiles, KeysAndGroupsThatMustBeQuoted) {
  MadeBureau bureau = bureau_of(kForms, 30, 5);
  bureau.set_keys({"a,b", "\"q\"", "=1+1", "-7", "走访", "x y", "line\nbreak"});
  EXPECT_TRUE(compare_files(bureau.rules, bureau.data()));
}

/// A figure that is refused, two that are not there.
void spoil(MadeBureau& bureau) {
  for (const double figure : {1000.0, double(NAN), double(NAN)}) {
    const auto column = std::next(bureau.figures.begin(), bureau.below(std::int64_t(bureau.figures.size())));
    column->second[std::size_t(bureau.below(std::int64_t(bureau.officers())))] = figure;
  }
}

TEST(ScoreFiles, OfficersOfSeveralClassesThoseWhoAreJudgedAndThoseWhoAreNotThere) {
  const DayRange span{*Day::parse("2026-01-01"), *Day::parse("2026-02-28")};
  std::size_t as_rows = 0;
  for (const char* rulebook : {kForms, kDays, kPlainFaults})
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed) + rulebook);
      MadeBureau bureau = bureau_of(rulebook, 60, seed);
      if (seed % 4 != 1) take_leave(bureau, span);
      if (seed % 4 != 2) come_and_go(bureau, span);
      if (seed > 4) spoil(bureau);
      ScoreOptions options;
      options.provisional = seed % 2 == 0;
      options.engine.least_in_cohort = std::vector<std::size_t>{1, 5, 64}[seed % 3];
      as_rows += compare_files(bureau.rules, bureau.data(), options) ? 1 : 0;
      if (HasFailure()) return;
    }
  EXPECT_EQ(as_rows, 24U);
}

TEST(ScoreFiles, PeriodsInWhichNobodyIsThereOrNobodyIsOnDuty) {
  for (const bool is_gone : {false, true}) {
    MadeBureau bureau = bureau_of(kDays, 30, 3);
    for (std::size_t i = 0; i < 30; ++i) {
      if (is_gone)
        bureau.add_stay(i, {kFirstDay, *Day::parse("2026-02-05")});
      else
        bureau.add_leave(i, {*Day::parse("2026-02-06"), *Day::parse("2026-02-28")});
    }
    ScoreOptions options;
    options.provisional = true;
    EXPECT_TRUE(compare_files(bureau.rules, bureau.data(), options));
  }
}

TEST(ScoreFiles, UnderStrictWhoeverIsJudgedIsLookedAtBeforehand) {
  MadeBureau bureau = bureau_of(kForms, 60, 2);
  take_leave(bureau, {*Day::parse("2026-01-01"), *Day::parse("2026-02-28")});
  ScoreOptions options;
  options.strict = true;
  EXPECT_FALSE(compare_files(bureau.rules, bureau.data(), options));
}

TEST(ScoreFiles, WhereAVetoMayActOrDetailsAreWantedScoresAreKept) {
  MadeBureau judged = bureau_of(kFaults, 60, 6);
  EXPECT_FALSE(compare_files(judged.rules, judged.data()));
  MadeBureau bureau = bureau_of(kForms, 30, 7);
  OutputOptions output;
  output.details = true;
  EXPECT_FALSE(compare_files(bureau.rules, bureau.data(), {}, output));
  output = {};
  output.format = OutputFormat::json;
  EXPECT_FALSE(compare_files(bureau.rules, bureau.data(), {}, output));
}

std::vector<OutputTable> tables_of_mask(unsigned mask) {
  std::vector<OutputTable> tables;
  for (std::size_t i = 0; i < output_tables().size(); ++i)
    if ((mask >> i & 1U) != 0) tables.push_back(output_tables()[i].table);
  return tables;
}

TEST(ScoreFiles, OnlyTheTablesThatAreAskedForAreWritten) {
  const unsigned parts = 1U << static_cast<unsigned>(OutputTable::parts);
  std::set<std::string> names;
  for (unsigned mask = 1; mask < 1U << output_tables().size(); mask += 17) {
    const char* rulebook = mask % 2 == 0 ? kPlainFaults : mask % 4 == 1 ? kDays : kForms;
    MadeBureau bureau = bureau_of(rulebook, 40, mask);
    OutputOptions output;
    output.tables = tables_of_mask(mask);
    EXPECT_EQ(compare_files(bureau.rules, bureau.data(), {}, output), (mask & parts) == 0) << mask;
    const ScoredFiles scored = score_to_files(compile(bureau.rules), bureau.data(), {}, output, 0).value();
    for (const OutputFile& file : scored.files) names.insert(file.first);
  }
  for (const char* name : {"day.csv", "day_standing.csv", "week_standing.csv", "month_parts.csv", "issues.csv"})
    EXPECT_TRUE(names.contains(name)) << name;
}

TEST(ScoreFiles, StandingHasAlsoThoseOnLeaveAndWithoutTotal) {
  for (const char* rulebook : {kPlainFaults, kDays}) {
    MadeBureau bureau = bureau_of(rulebook, 120, 12);
    take_leave(bureau, {*Day::parse("2026-01-10"), *Day::parse("2026-02-28")});
    OutputOptions output;
    output.tables = {OutputTable::standing};
    EXPECT_TRUE(compare_files(bureau.rules, bureau.data(), {}, output));
    ScoreOptions options;
    options.provisional = true;
    options.grains = {rulebook == kDays ? Grain::week : Grain::month};
    EXPECT_TRUE(compare_files(bureau.rules, bureau.data(), options, output));
  }
}

TEST(ScoreFiles, ErrorsAreThoseOfScore) {
  MadeBureau bureau = bureau_of(kForms, 30, 8);
  ScoreOptions options;
  options.grains = {Grain::day};
  const auto scored = score_to_files(compile(bureau.rules), bureau.data(), options, {}, 0);
  ASSERT_FALSE(scored.ok());
  EXPECT_EQ(scored.diagnostics()[0].slug, "grain-not-assessed");
}

TEST(ScoreIntoFolder, WhereNoThreadCanBeStartedTheFilesAreTheSame) {
  MadeBureau bureau = bureau_of(kForms, 60, 9);
  const NoMoreThreads none;
  EXPECT_TRUE(compare_files(bureau.rules, bureau.data()));
}

TEST(ScoreIntoFolder, StoppedAtAnyStepNothingIsLeftByAnyNumberOfThreads) {
  for (const char* rulebook : {kForms, kFaults}) {  // rows as they are scored, and Scores that are kept
    MadeBureau bureau = bureau_of(rulebook, 60, 9);
    const Plan plan = compile(bureau.rules);
    for (const int threads : {1, 2}) {
      ScoreOptions options;
      options.threads = threads;
      const ResultFolder folder;
      for (int step = 0;; ++step) {
        int steps = 0;
        const auto written = score_into_folder(
            plan, bureau.data(), {.directory = folder.path.string(), .stop = [&] { return steps++ == step; }}, options,
            {}, 0);
        if (written.ok()) {
          EXPECT_GE(step, 15);
          break;
        }
        EXPECT_EQ(written.diagnostics()[0].slug, "output-stopped");
        EXPECT_FALSE(folder.is_there());
        EXPECT_TRUE(folder.is_alone());
      }
    }
  }
}

TEST(ScoreIntoFolder, StoppedInTheMidstOfItNobodyElseIsScored) {
  MadeBureau bureau = bureau_of(kForms, 600, 9);
  ScoreOptions options;
  options.threads = 1;  // with more of them some rows may wait for the thread that writes, and is stopped
  options.engine.block = 2;
  std::size_t scored = 0;
  options.progress = [&](WorkStage stage, std::size_t done, std::size_t all) {
    if (stage == WorkStage::scoring) scored = std::max(scored, done);
    EXPECT_EQ(all, 600U);
  };
  const ResultFolder folder;
  const auto written =
      score_into_folder(compile(bureau.rules), bureau.data(),
                        {.directory = folder.path.string(), .stop = [&] { return scored >= 60; }}, options, {}, 0);
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.diagnostics()[0].slug, "output-stopped");
  EXPECT_GE(scored, 60U);
  EXPECT_LT(scored, 100U);
}

TEST(ScoreIntoFolder, AnExceptionAtAnyStepComesOutAndNothingIsLeft) {
  MadeBureau bureau = bureau_of(kForms, 3000, 9);
  const Plan plan = compile(bureau.rules);
  for (const int threads : {1, 3})
    for (int step = 0;; ++step) {
      ScoreOptions options;
      options.threads = threads;
      const ResultFolder folder;
      std::atomic<int> steps = 0;
      const auto stop = [&]() -> bool {
        if (steps++ == step) throw std::runtime_error("stop");
        return false;
      };
      try {
        ASSERT_TRUE(
            score_into_folder(plan, bureau.data(), {.directory = folder.path.string(), .stop = stop}, options, {}, 0)
                .ok());
        EXPECT_GE(step, 15);
        break;
      } catch (const std::runtime_error&) {
        EXPECT_FALSE(folder.is_there());
        EXPECT_TRUE(folder.is_alone());
      }
    }
}

TEST(ScoreIntoFolder, WhatIsRefusedIsNotWrittenAndWhatIsThereStays) {
  MadeBureau bureau = bureau_of(kForms, 30, 10);
  const Plan plan = compile(bureau.rules);
  const ResultFolder folder;
  FolderOptions into{.directory = folder.path.string()};
  int told_of = 0;
  into.scored = [&] { ++told_of; };
  into.refuse = [](const std::vector<GrainSummary>& grains) -> std::vector<Diagnostic> {
    EXPECT_FALSE(grains.empty());
    return {Diagnostic{"period-not-published", {}, {}, {}}};
  };
  EXPECT_EQ(score_into_folder(plan, bureau.data(), into, {}, {}, 0).diagnostics()[0].slug, "period-not-published");
  EXPECT_FALSE(folder.is_there());
  into.refuse = {};
  ASSERT_TRUE(score_into_folder(plan, bureau.data(), into, {}, {}, 0).ok());
  EXPECT_EQ(told_of, 1);
  EXPECT_EQ(score_into_folder(plan, bureau.data(), into, {}, {}, 0).diagnostics()[0].slug, "output-exists");

  // Results of before that are none any more go; what somebody changed, or put there, stays.
  const auto before = folder.held();
  std::ofstream(folder.path / "mine.txt") << "mine";
  into.force = true;
  ScoreOptions none;
  none.grains = {Grain::month};
  OutputOptions json;
  json.format = OutputFormat::json;
  ASSERT_TRUE(score_into_folder(plan, bureau.data(), into, none, json, 0).ok());
  EXPECT_FALSE(folder.held().contains("issues.csv"));
  ASSERT_TRUE(score_into_folder(plan, bureau.data(), into, {}, {}, 0).ok());
  auto after = folder.held();
  EXPECT_EQ(after.at("mine.txt"), "mine");
  after.erase("mine.txt");
  EXPECT_EQ(after, before);
}

}  // namespace
}  // namespace cwp
