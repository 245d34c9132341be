#pragma once
// What can be said of a term without data: its value on a date, and whether it is always an integer.

#include <optional>
#include <set>

#include "graph/scorecard.hpp"

namespace cwp {

/// The value of a term of constants and parameters on `day`; nothing when it asks for anything else, or is absent.
std::optional<Rational> static_value(const Term& term, const Scorecard& card, Day day);

/// True when every present value of the term is an integer, by the promises of the rulebook.
bool always_integer(const Term& term, const Scorecard& card);

/// The dates on which a parameter used by the term changes.
void collect_change_days(const Term& term, const Scorecard& card, std::set<Day>& days);

}  // namespace cwp
