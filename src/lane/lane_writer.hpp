#pragma once
// LaneWriter: writes the steps of a lane program. Every register has a proved range, in checked 128-bit arithmetic, and
// is as narrow as that allows; a step whose figures could leave 120 bits is not written and fails the writer instead.

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "kernel/lane_step.hpp"

namespace cwp {

/// No figure is larger, on either side of 0, so that a sum of some of them cannot leave 128 bits.
inline constexpr Wide kWidest = Wide{1} << 120;
/// No figure of an i64 lane is larger, and every factor smaller, so that a constant may be added within 64 bits.
inline constexpr Wide kFactorLimit = Wide{1} << 62;

/// All values a register can have.
struct LaneRange {
  Wide low = 0, high = 0;
  bool is_one() const { return low == high; }
  friend bool operator==(const LaneRange&, const LaneRange&) = default;
};
bool fits(const LaneRange& range, Lane lane);

using LaneRegister = std::uint32_t;

/// On which column a register depends: one of them, none, or several. What `as_column` was called with counts as one.
inline constexpr LaneRegister kNoColumn = 0xFFFFFFFF;
inline constexpr LaneRegister kManyColumns = 0xFFFFFFFE;

struct RegisterInfo {
  enum class Kind : std::uint8_t {
    scratch,   ///< of a block
    column,    ///< of all officers, bound from outside
    constant,  ///< the same in every lane
    flags,     ///< of a block, u8, 0 before it runs
  };
  Kind kind = Kind::scratch;
  Lane lane = Lane::i64;
  LaneRange range;
  LaneRegister column = kNoColumn;
  std::uint32_t epoch = 0;  ///< in which it is written
};

class LaneWriter {
 public:
  LaneWriter();

  /// Steps written from now on run in this epoch, behind the gathers of the earlier ones.
  void begin_epoch(std::uint32_t epoch) { epoch_ = epoch; }
  /// True when a step could not be proved; what was written since `mark` is to be undone.
  bool failed() const { return failed_; }
  void fail() { failed_ = true; }
  struct Mark {
    std::size_t steps = 0, registers = 0;
  };
  Mark mark() const { return {steps_.size(), registers_.size()}; }
  void undo(Mark mark);

  LaneRegister column(Lane lane, LaneRange range);
  LaneRegister constant(Wide value);
  std::optional<Wide> constant_of(LaneRegister a) const;
  const LaneRange& range(LaneRegister a) const { return registers_[a].range; }
  const RegisterInfo& info(LaneRegister a) const { return registers_[a]; }
  const std::vector<RegisterInfo>& registers() const { return registers_; }
  const std::vector<LaneStep>& steps() const { return steps_; }
  const std::vector<std::uint32_t>& epochs() const { return epoch_of_; }  ///< by step
  const std::vector<std::vector<LaneRegister>>& part_lists() const { return parts_; }
  /// The step that writes the register; nothing for columns, constants and flags.
  std::optional<std::size_t> step_of(LaneRegister a) const;

  LaneRegister scale(LaneRegister a, Wide factor, Wide plus);
  LaneRegister combine(LaneRegister a, Wide of_a, LaneRegister b, Wide of_b, Wide plus);
  LaneRegister product(LaneRegister a, LaneRegister b);
  LaneRegister least(LaneRegister a, LaneRegister b);
  LaneRegister greatest(LaneRegister a, LaneRegister b);
  LaneRegister hold(LaneRegister a, Wide low, Wide high);
  LaneRegister at_least(LaneRegister a, LaneRegister b);  ///< a >= b
  LaneRegister equal(LaneRegister a, LaneRegister b);
  LaneRegister negated(LaneRegister truth) { return scale(truth, -1, 1); }
  LaneRegister choose(LaneRegister truth, LaneRegister a, LaneRegister b);
  /// floor(a / b); b > 0.
  LaneRegister divide(LaneRegister a, LaneRegister b);
  /// The sum of all.
  LaneRegister add_up(const std::vector<LaneRegister>& parts);
  /// Lanes where it is true are the judge's. Returns false when it is true everywhere.
  bool flag(LaneRegister truth);
  /// What is flagged from now on is gathered in a register of its own, which `flags` tells once there is one; until the
  /// first call, in kFlags.
  void begin_flags();
  const std::optional<LaneRegister>& flags() const { return flags_; }
  /// What depends on this register alone can be found out for every value it can have.
  void as_column(LaneRegister a);
  /// A register that has been found out for every value of its column (lane_table.cpp).
  LaneRegister put(const LaneStep& step, LaneRange range);
  /// A figure of each group, of the lane and range given, for the group numbers in `groups`.
  LaneRegister spread(LaneRegister groups, Lane lane, LaneRange range, std::uint32_t table);
  /// The register in another lane.
  LaneRegister as(LaneRegister a, Lane lane);

  static constexpr LaneRegister kFlags = 0;

 private:
  /// Whether a constant fits a step.
  static bool moderate(Wide value);
  void append(const LaneStep& step);
  LaneRegister fresh(Lane lane, LaneRange range, LaneRegister column);
  LaneRegister fresh_flags();
  LaneRegister write(LaneOp op, LaneRange range, LaneRange between, LaneRegister a, std::optional<LaneRegister> b,
                     std::optional<LaneRegister> c, Wide k0 = 0, Wide k1 = 0, Wide k2 = 0);
  LaneRegister divide_by(LaneRegister a, Wide divisor);
  /// Whether the register is another one times a factor plus a constant: then a step may take that one instead.
  struct Scaled {
    LaneRegister a = 0;
    Wide factor = 1, plus = 0;
  };
  Scaled unscaled(LaneRegister a) const;
  /// Sums of multiples of two registers, as they were written.
  struct Combined {
    LaneRegister a = 0, b = 0;
    Wide of_a = 0, of_b = 0, plus = 0;
  };
  /// Divides what was combined with the divisor itself, as rounding does, in one step; nothing where that is not so.
  std::optional<LaneRegister> quotient(LaneRegister a, LaneRegister b, LaneRange quotient);
  /// A register as a sum of weighed ones of u16; `add` brings in `factor` times another. False where it is none, or of
  /// too many.
  struct Weighed {
    std::vector<std::pair<LaneRegister, Wide>> parts;
    Wide plus = 0;
  };
  bool add(LaneRegister a, Wide factor, Weighed& sum) const;
  /// Such a sum over a constant in one step; nothing where it is no such sum.
  std::optional<LaneRegister> weighed_over(LaneRegister a, Wide divisor, LaneRange quotient);
  /// What a quotient's step takes along of those before it.
  void guard_zero(LaneStep& step) const;
  void read_narrow(LaneStep& step) const;
  LaneRegister truth_of(bool truth) { return constant(truth ? 1 : 0); }
  Lane lane_for(std::initializer_list<LaneRange> ranges);

  std::vector<RegisterInfo> registers_;
  std::vector<LaneStep> steps_;
  std::vector<std::uint32_t> epoch_of_;
  std::vector<std::vector<LaneRegister>> parts_;
  std::vector<std::size_t> step_of_;  ///< by register; kNoStep
  static constexpr std::size_t kNoStep = ~std::size_t{0};
  std::map<LaneRegister, Scaled> scaled_;
  std::map<LaneRegister, Combined> combined_;
  std::map<LaneRegister, LaneStep> quotients_;  ///< by what they gave; a hold makes another one of it
  std::map<Wide, LaneRegister> constants_;
  std::map<std::tuple<LaneRegister, Lane, std::uint32_t>, LaneRegister> converted_;
  std::uint32_t epoch_ = 0;
  bool failed_ = false;
  bool own_flags_ = false;
  std::optional<LaneRegister> flags_;
};

/// Calls `visit` with each register that the step reads; `part_lists` are the writer's.
template <typename Visit>
void for_each_operand(const LaneStep& step, const std::vector<std::vector<LaneRegister>>& part_lists,
                      const Visit& visit) {
  if (has_parts(step.op)) {
    for (const LaneRegister part : part_lists[std::size_t(step.k2)]) visit(part);
    return;
  }
  visit(step.a);
  switch (step.op) {
    case LaneOp::choose:
      visit(step.c);
      [[fallthrough]];
    case LaneOp::combine:
    case LaneOp::product:
    case LaneOp::minimum:
    case LaneOp::maximum:
    case LaneOp::at_least:
    case LaneOp::equal:
    case LaneOp::divide:
    case LaneOp::quotient:
    case LaneOp::by_group:
      visit(step.b);
      break;
    default:
      break;
  }
}

}  // namespace cwp
