#include "bounds/bound_math.hpp"

#include <algorithm>

namespace cwp {
namespace {

const ValueBounds kUnknown{Rational(0), Rational(1)};

using BoundEnd = std::optional<Rational>;

BoundEnd sum(const BoundEnd& a, const BoundEnd& b) { return a && b ? BoundEnd(*a + *b) : std::nullopt; }

/// The least of ends where nothing means that there is none.
BoundEnd least(const BoundEnd& a, const BoundEnd& b) { return a && b ? BoundEnd(std::min(*a, *b)) : std::nullopt; }
BoundEnd greatest(const BoundEnd& a, const BoundEnd& b) { return a && b ? BoundEnd(std::max(*a, *b)) : std::nullopt; }

/// True when every value of a is below every value of b (with `equal`: or equal to it).
bool below(const ValueBounds& a, const ValueBounds& b, bool equal) {
  return a.high && b.low && (equal ? *a.high <= *b.low : *a.high < *b.low);
}

ValueBounds decided(bool always, bool never) {
  if (always) return point(1);
  return never ? point(0) : kUnknown;
}

}  // namespace

ValueBounds point(const Rational& value) { return {value, value}; }

ValueBounds operator+(const ValueBounds& a, const ValueBounds& b) { return {sum(a.low, b.low), sum(a.high, b.high)}; }

ValueBounds operator-(const ValueBounds& a) {
  return {a.high ? BoundEnd(-*a.high) : std::nullopt, a.low ? BoundEnd(-*a.low) : std::nullopt};
}

ValueBounds operator*(const ValueBounds& a, const ValueBounds& b) {
  if (a.low && a.high && b.low && b.high) {
    const auto [low, high] = std::minmax({*a.low * *b.low, *a.low * *b.high, *a.high * *b.low, *a.high * *b.high});
    return {low, high};
  }
  const bool positive = a.low && b.low && a.low->sign() >= 0 && b.low->sign() >= 0;
  if (positive) return {*a.low * *b.low, std::nullopt};
  for (const auto& [fixed, other] : {std::pair{&a, &b}, std::pair{&b, &a}})
    if (const auto factor = fixed->only()) {
      if (factor->is_zero()) return point(0);
      const ValueBounds product{other->low ? BoundEnd(*other->low * factor->abs()) : std::nullopt,
                                other->high ? BoundEnd(*other->high * factor->abs()) : std::nullopt};
      return factor->sign() < 0 ? -product : product;
    }
  return {};
}

ValueBounds quotient(const ValueBounds& a, const ValueBounds& b, bool whole) {
  if (b.high && b.high->sign() < 0) return quotient(-a, -b, whole);
  if (!b.low || b.low->sign() < 0) return {};
  const BoundEnd least_divisor = b.low->is_zero() ? (whole ? BoundEnd(Rational(1)) : std::nullopt) : b.low;
  if (!least_divisor) return a.low && a.low->sign() >= 0 ? ValueBounds{Rational(0), std::nullopt} : ValueBounds{};
  const ValueBounds inverse{b.high ? Rational(1) / *b.high : Rational(0), Rational(1) / *least_divisor};
  return a * inverse;
}

ValueBounds either(const ValueBounds& a, const ValueBounds& b) {
  return {least(a.low, b.low), greatest(a.high, b.high)};
}

ValueBounds smaller(const ValueBounds& a, const ValueBounds& b) {
  return {least(a.low, b.low), a.high && b.high ? BoundEnd(std::min(*a.high, *b.high)) : a.high ? a.high : b.high};
}

ValueBounds larger(const ValueBounds& a, const ValueBounds& b) { return -smaller(-a, -b); }

ValueBounds repeated(const ValueBounds& one, int most) {
  const auto times = [&](const BoundEnd& end, bool grows) {
    return !end ? end : grows ? BoundEnd(*end * Rational(most)) : end;
  };
  return {times(one.low, one.low && one.low->sign() < 0), times(one.high, one.high && one.high->sign() > 0)};
}

ValueBounds compared(std::string_view comparison, const ValueBounds& a, const ValueBounds& b) {
  if (comparison == "<") return decided(below(a, b, false), below(b, a, true));
  if (comparison == "<=") return decided(below(a, b, true), below(b, a, false));
  if (comparison == ">") return compared("<", b, a);
  if (comparison == ">=") return compared("<=", b, a);
  const bool apart = below(a, b, false) || below(b, a, false);
  const bool same = a.only() && b.only() && *a.only() == *b.only();
  return comparison == "=" ? decided(same, apart) : decided(apart, same);
}

}  // namespace cwp
