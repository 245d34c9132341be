#include "row/same_bytes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace cwp {
namespace {

TEST(SameBytes, AreSoForEveryLengthAndDifferForEachByte) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string one = std::string(size, 'a') + "behind it";
    const std::string other = std::string(size, 'a') + "something else";
    EXPECT_TRUE(same_bytes(one.data(), other.data(), size)) << size;
    for (std::size_t at = 0; at < size; ++at) {
      std::string changed = other;
      changed[at] = 'b';
      EXPECT_FALSE(same_bytes(one.data(), changed.data(), size)) << size << " " << at;
    }
  }
}

}  // namespace
}  // namespace cwp
