#pragma once
// Part of the body of every unit: see lane_body.hpp. The bytes of a text that are no digits.

#include "kernel/few_digits.hpp"
#include "kernel/lane_memory.hpp"

namespace cwp {
namespace {

/// Pages of a mapped file lie anywhere, and what is asked for ahead by itself ends with each.
constexpr Size kTextAhead = 2048;
constexpr Size kTextLine = 64;

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

#else

#if defined(__AVX2__)

/// By the bits of a byte: which of them are set, ascending, a byte each.
struct PlacesOfBits {
  alignas(64) std::uint64_t of[256] = {};
  constexpr PlacesOfBits() {
    for (unsigned bits = 0; bits < 256; ++bits)
      for (unsigned bit = 8; bit-- > 0;)
        if ((bits >> bit & 1) != 0) of[bits] = of[bits] << 8 | bit;
  }
};
constexpr PlacesOfBits kPlacesOfBits;

/// A bit for each byte of a line that is no digit, the first byte's lowest.
std::uint64_t others_in_line(const char* at) {
  const auto half = [&](Size begin) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + begin));
    // Digits become the least of all bytes with a sign.
    const __m256i turned = _mm256_add_epi8(bytes, _mm256_set1_epi8(0x80 - '0'));
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpgt_epi8(turned, _mm256_set1_epi8(-128 + 9))));
  };
  return half(0) | std::uint64_t{half(kTextLine / 2)} << (kTextLine / 2);
}

/// Writes where a line's bytes are that are no digits; behind them. Eight bytes at a time by a table, without a
/// question in between: one bit after the other is a chain, and where it ends is guessed wrong at every other line.
std::uint32_t* write_ends(const char* bytes, Size line, std::uint32_t* out) {
  std::uint64_t others = others_in_line(bytes);
  __m256i first = _mm256_set1_epi32(static_cast<int>(line));
  for (Size i = 0; i < kTextLine; i += 8, others >>= 8) {
    const std::uint64_t bits = others & 0xFF;
    const __m128i places = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(kPlacesOfBits.of + bits));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), _mm256_add_epi32(_mm256_cvtepu8_epi32(places), first));
    first = _mm256_add_epi32(first, _mm256_set1_epi32(8));
    out += __builtin_popcountll(bits);
  }
  return out;
}

#else

#ifdef __SSE2__
typedef unsigned char TextSixteen __attribute__((vector_size(16)));
typedef char SignedTextSixteen __attribute__((vector_size(16)));
typedef std::uint64_t TextWords __attribute__((vector_size(16)));
#endif

constexpr std::uint64_t kHighestBit = std::uint64_t{1} << 63;

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
  for (Size i = 0; i < kTextLine / sizeof(std::uint64_t); ++i) {
    std::uint64_t bytes = 0;
    __builtin_memcpy(&bytes, at + sizeof(std::uint64_t) * i, sizeof(std::uint64_t));
    bytes ^= kZeroDigits;  // digits become 0 to 9
    const std::uint64_t others = (((bytes & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676) | bytes) & 0x8080808080808080;
    counts += others >> 7;
    found.bits |= (others * 0x0002040810204081) >> 56 << (sizeof(std::uint64_t) * i);  // the highest bits, side by side
  }
  found.count = static_cast<Size>((counts * 0x0101010101010101) >> 56);
#endif
  return found;
}

/// Writes where a line's bytes are that are no digits; behind them.
std::uint32_t* write_ends(const char* bytes, Size line, std::uint32_t* out) {
  OtherBytes found = others_in_line(bytes);
  // Groups of eight, without a question in between: there are mostly some twenty.
  for (Size group = 0; group < found.count; group += 8)
    for (Size i = 0; i < 8; ++i, found.bits &= found.bits - 1)
      out[group + i] =
          static_cast<std::uint32_t>(line) + static_cast<std::uint32_t>(__builtin_ctzll(found.bits | kHighestBit));
  return out + found.count;
}

#endif

Size find_ends(const char* text, Size size, std::uint32_t* ends) {
  std::uint32_t* out = ends;
  Size line = 0;
  for (; line + kTextLine <= size; line += kTextLine) {
    __builtin_prefetch(text + line + kTextAhead);
    out = write_ends(text + line, line, out);
  }
  if (line < size) {
    char last[kTextLine];
    __builtin_memset(last, '0', kTextLine);
    __builtin_memcpy(last, text + line, size - line);
    out = write_ends(last, line, out);
  }
  return static_cast<Size>(out - ends);
}

#endif

}  // namespace
}  // namespace cwp
