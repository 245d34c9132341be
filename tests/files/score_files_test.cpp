// Rows written as they are scored are those of Scores that are kept, byte for byte; so are summary and receipt.

#include "cwp/score_files.hpp"

#include <gtest/gtest.h>

#include "stream/compared_ways.hpp"

namespace cwp {
namespace {

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

TEST(ScoreFiles, WhereSomebodyIsJudgedOrDetailsAreWantedScoresAreKept) {
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

TEST(ScoreFiles, ErrorsAreThoseOfScore) {
  MadeBureau bureau = bureau_of(kForms, 30, 8);
  ScoreOptions options;
  options.grains = {Grain::day};
  const auto scored = score_to_files(compile(bureau.rules), bureau.data(), options, {}, 0);
  ASSERT_FALSE(scored.ok());
  EXPECT_EQ(scored.diagnostics()[0].slug, "grain-not-assessed");
}

}  // namespace
}  // namespace cwp
