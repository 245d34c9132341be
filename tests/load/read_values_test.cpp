// Values that several parts have: each is read alike wherever it stands.

#include <gtest/gtest.h>

#include "load/sections.hpp"
#include "loaded.hpp"

namespace cwp {
namespace {

TEST(ReadValues, BoundsAreAPairOrARange) {
  const auto loaded =
      load_text(book("metrics: {a: {min: 1}, b: {max: 2}, c: {range: [1, 2]}, d: {}}\n"
                     "attributes: {e: {type: number, min: -1, max: 1}}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const auto& metrics = loaded.value().metrics;
  EXPECT_TRUE(metrics[0].min && !metrics[0].max);
  EXPECT_TRUE(!metrics[1].min && metrics[1].max);
  EXPECT_EQ(metrics[2].max->to_text(), "2");
  EXPECT_TRUE(!metrics[3].min && !metrics[3].max);
  EXPECT_EQ(loaded.value().attributes[0].min->to_text(), "-1");
}

TEST(ReadValues, ReversedBoundsAreReportedAtTheGreaterOne) {
  EXPECT_EQ(problems(book("metrics: {a: {max: 1, min: 2}}\n")), Problems{"range-reversed 3:20"});
  EXPECT_EQ(problems(book("metrics: {a: {range: [2, x]}}\n")), Problems{"number-expected 3:26"});
}

TEST(ReadValues, AllowedTextsStandOnce) {
  EXPECT_EQ(problems(book("attributes: {a: {one_of: [x, x]}}\n")), Problems{"written-twice 3:30"});
  EXPECT_EQ(problems(book("attributes: {a: {one_of: []}}\n")), Problems{"list-empty 3:26"});
  EXPECT_EQ(problems(book("attributes: {a: {one_of: x}}\n")), Problems{"list-expected 3:26"});
}

TEST(ReadValues, GroupsAreOneNameAListOrAll) {
  const auto loaded =
      load_text(book("expect:\n  - {id: a, per: month, by: all, holds: x}\n"
                     "  - {id: b, per: month, by: station, holds: x}\n"
                     "  - {id: c, per: month, by: [station, area], holds: x}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  EXPECT_EQ(loaded.value().expectations[0].by.size(), 0u);
  EXPECT_EQ(loaded.value().expectations[1].by.size(), 1u);
  EXPECT_EQ(loaded.value().expectations[2].by.size(), 2u);
  EXPECT_EQ(problems(book("rankings: [{id: a, every: week, of: x, by: 1st}]\n")), Problems{"name-format 3:44"});
}

}  // namespace
}  // namespace cwp
