#include "kernel/lane_ahead.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace cwp::testing {
namespace {

constexpr std::size_t kAheadLanes = 512, kOfU16 = 2;

/// What columns of u16, that lie far apart, ask for, in the order in which it is asked for.
struct AskedFor {
  explicit AskedFor(std::size_t columns) : memory(columns * kApart), ahead(std::make_unique<Ahead>()) {
    ahead->expect(kOfU16 * columns, kAheadLanes);
    for (std::size_t c = 0; c < columns; ++c) ahead->add(column(c), kOfU16, kAheadLanes);
  }
  const char* column(std::size_t c) const { return memory.data() + c * kApart; }
  /// The first or second run of a column, of this block or the next one.
  const char* run(std::size_t r, bool next) const {
    return column(r / kOfU16) + r % kOfU16 * kAheadLanes + (next ? kOfU16 * kAheadLanes : 0);
  }

  static constexpr std::size_t kApart = 4 * kOfU16 * kAheadLanes;
  std::vector<char> memory;
  std::unique_ptr<Ahead> ahead;
};

TEST(LaneAhead, FewColumnsAreAskedForABlockAhead) {
  const AskedFor few(40);
  ASSERT_EQ(few.ahead->count, 80u);
  for (std::size_t r = 0; r < 80; ++r) EXPECT_EQ(few.ahead->runs[r], few.run(r, true)) << r;
}

TEST(LaneAhead, ManyAreAskedForAStretchAheadAndTheFirstOnesOfTheNextBlockAtTheEnd) {
  const AskedFor many(1240);
  const std::size_t runs = 2480, stretch = Ahead::kStretch / kAheadLanes;
  ASSERT_EQ(many.ahead->count, runs);
  ASSERT_LT(stretch, runs);
  for (std::size_t at = 0; at < runs; ++at) {
    const std::size_t wanted = at + stretch;
    EXPECT_EQ(many.ahead->runs[at], wanted < runs ? many.run(wanted, false) : many.run(wanted - runs, true)) << at;
  }
}

TEST(LaneAhead, MoreThanThereIsRoomForAreNotAskedFor) {
  const AskedFor most(Ahead::kMost);
  ASSERT_EQ(most.ahead->count, Ahead::kMost);
  EXPECT_EQ(most.ahead->taken, Ahead::kMost);
  for (const char* const run : most.ahead->runs) {
    EXPECT_GE(run, most.column(0));
    EXPECT_LT(run, most.column(Ahead::kMost / kOfU16));
  }
}

}  // namespace
}  // namespace cwp::testing
