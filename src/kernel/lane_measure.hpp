#pragma once
// Part of the body of every unit: see lane_body.hpp. What the figures of a column are between, and their checksum.

#include "kernel/lane_memory.hpp"

namespace cwp {
namespace {

/// Bytes that are looked at twice while they are in the nearest cache.
constexpr Size kMeasuredAtOnce = 4096;

/// Words side by side: where they are an array, gcc 12 adds them one by one in the unit for avx2, and wider ones as
/// well.
typedef std::uint32_t FourWords __attribute__((vector_size(16)));
constexpr Size kFours = kSummedLine / sizeof(FourWords);

/// Whole lines; all additions are modulo 2^32.
void add_summed_lines(const void* figures, Size lines, std::uint32_t* words, std::uint32_t* sums) {
  FourWords own_words[kFours], own_sums[kFours];
  __builtin_memcpy(own_words, words, kSummedLine);
  __builtin_memcpy(own_sums, sums, kSummedLine);
  for (Size l = 0; l < lines; ++l)
    for (Size i = 0; i < kFours; ++i) {
      FourWords four;
      __builtin_memcpy(&four, static_cast<const char*>(figures) + l * kSummedLine + i * sizeof four, sizeof four);
      own_words[i] += four;
      own_sums[i] += own_words[i];
    }
  __builtin_memcpy(words, own_words, kSummedLine);
  __builtin_memcpy(sums, own_sums, kSummedLine);
}

template <typename T>
void measure_as(In<T> figures, Size n, std::int64_t* range, std::uint32_t* words, std::uint32_t* sums) {
  constexpr Size kAtOnce = kMeasuredAtOnce / sizeof(T);
  T low = figures[0], high = figures[0];
  for (Size first = 0; first < n; first += kAtOnce) {
    const Size some = n - first < kAtOnce ? n - first : kAtOnce;
    if (words != nullptr) add_summed_lines(figures + first, some * sizeof(T) / kSummedLine, words, sums);
    T least = low, most = high;
    for (Size i = 0; i < some; ++i) {
      const T figure = figures[first + i];
      least = figure < least ? figure : least;
      most = figure > most ? figure : most;
    }
    low = least, high = most;
  }
  range[0] = static_cast<std::int64_t>(low);
  range[1] = static_cast<std::int64_t>(high);
}

void measure_column_figures(Lane lane, const void* figures, Size n, std::int64_t* range, std::uint32_t* words,
                            std::uint32_t* sums) {
  if (n == 0) return;
  if (lane == Lane::u8) return measure_as(static_cast<const std::uint8_t*>(figures), n, range, words, sums);
  if (lane == Lane::u16) return measure_as(static_cast<const std::uint16_t*>(figures), n, range, words, sums);
  if (lane == Lane::i32) return measure_as(static_cast<const std::int32_t*>(figures), n, range, words, sums);
  measure_as(static_cast<const std::int64_t*>(figures), n, range, words, sums);
}

}  // namespace
}  // namespace cwp
