// Aggregates across officers that are none over time: an officer's figure among the values of his peers, and quantiles.

#include <algorithm>
#include <utility>

#include "formula/function_families.hpp"

namespace cwp {
namespace {

using Values = std::span<const Value>;
using C = const BodyContext&;

bool is_below(const Value& a, const Value& b) { return a.number < b.number; }

std::int64_t count_of(Values values) { return static_cast<std::int64_t>(values.size()); }
std::int64_t number_below(const Value& own, Values ascending) {
  return std::lower_bound(ascending.begin(), ascending.end(), own, is_below) - ascending.begin();
}
std::int64_t number_above(const Value& own, Values ascending) {
  return ascending.end() - std::upper_bound(ascending.begin(), ascending.end(), own, is_below);
}

/// Type 7: linear between the values that stand at the places 0, 1/(n − 1), 2/(n − 1) … 1.
Value quantile(Values ascending, Values extra, C) {
  const Rational& q = extra[0].number;
  if (q < 0 || q > 1) return Value::failed(Fault::out_of_domain);
  const Rational at = q * (count_of(ascending) - 1);
  const Rational whole = at.floor();
  const auto below = static_cast<std::size_t>(*whole.to_int64());
  if (at == whole) return Value::of(ascending[below].number);
  const Rational& low = ascending[below].number;
  return number_value(low + (at - whole) * (ascending[below + 1].number - low));
}

Value rank(const Value& own, Values ascending, Values, C) { return Value::of(number_above(own, ascending) + 1); }

Value percent_rank(const Value& own, Values ascending, Values, C) {
  if (ascending.size() == 1) return Value::of(0);
  return Value::of(Rational(number_below(own, ascending), count_of(ascending) - 1));
}

std::vector<Value> mean_and_deviation(Values ascending, C) {
  return {mean_of(ascending), deviation_of(ascending, count_of(ascending))};
}
Value zscore(const Value& own, Values, Values group, C) {
  for (const Value& found : group)
    if (!found.present()) return found;
  const Rational& mean = group[0].number;
  const Rational& deviation = group[1].number;
  if (deviation.is_zero()) return Value::of(0);
  return number_value((own.number - mean) / deviation);
}

Value minmax(const Value& own, Values ascending, Values, C) {
  const Rational& least = ascending.front().number;
  const Rational spread = ascending.back().number - least;
  if (spread.is_zero()) return Value::of(Rational(1, 2));
  return number_value((own.number - least) / spread);
}

std::vector<Value> all_together(Values ascending, C) { return {sum_of(ascending)}; }
Value share(const Value& own, Values, Values group, C) {
  const Value& sum = group[0];
  if (!sum.present()) return sum;
  if (sum.number.is_zero()) return Value::missing();
  return number_value(own.number / sum.number);
}

constexpr std::string_view kFamily = "across officers";
constexpr std::string_view kAmongPeers =
    "peers without a value do not take part; missing for an officer who does not take part himself";

constexpr FunctionRow kRows[] = {
    {.doc = {"quantile", kFamily, "quantile(q, x by station)",
             "skips absent values; of none it is missing, or exempt if all were exempt; missing, with a row issue, "
             "unless q is from 0 to 1",
             "the value below which a share q of the peers lies, linear between two of them (type 7)",
             "分位数：比例为 q 的同组人员低于该值，两值之间按线性插值（类型 7）", "quantile(0.25, 4, 1, 3, 2)", "1.75"},
     .fold = quantile,
     .fold_extra = 1,
     .across = true,
     .only_across = true},
    {.doc = {"rank", kFamily, "rank(x by station)", kAmongPeers,
             "the rank, 1 for the largest value; equal values share the best rank; rank(-x) ascends",
             "名次，最大者为 1，并列者取最好名次；rank(-x) 则最小者为 1", "rank(7, 9, 7, 5)", "2"},
     .across = true,
     .among = rank},
    {.doc = {"percent_rank", kFamily, "percent_rank(x by station)", kAmongPeers,
             "the share of the other peers whose value is smaller; 0 for one alone",
             "其余同组人员中低于本人者的比例；仅一人时为 0", "percent_rank(7, 9, 5)", "0.5"},
     .across = true,
     .among = percent_rank},
    {.doc = {"zscore", kFamily, "zscore(x by station)", kAmongPeers,
             "the distance from the peers' mean in standard deviations (population, correctly rounded); 0 where all "
             "are equal",
             "与同组平均数之差除以总体标准差（正确舍入）；全部相等时为 0", "zscore(9, 2, 4, 4, 4, 5, 5, 7)", "2"},
     .across = true,
     .among = zscore,
     .group = mean_and_deviation},
    {.doc = {"minmax", kFamily, "minmax(x by station)", kAmongPeers,
             "how far the value lies between the peers' smallest (0) and largest (1); 0.5 where all are equal",
             "在同组最小值（0）与最大值（1）之间的位置；全部相等时为 0.5", "minmax(7, 5, 13)", "0.25"},
     .across = true,
     .among = minmax},
    {.doc = {"share", kFamily, "share(x by station)",
             "peers without a value do not take part; missing for an officer who does not take part himself, and "
             "where the sum is 0",
             "the value's part of the peers' sum", "在同组合计中所占的比例", "share(3, 5, 4)", "0.25"},
     .across = true,
     .among = share,
     .group = all_together},
};

}  // namespace

std::span<const FunctionRow> across_functions() { return kRows; }

}  // namespace cwp
