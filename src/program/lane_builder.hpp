#pragma once
// LaneBuilder: walks the schedule and writes the steps of every instance that differs between officers.

#include <array>

#include "program/lane_program.hpp"

namespace cwp {

class LaneBuilder {
 public:
  LaneBuilder(const Schedule& schedule, const ExactContext& model, const CellLookup& cells, LaneSource& source,
              LaneProgram& program)
      : schedule_(schedule), model_(model), cells_(cells), source_(source), program_(program), math_(program.writer) {}

  void build();

 private:
  using Known = LaneProgram::Known;
  using Figure = std::optional<LaneFigure>;  ///< nothing: no steps for it, the judge must look

  const Node& node(NodeId id) const { return model_.graph.nodes[id]; }
  const Cell& cell(Instance instance) const { return cells_.cell(instance.node, instance.period); }
  const Known& known(Instance instance) const { return program_.known[schedule_.slot(instance.node, instance.period)]; }
  bool is_uniform(Instance instance) const { return known(instance).kind == Known::Kind::uniform; }
  /// A present figure, in lanes or the same everywhere.
  Figure figure(Instance instance);
  Figure figure(NodeId id, Period period) { return figure(Instance{id, period}); }
  bool needs_are_uniform(Instance instance) const;
  /// The inputs that the model's evaluation looked at are the same for everyone.
  bool looks_at_uniform(Instance instance, std::size_t inputs) const;
  /// A category or total that no part of the model's counts for: what counts is the same for everyone.
  bool counts_for_nobody(Instance instance) const;
  /// A function that is absent where an operand is, and one of them is, for everyone.
  bool has_absent_operand(Instance instance) const;

  Known build(Instance instance, std::uint32_t stage);
  Known leaf(Instance instance);
  Known added_up(Instance instance);
  Known judged(Instance instance);
  Known of_column(const LaneColumn& column, ValueType type);
  Known gather(Instance instance, std::uint32_t stage);
  /// False where lanes can't build the aggregate up themselves, group by group.
  bool take_kind(Instance instance, LaneGather& gather) const;
  bool brings_nothing(Instance instance) const;
  /// What each officer brings; false where no step computes it.
  bool take_summand(Instance instance, const std::optional<LaneSummands>& each, LaneGather& gather);
  Known veto(Instance instance);
  Known lag(Instance instance);

  Figure steps_of(Instance instance);
  // lane_calls.cpp
  Figure call(Instance instance);
  Figure choice(Instance instance, std::string_view name);
  // lane_tables.cpp: functions of x and constants
  Figure table(std::string_view name, const std::vector<LaneFigure>& x);
  Figure attainment(std::string_view name, const std::vector<LaneFigure>& x);
  // lane_folds.cpp
  Figure fold(Instance instance);
  Figure folded(std::string_view name, std::vector<LaneFigure> values, bool truths);
  // lane_scores.cpp
  Figure item(Instance instance);
  Figure rolled_item(Instance instance);
  Figure category(Instance instance);
  Figure total(Instance instance);
  Figure adjustment(Instance instance);
  Figure rolled_adjustment(Instance instance);
  Figure adjusted(Instance instance, LaneFigure points);
  /// The counted parts of a category or total, from input `first` on.
  std::optional<std::vector<LaneFigure>> parts(Instance instance, std::size_t first);
  LaneFigure carried(const LaneFigure& value, const RoundingRule& rule);
  LaneFigure carried_within(const LaneFigure& value, const Figure& low, const Figure& high, const RoundingRule& rule);

  const Schedule& schedule_;
  const ExactContext& model_;
  const CellLookup& cells_;
  LaneSource& source_;
  LaneProgram& program_;
  LaneMath math_;
  struct AddedUp {
    std::int32_t last = 0;  ///< of the metric's own periods
    LaneFigure sum;
  };
  std::map<std::uint32_t, std::map<std::int32_t, AddedUp>> added_up_;  ///< by metric and first of its own periods
  std::array<std::size_t, kGrains> sums_of_{};                         ///< how many sums were made, by grain
  struct Peers {
    LaneRegister number = 0;
    std::uint32_t stage = 0;  ///< of the gather whose table it is
  };
  std::map<const void*, LaneRegister> columns_;          ///< of figures
  std::map<const void*, LaneRegister> group_numbers_;    ///< the column of the numbers of groups
  std::map<std::pair<const void*, Lane>, Peers> peers_;  ///< numbers of peers, spread, by the groups' numbers
};

}  // namespace cwp
