// Columns of doubles against the shortest decimals that read back as them, as std::to_chars writes them.

#include "columns/take_doubles.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <random>

namespace cwp {
namespace {

/// The decimal of a double: units of 10^-places; nothing where it needs more than 15 digits or nine places.
std::optional<std::pair<std::int64_t, int>> shortest(double value) {
  char text[400];
  const std::string written(text, std::to_chars(text, text + sizeof(text), value, std::chars_format::fixed).ptr);
  std::string digits;
  int places = 0;
  bool behind = false;
  for (const char c : written) {
    if (c == '.')
      behind = true;
    else {
      digits += c;
      places += behind;
    }
  }
  const std::size_t significant = digits.size() - std::min(digits.find_first_not_of("-0"), digits.size());
  if (significant > 15 || places > 9) return std::nullopt;
  return std::pair(std::stoll(digits), places);
}

void expect_taken(const std::vector<double>& figures) {
  ColumnMemory memory;
  StoredFigures stored;
  take_doubles(figures, memory, stored);
  int places = 0;
  for (const double figure : figures)
    if (const auto decimal = std::isfinite(figure) ? shortest(figure) : std::nullopt)
      places = std::max(places, decimal->second);
  std::int64_t low = INT64_MAX, high = INT64_MIN;
  std::vector<std::uint32_t> apart, absent, taken_apart;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto decimal = std::isfinite(figures[i]) ? shortest(figures[i]) : std::nullopt;
    if (std::isnan(figures[i]))
      absent.push_back(std::uint32_t(i));
    else if (!decimal || std::fabs(double(decimal->first)) * std::pow(10, places - decimal->second) >= 1e18)
      apart.push_back(std::uint32_t(i));
  }
  ASSERT_EQ(stored.absent, absent);
  for (const auto& [officer, figure] : stored.apart) {
    taken_apart.push_back(officer);
    ASSERT_EQ(figure, figures[officer]);
  }
  ASSERT_EQ(taken_apart, apart);
  ASSERT_TRUE(stored.refused.empty());
  ASSERT_EQ(stored.decimals, places);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (std::binary_search(apart.begin(), apart.end(), i) || std::isnan(figures[i])) continue;
    const auto [units, own] = *shortest(figures[i]);
    const std::int64_t wanted = units * std::int64_t(std::pow(10, places - own));
    ASSERT_EQ(stored.units(i), wanted) << "of " << figures[i] << " at " << i;
    low = std::min(low, wanted), high = std::max(high, wanted);
  }
  if (stored.is_measured) {
    EXPECT_EQ(stored.low, low);
    EXPECT_EQ(stored.high, high);
  }
}

FigureColumn::Type type_of(const std::vector<double>& figures) {
  ColumnMemory memory;
  StoredFigures stored;
  take_doubles(figures, memory, stored);
  return stored.type;
}

TEST(TakeDoubles, ColumnsAreAsNarrowAsTheyMayBe) {
  using Type = FigureColumn::Type;
  EXPECT_EQ(type_of({0, 255}), Type::u8);
  EXPECT_EQ(type_of({0, 256}), Type::u16);
  EXPECT_EQ(type_of({25.5, 0.1}), Type::u8);
  EXPECT_EQ(type_of({-1, 3}), Type::i32);
  EXPECT_EQ(type_of({65535.01, 3}), Type::i32);
  EXPECT_EQ(type_of({1e10, 3}), Type::i64);
  EXPECT_EQ(type_of({1, NAN}), Type::i64);
}

TEST(TakeDoubles, OfEveryKindAreTheirDecimals) {
  std::mt19937_64 random(5);
  const auto whole = [&](std::int64_t low, std::int64_t high) {
    return double(std::uniform_int_distribution<std::int64_t>(low, high)(random));
  };
  for (const std::size_t count : {1, 40, 2048, 7000})
    for (const double power : {1.0, 10.0, 100.0, 1e4, 1e9})
      for (const std::int64_t high : {200, 60'000, 2'000'000'000}) {
        std::vector<double> figures;
        while (figures.size() < count) figures.push_back(whole(0, high) / power);
        expect_taken(figures);
        // From some place on they are of another kind: larger, below 0, of more places, no decimals, nobody's.
        for (const double other : {70'000.0, -3.0, 0.125, 12345.678, 1e14, 1.0 / 3, double(NAN)}) {
          std::vector<double> mixed = figures;
          for (std::size_t i = count / 2; i < count; i += 97) mixed[i] = other;
          expect_taken(mixed);
        }
      }
}

TEST(TakeDoubles, AValueIsTheShortestDecimalOfFifteenDigitsOrTheBinaryValue) {
  const auto two_to = [](int exponent) { return *Rational(2).power(exponent); };
  EXPECT_EQ(value_of(91.5), Rational(915, 10));
  EXPECT_EQ(value_of(-1e-10), Rational(-1, 10'000'000'000));
  EXPECT_EQ(value_of(1e-300), *Rational(10).power(-300));
  EXPECT_EQ(value_of(1e300), *Rational(10).power(300));
  EXPECT_EQ(value_of(123456789012345e10), Rational(123456789012345) * *Rational(10).power(10));
  EXPECT_EQ(value_of(0.123456789012345), Rational(123456789012345) * *Rational(10).power(-15));
  // 3 times the double next to a third is 1 - 2^-54; 0.1 + 0.2 is 0.3 rounded up: 5404319552844596 / 2^54.
  EXPECT_EQ(value_of(1.0 / 3) * Rational(3), Rational(1) - two_to(-54));
  EXPECT_EQ(value_of(0.1 + 0.2), Rational(5404319552844596) * two_to(-54));
  EXPECT_EQ(value_of(-9007199254740991.0), Rational(-9007199254740991));
  EXPECT_EQ(shortest_text(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(shortest_text(-INFINITY), "-inf");
}

TEST(TakeDoubles, OfNobodyAreNone) { expect_taken({}); }

}  // namespace
}  // namespace cwp
