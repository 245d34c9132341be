// What figures are between and their checksum, by every unit there is, against loops that do nothing at once.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <vector>

#include "kernel/choose_isa.hpp"
#include "kernel/trial.hpp"

namespace cwp::testing {
namespace {

using Sixteen = std::array<std::uint32_t, 16>;

template <typename T>
void expect_measured(Lane lane, std::size_t count, Draw& draw) {
  std::vector<T> figures(count + 1);
  for (T& figure : figures) figure = T(draw.between(0, 1'000'000'000) * 5);
  if (count > 2) figures[count / 2] = std::numeric_limits<T>::max(), figures[count - 1] = std::numeric_limits<T>::min();
  const Sixteen start{1, 2, 3};
  Sixteen words = start, sums = start;
  for (std::size_t line = 0; line < count * sizeof(T) / 64; ++line)
    for (std::size_t i = 0; i < 16; ++i) {
      std::uint32_t word = 0;
      std::memcpy(&word, reinterpret_cast<const char*>(figures.data()) + line * 64 + i * 4, 4);
      words[i] += word;
      sums[i] += words[i];
    }
  for (const Isa unit : units()) {
    Sixteen own_words = start, own_sums = start;
    std::int64_t range[2] = {7, 5}, alone[2] = {7, 5};
    measure_figures_for(unit)(lane, figures.data(), count, range, own_words.data(), own_sums.data());
    measure_figures_for(unit)(lane, figures.data(), count, alone, nullptr, nullptr);
    EXPECT_EQ(own_words, words) << to_text(unit) << " " << count;
    EXPECT_EQ(own_sums, sums) << to_text(unit) << " " << count;
    const auto [low, high] = std::minmax_element(figures.begin(), figures.begin() + std::ptrdiff_t(count));
    EXPECT_EQ(range[0], count == 0 ? 7 : std::int64_t(*low)) << to_text(unit) << " " << count;
    EXPECT_EQ(range[1], count == 0 ? 5 : std::int64_t(*high)) << to_text(unit) << " " << count;
    EXPECT_EQ(alone[0], range[0]);
    EXPECT_EQ(alone[1], range[1]);
  }
}

TEST(LaneMeasure, TheLeastTheGreatestAndTheChecksumOfWholeLines) {
  Draw draw(5);
  for (const std::size_t count : {0, 1, 7, 16, 63, 64, 65, 2047, 2048, 2049, 5000}) {
    expect_measured<std::uint8_t>(Lane::u8, count, draw);
    expect_measured<std::uint16_t>(Lane::u16, count, draw);
    expect_measured<std::int32_t>(Lane::i32, count, draw);
    expect_measured<std::int64_t>(Lane::i64, count, draw);
  }
}

}  // namespace
}  // namespace cwp::testing
