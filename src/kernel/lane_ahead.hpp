#pragma once
// Part of the body of every unit: see lane_body.hpp. What is asked for before it is read.

#include "kernel/lane_step.hpp"

namespace cwp {
namespace {

using Size = std::size_t;

/// What steps will read, a cache line for each group of a step's lanes: it is asked for while others are computed, so
/// that memory is at work all the while, and what is asked for at once does not wait for one another. Of few columns
/// that is the next block. Where a block reads more than kStretch it would be gone again by then: then it is what this
/// block reads so much later, and the next block's first columns at its end.
struct Ahead {
  static constexpr Size kMost = 4096, kLine = 64, kStretch = Size{400} << 10;
  const char* runs[kMost];  ///< as they are asked for
  Size count = 0, taken = 0, later = 0;

  /// Where there may be many: for so many runs of n bytes, before the first.
  void expect(Size all, Size n) {
    const Size most = all < kMost ? all : kMost;
    if (most * n <= kStretch) return;
    count = most;
    later = most - kStretch / n;
  }
  void add(const void* lanes, Size bytes, Size n) {
    const char* const own = static_cast<const char*>(lanes);
    const char* const next = own + n * bytes;
    if (later == 0) {
      for (Size done = 0; done < bytes && count < kMost; ++done) runs[count++] = next + done * n;
      return;
    }
    for (Size done = 0; done < bytes && taken < count; ++done, ++taken)
      if (taken < count - later)
        runs[taken + later] = next + done * n;  // at the end of this block
      else
        runs[taken - (count - later)] = own + done * n;
  }
};
static_assert(kLaneGroup == Ahead::kLine);

}  // namespace
}  // namespace cwp
