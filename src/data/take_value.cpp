#include "data/take_value.hpp"

#include <algorithm>

#include "data/tidy_text.hpp"

namespace cwp {
namespace {

constexpr std::string_view kTruths = "1 0 true false 是 否";

std::optional<bool> truth(std::string_view text) {
  if (text == "1" || text == "true" || text == "是") return true;
  if (text == "0" || text == "false" || text == "否") return false;
  return std::nullopt;
}

/// Why a text that Decimal::parse does not know is no number.
Refusal no_number(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
  const bool plain = text.find_first_not_of("0123456789.-") == std::string_view::npos;
  if (plain && digits > 18) return {"value-too-long", "18"};
  return {"value-not-a-number", ""};
}

std::string range_text(const std::optional<Decimal>& min, const std::optional<Decimal>& max) {
  if (min && max) return min->to_short_text() + ".." + max->to_short_text();
  return min ? "≥ " + min->to_short_text() : "≤ " + max->to_short_text();
}

std::optional<Refusal> outside(const Decimal& value, const std::optional<Decimal>& min,
                               const std::optional<Decimal>& max) {
  if ((!min || *min <= value) && (!max || value <= *max)) return std::nullopt;
  return Refusal{"value-out-of-range", range_text(min, max)};
}

struct WholeType {
  std::string_view name;
  Decimal min, max;
};

/// The bounds of the integer types; nothing for the others. A Decimal has 18 digits, which i64 always holds.
std::optional<WholeType> whole_type(NumberType type) {
  switch (type) {
    case NumberType::u8:
      return WholeType{"u8", {0, 0}, {255, 0}};
    case NumberType::u16:
      return WholeType{"u16", {0, 0}, {65535, 0}};
    case NumberType::u32:
      return WholeType{"u32", {0, 0}, {4294967295, 0}};
    case NumberType::i32:
      return WholeType{"i32", {-2147483648LL, 0}, {2147483647, 0}};
    case NumberType::i64:
      return WholeType{"i64", {-999999999999999999, 0}, {999999999999999999, 0}};
    default:
      return std::nullopt;
  }
}

ValueType value_type(AttributeType type) {
  switch (type) {
    case AttributeType::number:
      return ValueType::number;
    case AttributeType::date:
      return ValueType::date;
    case AttributeType::boolean:
      return ValueType::boolean;
    case AttributeType::text:
      break;
  }
  return ValueType::text;
}

std::optional<Refusal> take_text(std::string_view text, const Attribute& attribute, Value& value) {
  std::string tidy = tidy_text(text);
  const auto& allowed = attribute.one_of;
  const auto is_it = [&](const std::string& word) { return tidy_text(word) == tidy; };
  if (!allowed.empty() && std::none_of(allowed.begin(), allowed.end(), is_it)) {
    std::string words;
    for (const std::string& word : allowed) words += (words.empty() ? "" : ", ") + word;
    return Refusal{"value-not-allowed", words};
  }
  value = Value::of_text(std::move(tidy));
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> take_figure(std::string_view text, const Metric& metric, Decimal& value) {
  text = without_blanks(text);
  if (metric.type == NumberType::boolean) {
    const std::optional<bool> is = truth(text);
    if (!is) return Refusal{"value-not-a-truth", std::string(kTruths)};
    value = {*is ? 1 : 0, 0};
    return std::nullopt;
  }
  if (metric.unit == "%" && text.ends_with('%')) text = without_blanks(text.substr(0, text.size() - 1));
  const std::optional<Decimal> number = Decimal::parse(text);
  if (!number) return no_number(text);
  if (const std::optional<WholeType> whole = whole_type(metric.type)) {
    if (number->decimals > 0) return Refusal{"value-not-whole", std::string(whole->name)};
    if (const auto refusal = outside(*number, whole->min, whole->max)) return refusal;
  }
  if (const auto refusal = outside(*number, metric.min, metric.max)) return refusal;
  if (metric.decimals && int{number->decimals} > *metric.decimals)
    return Refusal{"value-too-precise", std::to_string(*metric.decimals)};
  value = *number;
  return std::nullopt;
}

Value absent_attribute(const Attribute& attribute) { return Value::missing(value_type(attribute.type)); }

std::optional<Refusal> take_attribute(std::string_view text, const Attribute& attribute, Value& value) {
  value = absent_attribute(attribute);
  if (attribute.type == AttributeType::text) return take_text(text, attribute, value);
  text = without_blanks(text);
  if (attribute.type == AttributeType::boolean) {
    const std::optional<bool> is = truth(text);
    if (!is) return Refusal{"value-not-a-truth", std::string(kTruths)};
    value = Value::of_truth(*is);
  } else if (attribute.type == AttributeType::date) {
    const std::optional<Day> day = Day::parse(text);
    if (!day) return Refusal{"value-not-a-date", "2026-03-01"};
    value = Value::of_date(*day);
  } else {
    const std::optional<Decimal> number = Decimal::parse(text);
    if (!number) return no_number(text);
    if (const auto refusal = outside(*number, attribute.min, attribute.max)) return refusal;
    value = Value::of(Rational(*number));
  }
  return std::nullopt;
}

}  // namespace cwp
