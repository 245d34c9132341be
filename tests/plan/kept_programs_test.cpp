// A program is kept for the same columns elsewhere, and made anew wherever its making would look at something else.

#include "plan/kept_programs.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "check/checked_state.hpp"
#include "checked_text.hpp"
#include "data/dataset_state.hpp"
#include "graph/node.hpp"

namespace cwp {
namespace {

constexpr const char* kKeptRules = R"yaml(cwp: 1
id: kept
attributes: {station: {type: text}}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 400]}
  calls: {per: month, fold: sum, type: u16, range: [0, 400]}
categories:
  - id: work
    items:
      - {id: a, per: month, full: 10, award: {of: visits, each: 0.155}}
      - {id: b, per: month, full: 10, points: "calls / mean(calls by station)"}
assessments: {month: {}}
)yaml";

/// All that a program is made of, so that a test can change some of it.
class KeptProgramsTest : public ::testing::Test, public CellLookup, public LaneSource {
 protected:
  KeptProgramsTest()
      : rules_(checked_text(kKeptRules)),
        card_(rules_.state().scorecard),
        graph_(build_graph(card_)),
        month_{Grain::month, 2026 * 12 + 2},
        timeline_{card_.calendar, card_.calendar.days(month_), kFirstDay, kLastDay},
        data_{rules_, {}, {}, {}, {}, {}} {
    officer_.presence.push_back({timeline_.span});
    schedule_ = of_month();
    for (const Instance& instance : schedule_->order()) {
      Cell& cell = cells_[instance.node];
      cell.value = Value::of(Rational(3));
      cell.used = ~std::uint64_t{0};
      cell.facts.counted = cell.facts.is_period = cell.facts.has_full = true;
      cell.facts.full = cell.facts.reachable = Rational(10);
    }
    groups_.column.lane = Lane::i32;
    groups_.column.range = {0, 9};
    groups_.column.data = &memory_[9];
    groups_.most = 30;
    for (std::size_t m = 0; m < 2; ++m) columns_[m] = {Lane::u16, {0, 400}, &memory_[m], 1, false, false};
  }

  std::shared_ptr<const Schedule> of_month() const {
    return std::make_shared<const Schedule>(graph_, card_, timeline_,
                                            std::vector<Instance>{{graph_.totals[std::size_t(Grain::month)], month_}});
  }
  OfficerDays days() const { return {officer_, *card_.rulebook, card_.calendar, schedule_->days()}; }
  template <typename Ask>
  auto with_model(const Ask& ask) {
    const OfficerDays own = days();
    return ask(ExactContext{graph_, card_, timeline_, data_, officer_, own, 0, gathers_});
  }
  KeptProgram made() {
    return with_model([&](const ExactContext& model) { return KeptProgram(schedule_, model, *this, *this); });
  }
  std::optional<KeptProgram::Columns> again(const KeptProgram& kept) {
    return with_model([&](const ExactContext& model) { return kept.again(schedule_, model, *this, *this); });
  }
  /// The node of an operator; the first one.
  NodeId node_of(NodeOp op) const {
    NodeId found = 0;
    while (graph_.nodes[found].op != op) ++found;
    return found;
  }
  static std::string steps_of(const LaneProgram& program) {
    std::vector<LaneRegister> all;
    for (const auto& known : program.known)
      if (known.kind == LaneProgram::Known::Kind::lanes) all.push_back(known.figure.number);
    return to_text(program.pass(all, false), program);
  }

  const Cell& cell(NodeId node, Period) const override { return cells_.at(node); }
  std::optional<LaneColumn> leaf(Instance instance) override {
    ++asked_;
    return columns_[graph_.nodes[instance.node].index];
  }
  std::optional<LaneColumn> judged(Instance) override { return std::nullopt; }
  std::optional<Groups> groups(Instance) override { return groups_; }
  bool nobody_reads(Instance) const override { return nobody_reads_; }

  CheckedRulebook rules_;
  const Scorecard& card_;
  Graph graph_;
  Period month_;
  Timeline timeline_;
  DatasetState data_;
  OfficerRecord officer_;
  GatherTables gathers_;
  std::shared_ptr<const Schedule> schedule_;
  std::map<NodeId, Cell> cells_;
  std::array<LaneColumn, 2> columns_;
  Groups groups_;
  bool nobody_reads_ = false;
  int asked_ = 0;
  char memory_[20] = {};
};

TEST_F(KeptProgramsTest, TheSameColumnsElsewhereHaveTheSameSteps) {
  const KeptProgram kept = made();
  ASSERT_EQ(kept.program().columns.size(), 3U);
  EXPECT_NE(steps_of(kept.program()), "");
  columns_[0].data = &memory_[10];
  columns_[1].data = &memory_[0];  // where the other one was
  groups_.column.data = &memory_[1];
  cells_[node_of(NodeOp::metric)].value.number = Rational(77);  // stands in a column
  const auto again = this->again(kept);
  ASSERT_TRUE(again);
  for (std::size_t c = 0; c < 3; ++c) {
    const void* const before = kept.program().columns[c].second;
    const void* const now = before == &memory_[0]   ? &memory_[10]
                            : before == &memory_[1] ? &memory_[0]
                                                    : static_cast<const void*>(&memory_[1]);
    EXPECT_EQ((*again)[c].first, kept.program().columns[c].first) << c;
    EXPECT_EQ((*again)[c].second, now) << c;
  }
  EXPECT_EQ(steps_of(made().program()), steps_of(kept.program()));
}

TEST_F(KeptProgramsTest, WhateverItsMakingLooksAtMakesItAnew) {
  const KeptProgram kept = made();
  ASSERT_TRUE(again(kept));
  const NodeId metric = node_of(NodeOp::metric), item = node_of(NodeOp::item), constant = node_of(NodeOp::constant);
  const std::pair<const char*, std::function<void()>> changes[] = {
      {"a range", [&] { columns_[0].range.high = 401; }},
      {"a lane", [&] { columns_[1].lane = Lane::i32; }},
      {"decimals", [&] { columns_[1].denominator = 10; }},
      {"a figure that all share", [&] { columns_[0].uniform = true; }},
      {"two columns that are one", [&] { columns_[1].data = columns_[0].data; }},
      {"larger groups", [&] { groups_.most = 31; }},
      {"more groups", [&] { groups_.column.range.high = 10; }},
      {"groups in order", [&] { groups_.column.ascending = true; }},
      {"figures of groups", [&] { groups_.known = true, groups_.figures.add(1, 2); }},
      {"what others bring",
       [&] {
         groups_.each = LaneSummands{{0, 9}, 1};
       }},
      {"guests", [&] { groups_.for_guests = true; }},
      {"other peers", [&] { groups_.counted_alone = true; }},
      {"nobody in groups", [&] { nobody_reads_ = true; }},
      {"an absent figure", [&] { cells_[metric].value.absence = Absence::exempt; }},
      {"a fault", [&] { cells_[metric].value.faulty = true; }},
      {"an item without points", [&] { cells_[item].facts.counted = false; }},
      {"full marks", [&] { cells_[item].facts.full = Rational(11); }},
      {"what was looked at", [&] { cells_[item].used = 1; }},
      {"what is the same for all", [&] { cells_[constant].value.number = Rational(99); }},
      {"days on duty", [&] { officer_.presence[0].days.first = timeline_.span.first + 3; }},
      {"the schedule", [&] { schedule_ = of_month(); }},
  };
  const auto columns = columns_;
  const Groups groups = groups_;
  const auto cells = cells_;
  const auto schedule = schedule_;
  const OfficerRecord officer = officer_;
  for (const auto& [what, change] : changes) {
    change();
    EXPECT_FALSE(again(kept)) << what;
    columns_ = columns, groups_ = groups, cells_ = cells, schedule_ = schedule, nobody_reads_ = false,
    officer_ = officer;
    EXPECT_TRUE(again(kept)) << what;
  }
}

TEST_F(KeptProgramsTest, AreOnePerClass) {
  KeptPrograms programs;
  const auto of = [&](std::size_t number) {
    return with_model(
        [&](const ExactContext& model) { return programs.of(number, schedule_, model, *this, *this).kept; });
  };
  const auto first = of(0);
  EXPECT_EQ(of(0), first);
  columns_[0].range.high = 300;
  const auto second = of(1);
  EXPECT_NE(steps_of(first->program()), steps_of(second->program()));
  EXPECT_EQ(steps_of(of(0)->program()), steps_of(second->program()));
  EXPECT_NE(of(0), first);
  EXPECT_EQ(of(1), second);
}

TEST_F(KeptProgramsTest, NothingIsAskedBehindTheFirstDifference) {
  const KeptProgram kept = made();
  asked_ = 0;
  EXPECT_TRUE(again(kept));
  const int all = asked_;
  EXPECT_EQ(all, 2);
  columns_[graph_.nodes[node_of(NodeOp::metric)].index].range.high = 9;
  asked_ = 0;
  EXPECT_FALSE(again(kept));
  EXPECT_LE(asked_, all);
  cells_[node_of(NodeOp::item)].used = 1;
  asked_ = 0;
  EXPECT_FALSE(again(kept));
  EXPECT_EQ(asked_, 0);
}

}  // namespace
}  // namespace cwp
