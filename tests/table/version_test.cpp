#include <gtest/gtest.h>

#include <regex>

#include "cwp/write.hpp"

namespace cwp {
namespace {

TEST(Version, IsThreeNumbers) {
  EXPECT_TRUE(std::regex_match(std::string(version()), std::regex(R"(\d+\.\d+\.\d+)"))) << version();
}

}  // namespace
}  // namespace cwp
