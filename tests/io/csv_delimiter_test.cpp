#include "io/csv_delimiter.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

TEST(DetectedDelimiter, IsWhatTheHeaderHasMostOf) {
  EXPECT_EQ(detected_delimiter("officer,date,visits\n1;2;3;4;5\n"), ',');
  EXPECT_EQ(detected_delimiter("officer;date;visits\na,b,c,d\n"), ';');
  EXPECT_EQ(detected_delimiter("\r\n\r\nofficer\tdate\tvisits\r\n"), '\t');
}

TEST(DetectedDelimiter, IsTheCommaWithoutOthers) {
  EXPECT_EQ(detected_delimiter(""), ',');
  EXPECT_EQ(detected_delimiter("officer"), ',');
  EXPECT_EQ(detected_delimiter("a,b;c"), ',');
}

TEST(DetectedDelimiter, DoesNotStandInQuotes) { EXPECT_EQ(detected_delimiter("\"a,b,c\";d\n"), ';'); }

}  // namespace
}  // namespace cwp
