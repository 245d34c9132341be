#pragma once
// Part of the body of every unit: see lane_body.hpp. Functions of a column that come to a few figures: which of them is
// counted or found in bytes, 32 officers side by side, and then looked up by shuffling.

#include "kernel/lane_words.hpp"

namespace cwp {
namespace {

#if defined(__AVX2__) && !defined(__AVX512F__)
#define CWP_HAS_FEW 1

/// As many figures as a byte's shuffle can choose from.
constexpr Size kFew = 16;

class FewFigures {
 public:
  explicit FewFigures(const std::uint16_t (&figures)[kFew]) {
    const Words all = words_at(figures);
    low_ = halves(_mm256_and_si256(all, all_words(0xFF)));
    high_ = halves(_mm256_srli_epi16(all, 8));
  }
  /// Those with the numbers, the first half of either lane; and the second half.
  void look_up(__m256i numbers, Words& first, Words& second) const {
    const __m256i low = _mm256_shuffle_epi8(low_, numbers), high = _mm256_shuffle_epi8(high_, numbers);
    first = _mm256_unpacklo_epi8(low, high);
    second = _mm256_unpackhi_epi8(low, high);
  }

 private:
  /// Bytes that lie in words, in either lane.
  static __m256i halves(__m256i words) {
    return _mm256_broadcastsi128_si256(
        _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1)));
  }
  __m256i low_, high_;
};

/// 32 bytes so that the halves of either lane, taken first, are in order.
__m256i bytes_in_turn(const std::uint8_t* a) {
  return _mm256_permute4x64_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(a)), 0xD8);
}

/// `number_of(a + i)` tells 32 numbers below kFew, as bytes_in_turn lays them.
template <bool kAdds, typename NumberOf, typename From>
void by_few(const FewFigures& figures, const NumberOf& number_of, Out<std::uint16_t> dst, In<From> a, Size n,
            Fetch fetch) {
  for (Size from = 0; from < n; from += kLaneGroup) {
    fetch(from);
    for (Size i = from; i < from + kLaneGroup; i += 32) {
      Words first, second;
      figures.look_up(number_of(a + i), first, second);
      store_words(dst + i, kAdds ? plus(words_at(dst + i), first) : first);
      store_words(dst + i + 16, kAdds ? plus(words_at(dst + i + 16), second) : second);
    }
  }
}

/// What the steps come to by how many thresholds are reached; these ascend.
FewFigures figures_of_steps(const LaneStep& step, Size count) {
  std::uint16_t figures[kFew] = {};
  figures[0] = static_cast<std::uint16_t>(step.k0);
  for (Size s = 0; s < count; ++s) figures[s + 1] = static_cast<std::uint16_t>(figures[s] + step.deltas[s]);
  return FewFigures(figures);
}

/// How many thresholds are reached, none of which is above a byte; words that are count as the largest byte.
template <int kCount>
struct ThresholdsReached {
  explicit ThresholdsReached(const LaneStep& step) {
    for (int s = 0; s < kCount; ++s) thresholds[s] = signed_bytes(all_bytes(step.thresholds[s]));
  }
  __m256i operator()(const std::uint8_t* a) const { return of(bytes_in_turn(a)); }
  __m256i operator()(const std::uint16_t* a) const {
    return of(_mm256_packus_epi16(least_of(words_at(a), all_words(0xFF)), least_of(words_at(a + 16), all_words(0xFF))));
  }
  __m256i of(__m256i bytes) const {
    const __m256i own = signed_bytes(bytes);
    __m256i count = all_bytes(kCount);
    for (int s = 0; s < kCount; ++s) count = _mm256_add_epi8(count, _mm256_cmpgt_epi8(thresholds[s], own));  // -1 each
    return count;
  }
  static __m256i all_bytes(int value) { return _mm256_set1_epi8(static_cast<char>(value)); }
  /// AVX2 compares numbers with a sign only.
  static __m256i signed_bytes(__m256i bytes) { return _mm256_xor_si256(bytes, all_bytes(0x80)); }
  __m256i thresholds[kCount];
};

/// The places of a short table.
template <typename From>
struct ShortPlaces;

template <>
struct ShortPlaces<std::uint16_t> {
  explicit ShortPlaces(const LaneStep& step) : low(all_words(step.low)), high(all_words(step.high)) {}
  Words of(Words x) const { return minus(least_of(greatest_of(x, low), high), low); }
  __m256i operator()(const std::uint16_t* a) const { return _mm256_packs_epi16(of(words_at(a)), of(words_at(a + 16))); }
  Words low, high;
};

template <>
struct ShortPlaces<std::uint8_t> {
  explicit ShortPlaces(const LaneStep& step)
      : low(_mm256_set1_epi8(static_cast<char>(step.low))), high(_mm256_set1_epi8(static_cast<char>(step.high))) {}
  __m256i operator()(const std::uint8_t* a) const {
    return _mm256_sub_epi8(_mm256_min_epu8(_mm256_max_epu8(bytes_in_turn(a), low), high), low);
  }
  __m256i low, high;
};

/// False where the table is too long, or begins or ends beyond what the column can hold.
template <bool kAdds, typename From>
bool by_short_table(const LaneStep& step, Out<std::uint16_t> dst, In<From> a, Size n, Fetch fetch) {
  constexpr std::int64_t kMost = sizeof(From) == 1 ? 0xFF : 0xFFFF;
  if (step.low < 0 || step.high > kMost || step.high - step.low >= static_cast<std::int64_t>(kFew)) return false;
  std::uint16_t figures[kFew] = {};
  const Size count = static_cast<Size>(step.high - step.low) + 1;
  for (Size i = 0; i < count; ++i) figures[i] = static_cast<const std::uint16_t*>(step.table)[i];
  by_few<kAdds>(FewFigures(figures), ShortPlaces<From>(step), dst, a, n, fetch);
  return true;
}
#endif

}  // namespace
}  // namespace cwp
