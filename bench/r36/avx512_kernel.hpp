#pragma once
// R36 by hand for AVX-512, one block of officers: 32 of them a register, everything in cents in 16 bits.

#include <cstddef>
#include <cstdint>

#include "bench/r36/definition.hpp"

namespace cwp::r36 {

/// Officers of a block at most.
constexpr std::uint32_t kBlock = 1024;

/// Whole stations that are neighbours, with 32 officers at most each, kBlock together. `columns` and the outputs point
/// at the first officer.
struct Avx512Block {
  const std::uint16_t* columns[kMetrics];
  const std::uint32_t* begins;  ///< of the stations; begins[0] is the first officer of the block
  std::uint32_t stations;
  std::uint16_t* totals;
  std::uint16_t* categories[kCategories];
  std::uint16_t* station_ranks;
  std::uint32_t* histogram;  ///< how often each total occurs, added to
};

bool has_avx512();
/// Only where has_avx512(). Reads up to 31 figures beyond the block, writes nothing there.
void score_block_avx512(const Avx512Block& block);

}  // namespace cwp::r36
