#include "kernel/around_caches.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace cwp::testing {
namespace {

TEST(AroundCaches, AnyStretchIsCopiedAndNothingBesideItIsTouched) {
  std::vector<unsigned char> from(300);
  std::iota(from.begin(), from.end(), static_cast<unsigned char>(1));
  for (std::size_t at = 0; at < 20; ++at)
    for (std::size_t bytes = 0; bytes < 100; ++bytes) {
      std::vector<unsigned char> to(300, 0), wanted = to;
      copy_around_caches(from.data() + at % 7, to.data() + at, bytes);
      end_around_caches();
      std::copy_n(from.begin() + std::ptrdiff_t(at % 7), bytes, wanted.begin() + std::ptrdiff_t(at));
      ASSERT_EQ(to, wanted) << bytes << " bytes at " << at;
    }
}

}  // namespace
}  // namespace cwp::testing
