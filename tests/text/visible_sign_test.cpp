#include "text/visible_sign.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(VisibleSign, WhatNobodySeesIsANumber) {
  EXPECT_EQ(visible_sign("\xE2\x80\x8B"), "U+200B");
  EXPECT_EQ(visible_sign("\xEF\xBB\xBF"), "U+FEFF");
  EXPECT_EQ(visible_sign("\xC2\xA0"), "U+00A0");
}

TEST(VisibleSign, TheRestIsItself) {
  EXPECT_EQ(visible_sign("x"), "x");
  EXPECT_EQ(visible_sign(" "), " ");
  EXPECT_EQ(visible_sign("且"), "且");
  EXPECT_EQ(visible_sign("\xE2\x80\x8B\xE2\x80\x8B"), "\xE2\x80\x8B\xE2\x80\x8B");
  EXPECT_EQ(visible_sign("\xFF"), "\xFF");
  EXPECT_EQ(visible_sign(""), "");
}

}  // namespace
}  // namespace cwp
