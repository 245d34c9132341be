#include "row/written_day.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "row/half_width.hpp"
#include "row/tidy_text.hpp"

namespace cwp {
namespace {

/// One or two digits at the front, taken off; nothing when there are none, or three.
std::optional<int> take_short(std::string_view& text) {
  const std::size_t digits = std::min(text.size(), std::min(text.find_first_not_of("0123456789"), text.size()));
  if (digits < 1 || digits > 2) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + digits, number);
  text.remove_prefix(digits);
  return number;
}

bool is_midnight(std::string_view text) {
  constexpr std::array<std::string_view, 6> kMidnights = {" 0:00",     " 00:00", " 0:00:00",
                                                          " 00:00:00", "T00:00", "T00:00:00"};
  return text.empty() || std::find(kMidnights.begin(), kMidnights.end(), text) != kMidnights.end();
}

/// Spreadsheets count the days since 1900 (with a 29 February in it that was none), a fraction being the time. Only the
/// years 1954 to 2119 are looked at, so that no ordinary number is taken for a day.
std::optional<Day> serial_day(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find('.'));
  const std::string_view rest = text.substr(whole.size());
  if (whole.size() != 5 || !std::all_of(whole.begin(), whole.end(), is_digit)) return std::nullopt;
  if (!rest.empty() && !std::all_of(rest.begin() + 1, rest.end(), is_digit)) return std::nullopt;
  int number = 0;
  std::from_chars(whole.data(), whole.data() + whole.size(), number);
  if (number < 20000 || number > 80000) return std::nullopt;
  constexpr int kSerialOf1970 = 25569;
  return *Day::from_date(1970, 1, 1) + (number - kSerialOf1970);
}

}  // namespace

std::optional<Day> read_day(std::string_view text) {
  if (const auto day = Day::parse(text)) return day;
  if (text.size() < 8 || !std::all_of(text.begin(), text.begin() + 4, is_digit)) return std::nullopt;
  const char between = text[4];
  if (between != '-' && between != '/') return std::nullopt;
  int year = 0;
  std::from_chars(text.data(), text.data() + 4, year);
  text.remove_prefix(5);
  const std::optional<int> month = take_short(text);
  if (!month || text.empty() || text[0] != between) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<int> day = take_short(text);
  if (!day || !is_midnight(text)) return std::nullopt;
  return Day::from_date(year, *month, *day);
}

Refusal no_day(std::string_view text, std::string_view otherwise) {
  if (const auto day = serial_day(text)) return {"date-serial", day->to_text()};
  const std::string half = half_width(text);
  if (half != text && read_day(half)) return {"value-full-width", half};
  return {otherwise, "2026-03-01"};
}

}  // namespace cwp
