#include "io/csv_scanner.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

/// Each record as `LINE: field|field`, with `!` behind it for a stray quote; a last line for an unclosed quote.
std::string scanned(std::string_view text) {
  CsvScanner scanner(text);
  std::string result;
  while (scanner.next()) {
    result += std::to_string(scanner.line()) + ": ";
    for (std::size_t i = 0; i < scanner.fields().size(); ++i)
      result += (i > 0 ? "|" : "") + std::string(scanner.fields()[i]);
    result += scanner.stray_quote() ? "!;" : ";";
  }
  if (scanner.unclosed_quote())
    result += "quote at byte " + std::to_string(*scanner.unclosed_quote()) + ", line " + std::to_string(scanner.line());
  return result;
}

TEST(CsvScanner, CutsFieldsAtCommas) {
  EXPECT_EQ(scanned("a,b\nc,,d\n"), "1: a|b;2: c||d;");
  EXPECT_EQ(scanned("a,"), "1: a|;");
  EXPECT_EQ(scanned(",a"), "1: |a;");
}

TEST(CsvScanner, EndsALineAtEachKindOfBreak) {
  EXPECT_EQ(scanned("a\nb\r\nc\rd"), "1: a;2: b;3: c;4: d;");
  EXPECT_EQ(scanned("a\r"), "1: a;");
}

TEST(CsvScanner, PassesOverRecordsWithoutTextButCountsTheirLines) {
  EXPECT_EQ(scanned("\n\na\n,, \n\t\nb"), "3: a;6: b;");
  EXPECT_EQ(scanned(""), "");
  EXPECT_EQ(scanned("\r\n\r\n"), "");
}

TEST(CsvScanner, TakesQuotesOffAndDoubledOnesForOne) {
  EXPECT_EQ(scanned("\"a,b\",\"c\"\"d\",\"\"\n"), "1: a,b|c\"d|;");
  EXPECT_EQ(scanned("\"\"\"\""), "1: \";");
}

TEST(CsvScanner, AQuotedFieldRunsOverLinesThatCount) {
  EXPECT_EQ(scanned("\"a\nb\r\nc\rd\",e\nf"), "1: a\nb\r\nc\rd|e;5: f;");
}

TEST(CsvScanner, AQuoteInsideAnUnquotedFieldIsText) { EXPECT_EQ(scanned("5\" pipe,b"), "1: 5\" pipe|b;"); }

TEST(CsvScanner, TextBehindAClosingQuoteIsStray) {
  EXPECT_EQ(scanned("\"ann\"a,1\n\"bob\" ,2\n"), "1: ann|1!;2: bob|2;");
}

TEST(CsvScanner, AnUnclosedQuoteEndsTheText) {
  EXPECT_EQ(scanned("a,b\nc,\"d\ne\n"), "1: a|b;quote at byte 6, line 2");
  EXPECT_EQ(scanned("\"a\"\""), "quote at byte 0, line 1");
}

TEST(CsvScanner, KnowsTheBytesOfRecordAndField) {
  CsvScanner scanner("x\r\nab,\"c\",d\r\n");
  ASSERT_TRUE(scanner.next());
  ASSERT_TRUE(scanner.next());
  EXPECT_EQ(scanner.begin(), 3U);
  EXPECT_EQ(scanner.end(), 11U);
  EXPECT_EQ(scanner.field_bytes(1), (std::pair<std::size_t, std::size_t>(6, 9)));  // quotes included
}

}  // namespace
}  // namespace cwp
