// What hangs on what in a schedule, by position.

#include "program/schedule_needs.hpp"

#include <gtest/gtest.h>

#include "check/checked_state.hpp"
#include "checked_text.hpp"
#include "graph/node.hpp"

namespace cwp {
namespace {

TEST(ScheduleNeeds, MarksUsersAndFindsNeeds) {
  const CheckedRulebook rules =
      checked_text(rulebook_with("      - {id: a, per: day, full: 1, points: visits}\n"
                                 "      - {id: b, per: day, full: 1, points: hours}\n",
                                 "assessments: {day: {}}\n"));
  const Scorecard& card = rules.state().scorecard;
  const Graph graph = build_graph(card);
  const Day first = *Day::parse("2026-03-01");
  const Timeline timeline{card.calendar, {first, first + 1}, kFirstDay, kLastDay};
  const Period one{Grain::day, first.number};
  const NodeId total = graph.totals[std::size_t(Grain::day)];
  const Schedule schedule(graph, card, timeline, {{total, one}, {total, one + 1}});
  const ScheduleNeeds needs(schedule, graph, card, timeline);
  ASSERT_EQ(needs.size(), schedule.order().size());
  const auto& items = graph.items[std::size_t(Grain::day)];
  const auto at = [&](NodeId node, Period period) { return needs.position(schedule, {node, period}); };

  std::vector<bool> marked(needs.size());
  marked[at(items[0], one)] = true;
  needs.mark_users(marked);
  EXPECT_TRUE(marked[at(total, one)]);
  EXPECT_FALSE(marked[at(total, one + 1)]);
  EXPECT_FALSE(marked[at(items[1], one)]);

  std::vector<bool> wanted(needs.size());
  wanted[at(items[1], one)] = true;
  const std::vector<std::uint32_t> behind = needs.with_needs(wanted);
  EXPECT_EQ(behind.back(), at(items[1], one));
  for (const std::uint32_t position : behind) {
    EXPECT_EQ(schedule.order()[position].period, one);
    EXPECT_NE(position, at(items[0], one));
  }
  EXPECT_GE(behind.size(), 2U);
}

}  // namespace
}  // namespace cwp
