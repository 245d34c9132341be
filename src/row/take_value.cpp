#include "row/take_value.hpp"

#include <algorithm>

#include "row/tidy_text.hpp"
#include "row/written_day.hpp"
#include "row/written_number.hpp"
#include "term/term_maker.hpp"

namespace cwp {

std::optional<bool> truth_of(std::string_view text) {
  if (text == "1" || text == "true" || text == "是") return true;
  if (text == "0" || text == "false" || text == "否") return false;
  return std::nullopt;
}

namespace {

std::string range_text(const std::optional<Decimal>& min, const std::optional<Decimal>& max) {
  if (min && max) return min->to_short_text() + ".." + max->to_short_text();
  return min ? "≥ " + min->to_short_text() : "≤ " + max->to_short_text();
}

/// `Number` is Decimal, which is quick and enough for what is written, or Rational.
template <class Number>
std::optional<Refusal> outside(const Number& value, const std::optional<Decimal>& min,
                               const std::optional<Decimal>& max) {
  if ((!min || Number(*min) <= value) && (!max || value <= Number(*max))) return std::nullopt;
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

/// Zeros at the end behind `places` places after the point.
void drop_zeros(Decimal& number, int places) {
  for (; number.decimals > places && number.units % 10 == 0; --number.decimals) number.units /= 10;
}

/// The type of the metric and its bounds.
template <class Number>
std::optional<Refusal> outside_type(const Number& value, bool whole_number, const Metric& metric) {
  if (const std::optional<WholeType> whole = whole_type(metric.type)) {
    if (!whole_number) return Refusal{"value-not-whole", std::string(whole->name)};
    if (const auto refusal = outside(value, whole->min, whole->max)) return refusal;
  }
  return outside(value, metric.min, metric.max);
}

std::optional<Refusal> take_text(std::string_view text, const std::vector<std::string>& allowed, Value& value) {
  std::string tidy = tidy_text(text);
  const auto is_it = [&](const std::string& word) { return tidy_text(word) == tidy; };
  if (!allowed.empty() && std::none_of(allowed.begin(), allowed.end(), is_it)) {
    std::string words;
    for (const std::string& word : allowed) words += (words.empty() ? "" : ", ") + word;
    return Refusal{"value-not-allowed", words};
  }
  value = Value::of_text(std::move(tidy));
  return std::nullopt;
}

/// The value of an attribute or a column.
template <class Typed>
std::optional<Refusal> take_typed(std::string_view text, const Typed& typed, Value& value) {
  value = Value::missing(value_type(typed.type));
  if (typed.type == AttributeType::text) return take_text(text, typed.one_of, value);
  text = without_blanks(text);
  if (typed.type == AttributeType::boolean) {
    const std::optional<bool> is = truth_of(text);
    if (!is) return Refusal{"value-not-a-truth", std::string(kTruths)};
    value = Value::of_truth(*is);
  } else if (typed.type == AttributeType::date) {
    const std::optional<Day> day = read_day(text);
    if (!day) return no_day(text, "value-not-a-date");
    value = Value::of_date(*day);
  } else {
    const std::optional<Decimal> number = Decimal::parse(text);
    if (!number) return no_number(text);
    if (const auto refusal = outside(*number, typed.min, typed.max)) return refusal;
    value = Value::of(Rational(*number));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> take_figure(std::string_view text, const Metric& metric, Decimal& value) {
  text = without_blanks(text);
  if (metric.type == NumberType::boolean) {
    const std::optional<bool> is = truth_of(text);
    if (!is) return Refusal{"value-not-a-truth", std::string(kTruths)};
    value = {*is ? 1 : 0, 0};
    return std::nullopt;
  }
  if (metric.unit == "%" && text.ends_with('%')) text = without_blanks(text.substr(0, text.size() - 1));
  std::optional<Decimal> number = Decimal::parse(text);
  if (!number) return no_number(text);
  // 5.0 is 5, as many programs write whole numbers of a column that has empty cells.
  if (whole_type(metric.type))
    drop_zeros(*number, 0);
  else if (metric.decimals)
    drop_zeros(*number, *metric.decimals);
  const bool is_whole = number->decimals == 0, precise = metric.decimals && number->decimals > *metric.decimals;
  if (const auto refusal = outside_type(*number, is_whole, metric)) return refusal;
  if (precise) return Refusal{"value-too-precise", std::to_string(*metric.decimals)};
  value = *number;
  return std::nullopt;
}

std::optional<Refusal> broken_promise(const Rational& value, const Metric& metric) {
  if (metric.type == NumberType::boolean && value != Rational(0) && value != Rational(1))
    return Refusal{"value-not-a-truth", std::string(kTruths)};
  if (const auto refusal = outside_type(value, value.is_integer(), metric)) return refusal;
  if (metric.decimals && value.rounded(*metric.decimals, Rounding::half_up) != value)
    return Refusal{"value-too-precise", std::to_string(*metric.decimals)};
  return std::nullopt;
}

Value absent_attribute(const Attribute& attribute) { return Value::missing(value_type(attribute.type)); }

std::optional<Refusal> take_attribute(std::string_view text, const Attribute& attribute, Value& value) {
  return take_typed(text, attribute, value);
}

std::optional<Refusal> take_column(std::string_view text, const EventColumn& column, Value& value) {
  return take_typed(text, column, value);
}

}  // namespace cwp
