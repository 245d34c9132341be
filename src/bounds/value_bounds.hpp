#pragma once
// What is known of values before there are any: between which bounds they lie, by the promises of the rulebook.

#include <functional>
#include <optional>

#include "graph/scorecard.hpp"

namespace cwp {

/// Every value that is there lies in [low, high]; nothing: no bound is known. Conditions are 0 and 1.
struct ValueBounds {
  std::optional<Rational> low, high;

  bool contains(const Rational& value) const { return !(low && value < *low) && !(high && *high < value); }
  /// The one value there can be; nothing where there can be several.
  std::optional<Rational> only() const { return low && high && *low == *high ? low : std::nullopt; }
  friend bool operator==(const ValueBounds&, const ValueBounds&) = default;
};

/// ValueBounds of a number or condition, at the term's place. They are safe, not always the narrowest: what two
/// operands have in common is not seen. Terms of other types have none. O(size of the term).
ValueBounds bounds_of(const Term& term, const Scorecard& card);
/// What is known of a term otherwise; nothing: it is worked out.
using KnownBounds = std::function<std::optional<ValueBounds>(const Term&)>;
/// The same where `known` is asked first, of the term and all that is in it.
ValueBounds bounds_of(const Term& term, const Scorecard& card, const KnownBounds& known);

/// The most periods of a grain that belong to one of a longer grain. A week belongs to the month that holds one certain
/// day of it, so that a month has no more weeks than it has Mondays, or Thursdays.
int most_periods(Grain inner, Grain outer);

}  // namespace cwp
