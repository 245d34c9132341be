#include "oracle/plain/folds.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <stdexcept>

#include "decimal/correct_rounding.hpp"

namespace cwp::oracle {
namespace {

using boost::multiprecision::cpp_int;

cpp_int ten_to(int power) {
  cpp_int result = 1;
  for (int i = 0; i < power; ++i) result *= 10;
  return result;
}

// value · 10^decimals, rounded to a whole number.
cpp_int scaled(const Rational& value, int decimals, Rounding rounding) {
  const std::string text = value.to_fraction_text();
  const std::size_t slash = text.find('/');
  cpp_int top(text.substr(0, slash));
  cpp_int bottom = slash == std::string::npos ? cpp_int(1) : cpp_int(text.substr(slash + 1));
  top *= ten_to(decimals);
  const bool negative = top < 0;
  if (negative) top = -top;
  cpp_int whole = top / bottom;
  const cpp_int rest = top - whole * bottom;
  if (rest != 0) {
    const int half = cpp_int(2 * rest).compare(bottom);
    bool further = false;  // away from zero
    switch (rounding) {
      case Rounding::half_up:
        further = half >= 0;
        break;
      case Rounding::half_even:
        further = half > 0 || (half == 0 && whole % 2 == 1);
        break;
      case Rounding::up:
        further = true;
        break;
      case Rounding::down:
        break;
      case Rounding::ceil:
        further = !negative;
        break;
      case Rounding::floor:
        further = negative;
        break;
    }
    if (further) ++whole;
  }
  return negative ? cpp_int(-whole) : whole;
}

Value median_of(const Numbers& ascending) {
  const std::size_t n = ascending.size();
  return Value::of(n % 2 == 1 ? ascending[n / 2] : (ascending[n / 2 - 1] + ascending[n / 2]) / Rational(2));
}

// The root of the mean squared distance, with that many to divide by.
Rational spread_of(const Numbers& values, std::int64_t divisor) {
  const Rational mean = mean_of(values);
  Numbers squares;
  for (const Rational& value : values) squares.push_back((value - mean) * (value - mean));
  return rounded_sqrt(sum_of(squares) / Rational(divisor)).value;
}

// Linear between the two neighbours of place q (n - 1): type 7.
Value quantile_of(const Numbers& ascending, const Rational& q) {
  if (q < Rational(0) || Rational(1) < q) return Value::failed(Fault::out_of_domain);
  const Rational place = q * Rational(static_cast<std::int64_t>(ascending.size()) - 1);
  std::size_t below = 0;
  while (Rational(static_cast<std::int64_t>(below) + 1) <= place) ++below;
  const Rational part = place - Rational(static_cast<std::int64_t>(below));
  const Rational& low = ascending[below];
  return Value::of(part.is_zero() ? low : low * (Rational(1) - part) + ascending[below + 1] * part);
}

Value geometric_of(const Numbers& values) {
  if (sorted(values).front() < Rational(0)) return Value::failed(Fault::out_of_domain);
  return Value::of(rounded_geometric_mean(values).value);
}

}  // namespace

Rational sum_of(const Numbers& values) {
  Rational sum(0);
  for (const Rational& value : values) sum += value;
  return sum;
}

Rational mean_of(const Numbers& values) { return sum_of(values) / Rational(static_cast<std::int64_t>(values.size())); }

Rational deviation_of(const Numbers& values) { return spread_of(values, static_cast<std::int64_t>(values.size())); }

Numbers sorted(Numbers values) {
  std::sort(values.begin(), values.end());
  return values;
}

Value aggregate(const std::string& name, const std::vector<Value>& values, const std::vector<Rational>& extras) {
  Numbers numbers;
  for (const Value& value : values) numbers.push_back(value.number);
  const auto n = static_cast<std::int64_t>(numbers.size());
  if (name == "sum") return Value::of(sum_of(numbers));
  if (name == "mean") return Value::of(mean_of(numbers));
  if (name == "count") return Value::of(values.front().type == ValueType::boolean ? sum_of(numbers) : Rational(n));
  if (name == "first") return values.front();
  if (name == "last") return values.back();
  const auto extreme = [&](bool largest) {
    Value best = values.front();
    for (const Value& value : values)
      if (largest ? value.number > best.number : value.number < best.number) best = value;
    return best;
  };
  if (name == "max") return extreme(true);
  if (name == "min") return extreme(false);
  if (name == "median") return median_of(sorted(numbers));
  if (name == "stdev") return Value::of(deviation_of(numbers));
  if (name == "stdev_sample") return n == 1 ? Value::missing() : Value::of(spread_of(numbers, n - 1));
  if (name == "geomean") return geometric_of(numbers);
  if (name == "quantile") return quantile_of(sorted(numbers), extras.at(0));
  const std::int64_t some = extras.at(0).to_int64().value();
  const Numbers ascending = sorted(numbers);
  const auto part = [&](std::int64_t from, std::int64_t to) {
    return Value::of(mean_of(Numbers(ascending.begin() + from, ascending.begin() + to)));
  };
  if (name == "best") return part(std::max<std::int64_t>(0, n - some), n);
  if (name == "worst") return part(0, std::min(n, some));
  if (name == "drop_lowest") return some >= n ? Value::missing() : part(some, n);
  throw std::logic_error("the oracle knows no aggregate " + name);
}

Rational rounded(const Rational& value, int decimals, Rounding rounding) {
  const cpp_int units = scaled(value, decimals, rounding);
  Rational result(static_cast<std::int64_t>(units));
  return result / Rational(static_cast<std::int64_t>(ten_to(decimals)));
}

std::string printed(const Rational& value, int decimals, Rounding rounding) {
  cpp_int units = scaled(value, decimals, rounding);
  const bool negative = units < 0;
  if (negative) units = -units;
  std::string digits = units.str();
  if (decimals > 0) {
    while (digits.size() <= static_cast<std::size_t>(decimals)) digits.insert(digits.begin(), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
  }
  return negative ? "-" + digits : digits;
}

}  // namespace cwp::oracle
