#include "program/schedule.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "check/checked_state.hpp"
#include "checked_text.hpp"

namespace cwp {
namespace {

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
      "      - {id: b, per: month, points: 'sum(a per day) + first_of(total[-1], 0)'}\n");
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
  const Unrolling unrolling("      - {id: a, per: month, points: 'visits + first_of(total[-1], 0)'}\n");
  const NodeId total = unrolling.graph.totals[std::size_t(Grain::month)];
  std::vector<std::string> months;
  for (const Instance& instance : unrolling.from("2026-03"))
    if (instance.node == total) months.push_back(unrolling.rules.calendar().label(instance.period));
  std::sort(months.begin(), months.end());
  EXPECT_EQ(months, (std::vector<std::string>{"2025-12", "2026-01", "2026-02", "2026-03"}));
}

TEST(Schedule, EveryInstanceHasASlotOfItsOwn) {
  const Unrolling unrolling(
      "      - {id: a, per: day, points: visits}\n      - {id: b, per: month, points: 'a[-1]'}\n");
  const Schedule schedule(
      unrolling.graph, unrolling.rules.state().scorecard, unrolling.timeline,
      {{unrolling.graph.totals[std::size_t(Grain::month)], *Period::parse("2026-03", unrolling.rules.calendar())}});
  std::set<std::size_t> slots;
  for (const Instance& instance : schedule.order()) {
    EXPECT_LT(schedule.slot(instance.node, instance.period), schedule.slots());
    EXPECT_TRUE(slots.insert(schedule.slot(instance.node, instance.period)).second);
    EXPECT_LT(schedule.days().first, unrolling.rules.calendar().first_day(instance.period));
    EXPECT_LT(unrolling.rules.calendar().last_day(instance.period), schedule.days().last);
  }
}

TEST(Schedule, LooksAtTheDaysOfItsInstancesHoweverManyTheDataHave) {
  const Unrolling unrolling(
      "      - {id: a, per: day, points: visits}\n      - {id: b, per: month, points: 'a[-1]'}\n");
  const Calendar& calendar = unrolling.rules.calendar();
  const NodeId total = unrolling.graph.totals[std::size_t(Grain::month)];
  const Scorecard& card = unrolling.rules.state().scorecard;
  const Schedule march(unrolling.graph, card, unrolling.timeline, {{total, *Period::parse("2026-03", calendar)}});
  EXPECT_EQ(march.looked_at(), (DayRange{*Day::parse("2026-02-01"), *Day::parse("2026-03-31")}));
  EXPECT_LE(march.days().first, unrolling.timeline.span.first);
  EXPECT_FALSE(Schedule(unrolling.graph, card, unrolling.timeline, {}).looked_at());
}

}  // namespace
}  // namespace cwp
