#include "io/text_encoding.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

LikelyEncoding likely(std::string_view bytes) { return likely_encoding(bytes, decoded_text(bytes, "GB18030")); }

TEST(DecodedText, HoldsWhatCameBeforeABadByte) {
  const DecodedText whole = decoded_text("a,\xD5\xC5\xC8\xFD\n\x95\x32\x82\x36", "GB18030");  // four bytes, too
  EXPECT_TRUE(whole.whole);
  EXPECT_EQ(whole.text, "a,张三\n𠀀");
  const DecodedText cut = decoded_text("a\n\xD5\xC5\xFF", "GB18030");
  EXPECT_FALSE(cut.whole);
  EXPECT_EQ(cut.text, "a\n张");
}

TEST(DecodedText, LongTextsAreWhole) {
  std::string bytes, text;
  for (int i = 0; i < 70000; ++i) bytes += "\xD5\xC5", text += "张";
  EXPECT_EQ(decoded_text(bytes, "GB18030").text, text);
}

TEST(IsSurelyUtf8, WhatIsSoundAndLongEnough) {
  EXPECT_TRUE(is_surely_utf8("officer\n张三李四\n"));
  EXPECT_FALSE(is_surely_utf8("officer\n张三\n")) << "short enough to be chance";
  EXPECT_FALSE(is_surely_utf8("officer\nann\n"));
  EXPECT_FALSE(is_surely_utf8("张三李四王五\xD5\xC5")) << "not all of it";
}

TEST(LikelyEncoding, ChineseIsGb18030) { EXPECT_EQ(likely("\xD5\xC5\xC8\xFD,5"), LikelyEncoding::gb18030); }

TEST(LikelyEncoding, WesternLettersAndDamagedUtf8AreUnclear) {
  EXPECT_EQ(likely("caf\xE9s"), LikelyEncoding::unclear);
  EXPECT_EQ(likely("走访走访走访走访\xD5\xC5\xC8\xFD"), LikelyEncoding::unclear);
}

TEST(LikelyEncoding, OtherBytesAreNeither) { EXPECT_EQ(likely("\xD5\xC5\xFF"), LikelyEncoding::neither); }

TEST(LikelyUtf16, ZerosLieAtOnePlaceOfTwo) {
  EXPECT_EQ(likely_utf16(std::string_view("a\0,\0", 4)), Utf16Order::little);
  EXPECT_EQ(likely_utf16(std::string_view("\0a\0,", 4)), Utf16Order::big);
  EXPECT_EQ(likely_utf16("a,b"), std::nullopt);
  EXPECT_EQ(likely_utf16(std::string_view("\0\0\0\0", 4)), std::nullopt);
}

}  // namespace
}  // namespace cwp
