#pragma once
// Run: one scoring of a plan on data: which periods are published, what must be evaluated, and one officer's cells.

#include <optional>
#include <string>
#include <vector>

#include "check/checked_state.hpp"
#include "cwp/score.hpp"
#include "engine/standing_needs.hpp"
#include "exact/evaluate.hpp"
#include "program/plan_state.hpp"
#include "program/schedule.hpp"

namespace cwp {

class Run {
 public:
  Run(const Plan& plan, const Dataset& data, const ScoreOptions& options);

  const Graph& graph() const { return graph_; }
  const Scorecard& card() const { return card_; }
  const Timeline& timeline() const { return timeline_; }
  const DatasetState& data() const { return data_; }
  const Schedule& schedule() const { return *schedule_; }
  const std::vector<PublishedGrain>& published() const { return published_; }
  const StandingNeeds& standing() const { return standing_; }
  /// Items and categories by their place in the rulebook, as the columns of a table.
  struct Column {
    PartKind kind = PartKind::item;
    std::uint32_t index = 0;
  };
  const std::vector<Column>& columns() const { return columns_; }
  /// The node of a column in the assessment of a grain; kNoNode where it is not held.
  NodeId node_of(const Column& column, Grain grain) const;

 private:
  void find_published(const ScoreOptions& options);
  /// Nothing where the options ask for other grains.
  std::optional<PublishedGrain> published_of(Grain grain, const ScoreOptions& options) const;
  std::vector<Instance> roots() const;
  void find_columns();

  const Graph& graph_;
  const Scorecard& card_;
  const DatasetState& data_;
  Timeline timeline_;
  std::vector<PublishedGrain> published_;
  StandingNeeds standing_;
  std::vector<Column> columns_;
  std::optional<Schedule> schedule_;
};

/// All cells of one officer.
class OfficerRun : public CellLookup {
 public:
  /// Evaluates the whole schedule. O(instances).
  OfficerRun(const Run& run, std::size_t officer);

  const Cell& cell(NodeId node, Period period) const override { return cells_[run_.schedule().slot(node, period)]; }
  const OfficerDays& days() const { return days_; }
  const OfficerRecord& record() const { return record_; }

 private:
  const Run& run_;
  const OfficerRecord& record_;
  OfficerDays days_;
  std::vector<Cell> cells_;
};

}  // namespace cwp
