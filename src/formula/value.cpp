#include "formula/value.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <utility>

namespace cwp {
namespace {

bool is_space(utf8proc_int32_t code) {
  return (code >= 0x09 && code <= 0x0D) || utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

/// Without blanks of any script at both ends.
std::string_view trimmed(std::string_view text) {
  const auto is_visible = [](char c) { return ' ' < c && c < '\x7F'; };
  if (!text.empty() && is_visible(text.front()) && is_visible(text.back())) return text;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t code = -1;
    const auto size = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    const std::size_t next = at + (size > 0 ? static_cast<std::size_t>(size) : 1);
    if (size <= 0 || !is_space(code)) {
      begin = std::min(begin, at);
      end = next;
    }
    at = next;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view{};
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > 0x7F) return false;
  }
  return true;
}

/// Trimmed and in NFC; a text that is not UTF-8 is only trimmed.
std::string normalised(std::string_view text) {
  const std::string_view inner = trimmed(text);
  if (is_ascii(inner)) return std::string(inner);
  utf8proc_uint8_t* composed = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(inner.data()), static_cast<utf8proc_ssize_t>(inner.size()),
                   &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return std::string(inner);
  std::string result(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
  std::free(composed);  // NOLINT: utf8proc_map allocates with malloc
  return result;
}

Value of_type(ValueType type, Absence absence) {
  Value value;
  value.type = type;
  value.absence = absence;
  return value;
}

}  // namespace

std::string_view to_text(ValueType type) {
  switch (type) {
    case ValueType::number:
      return "number";
    case ValueType::boolean:
      return "boolean";
    case ValueType::text:
      return "text";
    case ValueType::date:
      return "date";
  }
  return "";
}

Value Value::of(Rational number) {
  Value value = of_type(ValueType::number, Absence::present);
  value.number = std::move(number);
  return value;
}

Value Value::of_truth(bool truth) {
  Value value = of_type(ValueType::boolean, Absence::present);
  value.number = Rational(truth ? 1 : 0);
  return value;
}

Value Value::of_text(std::string text) {
  Value value = of_type(ValueType::text, Absence::present);
  value.text = std::make_shared<const std::string>(normalised(text));
  return value;
}

Value Value::of_date(Day day) {
  Value value = of_type(ValueType::date, Absence::present);
  value.number = Rational(std::int64_t{day.number});
  return value;
}

Value Value::missing(ValueType type) { return of_type(type, Absence::missing); }
Value Value::exempt(ValueType type) { return of_type(type, Absence::exempt); }

Value Value::failed(Fault fault, ValueType type) {
  Value value = of_type(type, Absence::missing);
  value.fault = fault;
  value.faulty = true;
  return value;
}

std::string_view reason_of(Fault fault) {
  switch (fault) {
    case Fault::none:
      break;
    case Fault::division_by_zero:
      return "division-by-zero";
    case Fault::out_of_domain:
      return "out-of-domain";
    case Fault::too_large:
      return "too-large";
    case Fault::target_without_width:
      return "target-flat";
    case Fault::target_reversed:
      return "target-contradicts-better";
    case Fault::negative_amount:
      return "adjustment-negative";
    case Fault::mark_outside:
      return "mark-outside";
    case Fault::not_allowed:
      return "missing-not-allowed";
  }
  return "";
}

bool same_value(const Value& a, const Value& b) {
  if (a.type != b.type || a.absence != b.absence) return false;
  if (!a.present()) return true;
  return a.type == ValueType::text ? *a.text == *b.text : a.number == b.number;
}

std::string to_text(const Value& value) {
  if (value.absence == Absence::missing) return "missing";
  if (value.absence == Absence::exempt) return "exempt";
  switch (value.type) {
    case ValueType::number:
      return value.number.to_text();
    case ValueType::boolean:
      return value.truth() ? "true" : "false";
    case ValueType::date:
      return Day{static_cast<std::int32_t>(value.number.to_int64().value_or(0))}.to_text();
    case ValueType::text:
      break;
  }
  std::string quoted = "'";
  for (const char c : *value.text) {
    if (c == '\'') quoted += c;
    quoted += c;
  }
  return quoted + "'";
}

std::string plain_text(const Value& value) {
  return value.present() && value.type == ValueType::text ? *value.text : to_text(value);
}

}  // namespace cwp
