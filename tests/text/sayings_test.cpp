#include "text/sayings.hpp"

#include <gtest/gtest.h>

#include <set>

#include "text/diagnostic_rows.hpp"
#include "text/wording_holes.hpp"

namespace cwp {
namespace {

TEST(Sayings, AreKnownByTheirEnglishWords) {
  EXPECT_EQ(chinese_saying("No such file or directory"), "文件或文件夹不存在");
  EXPECT_EQ(chinese_saying("illegal map value"), "此处不能有键值");
  EXPECT_EQ(chinese_saying("nobody says this"), "");
  EXPECT_EQ(chinese_saying(""), "");
}

TEST(Sayings, KeepWhatIsNamedInThem) {
  EXPECT_EQ(chinese_saying("there is no 'span'"), "缺少“span”");
  EXPECT_EQ(chinese_saying("unknown escape character: q"), "无法识别的转义字符：q");
  EXPECT_EQ(chinese_saying("--inputs excludes --roster"), "--inputs 与 --roster 不能同用");
  EXPECT_EQ(chinese_saying("--format: yaml not in {text,json}"), "--format：“yaml”不是允许的值，可用：text,json");
}

TEST(Sayings, WhatAnOptionRefusesIsTranslatedWithIt) {
  EXPECT_EQ(chinese_saying("--to: a date is wanted, 2026-03-01, not '31.3.2026'"),
            "--to：应为日期，如 2026-03-01，而不是“31.3.2026”");
}

TEST(Sayings, EachIsFoundAgainWithItsHolesInTheSameOrder) {
  std::set<std::string_view> seen;
  for (const Saying& one : sayings()) {
    EXPECT_TRUE(seen.insert(one.en).second) << one.en << " stands twice";
    std::string filled = with_arguments(one.en, {"x1", "x2", "x3"}, Language::en);
    EXPECT_EQ(chinese_saying(filled), with_arguments(one.zh, {"x1", "x2", "x3"}, Language::zh));
  }
}

}  // namespace
}  // namespace cwp
