#include "cohort/planes.hpp"

#include <bit>

namespace cwp {

std::size_t Planes::count(std::size_t plane) const {
  std::size_t count = 0;
  for (const Word word : planes_[plane]) count += std::size_t(std::popcount(word));
  return count;
}

Planes::Word Planes::bits(std::size_t plane, std::size_t first, std::size_t count) const {
  const std::vector<Word>& words = planes_[plane];
  if (words.empty()) return 0;
  const std::size_t word = first / kBits, shift = first % kBits;
  Word bits = words[word] >> shift;
  if (shift != 0 && word + 1 < words.size()) bits |= words[word + 1] << (kBits - shift);
  return count < kBits ? bits & ((Word{1} << count) - 1) : bits;
}

}  // namespace cwp
