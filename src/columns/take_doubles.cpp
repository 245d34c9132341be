#include "columns/take_doubles.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "decimal/number_limits.hpp"
#include "kernel/choose_isa.hpp"
#include "row/tidy_text.hpp"

namespace cwp {
namespace {

constexpr double ten_to(int exponent) { return exponent == 0 ? 1 : 10 * ten_to(exponent - 1); }  // exact up to 10^22
constexpr double kEndOfDigits = ten_to(kMostDigitsOfDouble), kEndOfUnits = ten_to(kMostDigits);

/// The places a double needs: the least k with a whole n of at most kMostDigitsOfDouble digits that n / 10^k reads back
/// as it, since the division of two exact doubles is correctly rounded, as reading is. Nothing when there is none.
std::optional<int> places_of(double value) {
  double power = 1;
  for (int k = 0; k <= 9; ++k, power *= 10) {
    const double whole = std::nearbyint(value * power);
    if (std::fabs(whole) >= kEndOfDigits) return std::nullopt;
    if (whole / power == value) return k;
  }
  return std::nullopt;
}

/// What is known of a column by some of its figures.
struct Seen {
  int places = 0;
  double least = INFINITY, most = -INFINITY;

  /// False where one is no decimal.
  bool look_at(std::span<const double> figures) {
    for (const double figure : figures) {
      const std::optional<int> own = places_of(figure);
      if (!own) return false;
      places = std::max(places, *own);
      least = std::min(least, figure);
      most = std::max(most, figure);
    }
    return true;
  }
  /// The narrowest that holds them.
  std::optional<Lane> lane() const {
    const double power = double(power_of_ten(places)), low = least * power, high = most * power;
    if (low >= 0 && high <= 0xFF) return Lane::u8;
    if (low >= 0 && high <= 0xFFFF) return Lane::u16;
    if (low >= INT32_MIN && high <= INT32_MAX) return Lane::i32;
    return std::nullopt;
  }
};

FigureColumn::Type type_of(Lane lane) {
  if (lane == Lane::u8) return FigureColumn::Type::u8;
  return lane == Lane::u16 ? FigureColumn::Type::u16 : FigureColumn::Type::i32;
}

/// The first figures say in which lane and with how many places all are tried, side by side; where one is of another
/// kind, those around it say so, and all are tried anew. False where they are no decimals, or not narrow.
bool take_side_by_side(std::span<const double> figures, ColumnMemory& memory, StoredFigures& stored) {
  constexpr std::size_t kLookedAt = 2048;
  Seen seen;
  std::optional<std::pair<int, Lane>> tried;
  for (std::size_t at = 0;;) {
    if (!seen.look_at(figures.subspan(at, std::min(kLookedAt, figures.size() - at)))) return false;
    const std::optional<Lane> lane = seen.lane();
    if (!lane || tried == std::pair(seen.places, *lane)) return false;
    tried = {seen.places, *lane};
    const std::size_t bytes = figures.size() * bytes_of(*lane);
    std::byte* const lanes = memory.take(bytes);
    std::int32_t range[] = {INT32_MAX, INT32_MIN};
    at = take_doubles_for(Isa::best)(figures.data(), figures.size(), double(power_of_ten(seen.places)), *lane, lanes,
                                     range);
    if (at < figures.size()) {
      memory.give_back(bytes);
      continue;
    }
    stored.type = type_of(*lane);
    stored.data = lanes;
    stored.low = range[0], stored.high = range[1];
    stored.is_measured = true;
    stored.decimals = seen.places;
    return true;
  }
}

/// Any figures.
void take_one_by_one(std::span<const double> figures, ColumnMemory& memory, StoredFigures& stored) {
  int places = 0;
  for (const double figure : figures)
    if (!std::isnan(figure)) places = std::max(places, places_of(figure).value_or(0));
  const double power = double(power_of_ten(places));
  auto* const units = reinterpret_cast<std::int64_t*>(memory.take(figures.size() * sizeof(std::int64_t)));
  std::fill_n(units, figures.size(), std::int64_t{0});
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (std::isnan(figures[i])) {
      stored.absent.push_back(std::uint32_t(i));
      continue;
    }
    const double whole = std::nearbyint(figures[i] * power);
    if (std::fabs(whole) < kEndOfDigits && whole / power == figures[i]) {
      units[i] = std::int64_t(whole);
      continue;
    }
    if (std::isinf(figures[i])) {
      stored.refused.push_back(std::uint32_t(i));
      continue;
    }
    const std::optional<int> own = places_of(figures[i]);
    const double own_whole = own ? std::nearbyint(figures[i] * double(power_of_ten(*own))) : 0;
    if (!own || std::fabs(own_whole) * double(power_of_ten(places - *own)) >= kEndOfUnits)
      stored.apart.emplace_back(std::uint32_t(i), figures[i]);
    else
      units[i] = std::int64_t(own_whole) * power_of_ten(places - *own);
  }
  stored.type = FigureColumn::Type::i64;
  stored.data = units;
  stored.decimals = places;
}

}  // namespace

std::string shortest_text(double figure) {
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, figure).ptr};
}

Rational value_of(double figure) {
  char text[32];  // d.ddde±x
  const char* const end = std::to_chars(text, text + sizeof text, figure, std::chars_format::scientific).ptr;
  const char* const mark = std::find(text, const_cast<char*>(end), 'e');
  std::int64_t units = 0;
  int digits = 0, exponent = 0;
  for (const char* at = text; at != mark; ++at)
    if (is_digit(*at)) units = 10 * units + (*at - '0'), ++digits;
  if (digits > kMostDigitsOfDouble) return Rational::from_double(figure);
  std::from_chars(mark + (mark[1] == '+' ? 2 : 1), end, exponent);
  const Rational value = Rational(units) * *Rational(10).power(exponent - digits + 1);
  return figure < 0 ? -value : value;
}

void take_doubles(std::span<const double> figures, ColumnMemory& memory, StoredFigures& stored) {
  if (figures.empty() || !take_side_by_side(figures, memory, stored)) take_one_by_one(figures, memory, stored);
}

}  // namespace cwp
