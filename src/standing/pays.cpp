#include "standing/pays.hpp"

#include <algorithm>
#include <numeric>

namespace cwp {

std::optional<Decimal> to_money(const Rational& amount) { return amount.rounded(2, Rounding::half_up).to_decimal(2); }

Decimal table_amount(const std::vector<Pays::Row>& table, const Decimal& rank) {
  for (const Pays::Row& row : table)
    if (Decimal{row.first, 0} <= rank && rank <= Decimal{row.last, 0})
      return to_money(Rational(row.amount.value)).value_or(Decimal{0, 2});
  return {0, 2};
}

std::optional<std::vector<Decimal>> share_pool(const Decimal& pool, const std::vector<Rational>& shares) {
  Rational sum;
  for (const Rational& share : shares)
    if (share.sign() > 0) sum += share;
  const auto money = to_money(Rational(pool));
  if (sum.is_zero() || !money) return std::nullopt;
  std::int64_t left = money->units;
  std::vector<Decimal> amounts(shares.size(), Decimal{0, 2});
  std::vector<Rational> remainders(shares.size());
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i].sign() <= 0) continue;
    const Rational cents = Rational(money->units) * shares[i] / sum;
    amounts[i].units = cents.floor().to_int64().value();
    remainders[i] = cents - cents.floor();
    left -= amounts[i].units;
  }
  std::vector<std::size_t> turns(shares.size());
  std::iota(turns.begin(), turns.end(), std::size_t{0});
  std::stable_sort(turns.begin(), turns.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[b] < remainders[a]; });
  for (std::size_t i = 0; i < std::size_t(left); ++i) ++amounts[turns[i]].units;
  return amounts;
}

}  // namespace cwp
