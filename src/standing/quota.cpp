#include "standing/quota.hpp"

#include <algorithm>

#include "decimal/rational.hpp"

namespace cwp {
namespace {

Rational whole(const Rational& share, QuotaRounding rounding) {
  switch (rounding) {
    case QuotaRounding::floor:
      return share.floor();
    case QuotaRounding::half_up:
      return share.rounded(0, Rounding::half_up);
    case QuotaRounding::ceil:
      return share.ceil();
  }
  return share.floor();
}

}  // namespace

std::size_t quota_size(const Quota& quota, const QuotaRules& rules, std::size_t ranked) {
  const auto all = std::int64_t(ranked);
  Rational size(quota.number);
  if (quota.percent) size = whole(size * Rational(all), rules.rounding);
  std::int64_t places = size.floor().to_int64().value_or(all);
  if (quota.percent) places = std::max<std::int64_t>(places, rules.at_least);
  return std::size_t(std::clamp<std::int64_t>(places, 0, all));
}

std::size_t places_taken(std::span<const std::size_t> order, std::size_t size, QuotaEdge edge) {
  if (size == 0) return 0;
  if (size >= order.size()) return order.size();
  std::size_t taken = size;
  if (edge == QuotaEdge::out) {
    while (taken > 0 && order[taken - 1] == order[size]) --taken;
  } else {
    while (taken < order.size() && order[taken] == order[size - 1]) ++taken;
  }
  return taken;
}

}  // namespace cwp
