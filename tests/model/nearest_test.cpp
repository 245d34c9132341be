#include "cwp/nearest.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(NearestNames, AtMostThreeAndNoneThatIsFartherThanAnother) {
  EXPECT_EQ(nearest_names("A1", {"A01", "A02", "A12", "A13", "A21"}), "A01, A12, A13");
  EXPECT_EQ(nearest_names("visit", {"entries", "visits"}), "visits");
  EXPECT_EQ(nearest_names("张三", {"张三丰", "李四"}), "张三丰");
  EXPECT_EQ(nearest_names("nobody", {"entries", "visits"}), "");
}

}  // namespace
}  // namespace cwp
