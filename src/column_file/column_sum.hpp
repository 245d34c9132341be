#pragma once
// ColumnSum, measure_column: whether bytes are those that were written, and what figures are between.

#include <array>
#include <cstddef>
#include <cstdint>

#include "columns/hold_promises.hpp"

namespace cwp {

/// A checksum of 64 bits, against accidents: for each of the sixteen words of a line the sum over all lines, and the
/// sum of these sums line by line, so that the order counts. Whatever is added begins a line; what is lacking to its
/// last line is zero, as it is in the file.
class ColumnSum {
 public:
  void add(const void* bytes, std::size_t size);
  std::uint64_t value() const;

  /// Adds the figures, of which there are some, and finds out what they are between.
  void add_figures(FigureColumn::Type type, const void* figures, std::size_t count, std::int64_t* range);

  static constexpr std::size_t kLine = kSummedLine;

 private:
  std::array<std::uint32_t, 16> words_{}, sums_{};
};

/// So many bytes, rounded up to whole lines.
constexpr std::uint64_t whole_lines(std::uint64_t bytes) {
  return (bytes + ColumnSum::kLine - 1) / ColumnSum::kLine * ColumnSum::kLine;
}

/// Size of a figure in memory.
constexpr std::size_t bytes_of(FigureColumn::Type type) { return bytes_of(lane_of(type)); }

/// What is found in one pass over the bytes of a column.
struct MeasuredColumn {
  std::int64_t low = 0, high = 0;  ///< 0 where there are no figures
  std::uint64_t sum = 0;
};
/// `more` bytes behind the lines of the figures are added to the sum: those of lists. Figures of any type but f64.
MeasuredColumn measure_column(FigureColumn::Type type, const std::byte* figures, std::size_t count, std::size_t more);

}  // namespace cwp
