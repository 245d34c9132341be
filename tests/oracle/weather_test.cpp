// The lanes and the exact evaluator publish the same, whatever the blocks, instruction sets and threads.

#include <gtest/gtest.h>

#include <iostream>

#include "cwp/cwp.hpp"
#include "engine/scores_state.hpp"
#include "oracle/comparison.hpp"
#include "oracle/published.hpp"
#include "oracle/random/random_rulebook.hpp"
#include "this_build.hpp"

namespace cwp::oracle {
namespace {

// As for the oracle: fewer where a sanitizer looks on, but enough for what is counted below.
std::uint64_t of_one_run() { return this_build().sanitized ? 24 : 40; }

/// Figures and issues, in one order.
std::vector<std::string> everything(const Scores& scores) {
  std::vector<std::string> lines = issues(scores);
  for (const auto& [period, of_period] : published(scores))
    lines.insert(lines.end(), of_period.begin(), of_period.end());
  return lines;
}

struct Tally {
  std::size_t lines = 0, in_lanes = 0, unlike = 0, judged = 0, steps = 0, instances = 0, uniform = 0,
              judged_instances = 0;
  std::size_t cells = 0, cells_judged = 0;
  std::size_t of_lane[5] = {};
};

void compare(OracleCase (*make)(std::uint64_t), const char* name, Tally& tally) {
  const std::uint64_t first = from_environment("CWP_ORACLE_SEED", 1);
  const std::uint64_t wanted = from_environment("CWP_WEATHER_RULEBOOKS", of_one_run());
  for (std::uint64_t seed = first; seed < first + wanted; ++seed) {
    const OracleCase one = make(seed);
    const auto rules = load_and_check(Source("rulebook.yaml", one.rulebook));
    if (!rules.ok()) continue;
    const Plan plan = compile(rules.value());
    const auto data = to_dataset(one.rows, rules.value());
    if (!data.ok()) continue;
    ScoreOptions options;
    options.provisional = true;
    options.engine.least_in_lanes = 0;
    const auto judge = score(plan, data.value(), options);
    ASSERT_TRUE(judge.ok()) << render(judge.diagnostics());
    const auto expected = everything(judge.value());
    const Isa isas[] = {Isa::baseline, Isa::avx2, Isa::avx512};
    const std::size_t blocks[] = {1, 3, 1024};
    for (std::size_t w = 0; w < 3; ++w) {
      const std::size_t least_in_cohort = w == 2 ? 1 : 64;  // a cohort for each class, or one for all
      options.engine = {1, least_in_cohort, blocks[w], isas[(w + seed) % 3]};
      options.threads = 1 + int(seed % 2);
      const auto lanes = score(plan, data.value(), options);
      ASSERT_TRUE(lanes.ok()) << render(lanes.diagnostics());
      ASSERT_EQ(everything(lanes.value()), expected)
          << name << " seed " << seed << ", blocks of " << blocks[w] << ", " << to_text(options.engine.isa);
      const EngineReport& report = lanes.value().state().engine;
      tally.in_lanes += report.officers_in_lanes;
      tally.unlike += report.officers_unlike;
      tally.cells += report.cells;
      tally.cells_judged += report.cells_judged;
      tally.judged += report.officers_judged;
      tally.steps += report.steps;
      for (int lane = 0; lane < 5; ++lane) tally.of_lane[lane] += report.steps_of_lane[lane];
      tally.instances += report.instances_in_lanes;
      tally.uniform += report.instances_uniform;
      tally.judged_instances += report.instances_judged;
    }
    tally.lines += expected.size();
  }
  std::cout << name << ": " << tally.lines << " lines; officers: " << tally.in_lanes << " in lanes, " << tally.unlike
            << " of them unlike, " << tally.judged << " judged; cells: " << tally.cells << ", " << tally.cells_judged
            << " judged; " << tally.steps << " steps, u8 u16 i32 i64 i128:";
  for (const std::size_t count : tally.of_lane) std::cout << ' ' << count;
  std::cout << "; instances: " << tally.instances << " in lanes, " << tally.uniform << " uniform, "
            << tally.judged_instances << " judged\n";
}

TEST(Weather, LanesPublishWhatTheExactEvaluatorDoes) {
  Tally tally;
  compare(random_case, "wild", tally);
}

TEST(Weather, InAnOrdinaryBureauOfficersAreInLanes) {
  Tally tally;
  compare(ordinary_case, "ordinary", tally);
  EXPECT_GE(tally.in_lanes, 20U);
  EXPECT_GE(tally.steps, 1000U);
  EXPECT_GE(tally.of_lane[1], 500U) << "lanes of two bytes";
}

}  // namespace
}  // namespace cwp::oracle
