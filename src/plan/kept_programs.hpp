#pragma once
// KeptPrograms: the program of each class of officers that was made last, with all that its making looked at. Whoever
// would make it again gets it without steps being tried and proved, wherever these columns lie.

#include <array>
#include <map>
#include <memory>
#include <mutex>

#include "plan/program_form.hpp"

namespace cwp {

/// What was asked of a LaneSource, and the answer.
struct LaneAnswer {
  enum class About : std::uint8_t { leaf, summand, judged, groups, nobody_reads };
  About about = About::leaf;
  Instance instance;
  Period own;          ///< of a summand
  bool truth = false;  ///< of nobody_reads
  std::optional<LaneColumn> column;
  std::unique_ptr<const LaneSource::Groups> groups;
};

/// A program, and all that build_lanes looked at when it made it.
class KeptProgram {
 public:
  /// Where the columns of its registers lie.
  using Columns = std::vector<std::pair<LaneRegister, const void*>>;

  /// `source` begins all instances, and wants one register of flags for everything.
  KeptProgram(std::shared_ptr<const Schedule> schedule, const ExactContext& model, const CellLookup& cells,
              LaneSource& source);

  const LaneProgram& program() const { return program_; }
  const KeptForm& form() const { return form_; }
  /// The columns of the program that build_lanes would make of these, if it is this one but for where they lie; nothing
  /// where that looks at something that is different. Asks `source` what build_lanes would ask it, in its order, up to
  /// the first difference. O(instances).
  std::optional<Columns> again(const std::shared_ptr<const Schedule>& schedule, const ExactContext& model,
                               const CellLookup& cells, LaneSource& source) const;

 private:
  void number_columns();
  bool is_alike(const ExactContext& model, const CellLookup& cells) const;

  std::shared_ptr<const Schedule> schedule_;
  OfficerDays::Counts days_;
  std::vector<Cell> cells_;  ///< the model's, by position in the schedule's order
  std::vector<LaneAnswer> answers_;
  LaneProgram program_;
  // Places of columns, numbered as they were told first.
  std::size_t places_ = 0;
  std::vector<std::size_t> place_of_answer_, place_of_column_;  ///< by answer, and by column of the program
  KeptForm form_;
};

/// A program for the columns of one scoring.
struct BoundProgram {
  std::shared_ptr<const KeptProgram> kept;
  KeptProgram::Columns columns;
};

class KeptPrograms {
 public:
  /// What build_lanes makes; `number` is that of the class. Threads may ask at the same time.
  BoundProgram of(std::size_t number, const std::shared_ptr<const Schedule>& schedule, const ExactContext& model,
                  const CellLookup& cells, LaneSource& source);

 private:
  std::mutex lock_;  ///< of what follows
  std::map<std::size_t, std::shared_ptr<const KeptProgram>> programs_;
};

}  // namespace cwp
