#include "standing/late_formula.hpp"

#include <gtest/gtest.h>

#include "check/checked_state.hpp"
#include "standing/small_station.hpp"

namespace cwp {
namespace {

/// The value of a condition of an award for an officer with these marks, this rank and grade.
struct Late {
  Value value;
  std::size_t faults = 0;
};
Late late(const std::string& when, int marks, int rank, const std::string& grade) {
  SmallStation station;
  GradeLevel good, fair;
  good.id.value = "good";
  fair.id.value = "fair";
  good.when = formula("total > 0");
  station.add_grades("g", {good, fair});
  station.add_award("a").when = formula(when);
  const CheckedRulebook rules = check(station.rules).value();
  const Graph graph = build_graph(rules.state().scorecard);
  const NodeId root = graph.awards[0].when;
  std::vector<NodeId> leaves;
  RankingEntry entry;
  for (NodeId node = 0; node < graph.nodes.size(); ++node) {
    if (graph.late[node]) continue;
    leaves.push_back(node);
    entry.leaves.push_back(graph.nodes[node].op == NodeOp::constant ? graph.nodes[node].constant
                                                                    : Value::of(Rational(marks)));
  }
  LateNames names{Value::of(Rational(rank)), grade.empty() ? Value::missing(ValueType::text) : Value::of_text(grade)};
  std::vector<LateFault> faults;
  const Value value = LateFormulas(graph, leaves, {}).value(root, entry, names, &faults);
  return {value, faults.size()};
}

TEST(LateFormulas, FinishWithRankAndGrade) {
  EXPECT_TRUE(late("rank <= 3 and grade = 'good'", 90, 3, "good").value.is_true());
  EXPECT_TRUE(late("rank <= 3 and grade = 'good'", 90, 4, "good").value.is_false());
  EXPECT_TRUE(late("rank <= 3 and grade = 'good'", 90, 3, "fair").value.is_false());
  EXPECT_TRUE(late("total / rank > 20", 63, 3, "").value.is_true());
}

TEST(LateFormulas, WithoutAGradeTheGradeIsMissing) {
  EXPECT_FALSE(late("grade = 'good'", 90, 1, "").value.present());
  EXPECT_TRUE(late("is_missing(grade)", 90, 1, "").value.is_true());
}

TEST(LateFormulas, AFaultIsNotedOnlyWhereItIsLookedAt) {
  EXPECT_EQ(late("if(rank = 1, true, total / (rank - rank) > 1)", 90, 1, "").faults, 0u);
  EXPECT_EQ(late("if(rank = 1, true, total / (rank - rank) > 1)", 90, 2, "").faults, 1u);
}

}  // namespace
}  // namespace cwp
