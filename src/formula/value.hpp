#pragma once
// Value: what a formula yields for one officer and period: a number, truth, text or date, or its absence.

#include <memory>
#include <string>

#include "cwp/calendar.hpp"
#include "decimal/rational.hpp"

namespace cwp {

enum class ValueType : std::uint8_t { number, boolean, text, date };
std::string_view to_text(ValueType type);

/// present: there is a value; missing: it should be there and is not; exempt: it need not be there.
enum class Absence : std::uint8_t { present, missing, exempt };

/// Why a value is missing where that is worth a row issue. `none` is an ordinary absence.
enum class Fault : std::uint8_t {
  none,
  division_by_zero,
  out_of_domain,         ///< sqrt of a negative number, 0 to a negative power …
  too_large,             ///< exp overflow, a power of more than 100,000 bits
  target_without_width,  ///< a target whose `at` equals its `zero_at`
  target_reversed,       ///< a target whose figures contradict `better`
  negative_amount,       ///< an adjustment below 0, which counts as 0
  mark_outside,          ///< a judge's mark outside its range, which counts as the range's end
  not_allowed,           ///< missing where the rulebook says `if_missing: error` or `absent: error`
};

/// The slug of the row issue that a fault is; empty for `none`.
std::string_view reason_of(Fault fault);

/// A value with two flags that travel with everything computed from it: `incomplete` (a refused row or an incomplete
/// earlier score went into it) and `faulty` (somewhere below a Fault arose; explanations and row issues find it).
struct Value {
  ValueType type = ValueType::number;
  Absence absence = Absence::missing;
  Fault fault = Fault::none;  ///< of this very value
  bool incomplete = false;
  bool faulty = false;
  Rational number;                          ///< number; boolean: 0 or 1; date: Day::number
  std::shared_ptr<const std::string> text;  ///< text

  bool present() const { return absence == Absence::present; }
  bool truth() const { return !number.is_zero(); }
  bool is_true() const { return present() && truth(); }
  bool is_false() const { return present() && !truth(); }

  static Value of(Rational number);
  static Value of_truth(bool truth);
  static Value of_text(std::string text);
  static Value of_date(Day day);
  static Value missing(ValueType type = ValueType::number);
  static Value exempt(ValueType type = ValueType::number);
  static Value failed(Fault fault, ValueType type = ValueType::number);  ///< missing, faulty
};

/// Same type, absence and content; flags and faults are not compared.
bool same_value(const Value& a, const Value& b);
/// For traces and tests: `0.25`, `1/3`, `true`, `'text'`, `2026-03-01`, `missing`, `exempt`.
std::string to_text(const Value& value);
/// The same without the quotes of a text: as part of the name of a group.
std::string plain_text(const Value& value);

}  // namespace cwp
