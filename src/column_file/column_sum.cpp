#include "column_file/column_sum.hpp"

#include <cstring>

#include "kernel/choose_isa.hpp"

namespace cwp {

void ColumnSum::add(const void* bytes, std::size_t size) {
  std::int64_t unused[2];
  if (size > 0) add_figures(FigureColumn::Type::u8, bytes, size, unused);
}

void ColumnSum::add_figures(FigureColumn::Type type, const void* figures, std::size_t count, std::int64_t* range) {
  const MeasureFigures measure = measure_figures_for(Isa::best);
  measure(lane_of(type), figures, count, range, words_.data(), sums_.data());
  const std::size_t size = count * bytes_of(type), rest = size % kLine;
  if (rest == 0) return;
  std::byte last[kLine] = {};
  std::memcpy(last, static_cast<const std::byte*>(figures) + (size - rest), rest);
  std::int64_t unused[2];
  measure(Lane::u8, last, kLine, unused, words_.data(), sums_.data());
}

std::uint64_t ColumnSum::value() const {
  std::uint64_t value = 0x9E3779B97F4A7C15;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    value = (value ^ words_[i] ^ (std::uint64_t{sums_[i]} << 32)) * 0x9E3779B97F4A7C15;
    value ^= value >> 29;
  }
  return value;
}

MeasuredColumn measure_column(FigureColumn::Type type, const std::byte* figures, std::size_t count, std::size_t more) {
  std::int64_t range[2] = {0, 0};
  ColumnSum sum;
  if (count > 0) sum.add_figures(type, figures, count, range);
  sum.add(figures + whole_lines(count * bytes_of(type)), more);
  return {range[0], range[1], sum.value()};
}

}  // namespace cwp
