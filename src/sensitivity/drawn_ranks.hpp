#pragma once
// DrawnRanks: the ranks of many officers under many values, by counting.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cwp {

/// Ranks from 1, the largest value first, those level share the best; of values that differ by less than a billionth of
/// their range it is not said who is first. O(n).
class DrawnRanks {
 public:
  /// `ranks` has the size of `values`.
  void rank(std::span<const double> values, std::span<std::uint32_t> ranks);

 private:
  std::vector<std::uint32_t> keys_, order_, other_;
};

/// How often each rank came up for each officer of a group, in at most so many steps of ranks.
class RankCounts {
 public:
  RankCounts(std::size_t officers, std::size_t ranks);
  void add(std::size_t officer, std::uint32_t rank) { ++counts_[officer * steps_ + (rank - 1) / width_]; }
  /// A rank of a step: the best, or the worst in it; they are one and the same for up to 1024 ranks.
  struct Step {
    std::uint32_t best = 1, worst = 1;
  };
  /// Where `percent` of the draws came to or below.
  Step quantile(std::size_t officer, std::uint32_t percent, std::uint32_t draws) const;

 private:
  static constexpr std::size_t kMostSteps = 1024;
  std::size_t ranks_, width_, steps_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace cwp
