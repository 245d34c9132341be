#pragma once
// FunctionRow: all there is to know about one function, in one place. Parser, checker, evaluators, `cwp functions`,
// documentation and tests read these rows.

#include <cstdint>
#include <span>
#include <string_view>

#include "cwp/decimal.hpp"
#include "cwp/function_catalog.hpp"
#include "formula/value.hpp"

namespace cwp {

/// scalar: on values of one officer and period, by `scalar`.
/// over_time: an aggregate over inner periods when it has one value argument and no `by`, by `fold`; a row may have
/// both
///   bodies (`max(a, b)` is scalar, `max(x)` is over time).
/// place: no operand but the officer, the period and the calendar (`duty_days`, `period_end`, `days_with('leave')`);
///   the evaluators know them by `place`.
enum class PlaceFunction : std::uint8_t {
  none,
  calendar_days,
  work_days,
  duty_days,
  present_days,
  days_with,
  period_start,
  period_end,
  month_of_year,
  duty_share,
  present_share
};

/// What the checker demands of operands and says of the result.
enum class TypeRule : std::uint8_t {
  none,           ///< not callable as a scalar
  numbers,        ///< numbers (booleans count as 0 and 1) → number
  order,          ///< two numbers or two dates → boolean
  equality,       ///< two of one type → boolean
  logic,          ///< booleans → boolean
  membership,     ///< x and constants of one type → boolean
  choice,         ///< boolean, T, T → T (`if`)
  cases,          ///< conditions and numbers by turns, at the end perhaps one more number → number (`highest_case`)
  same,           ///< all of one type T → T (`first_of`)
  test,           ///< anything → boolean (`is_missing`)
  number_table,   ///< number, then arrows of numbers → number; keys ascending constants
  text_table,     ///< text, then arrows from text constants to T → T (`lookup`)
  two_dates,      ///< two dates → number
  text_constant,  ///< one text constant → number (`days_with`)
  date_result,    ///< nothing → date
};

/// The operands of a scalar body. Looking at one marks it as used; only used operands hand on `incomplete` and
/// `faulty`, and only they are shown in explanations.
class Operands {
 public:
  Operands(const Value* const* values, std::size_t count, std::uint64_t* used)
      : values_(values), count_(count), used_(used) {}
  std::size_t size() const { return count_; }
  const Value& operator[](std::size_t index) const {
    *used_ |= std::uint64_t{1} << (index < 63 ? index : 63);
    return *values_[index];
  }

 private:
  const Value* const* values_;
  std::size_t count_;
  std::uint64_t* used_;
};

struct BodyContext {
  Rounding rounding = Rounding::half_up;  ///< points.rounding, for `round`
};

using ScalarBody = Value (*)(const Operands&, const BodyContext&);

/// A fold over the present values of the inner periods, in time order (never empty); `extra` are the other arguments
/// (`n` of best(n, x)), evaluated in the outer place and present.
using FoldBody = Value (*)(std::span<const Value> values, std::span<const Value> extra, const BodyContext&);

/// Across officers the values of the peers carry no flags: what made one of them incomplete or faulty is his own.
/// What such an aggregate finds out once for a group, out of the values of its peers, ascending and never empty: the
/// mean and deviation of `zscore`.
using GroupBody = std::vector<Value> (*)(std::span<const Value> ascending, const BodyContext&);
/// An officer's figure among his peers: his own value, which is one of them, all of them ascending, and what GroupBody
/// found out.
using AmongBody = Value (*)(const Value& own, std::span<const Value> ascending, std::span<const Value> group,
                            const BodyContext&);

/// An inner period as an aggregate sees it that needs more than the values that are present.
enum class RunStep : std::uint8_t {
  yes,
  no,
  unknown,      ///< the condition is absent for whatever reason, and the officer had a duty day
  passed_over,  ///< the officer was absent or exempt for all of the period
};
/// An aggregate of a condition over steps in time order. The evaluator makes a step of each complete inner period of
/// the range that does not begin before the data: those that belong to the outer period, or those of `over`; with
/// `before_outer` and without `over` all back to the data's start. (`runs` takes the sole incomplete one where other
/// aggregates do.) A number, never absent: where there was nothing to count, the evaluator decides by `counts` without
/// asking.
using RunBody = Value (*)(std::span<const RunStep> steps);

struct FunctionRow {
  /// Its example is a formula of constants, which tests evaluate. In the example of an aggregate over time the values
  /// of the inner periods stand one behind the other, after the extra arguments: `best(2, 1, 5, 3)` is best(2, x) where
  /// x was 1, 5 and 3; an absent condition of `run` is an unknown step. In that of an aggregate across officers stand
  /// the values of the peers, for `among` the officer's own first: `rank(7, 9, 7, 5)` is the rank of an officer with 7
  /// beside 9, 7 and 5. That of a place function stands in the month of 21 February to 20 March 2026, Monday
  /// to Friday workdays, for an officer who was present all month and on leave on 2 and 3 March.
  FunctionDoc doc;
  // as a scalar
  TypeRule types = TypeRule::none;
  int least = 0;       ///< arguments at least (an arrow counts as one)
  int most = 0;        ///< at most; -1: any number
  bool strict = true;  ///< an absent operand makes it absent (exempt wins) before the body is asked
  ScalarBody scalar = nullptr;
  PlaceFunction place = PlaceFunction::none;
  // over time
  FoldBody fold = nullptr;     ///< null: no aggregate over time
  int fold_extra = 0;          ///< arguments before the value argument (best(n, x): 1)
  bool fold_booleans = false;  ///< its value argument may be a condition (count)
  bool counts = false;         ///< of no value it is 0 where an inner period was assessable (count, streak, runs)
  RunBody run = nullptr;       ///< an aggregate over time of a condition; instead of `fold`
  bool before_outer = false;   ///< `run` looks back beyond the outer period (streak)
  // across officers (by): either `fold` of the peers' values in ascending order, after `fold_extra` arguments of the
  // officer's own, or `among`, each officer's own figure
  bool across = false;
  bool only_across = false;  ///< `fold` is no aggregate over time (quantile)
  AmongBody among = nullptr;
  GroupBody group = nullptr;  ///< null: nothing
};

/// The rows, by family; names are unique.
std::span<const FunctionRow* const> function_rows();
/// Null when there is none.
const FunctionRow* find_function(std::string_view name);

/// Calls a scalar body with the rules every caller needs: strictness first, flags of used operands afterwards.
/// `used` (one bit an operand, the last for all beyond 63) receives what was looked at.
Value apply_scalar(const FunctionRow& row, std::span<const Value* const> operands, const BodyContext& context,
                   std::uint64_t* used = nullptr);

}  // namespace cwp
