#pragma once
// Random rulebooks, valid by construction, as YAML text, with random rows for them.

#include <cstdint>

#include "oracle/input/input_rows.hpp"
#include "oracle/random/random_formula.hpp"

namespace cwp::oracle {

/// The rulebook and rows of a seed; the same seed gives the same case for ever (of this version of the generator).
OracleCase random_case(std::uint64_t seed);
/// The same rulebook with the rows of a bureau where little happens: everybody is there, and every figure.
OracleCase ordinary_case(std::uint64_t seed);

/// The rows for a rulebook with these metrics. `rules` give the calendar for labels.
InputRows random_rows(Dice& dice, const std::vector<RandomMetric>& metrics, const CalendarRules& rules, DayRange span);

InputRows ordinary_rows(Dice& dice, const std::vector<RandomMetric>& metrics, const CalendarRules& rules,
                        DayRange span);

/// Adds facts for the table that random rulebooks have.
void random_facts(Dice& dice, const std::vector<std::string>& officers, DayRange span, InputRows& rows);

}  // namespace cwp::oracle
