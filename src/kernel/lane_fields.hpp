#pragma once
// Part of the body of every unit: see lane_body.hpp. Fields of a text, as kernel/text_fields.hpp says: what kinds of
// bytes there are, and figures into columns. Where fields end is in lane_ends.hpp, what is in them in lane_figures.hpp.

#include "kernel/lane_ends.hpp"
#include "kernel/lane_figures.hpp"

namespace cwp {
namespace {

#if defined(__AVX512F__)

ByteKinds find_kinds(const char* text, Size size) {
  ByteKinds kinds;
  __m512i all = _mm512_setzero_si512();
  std::uint64_t zeros = 0, quotes = 0, returns = 0;
  const auto take = [&](__m512i bytes) {
    all = _mm512_or_si512(all, bytes);
    zeros |= _mm512_testn_epi8_mask(bytes, bytes);
    quotes |= _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('"'));
    returns |= _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r'));
    kinds.feeds += static_cast<Size>(__builtin_popcountll(_mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n'))));
  };
  Size line = 0;
  for (; line + kTextLine <= size; line += kTextLine) {
    _mm_prefetch(text + line + kTextAhead, _MM_HINT_T0);
    take(_mm512_loadu_si512(text + line));
  }
  if (line < size)
    take(_mm512_mask_loadu_epi8(_mm512_set1_epi8('0'), ~std::uint64_t{0} >> (kTextLine - (size - line)), text + line));
  kinds.high = _mm512_movepi8_mask(all) != 0;
  kinds.zeros = zeros != 0;
  kinds.quotes = quotes != 0;
  kinds.returns = returns != 0;
  return kinds;
}

#else

/// Bytes side by side.
#if defined(__AVX2__)
constexpr Size kKindBytes = 32;
#else
constexpr Size kKindBytes = 16;
#endif
typedef unsigned char KindBytes __attribute__((vector_size(kKindBytes)));
typedef std::uint64_t KindWords __attribute__((vector_size(kKindBytes)));
/// Of vectors that are counted before a byte of the sum could overflow.
constexpr Size kKindsAtOnce = 255;

bool any_kind(KindBytes bytes) {
  const auto words = KindWords(bytes);
  std::uint64_t any = 0;
  for (Size i = 0; i < kKindBytes / sizeof any; ++i) any |= words[i];
  return any != 0;
}

ByteKinds find_kinds(const char* text, Size size) {
  ByteKinds kinds;
  KindBytes all{}, zeros{}, quotes{}, returns{};
  const char* at = text;
  const char* const end = at + size;
  while (static_cast<Size>(end - at) >= sizeof(KindBytes)) {
    KindBytes feeds{};
    const Size left = static_cast<Size>(end - at) / sizeof(KindBytes);
    const Size count = left < kKindsAtOnce ? left : kKindsAtOnce;
    for (Size i = 0; i < count; ++i, at += sizeof(KindBytes)) {
      KindBytes bytes;
      __builtin_memcpy(&bytes, at, sizeof bytes);
      all |= bytes;
      zeros |= KindBytes(bytes == 0);
      quotes |= KindBytes(bytes == '"');
      returns |= KindBytes(bytes == '\r');
      feeds -= KindBytes(bytes == '\n');  // true is 255
    }
    for (Size i = 0; i < sizeof feeds; ++i) kinds.feeds += feeds[i];
  }
  kinds.high = any_kind(all & 0x80);
  kinds.zeros = any_kind(zeros);
  kinds.quotes = any_kind(quotes);
  kinds.returns = any_kind(returns);
  for (; at != end; ++at) {
    kinds.high = kinds.high || static_cast<unsigned char>(*at) >= 0x80;
    kinds.zeros = kinds.zeros || *at == '\0';
    kinds.quotes = kinds.quotes || *at == '"';
    kinds.returns = kinds.returns || *at == '\r';
    kinds.feeds += *at == '\n' ? 1 : 0;
  }
  return kinds;
}

#endif

typedef std::uint16_t EightFigures __attribute__((vector_size(16)));
constexpr Size kEightFigures = 8;

/// The lower and the higher halves of neighbours, one of each in turn.
EightFigures low_in_turn(EightFigures a, EightFigures b) {
  return __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}
EightFigures high_in_turn(EightFigures a, EightFigures b) {
  return __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}

/// Eight rows of eight figures into eight columns.
void lay_eight(const std::uint16_t* figures, Size stride, std::uint16_t* const* columns, Size first) {
  EightFigures rows[kEightFigures], turned[kEightFigures];
  for (Size r = 0; r < kEightFigures; ++r) __builtin_memcpy(&rows[r], figures + r * stride, sizeof rows[r]);
  // Thrice rows r and r + 4 in turn: then every row has become a column.
  for (int time = 0; time < 3; ++time) {
    for (Size r = 0; r < kEightFigures / 2; ++r) {
      turned[2 * r] = low_in_turn(rows[r], rows[r + 4]);
      turned[2 * r + 1] = high_in_turn(rows[r], rows[r + 4]);
    }
    for (Size r = 0; r < kEightFigures; ++r) rows[r] = turned[r];
  }
  for (Size c = 0; c < kEightFigures; ++c) __builtin_memcpy(columns[c] + first, &rows[c], sizeof rows[c]);
}

void measure_rows(const FigureRows& rows, Size count, Out<std::uint16_t> low, Out<std::uint16_t> high) {
  for (Size row = 0; row < rows.rows; ++row) {
    In<std::uint16_t> figures = rows.figures + row * rows.stride;
    for (Size c = 0; c < count; ++c) {
      low[c] = figures[c] < low[c] ? figures[c] : low[c];
      high[c] = figures[c] > high[c] ? figures[c] : high[c];
    }
  }
}

void lay_figures(const FigureRows& rows, std::uint16_t* const* columns, Size count, Size first, std::uint16_t* low,
                 std::uint16_t* high) {
  measure_rows(rows, count, low, high);
  Size column = 0;
  for (; column + kEightFigures <= count; column += kEightFigures) {
    Size row = 0;
    for (; row + kEightFigures <= rows.rows; row += kEightFigures)
      lay_eight(rows.figures + row * rows.stride + column, rows.stride, columns + column, first + row);
    for (; row < rows.rows; ++row)
      for (Size c = column; c < column + kEightFigures; ++c)
        columns[c][first + row] = rows.figures[row * rows.stride + c];
  }
  for (; column < count; ++column)
    for (Size row = 0; row < rows.rows; ++row) columns[column][first + row] = rows.figures[row * rows.stride + column];
}

}  // namespace
}  // namespace cwp
