#pragma once
// LaneProgram: what a block of officers executes. What hangs on days and absences alone (full marks, coverage, which
// periods count) is taken from a model, and only what differs is computed in lanes. Where an officer is unlike the
// model he is the judge's.

#include <memory>

#include "exact/evaluate.hpp"
#include "lane/group_lines.hpp"
#include "lane/lane_math.hpp"
#include "program/schedule.hpp"

namespace cwp {

/// What stands in a lane; it must fit 64 bits.
std::int64_t lane_value(Lane lane, const void* lanes, std::size_t at);

/// The figures of an instance for all officers, in units of 1 / denominator.
struct LaneColumn {
  Lane lane = Lane::i64;
  LaneRange range;
  const void* data = nullptr;  ///< by officer
  std::int64_t denominator = 1;
  bool uniform = false;    ///< everybody has the model's figure; then there are no lanes
  bool ascending = false;  ///< from officer to officer
  friend bool operator==(const LaneColumn&, const LaneColumn&) = default;
};

/// What one officer brings to an aggregate across officers, in units of 1 / denominator.
struct LaneSummands {
  LaneRange range;
  std::int64_t denominator = 1;
  friend bool operator==(const LaneSummands&, const LaneSummands&) = default;
};

/// Where lanes come from that no step computes.
class LaneSource {
 public:
  virtual ~LaneSource() = default;
  /// Called before an instance is built, in the order of the schedule. False: no steps are asked for, since nobody's
  /// figure would be taken from them.
  virtual bool begin(std::size_t /*position*/, Instance) { return true; }
  /// Whether LaneProgram::flags is wanted, or one register of flags for everything.
  virtual bool flags_by_instance() const { return false; }
  /// Of a metric or attribute; nothing where it is no number. Officers whose figure is not present like the model's, or
  /// does not fit the column, are noted as the judge's.
  virtual std::optional<LaneColumn> leaf(Instance instance) = 0;
  /// Of a metric in a period of its own grain, whose figures add up to that of a longer one; nothing where it is not
  /// known that they do.
  virtual std::optional<LaneColumn> summand(Instance, Period) { return std::nullopt; }
  /// Of any instance, judged officer by officer; likewise, and the facts must be the model's.
  virtual std::optional<LaneColumn> judged(Instance instance) = 0;
  /// The number of each officer's group (i32) in a gather, and, where they are known by then, the groups' figures; else
  /// the size of the largest group. Nothing where groups do not share a figure.
  struct Fractions {
    std::vector<std::int64_t> numerators, denominators;
    LaneRange numerator_range, denominator_range;
    void add(std::int64_t numerator, std::int64_t denominator);
    friend bool operator==(const Fractions&, const Fractions&) = default;
  };
  struct Groups {
    LaneColumn column;
    bool known = false;
    Fractions figures;      ///< by group, when known
    std::int64_t most = 1;  ///< officers of the largest group, when not
    // Where officers of other programs are peers, too:
    std::optional<LaneSummands> each;  ///< what anybody brings; nothing: what this program says
    bool for_guests = false;           ///< officers who bring nothing read the figure of those who do
    bool counted_alone = false;        ///< other gathers of the same groups may have other peers
    friend bool operator==(const Groups&, const Groups&) = default;
  };
  virtual std::optional<Groups> groups(Instance gather) = 0;
  /// Whether a gather has no figure for any of these officers: nobody at all is on duty in its period, so that no group
  /// has one, or none of them is there, so that none is in a group.
  virtual bool nobody_reads(Instance /*gather*/) const { return false; }
};

/// An aggregate across officers as the lanes see it: a numerator and a denominator by group number.
struct LaneGather {
  enum class Kind : std::uint8_t { known, sum, least, greatest };
  Kind kind = Kind::known;
  Instance instance;
  std::uint32_t stage = 1;
  Lane lane = Lane::i64;                               ///< of the figures by group
  std::vector<std::int64_t> numerators, denominators;  ///< by group, when known beforehand; in units of their lane
  // otherwise
  LaneRegister value = 0;  ///< what each officer brings
  LaneRegister groups = 0;
  bool brings = true;  ///< false: he is a guest, who reads the figure and brings nothing
  LaneSummands own;    ///< what he would bring by this program alone
  LaneRange range;     ///< of the figures by group
  std::int64_t denominator = 1;
  bool counted = false;  ///< the denominator is the number of peers (mean)
  bool divides = false;  ///< a step reads the denominators
};

/// The steps of one pass over the officers: all that the figures asked for depend on.
struct LanePass {
  struct Place {
    LaneRegister reg = 0;
    std::size_t offset = 0;  ///< bytes for each lane of the block before it
  };
  std::vector<LaneStep> steps;
  std::vector<Place> scratch, constants;
  std::vector<LaneRegister> columns, flags;
  std::vector<std::unique_ptr<std::vector<LaneRegister>>> parts;  ///< of sums: what a step of theirs adds
  std::vector<GroupLine> lines;                                   ///< of LaneOp::by_group
  std::size_t bytes_per_lane = 0;
};

struct LaneProgram {
  /// What is known of an instance: one cell for all officers of the class, a figure in lanes, or nothing.
  struct Known {
    enum class Kind : std::uint8_t { uniform, lanes, opaque };
    Kind kind = Kind::opaque;
    LaneFigure figure;
  };
  LaneWriter writer;
  std::vector<Known> known;                                   ///< by slot of the schedule
  std::vector<std::pair<LaneRegister, const void*>> columns;  ///< by officer
  std::vector<LaneRegister> ascending;                        ///< group numbers that grow from officer to officer
  std::vector<LaneGather> gathers;  ///< table 2 i of spread: numerators; 2 i + 1: denominators
  std::vector<std::shared_ptr<const std::vector<std::uint16_t>>> tables;  ///< of look_up
  std::size_t judged = 0;                                                 ///< instances that no step computes
  std::vector<void*> tried;  ///< while it is built: the lanes of registers that are tried on every value
  bool has_flags = false;
  /// By instance, as a position in the schedule's order: the register of the lanes in which it, and so whatever hangs
  /// on it, is the judge's.
  std::vector<std::pair<std::size_t, LaneRegister>> flags;

  /// A figure in a lane of a block.
  Rational value(const LaneFigure& figure, void* const* block, std::size_t lane) const;
  /// The steps that `wanted` depend on, with all flags if `with_flags`. Registers of `wanted` keep their lanes to the
  /// end.
  LanePass pass(const std::vector<LaneRegister>& wanted, bool with_flags) const;
};

/// `cells`: the model's; of all instances that `source` begins, none with a fault, an incomplete value or a veto in
/// force.
LaneProgram build_lanes(const Schedule& schedule, const ExactContext& model, const CellLookup& cells,
                        LaneSource& source);

/// One line a step: registers (c: a column), the lane, constants, and the range that was proved; `+=` where a step adds
/// to a sum, whose range it is then.
std::string to_text(const LanePass& pass, const LaneProgram& program);

/// Values of a column that are tried one by one: more cost too much, and may be beyond u16.
inline constexpr std::int64_t kMostTabulated = 1 << 16;
/// Replaces a register that depends on one column of at most kMostTabulated values by a table of its values, as narrow
/// and quick as they allow; the register itself where that is not possible.
LaneRegister tabulated(LaneProgram& program, LaneRegister reg);

}  // namespace cwp
