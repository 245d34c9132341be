#include "graph/unroll.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "check/checked_state.hpp"
#include "checked_text.hpp"

namespace cwp {
namespace {

const Calendar kCalendar;
Period period(std::string_view label) { return *Period::parse(label, kCalendar); }
std::string label(const std::optional<Period>& period) { return period ? kCalendar.label(*period) : "none"; }

TEST(LagTarget, GoesBackInTheGrainOfThePlace) {
  EXPECT_EQ(label(lag_target(period("2026-03"), 2, Grain::month, Grain::month, kCalendar)), "2026-01");
  EXPECT_EQ(label(lag_target(period("2026-03"), 1, Grain::quarter, Grain::month, kCalendar)), "2025-12");
  EXPECT_EQ(label(lag_target(period("2026-03"), 1, Grain::year, Grain::month, kCalendar)), "2025-03");
  EXPECT_EQ(label(lag_target(period("2026-03-05"), 2, Grain::week, Grain::day, kCalendar)), "2026-02-19");
}

TEST(LagTarget, GoesToTheLongerPeriodWhenThatIsTheGrainInside) {
  EXPECT_EQ(label(lag_target(period("2026-03"), 1, Grain::quarter, Grain::quarter, kCalendar)), "2025-Q4");
  EXPECT_EQ(label(lag_target(period("2026-05-05"), 1, Grain::quarter, Grain::quarter, kCalendar)), "2026-Q1");
}

TEST(LagTarget, TheSameDayOfAMonthThatHasNoneIsNothing) {
  EXPECT_EQ(label(lag_target(period("2026-03-31"), 1, Grain::month, Grain::day, kCalendar)), "none");
  EXPECT_EQ(label(lag_target(period("2024-02-29"), 1, Grain::year, Grain::day, kCalendar)), "none");
  EXPECT_EQ(label(lag_target(period("2026-03-28"), 1, Grain::month, Grain::day, kCalendar)), "2026-02-28");
}

TEST(LagTarget, WeekFiftyThreeHasNoSisterInAYearOfFiftyTwo) {
  EXPECT_EQ(label(lag_target(period("2020-W53"), 1, Grain::year, Grain::week, kCalendar)), "none");
  EXPECT_EQ(label(lag_target(period("2021-W10"), 1, Grain::year, Grain::week, kCalendar)), "2020-W10");
}

TEST(LagTarget, BeforeTheYear1900ThereIsNothing) {
  EXPECT_EQ(label(lag_target(period("1900-01"), 1, Grain::month, Grain::month, kCalendar)), "none");
}

struct Unrolling {
  explicit Unrolling(std::string_view items)
      : rules(checked_text(rulebook_with(items))),
        graph(build_graph(rules.state().scorecard)),
        timeline{rules.calendar(), {*Day::parse("2026-01-01"), *Day::parse("2026-04-30")}} {}
  std::vector<Instance> from(std::string_view month) const {
    return unroll(graph, rules.state().scorecard, timeline,
                  {{graph.totals[std::size_t(Grain::month)], *Period::parse(month, rules.calendar())}})
        .order;
  }
  CheckedRulebook rules;
  Graph graph;
  Timeline timeline;
};

TEST(Unroll, EveryInstanceStandsBehindItsNeeds) {
  const Unrolling unrolling(
      "      - {id: a, per: day, points: visits}\n"
      "      - {id: b, per: month, points: sum(a per day) + first_of(total[-1], 0)}\n");
  std::set<std::pair<NodeId, Period>> seen;
  const auto order = unrolling.from("2026-03");
  for (const Instance& instance : order) {
    for_each_need(unrolling.graph, unrolling.rules.state().scorecard, unrolling.timeline, instance, [&](Instance need) {
      EXPECT_TRUE(seen.contains({need.node, need.period}));
    });
    EXPECT_TRUE(seen.insert({instance.node, instance.period}).second);
  }
  EXPECT_GT(order.size(), 31u);
}

TEST(Unroll, AChainOfLagsEndsWhereTheDataBegin) {
  const Unrolling unrolling("      - {id: a, per: month, points: visits + first_of(total[-1], 0)}\n");
  const NodeId total = unrolling.graph.totals[std::size_t(Grain::month)];
  std::vector<std::string> months;
  for (const Instance& instance : unrolling.from("2026-03"))
    if (instance.node == total) months.push_back(unrolling.rules.calendar().label(instance.period));
  std::sort(months.begin(), months.end());
  EXPECT_EQ(months, (std::vector<std::string>{"2025-12", "2026-01", "2026-02", "2026-03"}));
}

}  // namespace
}  // namespace cwp
