#pragma once
// Run: one scoring of a plan on data: which periods are published, what must be evaluated, and one officer's cells.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/checked_state.hpp"
#include "cwp/score.hpp"
#include "engine/standing_needs.hpp"
#include "exact/evaluate.hpp"
#include "plan/plan_state.hpp"
#include "program/schedule.hpp"

namespace cwp {

/// The part of a scoring that a run does.
struct RunPart {
  /// Of the periods that are asked for, those whose last day is one of these; of a period that is not over, the last
  /// day of the data counts. So days that meet share all periods out, each once.
  DayRange ends_in{kFirstDay, kLastDay};
  bool awards = true;  ///< also what nothing but an award looks back at
};

class Run {
 public:
  Run(const Plan& plan, const Dataset& data, const ScoreOptions& options, const RunPart& part = {});

  const Graph& graph() const { return graph_; }
  const Scorecard& card() const { return card_; }
  const Timeline& timeline() const { return timeline_; }
  const DatasetState& data() const { return data_; }
  const Schedule& schedule() const { return *schedule_; }
  /// The program of a class of officers: build_lanes, or what it has made before.
  BoundProgram program(std::size_t number, const ExactContext& model, const CellLookup& cells,
                       LaneSource& source) const {
    return plan_.programs.of(number, schedule_, model, cells, source);
  }
  /// The models of its classes, where the last scoring was of the same data; `least`: officers of a class.
  std::shared_ptr<const EvaluatedModels> kept_models(std::size_t least) const {
    return plan_.models.last({shared_data_.lock(), schedule_, least});
  }
  void keep_models(std::size_t least, std::shared_ptr<const EvaluatedModels> models) const {
    plan_.models.keep({shared_data_.lock(), schedule_, least}, std::move(models));
  }
  const std::shared_ptr<const Schedule>& shared_schedule() const { return schedule_; }
  const std::vector<PublishedGrain>& published() const { return published_; }
  const StandingNeeds& standing() const { return standing_; }
  /// The tables of the gathers, once `gather_all` has made them.
  const GatherTables& gathers() const { return *gathers_; }
  const std::shared_ptr<const GatherTables>& shared_gathers() const { return gathers_; }
  void set_gathers(std::shared_ptr<const GatherTables> tables) { gathers_ = std::move(tables); }
  /// Items and categories by their place in the rulebook, as the columns of a table.
  struct Column {
    PartKind kind = PartKind::item;
    std::uint32_t index = 0;
  };
  const std::vector<Column>& columns() const { return columns_; }
  /// The id of a column that is not the total.
  const Name& id_of(const Column& column) const;
  /// The node of a column in the assessment of a grain; kNoNode where it is not held.
  NodeId node_of(const Column& column, Grain grain) const;
  /// How it is printed.
  RoundingRule rounding_of(const Column& column, Grain grain) const;
  /// The nodes of which a row of a grain's table is made: columns, total, vetoes.
  std::vector<NodeId> row_nodes(Grain grain) const;
  /// What is asked for: published figures, and what rankings, grades, awards and promises need.
  std::vector<Instance> roots() const;

 private:
  void find_published(const ScoreOptions& options, const RunPart& part);
  /// Nothing where the options ask for other grains.
  std::optional<PublishedGrain> published_of(Grain grain, const ScoreOptions& options, const RunPart& part) const;
  void find_columns();

  const PlanState& plan_;
  const Graph& graph_;
  const Scorecard& card_;
  /// Whoever scores has the data; a Scorer looks whether anybody else holds them.
  std::weak_ptr<const DatasetState> shared_data_;
  const DatasetState& data_;
  Timeline timeline_;
  std::vector<PublishedGrain> published_;
  StandingNeeds standing_;
  std::vector<Column> columns_;
  std::shared_ptr<const Schedule> schedule_;
  std::shared_ptr<const GatherTables> gathers_ = std::make_shared<const GatherTables>();
};

/// How much of the schedule is evaluated, and from which tables of gathers.
struct Extent {
  const GatherTables& gathers;  ///< of all stages, or of those up to `stage`
  /// Nothing: all of it. Else no more than the gathers of later stages need of what is of that stage or below.
  std::optional<std::uint32_t> stage = {};

  bool holds(const Schedule& schedule, std::size_t position) const {
    return !stage || (schedule.stage(position) <= *stage && *stage < schedule.feeds(position));
  }
};

/// The cells of one officer: evaluated one by one, or found elsewhere.
class OfficerRun : public CellLookup {
 public:
  /// Evaluates the whole schedule. O(instances).
  OfficerRun(const Run& run, std::size_t officer) : OfficerRun(run, officer, Extent{run.gathers()}) {}
  OfficerRun(const Run& run, std::size_t officer, const Extent& extent);
  /// An officer who need not be in the data; the gathers know him as `officer`.
  OfficerRun(const Run& run, std::size_t officer, std::shared_ptr<const OfficerRecord> record, const Extent& extent);
  /// Looks cells up in `cells`. That and `days`, the officer's, must outlive it.
  OfficerRun(const Run& run, std::size_t officer, std::shared_ptr<const OfficerRecord> record, const CellLookup& cells,
             const OfficerDays& days);
  OfficerRun(const OfficerRun&) = delete;
  OfficerRun& operator=(const OfficerRun&) = delete;

  const Cell& cell(NodeId node, Period period) const override {
    return elsewhere_ != nullptr ? elsewhere_->cell(node, period) : cells_[run_.schedule().slot(node, period)];
  }
  const OfficerDays& days() const { return *days_; }
  /// What was evaluated, by slot of the schedule.
  std::vector<Cell> take_cells() && { return std::move(cells_); }
  std::size_t number() const { return number_; }
  const OfficerRecord& record() const { return *record_; }
  ExactContext context(const GatherTables& gathers) const;
  /// The context of another officer, who was present and on duty on the same days.
  ExactContext context_of(std::size_t officer, const OfficerRecord& record, const GatherTables& gathers) const;

 private:
  const Run& run_;
  std::size_t number_;
  std::shared_ptr<const OfficerRecord> record_;
  std::optional<OfficerDays> own_days_;
  const OfficerDays* days_;
  std::vector<Cell> cells_;
  const CellLookup* elsewhere_ = nullptr;
};

/// A cell with a fault, with a refused row behind it, or of a veto in force: nobody's cells are like it.
bool is_extraordinary(const Node& node, const Cell& cell);
/// None of the officer's cells is extraordinary.
bool is_ordinary(const Run& run, const OfficerRun& officer);

}  // namespace cwp
