#pragma once
// Part of the body of every unit: see lane_body.hpp. Registers of lanes of 16 bits, by hand where gcc 12 needs more
// instructions than there must be.

#include "kernel/lane_memory.hpp"

namespace cwp {
namespace {

#if defined(__AVX512F__)
#define CWP_HAS_WORDS 1
using Words = __m512i;
using WordShift = __m512i;
Words all_words(std::int64_t value) { return _mm512_set1_epi16(static_cast<short>(value)); }
WordShift word_shift(std::int64_t bits) { return all_words(bits); }
Words words_at(const std::uint8_t* a) {
  return _mm512_cvtepu8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(a)));
}
Words words_at(const std::uint16_t* a) { return _mm512_loadu_si512(a); }
void store_words(std::uint16_t* to, Words a) { _mm512_storeu_si512(to, a); }
Words least_of(Words a, Words b) { return _mm512_min_epu16(a, b); }
Words greatest_of(Words a, Words b) { return _mm512_max_epu16(a, b); }
Words plus(Words a, Words b) { return _mm512_add_epi16(a, b); }
Words minus(Words a, Words b) { return _mm512_sub_epi16(a, b); }
Words low_product(Words a, Words b) { return _mm512_mullo_epi16(a, b); }
Words high_product(Words a, Words b) { return _mm512_mulhi_epu16(a, b); }
Words shifted(Words a, WordShift by) { return _mm512_srlv_epi16(a, by); }
/// As plus_from holds them against each other.
Words compared(Words a) { return a; }
/// sum, and delta where x >= threshold
Words plus_from(Words sum, Words x, Words threshold, Words delta) {
  return _mm512_mask_add_epi16(sum, _mm512_cmpge_epu16_mask(x, threshold), sum, delta);
}
#elif defined(__AVX2__)
#define CWP_HAS_WORDS 1
using Words = __m256i;
using WordShift = __m128i;
Words all_words(std::int64_t value) { return _mm256_set1_epi16(static_cast<short>(value)); }
WordShift word_shift(std::int64_t bits) { return _mm_cvtsi64_si128(bits); }
Words words_at(const std::uint8_t* a) {
  return _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a)));
}
Words words_at(const std::uint16_t* a) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(a)); }
void store_words(std::uint16_t* to, Words a) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), a); }
Words least_of(Words a, Words b) { return _mm256_min_epu16(a, b); }
Words greatest_of(Words a, Words b) { return _mm256_max_epu16(a, b); }
Words plus(Words a, Words b) { return _mm256_add_epi16(a, b); }
Words minus(Words a, Words b) { return _mm256_sub_epi16(a, b); }
Words low_product(Words a, Words b) { return _mm256_mullo_epi16(a, b); }
Words high_product(Words a, Words b) { return _mm256_mulhi_epu16(a, b); }
Words shifted(Words a, WordShift by) { return _mm256_srl_epi16(a, by); }
/// AVX2 compares numbers with a sign only.
Words compared(Words a) { return _mm256_xor_si256(a, _mm256_set1_epi16(static_cast<short>(0x8000))); }
Words plus_from(Words sum, Words x, Words threshold, Words delta) {
  return _mm256_add_epi16(sum, _mm256_andnot_si256(_mm256_cmpgt_epi16(threshold, x), delta));
}
#endif

}  // namespace
}  // namespace cwp
