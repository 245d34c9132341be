#pragma once
// Planes: a bit for each of many officers in each of many things (a day, an instance).

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cwp {

class Planes {
 public:
  using Word = std::uint64_t;
  static constexpr std::size_t kBits = 64;

  Planes(std::size_t planes, std::size_t officers)
      : planes_(planes), officers_(officers), words_((officers + kBits - 1) / kBits) {}

  std::size_t size() const { return planes_.size(); }
  std::size_t officers() const { return officers_; }
  bool bit(std::size_t plane, std::size_t officer) const {
    return !planes_[plane].empty() && (planes_[plane][officer / kBits] >> officer % kBits & 1) != 0;
  }
  void set(std::size_t plane, std::size_t officer) { words_of(plane)[officer / kBits] |= Word{1} << officer % kBits; }
  void set_all(std::size_t plane) {
    for (std::size_t i = 0; i < officers_; ++i) set(plane, i);
  }
  /// Every bit that stands in plane `from` of `other` (of as many officers) stands in `plane`, too.
  void add(std::size_t plane, const Planes& other, std::size_t from) {
    const std::vector<Word>& added = other.planes_[from];
    if (added.empty()) return;
    std::vector<Word>& words = words_of(plane);
    for (std::size_t w = 0; w < words_; ++w) words[w] |= added[w];
  }
  bool none(std::size_t plane) const { return planes_[plane].empty(); }
  bool all(std::size_t plane) const { return count(plane) == officers_; }
  std::size_t count(std::size_t plane) const;
  /// The bits of up to 64 officers from `first` on, the first one lowest.
  Word bits(std::size_t plane, std::size_t first, std::size_t count) const;

 private:
  std::vector<Word>& words_of(std::size_t plane) {
    if (planes_[plane].empty()) planes_[plane].resize(words_);
    return planes_[plane];
  }

  std::vector<std::vector<Word>> planes_;  ///< empty: no bit stands
  std::size_t officers_, words_;
};

}  // namespace cwp
