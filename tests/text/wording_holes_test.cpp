#include "text/wording_holes.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cwp {
namespace {

TEST(WordingHoles, AreFilledByNumber) {
  EXPECT_EQ(with_arguments("{1} of {0}", {"a", "b"}, Language::en), "b of a");
  EXPECT_EQ(with_arguments("per {w0}", {"week"}, Language::zh), "per 周（week）");
}

TEST(WordingHoles, APluralEndsInSUnlessThereIsOne) {
  EXPECT_EQ(with_arguments("{0} file{s0}", {"1"}, Language::en), "1 file");
  EXPECT_EQ(with_arguments("{0} file{s0}", {"0"}, Language::en), "0 files");
  EXPECT_EQ(with_arguments("{0} file{s0}", {"12"}, Language::en), "12 files");
}

TEST(WordingHoles, ARemarkThatHoldsNothingIsLeftOut) {
  EXPECT_EQ(with_arguments("no such metric (nearest: {0})", {"visits"}, Language::en),
            "no such metric (nearest: visits)");
  EXPECT_EQ(with_arguments("no such metric (nearest: {0})", {""}, Language::en), "no such metric");
  EXPECT_EQ(with_arguments("没有这个指标（最接近的：{0}）。", {""}, Language::zh), "没有这个指标。");
  EXPECT_EQ(with_arguments("all (of {0} and {1}) (x)", {"", "b"}, Language::en), "all (of  and b) (x)");
}

TEST(WordingHoles, OtherBracesStay) {
  EXPECT_EQ(with_arguments("{name: [low, high], …}", {}, Language::en), "{name: [low, high], …}");
  EXPECT_EQ(with_arguments("not in {{0}}", {"a,b"}, Language::en), "not in {a,b}");
}

TEST(WordingHoles, AnArgumentThatIsNotGivenIsABrokenInvariant) {
  EXPECT_THROW(with_arguments("{0} and {1}", {"a"}, Language::en), std::logic_error);
}

TEST(Wording, SaysARowThatIsNoProblem) {
  EXPECT_EQ(wording("said-errors-and-warnings", {"1", "2"}), "1 error, 2 warnings");
  EXPECT_EQ(wording("said-errors-and-warnings", {"1", "2"}, Language::zh), "1 个错误，2 个警告");
  EXPECT_THROW(wording("no-such-row"), std::logic_error);
}

}  // namespace
}  // namespace cwp
