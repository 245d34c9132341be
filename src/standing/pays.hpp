#pragma once
// Pays: what an award is worth, in money of two decimals.

#include <optional>
#include <vector>

#include "cwp/rule_standing.hpp"
#include "decimal/rational.hpp"

namespace cwp {

/// To the cent, half up; nothing where it has more than 18 digits.
std::optional<Decimal> to_money(const Rational& amount);

/// The amount of the first line of the table that holds the rank; 0.00 where none does.
Decimal table_amount(const std::vector<Pays::Row>& table, const Decimal& rank);

/// `pool` among those with these shares, in the order in which equal remainders go: by rank, then key. Largest
/// remainder to the cent: everybody gets the whole cents of his part, and the cents that are left go to the largest
/// fractions. A share below 0 counts 0. Nothing where all shares are 0.
std::optional<std::vector<Decimal>> share_pool(const Decimal& pool, const std::vector<Rational>& shares);

}  // namespace cwp
