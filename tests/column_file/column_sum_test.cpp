// The checksum of columns notices what it should, and figures are measured with it.

#include "column_file/column_sum.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace cwp {
namespace {

std::uint64_t sum_of(const std::vector<std::uint8_t>& bytes) {
  ColumnSum sum;
  sum.add(bytes.data(), bytes.size());
  return sum.value();
}

TEST(ColumnSum, EveryBitAndEveryPlaceCount) {
  std::mt19937 random(1);
  std::vector<std::uint8_t> bytes(1000);
  for (std::uint8_t& byte : bytes) byte = std::uint8_t(random());
  const std::uint64_t whole = sum_of(bytes);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      bytes[i] = std::uint8_t(bytes[i] ^ (1 << bit));
      EXPECT_NE(sum_of(bytes), whole) << i << " " << bit;
      bytes[i] = std::uint8_t(bytes[i] ^ (1 << bit));
    }
  std::swap_ranges(bytes.begin(), bytes.begin() + 64, bytes.begin() + 128);  // lines change places
  EXPECT_NE(sum_of(bytes), whole);
}

TEST(ColumnSum, ZerosBehindTheLastLineAreNothing) {
  std::vector<std::uint8_t> bytes(70, 7);
  const std::uint64_t short_of_a_line = sum_of(bytes);
  bytes.resize(128);
  EXPECT_EQ(sum_of(bytes), short_of_a_line);
  bytes.resize(192);
  EXPECT_NE(sum_of(bytes), short_of_a_line);  // a whole line of zeros adds up the sums once more
  EXPECT_EQ(sum_of({}), ColumnSum().value());
}

/// Figures as they lie in a file, with a list behind them.
template <typename T>
void expect_measured(FigureColumn::Type type, std::size_t count) {
  std::mt19937_64 random(count);
  std::vector<T> figures(count + 256);
  for (std::size_t i = 0; i < count; ++i) figures[i] = T(random() >> 3);
  if (count > 3) figures[count / 2] = std::numeric_limits<T>::min(), figures[count - 1] = std::numeric_limits<T>::max();
  const std::size_t list = 64, lines = std::size_t(whole_lines(count * sizeof(T)));
  const auto* const bytes = reinterpret_cast<const std::byte*>(figures.data());
  ColumnSum sum;
  sum.add(bytes, count * sizeof(T));
  sum.add(bytes + lines, list);
  const MeasuredColumn measured = measure_column(type, bytes, count, list);
  EXPECT_EQ(measured.sum, sum.value()) << count;
  const auto [low, high] = std::minmax_element(figures.begin(), figures.begin() + std::ptrdiff_t(count));
  EXPECT_EQ(measured.low, count == 0 ? 0 : std::int64_t(*low)) << count;
  EXPECT_EQ(measured.high, count == 0 ? 0 : std::int64_t(*high)) << count;
}

TEST(ColumnSum, AColumnIsMeasuredWholeWhateverItsLengthAndType) {
  for (const std::size_t count : {0, 1, 5, 63, 64, 65, 4096, 20'000, 40'001}) {
    expect_measured<std::uint8_t>(FigureColumn::Type::u8, count);
    expect_measured<std::uint16_t>(FigureColumn::Type::u16, count);
    expect_measured<std::int32_t>(FigureColumn::Type::i32, count);
    expect_measured<std::int64_t>(FigureColumn::Type::i64, count);
  }
}

}  // namespace
}  // namespace cwp
