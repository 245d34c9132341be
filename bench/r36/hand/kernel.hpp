#pragma once
// R36 by hand, one block of officers: a vector register of them after the other, everything in cents in 16 bits.

#include <cstddef>
#include <cstdint>

#include "bench/r36/definition.hpp"

namespace cwp::r36 {

/// Officers of a block at most.
constexpr std::uint32_t kBlock = 1024;
/// Of memory that is read beyond its end.
constexpr std::size_t kBeyond = 32;

/// Whole stations that are neighbours, with 32 officers at most each, kBlock together. `columns` and the outputs point
/// at the first officer.
struct HandBlock {
  const std::uint16_t* columns[kMetrics];
  const std::uint32_t* begins;  ///< of the stations; begins[0] is the first officer of the block
  std::uint32_t stations;
  std::uint16_t* totals;
  std::uint16_t* categories[kCategories];  ///< null: they are not kept
  std::uint16_t* station_ranks;
  std::uint16_t* items;  ///< of the first item; those behind it are item_stride apart. Null: they are not kept
  std::size_t item_stride;
  std::uint32_t* histogram;  ///< how often each total occurs, added to
};

/// Reads up to 31 figures beyond the columns and totals of the block, writes nothing there.
struct HandKernel {
  const char* name;
  void (*score_block)(const HandBlock& block);
};
/// Null where the processor lacks the instructions, or the compiler does.
const HandKernel* avx512_kernel();
const HandKernel* avx2_kernel();
/// The first of them that is there, or null.
const HandKernel* best_kernel();

}  // namespace cwp::r36
