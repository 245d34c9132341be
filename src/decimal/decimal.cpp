#include "cwp/decimal.hpp"

#include <charconv>
#include <cmath>

#include "decimal/number_limits.hpp"
#include "decimal/rational.hpp"

namespace cwp {
namespace {

__extension__ typedef __int128 Wide;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return std::nullopt;
  if (whole.size() > 1 && whole[0] == '0') return std::nullopt;
  std::int64_t units = 0;
  int digits = 0;
  for (const std::string_view part : {whole, fraction})
    for (const char c : part) {
      if (!is_digit(c)) return std::nullopt;
      if (units != 0 || c != '0') ++digits;
      if (digits > kMostDigits) return std::nullopt;
      units = units * 10 + (c - '0');
    }
  if (fraction.size() > std::size_t(kMostDigits)) return std::nullopt;
  return Decimal{negative ? -units : units, std::uint8_t(fraction.size())};
}

std::optional<Decimal> Decimal::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  char buffer[64];
  // The shortest digits that read back as this double, as d.ddde±xx.
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  std::string_view text(buffer, std::size_t(written.ptr - buffer));
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t mark = text.find('e');
  std::int64_t units = 0;
  int digits = 0;
  for (const char c : text.substr(0, mark))
    if (is_digit(c)) {
      units = units * 10 + (c - '0');
      ++digits;
    }
  if (units == 0) return Decimal{};
  std::string_view exponent_text = text.substr(mark + 1);
  if (exponent_text.starts_with('+')) exponent_text.remove_prefix(1);
  int exponent = 0;
  std::from_chars(exponent_text.data(), exponent_text.data() + exponent_text.size(), exponent);
  int decimals = digits - 1 - exponent;
  if (digits > kMostDigitsOfDouble || decimals > kMostDigits || exponent >= kMostDigits) return std::nullopt;
  for (; decimals < 0; ++decimals) units *= 10;
  return Decimal{negative ? -units : units, std::uint8_t(decimals)};
}

std::string Decimal::to_text() const {
  const bool negative = units < 0;
  std::string digits = std::to_string(units);
  if (negative) digits.erase(0, 1);
  if (decimals > 0) {
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
  }
  return negative ? '-' + digits : digits;
}

std::string Decimal::to_short_text() const {
  std::string text = to_text();
  if (decimals == 0) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

double Decimal::to_double() const {
  const std::string text = to_text();
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::strong_ordering Decimal::compare(const Decimal& a, const Decimal& b) {
  // 18 places at most on each side: the products stay below 2^63 · 10^18 < 2^123.
  const int places = a.decimals > b.decimals ? a.decimals : b.decimals;
  return Wide{a.units} * power_of_ten(places - a.decimals) <=> Wide{b.units} * power_of_ten(places - b.decimals);
}

}  // namespace cwp
