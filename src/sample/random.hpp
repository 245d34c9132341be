#pragma once
// Random: chance in whole numbers. The standard distributions differ between libraries, and doubles between machines.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace cwp {

/// A stream of numbers (splitmix64). Streams of different purposes do not disturb each other: what is drawn for one
/// officer is the same whoever else is there.
class Random {
 public:
  /// The stream of a purpose, for the officer, metric … with this index.
  Random(std::uint64_t seed, std::string_view purpose, std::uint64_t index = 0);

  std::uint64_t next();
  /// 0 to n − 1, n at least 1.
  std::uint32_t below(std::uint32_t n);
  /// low to high, both included.
  std::int64_t between(std::int64_t low, std::int64_t high);
  /// True in `n` of 1,000 cases.
  bool thousandths(std::int64_t n) { return std::int64_t{below(1000)} < n; }
  /// A bell around 0 with this standard deviation (twelve even numbers added up).
  std::int64_t bell(std::int64_t deviation);
  /// A Poisson number: how often something happens that happens `thousandths`/1000 times on average.
  std::int64_t poisson(std::int64_t thousandths);
  /// An index, in proportion to the weights, of which one is above 0.
  std::size_t pick(std::span<const std::uint32_t> weights);

 private:
  std::int64_t waiting_time();  // thousandths of the mean
  std::uint64_t state_;
};

/// The integer square root.
std::int64_t whole_root(std::int64_t value);

}  // namespace cwp
