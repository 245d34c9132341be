#include "kernel/choose_isa.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <string>

namespace cwp {
namespace {

constexpr Isa kUnits[] = {Isa::baseline, Isa::avx2, Isa::avx512};

RunLanes unit_named(Isa isa) {
  if (isa == Isa::avx2) return run_lanes_avx2;
  return isa == Isa::avx512 ? run_lanes_avx512 : run_lanes_baseline;
}

RankGroups ranks_named(Isa isa) {
  if (isa == Isa::avx2) return rank_groups_avx2;
  return isa == Isa::avx512 ? rank_groups_avx512 : rank_groups_baseline;
}

SumGroups sums_named(Isa isa) {
  if (isa == Isa::avx2) return sum_groups_avx2;
  return isa == Isa::avx512 ? sum_groups_avx512 : sum_groups_baseline;
}

TakeDoubles takes_named(Isa isa) {
  if (isa == Isa::avx2) return take_doubles_avx2;
  return isa == Isa::avx512 ? take_doubles_avx512 : take_doubles_baseline;
}

/// Gives CWP_ISA back as it was.
class Environment {
 public:
  Environment() {
    if (const char* value = std::getenv("CWP_ISA")) before_ = value;
  }
  ~Environment() { set(before_); }
  static void set(const std::optional<std::string>& value) {
    if (value)
      setenv("CWP_ISA", value->c_str(), 1);
    else
      unsetenv("CWP_ISA");
  }

 private:
  std::optional<std::string> before_;
};

TEST(ChooseIsa, NamesParseBack) {
  for (const Isa isa : {Isa::best, Isa::baseline, Isa::avx2, Isa::avx512}) EXPECT_EQ(parse_isa(to_text(isa)), isa);
  EXPECT_EQ(to_text(Isa::avx512), "avx512");
  for (const char* other : {"", "AVX2", "avx", "avx2 ", "sse"}) EXPECT_EQ(parse_isa(other), std::nullopt) << other;
}

TEST(ChooseIsa, EveryProcessorHasTheBaseline) { EXPECT_TRUE(has_isa(Isa::baseline)); }

TEST(ChooseIsa, BestIsTheWidestThatTheProcessorHas) {
  Environment environment;
  environment.set(std::nullopt);
  ASSERT_TRUE(has_isa(best_isa()));
  for (const Isa isa : kUnits) EXPECT_TRUE(!has_isa(isa) || isa <= best_isa()) << to_text(isa);
  EXPECT_NE(best_isa(), Isa::best);
}

TEST(ChooseIsa, AnInstructionSetIsItsUnitOrTheBestWhereTheProcessorLacksIt) {
  Environment environment;
  environment.set(std::nullopt);
  for (const Isa isa : kUnits) {
    const Isa used = has_isa(isa) ? isa : best_isa();
    EXPECT_EQ(lanes_for(isa), unit_named(used)) << to_text(isa);
    EXPECT_EQ(group_ranks_for(isa), ranks_named(used)) << to_text(isa);
    EXPECT_EQ(group_sums_for(isa), sums_named(used)) << to_text(isa);
    EXPECT_EQ(take_doubles_for(isa), takes_named(used)) << to_text(isa);
  }
  EXPECT_EQ(lanes_for(Isa::best), unit_named(best_isa()));
  EXPECT_EQ(group_ranks_for(Isa::best), ranks_named(best_isa()));
}

TEST(ChooseIsa, TheEnvironmentNamesTheBest) {
  Environment environment;
  environment.set(std::nullopt);
  const Isa widest = best_isa();
  for (const Isa isa : kUnits) {
    environment.set(std::string(to_text(isa)));
    EXPECT_EQ(best_isa(), has_isa(isa) ? isa : widest) << to_text(isa);
    EXPECT_EQ(lanes_for(Isa::best), unit_named(best_isa())) << to_text(isa);
    // What is asked for by name stays that.
    EXPECT_EQ(lanes_for(Isa::baseline), run_lanes_baseline);
  }
  for (const char* useless : {"", "best", "sse9"}) {
    environment.set(useless);
    EXPECT_EQ(best_isa(), widest) << useless;
  }
}

}  // namespace
}  // namespace cwp
