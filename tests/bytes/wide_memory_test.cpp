#include "bytes/wide_memory.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace cwp {
namespace {

TEST(WideMemory, CanBeWrittenFromItsFirstToItsLastByteAndLiesAtALine) {
  for (const std::size_t bytes :
       {std::size_t{1}, std::size_t{4096}, (std::size_t{1} << 22) + 1, std::size_t{9} << 20}) {
    const std::shared_ptr<std::byte> memory = wide_memory(bytes);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(memory.get()) % 64, 0U);
    memory.get()[0] = std::byte{1};
    memory.get()[bytes - 1] = std::byte{2};
    EXPECT_EQ(memory.get()[bytes - 1], std::byte{2});
  }
}

}  // namespace
}  // namespace cwp
