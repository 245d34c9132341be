#pragma once
// take_value: a figure or an attribute as written to its value, or why it cannot be taken (language.md, section 4).

#include <optional>
#include <string>
#include <string_view>

#include "cwp/rulebook.hpp"
#include "formula/value.hpp"

namespace cwp {

/// Why a text was not taken: reason and argument of a RowIssue.
struct Refusal {
  std::string_view reason;
  std::string expected;
};

/// How a truth may be written, for people.
inline constexpr std::string_view kTruths = "1 0 true false 是 否";
/// One of them; nothing for any other text.
std::optional<bool> truth_of(std::string_view text);

/// Takes a figure of `metric` and holds it against the metric's promises: type, min, max, decimals. Booleans become 0
/// or 1; `92%` is 92 where the metric's unit is `%`. `value` is set only when nothing is returned.
std::optional<Refusal> take_figure(std::string_view text, const Metric& metric, Decimal& value);

/// Why a derived value breaks a promise of `metric`; nothing when it keeps them.
std::optional<Refusal> broken_promise(const Rational& value, const Metric& metric);

/// Takes the text of an attribute, which is not empty, and holds it against type, `one_of`, `min` and `max`. `value` is
/// missing (of the attribute's type) when something is returned.
std::optional<Refusal> take_attribute(std::string_view text, const Attribute& attribute, Value& value);

/// The same for a column of a fact.
std::optional<Refusal> take_column(std::string_view text, const EventColumn& column, Value& value);

/// The value of an attribute that nobody wrote: missing, of its type.
Value absent_attribute(const Attribute& attribute);

}  // namespace cwp
