// A schedule is made anew where days or roots are others, and only there.

#include "plan/kept_schedule.hpp"

#include <gtest/gtest.h>

#include "check/checked_state.hpp"
#include "checked_text.hpp"
#include "graph/node.hpp"

namespace cwp {
namespace {

TEST(KeptSchedule, IsMadeAnewWhereDaysOrRootsAreOthers) {
  const CheckedRulebook rules =
      checked_text(rulebook_with("      - {id: a, per: day, full: 1, points: visits}\n", "assessments: {day: {}}\n"));
  const Scorecard& card = rules.state().scorecard;
  const Graph graph = build_graph(card);
  const Day first = *Day::parse("2026-03-01");
  const NodeId total = graph.totals[std::size_t(Grain::day)];
  const auto of = [&](KeptSchedule& kept, std::int32_t days, const std::vector<Instance>& roots) {
    return kept.of(graph, card, {card.calendar, {first, first + days}, kFirstDay, kLastDay}, roots);
  };
  const Period day{Grain::day, first.number};
  const std::vector<Instance> one{{total, day}}, two{{total, day}, {total, day + 1}};
  KeptSchedule kept;
  const auto schedule = of(kept, 1, one);
  EXPECT_EQ(of(kept, 1, one), schedule);
  const auto longer = of(kept, 1, two);
  EXPECT_NE(longer, schedule);
  EXPECT_GT(longer->order().size(), schedule->order().size());
  EXPECT_EQ(of(kept, 1, two), longer);
  const auto later = of(kept, 40, two);
  EXPECT_NE(later, longer);
  EXPECT_EQ(later->days().last, first + 40);
  EXPECT_EQ(schedule->order().size(), of(kept, 1, one)->order().size());  // whoever has one still has it
}

}  // namespace
}  // namespace cwp
