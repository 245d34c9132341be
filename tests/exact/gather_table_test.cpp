// Tables of gathers: who is in which group, who is a peer, what each sees.

#include "exact/gather_table.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

PeerEntry peer(int value) { return {true, true, Value::of(Rational(value))}; }

Node gather_of(const char* function) {
  Node node;
  node.op = NodeOp::gather;
  node.function = find_function(function);
  return node;
}

std::string seen(const char* function, const std::vector<std::uint32_t>& groups, const std::vector<PeerEntry>& entries,
                 std::vector<Value> extras = {}) {
  const Node node = gather_of(function);
  const GatherTable table = make_gather_table(node, groups, entries, {});
  std::string text;
  for (std::size_t i = 0; i < entries.size(); ++i)
    text += to_text(gathered(node, table, i, entries[i].value, extras, {})) + " ";
  return text;
}

TEST(GatherTable, EveryoneOfAGroupSeesTheAggregateOfItsPeers) {
  EXPECT_EQ(seen("mean", {0, 0, 1, kNoGroup}, {peer(4), peer(8), peer(5), peer(9)}), "6 6 5 missing ");
}

TEST(GatherTable, WhoIsNoPeerSeesTheAggregateButHasNoRank) {
  EXPECT_EQ(seen("sum", {0, 0, 0}, {peer(4), peer(8), {false, false, Value::missing()}}), "12 12 12 ");
  EXPECT_EQ(seen("rank", {0, 0, 0}, {peer(4), peer(8), {false, false, Value::missing()}}), "2 1 missing ");
}

TEST(GatherTable, TheFigureOfWhoIsNoPeerCountsNowhere) {
  const PeerEntry on_leave{false, false, Value::of(Rational(6))};
  EXPECT_EQ(seen("sum", {0, 0, 0}, {peer(4), peer(8), on_leave}), "12 12 12 ");
  EXPECT_EQ(seen("rank", {0, 0, 0}, {peer(4), peer(8), on_leave}), "2 1 missing ");
}

TEST(GatherTable, OfNoValueItIsMissingOrExemptAndACountIsZero) {
  const PeerEntry missing{true, true, Value::missing()}, exempt{true, true, Value::exempt()};
  EXPECT_EQ(seen("mean", {0, 0}, {missing, exempt}), "missing missing ");
  EXPECT_EQ(seen("mean", {0, 0}, {exempt, exempt}), "exempt exempt ");
  EXPECT_EQ(seen("count", {0, 0}, {exempt, exempt}), "0 0 ");
  EXPECT_EQ(seen("count", {0}, {{false, false, Value::missing()}}), "missing ");
}

TEST(GatherTable, ACountIsZeroWhereTheConditionHoldsForNobodyOnDuty) {
  const PeerEntry elsewhere{true, false, Value::missing()};
  EXPECT_EQ(seen("count", {0, 0, 1}, {elsewhere, {false, false, Value::missing()}, peer(1)}), "0 0 1 ");
  EXPECT_EQ(seen("sum", {0}, {elsewhere}), "missing ");
}

TEST(GatherTable, AnIncompletePeerDoesNotMakeHisPeersIncomplete) {
  PeerEntry incomplete = peer(4);
  incomplete.value.incomplete = true;
  const Node node = gather_of("mean");
  const GatherTable table = make_gather_table(node, {0, 0}, {incomplete, peer(8)}, {});
  EXPECT_FALSE(gathered(node, table, 1, Value::of(Rational(8)), {}, {}).incomplete);
}

TEST(GatherTable, AnAbsentExtraArgumentMakesItAbsent) {
  EXPECT_EQ(seen("quantile", {0, 0}, {peer(4), peer(8)}, {Value::of(Rational(1, 2))}), "6 6 ");
  EXPECT_EQ(seen("quantile", {0, 0}, {peer(4), peer(8)}, {Value::exempt()}), "exempt exempt ");
}

}  // namespace
}  // namespace cwp
