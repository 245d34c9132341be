#pragma once
// ClassProgram: the program of one class of officers, and what comes out of it.

#include "program/lane_block.hpp"
#include "stream/block_delivery.hpp"
#include "stream/column_lanes.hpp"

namespace cwp {

class ClassProgram {
 public:
  /// `model`: of the class, evaluated with `gathers`; it must outlive this. `lanes`: as the class sees the columns.
  ClassProgram(const Run& run, const OfficerRun& model, const GatherTables& gathers, LaneClasses::Number number,
               ColumnLanes lanes);

  /// Whether lanes, or the model for everybody, have all that is asked for, and all that it was made of: what they lack
  /// nobody looks at.
  bool is_complete() const;
  /// What the class brings to a gather of the schedule.
  enum class Brings : std::uint8_t {
    nothing,
    lanes,
    unknown,  ///< no step computes it
  };
  Brings brings(Instance gather) const;
  /// The gather as the program has it; null where it does not read it.
  const LaneGather* gather(Instance instance) const;

  /// The columns that the sink wants, in order; false where one of them does not fit.
  bool add_outputs(const ScoreSink& sink);
  /// The least denominator of a figure that is ranked; nothing where lanes have none.
  std::optional<std::int64_t> denominator(NodeId node, Period period);
  /// Adds that figure in units of 1 / denominator, a multiple of that.
  struct Ranked {
    LaneRegister lanes = 0;
    LaneRange range;
    bool of_nobody = false;  ///< nobody of the class has the figure
  };
  std::optional<Ranked> add_ranked(NodeId node, Period period, std::int64_t denominator);
  /// It is wanted in this lane.
  void rank_as(std::size_t number, Lane lane);
  /// Once all is added: the steps that it takes, with those that flag officers if `with_flags`.
  void finish(bool with_flags);
  /// The steps of these registers; they live as long as this.
  std::shared_ptr<const LanePass> pass_of(std::vector<LaneRegister> wanted, bool with_flags);
  /// What was added, for whoever adds the same next time.
  void keep() const { form_.keep(); }

  const OfficerRun& model() const { return model_; }
  /// With all steps that were added. Another one once something is added that was not the last time.
  const LaneProgram& program() const { return form_.program(); }
  const LanePass& pass() const { return *pass_; }
  const std::vector<LaneGather>& gathers() const { return made().gathers; }
  const std::vector<LaneOutput>& outputs() const { return outputs_; }
  const std::vector<Ranked>& ranked() const { return ranked_; }
  LaneTables& tables() { return tables_; }
  /// Blocks of at most so many officers of one of its passes, which must outlive it as this must.
  std::unique_ptr<LaneBlock> block(const LanePass& pass, std::size_t lanes, Isa isa) const;

 private:
  bool add_output(const Run::Column& column, const PublishedGrain& published, std::size_t period);
  /// About what is ranked; the model's for everybody where there are no lanes, and 0 where there is nobody's.
  ProgramForm::Question about_ranked(ProgramForm::Question::About about, NodeId node, Period period) const;
  const LaneProgram& made() const { return bound_.kept->program(); }
  const LaneProgram::Known& known(NodeId node, Period period) const {
    return made().known[run_.schedule().slot(node, period)];
  }

  const Run& run_;
  const OfficerRun& model_;
  BoundProgram bound_;
  WantedForm form_;
  std::map<std::pair<NodeId, Period>, std::size_t> gathers_;  ///< into the program's
  std::shared_ptr<const LanePass> pass_;
  LaneTables tables_;
  std::vector<LaneOutput> outputs_;  ///< by grain, period, column
  std::vector<Ranked> ranked_;
};

/// By class; null: it has none.
using SharedPasses = std::vector<std::shared_ptr<const LanePass>>;
using ClassPrograms = std::vector<std::unique_ptr<ClassProgram>>;

}  // namespace cwp
