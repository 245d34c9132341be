#pragma once
// Part of the body of every unit: see lane_body.hpp. Whole figures of a row.

#include "kernel/few_digits.hpp"
#include "kernel/lane_memory.hpp"

namespace cwp {
namespace {

#if defined(__AVX512F__)

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

/// One after the other. What is wrong with any of them is asked once, in the end.
bool take_in_turn(const char* text, std::uint32_t at, const std::uint32_t* ends, const FigureFields& fields,
                  std::uint16_t* figures) {
  // Whatever is wrong leaves a bit in the one, or makes the other negative.
  std::uint32_t wrong = 0;
  std::int32_t below = 0;
  for (Size i = 0; i < fields.count; ++i) {
    if (i > 0) wrong |= static_cast<std::uint32_t>(text[at - 1] ^ fields.delimiter);
    const std::uint32_t digits = ends[i] - at;
    const auto value = static_cast<std::int32_t>(few_digits(text + at, digits));
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

#if defined(__AVX2__)

constexpr Size kEightFields = 8;

/// Four fields that begin with these eight bytes each, and have so many bits of digits: what their digits are, the
/// higher four and the lower four of eight side by side; and what is behind them, in the lowest byte of eight.
__m256i four_halves(__m256i bytes, __m256i bits, __m256i& behind) {
  behind = _mm256_srlv_epi64(bytes, bits);
  // The last digit goes into the highest byte; then neighbours join, in pairs and fours.
  const __m256i last = _mm256_sllv_epi64(_mm256_xor_si256(bytes, _mm256_set1_epi64x(kZeroDigits)),
                                         _mm256_sub_epi64(_mm256_set1_epi64x(64), bits));
  const __m256i pairs = _mm256_maddubs_epi16(last, _mm256_set1_epi16(0x010A));
  return _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00010064));
}

/// The first or the second of each two halves, of fields 0 1 4 5 and 2 3 6 7: then they are in order.
template <int kWhich>
__m256i in_order(__m256i a, __m256i b) {
  return _mm256_castps_si256(_mm256_shuffle_ps(_mm256_castsi256_ps(a), _mm256_castsi256_ps(b), kWhich));
}

bool take_figures(const char* text, std::uint32_t at, const std::uint32_t* ends, const FigureFields& fields,
                  std::uint16_t* figures) {
  if (fields.count < kEightFields) return take_in_turn(text, at, ends, fields, figures);
  constexpr int kFirst = 0x88, kSecond = 0xDD;
  const auto eight_numbers = [](const std::uint32_t* from) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  };
  const __m256i least_of_digits = eight_numbers(kLeastOfDigits), zero = _mm256_setzero_si256();
  const __m256i delimiter = _mm256_set1_epi32(static_cast<unsigned char>(fields.delimiter));
  const __m256i one_on = _mm256_set_epi32(6, 5, 4, 3, 2, 1, 0, 0);
  __m256i wrong = zero, all_fit = _mm256_set1_epi32(-1), astray = zero;  // astray: in the lowest bytes
  for (Size i = 0;;) {
    // Eight bytes from each beginning on, loaded one by one: processors that can gather them are no quicker at it.
    const auto bytes_of = [&](Size field) {
      long long bytes = 0;
      __builtin_memcpy(&bytes, field == 0 ? text + at : text + ends[i + field - 1] + 1, sizeof bytes);
      return bytes;
    };
    const __m256i end = eight_numbers(ends + i);
    const __m256i before = _mm256_add_epi32(_mm256_permutevar8x32_epi32(end, one_on), _mm256_set1_epi32(1));
    const __m256i digits =
        _mm256_sub_epi32(end, _mm256_blend_epi32(before, _mm256_set1_epi32(static_cast<int>(at)), 1));
    const __m256i bits = _mm256_slli_epi32(digits, 3);
    __m256i behind_a = zero, behind_b = zero;
    const __m256i a = four_halves(_mm256_set_epi64x(bytes_of(5), bytes_of(4), bytes_of(1), bytes_of(0)),
                                  _mm256_unpacklo_epi32(bits, zero), behind_a);
    const __m256i b = four_halves(_mm256_set_epi64x(bytes_of(7), bytes_of(6), bytes_of(3), bytes_of(2)),
                                  _mm256_unpackhi_epi32(bits, zero), behind_b);
    const __m256i value =
        _mm256_add_epi32(_mm256_madd_epi16(in_order<kFirst>(a, b), _mm256_set1_epi32(10'000)), in_order<kSecond>(a, b));
    const __m256i absent = _mm256_cmpeq_epi32(digits, zero);
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi32(digits, _mm256_set1_epi32(kFigureDigits)));
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi32(_mm256_permutevar8x32_epi32(least_of_digits, digits), value));
    const __m256i above = _mm256_sub_epi32(value, eight_numbers(fields.least + i)),
                  span = eight_numbers(fields.span + i);
    const __m256i fits = _mm256_cmpeq_epi32(_mm256_max_epu32(above, span), span);
    all_fit = _mm256_and_si256(all_fit, _mm256_or_si256(fits, absent));
    const __m256i figure = _mm256_and_si256(_mm256_or_si256(value, absent), _mm256_set1_epi32(0xFFFF));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(figures + i),
                     _mm_packus_epi32(_mm256_castsi256_si128(figure), _mm256_extracti128_si256(figure, 1)));
    const __m256i behind = _mm256_xor_si256(in_order<kFirst>(behind_a, behind_b), delimiter);
    if (i + kEightFields == fields.count) {  // any byte may stand behind the last
      astray = _mm256_or_si256(astray, _mm256_blend_epi32(behind, zero, 0x80));
      break;
    }
    astray = _mm256_or_si256(astray, behind);
    // The last eight may have some fields in common with those before them.
    i = i + 2 * kEightFields <= fields.count ? i + kEightFields : fields.count - kEightFields;
    at = ends[i - 1] + 1;
  }
  wrong = _mm256_or_si256(wrong, _mm256_andnot_si256(all_fit, _mm256_set1_epi32(-1)));
  wrong = _mm256_or_si256(wrong, _mm256_and_si256(astray, _mm256_set1_epi32(0xFF)));
  return _mm256_testz_si256(wrong, wrong) != 0;
}

#else

bool take_figures(const char* text, std::uint32_t at, const std::uint32_t* ends, const FigureFields& fields,
                  std::uint16_t* figures) {
  return take_in_turn(text, at, ends, fields, figures);
}

#endif

#endif

}  // namespace
}  // namespace cwp
