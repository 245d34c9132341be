// Aggregates over time: folds over the present values of the inner periods, in time order, and runs of them. Most of
// them are aggregates across officers as well, over the values of the peers, ascending.

#include <algorithm>
#include <utility>
#include <vector>

#include "decimal/rational_sum.hpp"
#include "formula/function_families.hpp"

namespace cwp {
namespace {

using Values = std::span<const Value>;
using C = const BodyContext&;

std::int64_t count_of(Values values) { return static_cast<std::int64_t>(values.size()); }

std::vector<Value> ascending(Values values) {
  std::vector<Value> sorted(values.begin(), values.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const Value& a, const Value& b) { return a.number < b.number; });
  return sorted;
}

Value value_of(const std::optional<Rational>& sum) {
  return sum ? number_value(*sum) : Value::failed(Fault::too_large);
}

/// The sum of squared distances from the mean: that of the squares, less the mean times the sum.
Value scatter(Values values) {
  RationalSum sum, squares;
  for (const Value& value : values) {
    sum.add(value.number);
    squares.add(value.number * value.number);
  }
  const auto total = sum.total(), of_squares = squares.total();
  if (!total || !of_squares) return Value::failed(Fault::too_large);
  return number_value(*of_squares - *total * *total / count_of(values));
}

/// `n` of best(n, x): at least `least`; more than there are values counts as all.
std::optional<std::size_t> number_wanted(const Value& n, std::int64_t least, std::size_t all) {
  if (!n.number.is_integer() || n.number < least) return std::nullopt;
  return n.number < static_cast<std::int64_t>(all) ? static_cast<std::size_t>(*n.number.to_int64()) : all;
}

Value sum(Values values, Values, C) { return sum_of(values); }
Value mean(Values values, Values, C) { return mean_of(values); }
Value first(Values values, Values, C) { return handed_on(values.front()); }
Value last(Values values, Values, C) { return handed_on(values.back()); }
Value count(Values values, Values, C) {
  if (values.front().type != ValueType::boolean) return Value::of(count_of(values));
  return Value::of(std::int64_t{std::count_if(values.begin(), values.end(), [](const Value& v) { return v.truth(); })});
}
Value median(Values values, Values, C) {
  const auto sorted = ascending(values);
  const std::size_t half = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return Value::of(sorted[half].number);
  return number_value((sorted[half - 1].number + sorted[half].number) / 2);
}
Value stdev(Values values, Values, C) { return deviation_of(values, count_of(values)); }
Value stdev_sample(Values values, Values, C) {
  return values.size() < 2 ? Value::missing() : deviation_of(values, count_of(values) - 1);
}
Value geomean(Values values, Values, C) {
  std::vector<Rational> numbers;
  for (const Value& value : values) numbers.push_back(value.number);
  return irrational_value(rounded_geometric_mean(numbers));
}
Value best(Values values, Values extra, C) {
  const auto wanted = number_wanted(extra[0], 1, values.size());
  if (!wanted) return Value::failed(Fault::out_of_domain);
  const auto sorted = ascending(values);
  return mean_of(Values(sorted).last(*wanted));
}
Value worst(Values values, Values extra, C) {
  const auto wanted = number_wanted(extra[0], 1, values.size());
  if (!wanted) return Value::failed(Fault::out_of_domain);
  const auto sorted = ascending(values);
  return mean_of(Values(sorted).first(*wanted));
}
Value drop_lowest(Values values, Values extra, C) {
  const auto dropped = number_wanted(extra[0], 0, values.size());
  if (!dropped) return Value::failed(Fault::out_of_domain);
  const auto sorted = ascending(values);
  const auto rest = Values(sorted).subspan(*dropped);
  return rest.empty() ? Value::missing() : mean_of(rest);
}

Value streak(std::span<const RunStep> steps) {
  std::int64_t length = 0;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (*step == RunStep::no || *step == RunStep::unknown) break;
    if (*step == RunStep::yes) ++length;
  }
  return Value::of(length);
}
Value runs(std::span<const RunStep> steps) {
  std::int64_t number = 0;
  bool running = false;
  for (const RunStep step : steps) {
    if (step == RunStep::yes && !running) ++number;
    running = step == RunStep::yes;
  }
  return Value::of(number);
}

constexpr std::string_view kFamily = "over time";
constexpr std::string_view kSkipsAbsentN =
    "skips absent values; of none it is missing, or exempt if all were exempt; missing, with a row issue, when n is "
    "not a positive integer";

constexpr FunctionRow kRows[] = {
    {.doc = {"sum", kFamily, "sum(x per week) or sum(x by station)", kSkipsAbsent, "the sum of the values", "各值之和",
             "sum(1, 2, 6)", "9"},
     .fold = sum,
     .across = true},
    {.doc = {"mean", kFamily, "mean(x per week) or mean(x by station)", kSkipsAbsent, "the mean of the values, exactly",
             "各值的平均数，精确值", "mean(1, 2, 7)", "10/3"},
     .fold = mean,
     .across = true},
    {.doc = {"first", kFamily, "first(x per week)", kSkipsAbsent, "the earliest value", "最早的值", "first(4, 2, 6)",
             "4"},
     .fold = first},
    {.doc = {"last", kFamily, "last(x per week)", kSkipsAbsent, "the latest value", "最晚的值", "last(4, 2, 6)", "6"},
     .fold = last},
    {.doc = {"count", kFamily, "count(x per week) or count(x > 3 by station)",
             "skips absent values; of none it is 0 where a period was assessable or there is a peer, else missing or "
             "exempt",
             "how many values there are, or how often a condition holds", "有值的个数，或条件成立的次数",
             "count(true, false, true)", "2"},
     .fold = count,
     .fold_booleans = true,
     .counts = true,
     .across = true},
    {.doc = {"median", kFamily, "median(x per week) or median(x by station)", kSkipsAbsent,
             "the middle value; of an even number the mean of the two in the middle",
             "中位数；个数为偶数时取中间两数的平均数", "median(9, 1, 4, 2)", "3"},
     .fold = median,
     .across = true},
    {.doc = {"stdev", kFamily, "stdev(x per week) or stdev(x by station)", kSkipsAbsent,
             "the standard deviation of the values as a whole population, correctly rounded", "总体标准差，正确舍入",
             "stdev(2, 4, 4, 4, 5, 5, 7, 9)", "2"},
     .fold = stdev,
     .across = true},
    {.doc = {"stdev_sample", kFamily, "stdev_sample(x per week) or stdev_sample(x by station)",
             "skips absent values; of none it is missing, or exempt if all were exempt; missing of one value",
             "the standard deviation of a sample, correctly rounded", "样本标准差，正确舍入", "stdev_sample(2, 4, 6)",
             "2"},
     .fold = stdev_sample,
     .across = true},
    {.doc = {"geomean", kFamily, "geomean(x per week) or geomean(x by station)",
             "skips absent values; of none it is missing, or exempt if all were exempt; missing, with a row issue, "
             "when one is below 0",
             "the geometric mean, correctly rounded; 0 when one value is 0", "几何平均数，正确舍入；有一个为 0 则为 0",
             "geomean(2, 8)", "4"},
     .fold = geomean,
     .across = true},
    {.doc = {"best", kFamily, "best(n, x per week)", kSkipsAbsentN,
             "the mean of the n largest values, or of all when fewer",
             "最大的 n 个值的平均数；不足 n 个时为全部的平均数", "best(2, 1, 5, 3)", "4"},
     .fold = best,
     .fold_extra = 1},
    {.doc = {"worst", kFamily, "worst(n, x per week)", kSkipsAbsentN,
             "the mean of the n smallest values, or of all when fewer",
             "最小的 n 个值的平均数；不足 n 个时为全部的平均数", "worst(2, 1, 5, 3)", "2"},
     .fold = worst,
     .fold_extra = 1},
    {.doc = {"drop_lowest", kFamily, "drop_lowest(n, x per week)",
             "skips absent values; of none it is missing, or exempt if all were exempt; missing when nothing is left",
             "the mean of the values without the n smallest", "去掉最小的 n 个值后的平均数", "drop_lowest(1, 1, 5, 3)",
             "4"},
     .fold = drop_lowest,
     .fold_extra = 1},
    {.doc = {"streak", kFamily, "streak(c per week)",
             "an unknown condition ends it; periods in which the officer was absent or exempt throughout are passed "
             "over; of none it is 0 where a period was assessable, else missing or exempt",
             "in how many periods in a row, back from the last complete one, the condition held; also before the "
             "outer period, unless over says otherwise",
             "从最近一个完整周期往前，条件连续成立的周期数；可越过外层周期的起点，除非用 over 限定",
             "streak(true, false, true, true)", "2"},
     .counts = true,
     .run = streak,
     .before_outer = true},
    {.doc = {"runs", kFamily, "runs(c per day)",
             "an unknown condition ends a run, and so does a period in which the officer was absent or exempt; of none "
             "it is 0 where a period was assessable, else missing or exempt",
             "how many runs of periods there are in which the condition held without a break; days in a row are one",
             "条件连续成立的段数；连续数日算一段", "runs(true, true, false, true)", "2"},
     .counts = true,
     .run = runs},
};

}  // namespace

Value sum_of(Values values) {
  RationalSum sum;
  for (const Value& value : values) sum.add(value.number);
  return value_of(sum.total());
}

Value mean_of(Values values) {
  const Value sum = sum_of(values);
  return sum.present() ? quotient(sum.number, count_of(values)) : sum;
}

Value deviation_of(Values values, std::int64_t divisor) {
  const Value squares = scatter(values);
  return squares.present() ? irrational_value(rounded_sqrt(squares.number / divisor)) : squares;
}

std::span<const FunctionRow> over_time_functions() { return kRows; }

}  // namespace cwp
