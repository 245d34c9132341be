#include "sensitivity/drawn_ranks.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace cwp {

void DrawnRanks::rank(std::span<const double> values, std::span<std::uint32_t> ranks) {
  const std::size_t count = values.size();
  if (count == 0) return;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double range = *high - *low, top = *high;
  // Thirty bits hold a billionth of the range; the largest value has the smallest key.
  const double scale = range > 0 ? double((1U << 30) - 1) / range : 0;
  keys_.resize(count);
  order_.resize(count);
  other_.resize(count);
  for (std::size_t i = 0; i < count; ++i) keys_[i] = std::uint32_t((top - values[i]) * scale + 0.5);
  std::iota(order_.begin(), order_.end(), 0U);
  for (int shift = 0; shift < 30; shift += 10) {
    std::array<std::uint32_t, 1024> begins{};
    for (const std::uint32_t key : keys_) ++begins[key >> shift & 1023];
    std::uint32_t next = 0;
    for (std::uint32_t& begin : begins) next += std::exchange(begin, next);
    for (const std::uint32_t officer : order_) other_[begins[keys_[officer] >> shift & 1023]++] = officer;
    order_.swap(other_);
  }
  std::uint32_t rank = 1;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && keys_[order_[i]] != keys_[order_[i - 1]]) rank = std::uint32_t(i) + 1;
    ranks[order_[i]] = rank;
  }
}

RankCounts::RankCounts(std::size_t officers, std::size_t ranks)
    : ranks_(ranks),
      width_((ranks + kMostSteps - 1) / kMostSteps),
      steps_((ranks + width_ - 1) / width_),
      counts_(officers * steps_) {}

RankCounts::Step RankCounts::quantile(std::size_t officer, std::uint32_t percent, std::uint32_t draws) const {
  const std::uint64_t wanted = std::max<std::uint64_t>((std::uint64_t{draws} * percent + 99) / 100, 1);
  std::uint64_t sum = 0;
  std::size_t step = 0;
  while (step + 1 < steps_ && (sum += counts_[officer * steps_ + step]) < wanted) ++step;
  return {std::uint32_t(step * width_ + 1), std::uint32_t(std::min((step + 1) * width_, ranks_))};
}

}  // namespace cwp
