#include "io/right_of_way.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <optional>

namespace cwp {
namespace {

TEST(RightOfWay, IsWaitedForUntilNobodyHasIt) {
  RightOfWay way;
  way.wait();  // nobody has it
  std::optional<RightOfWay::Taken> one(way), other(way);
  const auto waiting = std::async(std::launch::async, [&] { way.wait(); });
  one.reset();
  EXPECT_EQ(waiting.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
  other.reset();
  waiting.wait();
}

}  // namespace
}  // namespace cwp
