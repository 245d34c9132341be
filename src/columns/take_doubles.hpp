#pragma once
// Doubles as integers: units of one number of places for the whole column.

#include <span>
#include <string>

#include "columns/column_memory.hpp"
#include "data/column_store.hpp"
#include "decimal/rational.hpp"

namespace cwp {

/// A double as briefly as it reads back.
std::string shortest_text(double figure);
/// The value of a finite double (language.md, section 4): the shortest decimal that reads back as it, if that has at
/// most 15 digits, whatever its exponent; else its binary value.
Rational value_of(double figure);

/// What a column of doubles comes to; in `memory`. NaN is nobody's figure, and an infinity is refused. Apart are those
/// that units do not hold: whatever is no decimal of at most 15 digits, nine of them behind the point and none beyond
/// 10^15; and those that have more than 18 digits with the places that another's needs.
void take_doubles(std::span<const double> figures, ColumnMemory& memory, StoredFigures& stored);

}  // namespace cwp
