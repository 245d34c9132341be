#pragma once
// Term: a checked formula. Names are resolved, types and grains known, `values` put in place. One tree a use: sharing
// is the graph's business.

#include <memory>
#include <optional>
#include <vector>

#include "cwp/calendar.hpp"
#include "formula/function_row.hpp"

namespace cwp {

struct Term;
using TermPtr = std::shared_ptr<const Term>;

/// What a term takes its value from, for one officer and one period of grain `Term::place`.
///   constant   `constant`
///   metric     metric `index`, folded to the place
///   parameter  parameter `index` as of the period's last day
///   attribute  attribute `index` as of the officer's last present day in the period
///   item       points of item `index`: its own where the place has its grain, else rolled up
///   category   points of category `index` in the assessment of the place
///   total      total of the assessment of the place
///   place      a function of officer, period and calendar (`function->place`)
///   call       `function` on `children`; the arrows of tables are flattened: x, key, value, key, value …
///   fold       aggregate `function` over the periods of grain `inner` of the last child; the other children are extras
///   lag        the only child, `steps` periods of `lag_grain` earlier
///   gather     aggregate `function` of the last child over the officer's peers: those with the same values of the
///              attributes `by` (empty: all), for whom the condition before it holds (`has_where`)
///   adjustment amount of adjustment `index`: its own where the place has its grain, else rolled up
///   rank       the officer's rank in ranking `index`; only where ranks are known (awards, grades)
///   grade      the id of his level in grade set `index`, likewise
///   column     column `index` of the fact at hand; only in derived metrics
///   invalid    an error was reported; nothing can be said of it
enum class TermKind : std::uint8_t {
  constant,
  metric,
  parameter,
  attribute,
  item,
  category,
  total,
  place,
  call,
  fold,
  lag,
  gather,
  adjustment,
  rank,
  grade,
  column,
  invalid
};

struct Term {
  TermKind kind = TermKind::invalid;
  ValueType type = ValueType::number;
  Grain place = Grain::month;
  std::uint32_t index = 0;
  Value constant;
  const FunctionRow* function = nullptr;
  std::string status;  ///< place function days_with: the status counted
  std::vector<TermPtr> children;
  // fold
  Grain inner = Grain::day;
  std::optional<int> over_last;
  std::optional<Grain> over_to_date;
  bool inner_holds_weeks = false;  ///< an inner period is complete only with the weeks that belong to it
  // gather
  std::vector<std::uint32_t> by;  ///< attribute indices, as written
  bool has_where = false;         ///< the last child but one is the condition
  // lag
  int steps = 0;
  Grain lag_grain = Grain::month;  ///< grain of the steps
  std::uint32_t size = 1;          ///< terms in this tree
  Place source;
};

}  // namespace cwp
