#include "row/file_digest.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(FileDigest, IsWhatIsKnownOrWhatComes) {
  const FileDigest known(InputDigest{"0123", 4, 1});
  EXPECT_EQ(known.get().sha256, "0123");
  std::promise<std::string> promise;
  const FileDigest coming(promise.get_future().share(), 5, 2);
  const FileDigest copy = coming;
  EXPECT_EQ(copy.bytes(), 5U);  // before it has come
  EXPECT_EQ(copy.rows(), 2U);
  promise.set_value("4567");
  for (const FileDigest* one : {&coming, &copy}) {
    EXPECT_EQ(one->get().sha256, "4567");
    EXPECT_EQ(one->get().bytes, 5U);
    EXPECT_EQ(one->get().rows, 2U);
  }
}

}  // namespace
}  // namespace cwp
