#include "row/written_number.hpp"

#include <algorithm>

#include "cwp/decimal.hpp"
#include "row/half_width.hpp"
#include "row/tidy_text.hpp"

namespace cwp {
namespace {

/// Digits in groups of three, the first of one to three: 1,234 and 12,345,678, before a point if there is one.
bool is_grouped(std::string_view whole) {
  const std::size_t first = whole.find(',');
  if (first == std::string_view::npos || first < 1 || first > 3) return false;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const bool at_comma = i >= first && (i - first) % 4 == 0;
    if (at_comma ? whole[i] != ',' : !is_digit(whole[i])) return false;
  }
  return (whole.size() - first) % 4 == 0;
}

Refusal with_comma(std::string_view text) {
  const std::string_view sign = text.substr(0, text.starts_with('-') ? 1 : 0);
  const std::string_view number = text.substr(sign.size());
  const std::string_view whole = number.substr(0, number.find('.'));
  std::string mended(text);
  if (is_grouped(whole)) {
    std::erase(mended, ',');
    if (Decimal::parse(mended)) return {"value-thousands", mended};
  } else if (std::count(text.begin(), text.end(), ',') == 1) {
    std::replace(mended.begin(), mended.end(), ',', '.');
    if (Decimal::parse(mended)) return {"value-decimal-comma", mended};
  }
  return {"value-not-a-number", ""};
}

}  // namespace

Refusal no_number(std::string_view text) {
  const std::string half = half_width(text);
  if (half != text && Decimal::parse(half)) return {"value-full-width", half};
  if (text.ends_with('%')) {
    const std::string_view number = without_blanks(text.substr(0, text.size() - 1));
    if (Decimal::parse(number)) return {"value-percent", std::string(number)};
  }
  if (text.find(',') != std::string_view::npos) return with_comma(text);
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  const bool plain = text.find_first_not_of("0123456789.-") == std::string_view::npos;
  if (plain && digits > 18) return {"value-too-long", "18"};
  return {"value-not-a-number", ""};
}

}  // namespace cwp
