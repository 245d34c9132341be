#include "column_file/column_sum.hpp"

#include <algorithm>
#include <cstring>

namespace cwp {
namespace {

/// So much is looked at twice while it is in the nearest cache.
constexpr std::size_t kPiece = std::size_t{1} << 14;

template <typename T>
void measure_pieces(const std::byte* bytes, std::size_t count, ColumnSum& sum, MeasuredColumn& measured) {
  const T* const figures = reinterpret_cast<const T*>(bytes);
  T low = figures[0], high = figures[0];
  for (std::size_t first = 0; first < count;) {
    const std::size_t end = std::min(count, first + kPiece / sizeof(T));
    sum.add(figures + first, (end - first) * sizeof(T));
    T least = figures[first], most = figures[first];
    for (std::size_t i = first; i < end; ++i) {
      least = std::min(least, figures[i]);
      most = std::max(most, figures[i]);
    }
    low = std::min(low, least);
    high = std::max(high, most);
    first = end;
  }
  measured.low = std::int64_t(low);
  measured.high = std::int64_t(high);
}

}  // namespace

void ColumnSum::add(const void* bytes, std::size_t size) {
  const auto* const from = static_cast<const std::byte*>(bytes);
  const std::size_t lines = size / kLine, rest = size % kLine;
  add_lines(from, lines);
  if (rest == 0) return;
  std::byte last[kLine] = {};
  std::memcpy(last, from + lines * kLine, rest);
  add_lines(last, 1);
}

void ColumnSum::add_lines(const std::byte* bytes, std::size_t lines) {
  std::array<std::uint32_t, 16> words = words_, sums = sums_;
  for (std::size_t line = 0; line < lines; ++line) {
    std::array<std::uint32_t, 16> own;
    std::memcpy(own.data(), bytes + line * kLine, kLine);
    for (std::size_t i = 0; i < own.size(); ++i) words[i] += own[i];
    for (std::size_t i = 0; i < own.size(); ++i) sums[i] += words[i];
  }
  words_ = words, sums_ = sums;
}

std::uint64_t ColumnSum::value() const {
  std::uint64_t value = 0x9E3779B97F4A7C15;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    value = (value ^ words_[i] ^ (std::uint64_t{sums_[i]} << 32)) * 0x9E3779B97F4A7C15;
    value ^= value >> 29;
  }
  return value;
}

std::size_t bytes_of(FigureColumn::Type type) {
  switch (type) {
    case FigureColumn::Type::u8:
      return 1;
    case FigureColumn::Type::u16:
      return 2;
    case FigureColumn::Type::i32:
      return 4;
    default:
      return 8;
  }
}

MeasuredColumn measure_column(FigureColumn::Type type, const std::byte* figures, std::size_t count, std::size_t more) {
  MeasuredColumn measured;
  ColumnSum sum;
  if (count > 0) switch (type) {
      case FigureColumn::Type::u8:
        measure_pieces<std::uint8_t>(figures, count, sum, measured);
        break;
      case FigureColumn::Type::u16:
        measure_pieces<std::uint16_t>(figures, count, sum, measured);
        break;
      case FigureColumn::Type::i32:
        measure_pieces<std::int32_t>(figures, count, sum, measured);
        break;
      default:
        measure_pieces<std::int64_t>(figures, count, sum, measured);
    }
  sum.add(figures + whole_lines(count * bytes_of(type)), more);
  measured.sum = sum.value();
  return measured;
}

}  // namespace cwp
