#pragma once
// RationalSum: an exact sum of many fractions. Those of one denominator are added as integers, and the sums of unlike
// denominators two by two, so that large numbers meet only numbers as large: added one behind the other, a thousand
// rates would each be brought to the denominator of all that came before.

#include <map>
#include <optional>
#include <vector>

#include "decimal/rational.hpp"

namespace cwp {

class RationalSum {
 public:
  void add(const Rational& value);
  /// Nothing where a numerator or denominator on the way needs more than kMostBits bits. O(n log n) additions of
  /// numbers as large as the sum, n being the number of unlike denominators.
  std::optional<Rational> total() const;

 private:
  __extension__ typedef __int128 Wide;
  std::map<std::int64_t, Wide> numerators_;  ///< by denominator
  std::vector<Rational> large_;
};

}  // namespace cwp
