#include "bulletin/defused.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(Defused, WhatASpreadsheetTakesForAFormulaBeginsWithAnApostrophe) {
  for (const char* text :
       {"=1+1", "+8613800000000", "-A1", "-5-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－A1", "＠x"})
    EXPECT_EQ(defused(text), "'" + std::string(text));
}

TEST(Defused, NumbersAndOtherTextsStayAsTheyAre) {
  for (const char* text : {"", "ann", "张三", "A=1", "-5", "-0.50", "–", "'=1"}) EXPECT_EQ(defused(text), text);
}

}  // namespace
}  // namespace cwp
