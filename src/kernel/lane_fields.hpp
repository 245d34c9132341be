#pragma once
// Part of the body of every unit: see lane_body.hpp. Fields of a text, as kernel/text_fields.hpp says.

#include "kernel/lane_memory.hpp"
#include "kernel/text_fields.hpp"

namespace cwp {
namespace {

/// Pages of a mapped file lie anywhere, and what is asked for ahead by itself ends with each.
constexpr Size kTextAhead = 2048;
constexpr Size kTextLine = 64, kTextWord = sizeof(std::uint64_t);
constexpr std::uint64_t kZeroDigits = 0x3030303030303030, kHighestBit = std::uint64_t{1} << 63;
/// The least number of so many digits without a zero in front; more of them are wrong before it is asked.
alignas(64) constexpr std::uint32_t kLeastOfDigits[kFieldGroup] = {0, 0, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
static_assert(kFigureDigits == 7);

#if defined(__AVX512F__)

Size find_ends(const char* text, Size size, std::uint32_t* ends) {
  std::uint32_t* out = ends;
  const __m512i zero = _mm512_set1_epi8('0'), nine = _mm512_set1_epi8(9);
  const __m512i counted = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  const auto line_at = [&](Size line, __m512i bytes) {
    const auto others = static_cast<std::uint64_t>(_mm512_cmpgt_epu8_mask(_mm512_sub_epi8(bytes, zero), nine));
    for (Size i = 0; i < kTextLine; i += kFieldGroup) {
      const auto some = static_cast<__mmask16>(others >> i);
      const __m512i places = _mm512_add_epi32(counted, _mm512_set1_epi32(static_cast<int>(line + i)));
      _mm512_storeu_si512(out, _mm512_maskz_compress_epi32(some, places));
      out += __builtin_popcount(some);
    }
  };
  Size line = 0;
  for (; line + kTextLine <= size; line += kTextLine) {
    _mm_prefetch(text + line + kTextAhead, _MM_HINT_T0);
    line_at(line, _mm512_loadu_si512(text + line));
  }
  if (line < size)
    line_at(line, _mm512_mask_loadu_epi8(zero, ~std::uint64_t{0} >> (kTextLine - (size - line)), text + line));
  return static_cast<Size>(out - ends);
}

/// Eight fields: what their digits are, the higher four and the lower four of eight side by side; and which of them has
/// no delimiter behind it.
__m512i eight_halves(const char* text, __m256i begins, __m256i digits, __mmask8 some, __m512i delimiter,
                     __mmask8& astray) {
  const __m512i bytes = _mm512_mask_i32gather_epi64(_mm512_setzero_si512(), some, begins, text, 1);
  const __m512i bits = _mm512_slli_epi64(_mm512_cvtepu32_epi64(digits), 3);
  const __m512i behind = _mm512_xor_si512(_mm512_srlv_epi64(bytes, bits), delimiter);
  astray = _mm512_test_epi64_mask(behind, _mm512_set1_epi64(0xFF));
  // The last digit goes into the highest byte; then neighbours join, in pairs and fours.
  const __m512i last = _mm512_sllv_epi64(_mm512_xor_si512(bytes, _mm512_set1_epi64(kZeroDigits)),
                                         _mm512_sub_epi64(_mm512_set1_epi64(64), bits));
  const __m512i pairs = _mm512_maddubs_epi16(last, _mm512_set1_epi16(0x010A));
  return _mm512_madd_epi16(pairs, _mm512_set1_epi32(0x00010064));
}

bool take_figures(const char* text, std::uint32_t at, const std::uint32_t* ends, const FigureFields& fields,
                  std::uint16_t* figures) {
  const __m512i delimiter = _mm512_set1_epi64(static_cast<unsigned char>(fields.delimiter));
  const __m512i higher = _mm512_set_epi32(30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0);
  const __m512i lower = _mm512_set_epi32(31, 29, 27, 25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1);
  const __m512i least_of_digits = _mm512_load_si512(kLeastOfDigits);
  __m512i before = _mm512_set1_epi32(static_cast<int>(at - 1));
  unsigned wrong = 0;
  for (Size i = 0; i < fields.count; i += kFieldGroup) {
    const Size left = fields.count - i;
    const auto some = static_cast<__mmask16>(left < kFieldGroup ? (1U << left) - 1 : 0xFFFFU);
    const __m512i end = _mm512_maskz_loadu_epi32(some, ends + i);
    const __m512i begin = _mm512_add_epi32(_mm512_alignr_epi32(end, before, 15), _mm512_set1_epi32(1));
    before = end;
    const __m512i digits = _mm512_maskz_sub_epi32(some, end, begin);
    __mmask8 low_astray = 0, high_astray = 0;
    const __m512i low = eight_halves(text, _mm512_castsi512_si256(begin), _mm512_castsi512_si256(digits),
                                     static_cast<__mmask8>(some), delimiter, low_astray);
    __m512i high = _mm512_setzero_si512();
    if (left > kFieldGroup / 2)
      high = eight_halves(text, _mm512_extracti32x8_epi32(begin, 1), _mm512_extracti32x8_epi32(digits, 1),
                          static_cast<__mmask8>(some >> 8), delimiter, high_astray);
    const __m512i value =
        _mm512_add_epi32(_mm512_madd_epi16(_mm512_permutex2var_epi32(low, higher, high), _mm512_set1_epi32(10'000)),
                         _mm512_permutex2var_epi32(low, lower, high));
    const unsigned but_last = left <= kFieldGroup ? some >> 1 : some;
    const __mmask16 there = _mm512_mask_test_epi32_mask(some, digits, digits);
    wrong |= (static_cast<unsigned>(high_astray) << 8 | low_astray) & but_last;
    wrong |= _mm512_cmpgt_epu32_mask(digits, _mm512_set1_epi32(kFigureDigits));
    wrong |= _mm512_cmplt_epu32_mask(value, _mm512_permutexvar_epi32(digits, least_of_digits));
    const __m512i above = _mm512_sub_epi32(value, _mm512_maskz_loadu_epi32(some, fields.least + i));
    wrong |= _mm512_mask_cmpgt_epu32_mask(there, above, _mm512_maskz_loadu_epi32(some, fields.span + i));
    const __m512i figure = _mm512_mask_mov_epi32(_mm512_set1_epi32(kAbsentFigure), there, value);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(figures + i), _mm512_cvtepi32_epi16(figure));
  }
  return wrong == 0;
}

#else

#ifdef __SSE2__
typedef unsigned char TextSixteen __attribute__((vector_size(16)));
typedef char SignedTextSixteen __attribute__((vector_size(16)));
typedef std::uint64_t TextWords __attribute__((vector_size(16)));
#endif

/// A bit for each byte of a line that is no digit, the first byte's lowest; and how many they are.
struct OtherBytes {
  std::uint64_t bits = 0;
  Size count = 0;
};

OtherBytes others_in_line(const char* at) {
  OtherBytes found;
#ifdef __SSE2__
  TextSixteen counts{};
  for (Size i = 0; i < kTextLine / sizeof counts; ++i) {
    TextSixteen bytes;
    __builtin_memcpy(&bytes, at + sizeof bytes * i, sizeof bytes);
    bytes -= '0';
    const auto others = TextSixteen(bytes > 9);  // 255 where it is so
    counts -= others;
    const auto bits = static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(SignedTextSixteen(others)));
    found.bits |= std::uint64_t{bits} << (sizeof bytes * i);
  }
  const auto words = TextWords(counts);
  found.count = static_cast<Size>(((words[0] + words[1]) * 0x0101010101010101) >> 56);
#else
  std::uint64_t counts = 0;  // by place in a word
  for (Size i = 0; i < kTextLine / kTextWord; ++i) {
    std::uint64_t bytes = 0;
    __builtin_memcpy(&bytes, at + kTextWord * i, kTextWord);
    bytes ^= kZeroDigits;  // digits become 0 to 9
    const std::uint64_t others = (((bytes & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676) | bytes) & 0x8080808080808080;
    counts += others >> 7;
    found.bits |= (others * 0x0002040810204081) >> 56 << (kTextWord * i);  // the highest bits, side by side
  }
  found.count = static_cast<Size>((counts * 0x0101010101010101) >> 56);
#endif
  return found;
}

Size find_ends(const char* text, Size size, std::uint32_t* ends) {
  std::uint32_t* out = ends;
  for (Size line = 0; line < size; line += kTextLine) {
    char last[kTextLine];
    const char* bytes = text + line;
    if (size - line < kTextLine) {
      __builtin_memset(last, '0', kTextLine);
      __builtin_memcpy(last, bytes, size - line);
      bytes = last;
    }
    OtherBytes found = others_in_line(bytes);
    // Groups of eight, without a question in between: there are mostly some twenty.
    for (Size group = 0; group < found.count; group += 8)
      for (Size i = 0; i < 8; ++i, found.bits &= found.bits - 1)
        out[group + i] =
            static_cast<std::uint32_t>(line) + static_cast<std::uint32_t>(__builtin_ctzll(found.bits | kHighestBit));
    out += found.count;
  }
  return static_cast<Size>(out - ends);
}

/// What the digits at `at` are, of which there are `digits`, up to kFigureDigits; of none of them it is 0.
std::uint32_t digits_at(const char* at, std::uint32_t digits) {
  std::uint64_t bytes = 0;
  __builtin_memcpy(&bytes, at, sizeof bytes);
  bytes ^= kZeroDigits;
  // The last digit goes into the highest byte, in two steps, since of none all would go; then neighbours join, in
  // pairs, fours and eight.
  bytes = bytes << 8 << ((56 - 8 * digits) & 63);
  bytes = bytes * 10 + (bytes >> 8);
  const std::uint64_t joined =
      (bytes & 0x000000FF000000FF) * 0x000F424000000064 + ((bytes >> 16) & 0x000000FF000000FF) * 0x0000271000000001;
  return static_cast<std::uint32_t>(joined >> 32);
}

/// What is wrong with any of them is asked once, in the end.
bool take_figures(const char* text, std::uint32_t at, const std::uint32_t* ends, const FigureFields& fields,
                  std::uint16_t* figures) {
  // Whatever is wrong leaves a bit in the one, or makes the other negative.
  std::uint32_t wrong = 0;
  std::int32_t below = 0;
  for (Size i = 0; i < fields.count; ++i) {
    if (i > 0) wrong |= static_cast<std::uint32_t>(text[at - 1] ^ fields.delimiter);
    const std::uint32_t digits = ends[i] - at;
    const auto value = static_cast<std::int32_t>(digits_at(text + at, digits));
    const auto least = static_cast<std::int32_t>(fields.least[i]);
    const std::int32_t absent = digits == 0 ? -1 : 0;
    wrong |= digits >> 3;
    below |= value - static_cast<std::int32_t>(kLeastOfDigits[digits & 7]);
    below |= ((least + static_cast<std::int32_t>(fields.span[i]) - value) | (value - least)) & ~absent;
    figures[i] = static_cast<std::uint16_t>(value | absent);
    at = ends[i] + 1;
  }
  return wrong == 0 && below >= 0;
}

#endif

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

/// Sixteen bytes side by side.
typedef unsigned char KindBytes __attribute__((vector_size(16)));
typedef std::uint64_t KindWords __attribute__((vector_size(16)));
/// Of vectors that are counted before a byte of the sum could overflow.
constexpr Size kKindsAtOnce = 255;

bool any_kind(KindBytes bytes) {
  const auto words = KindWords(bytes);
  return (words[0] | words[1]) != 0;
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
