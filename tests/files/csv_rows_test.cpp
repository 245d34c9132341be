#include "files/csv_rows.hpp"

#include <gtest/gtest.h>

#include "cwp/decimal.hpp"
#include "cwp/score_sink.hpp"
#include "table/csv_text.hpp"

namespace cwp {
namespace {

TEST(CsvRows, FiguresAreThoseOfDecimals) {
  for (const int decimals : {0, 1, 2, 4, 5, 9}) {
    const FigureTexts texts(decimals);
    for (const std::int64_t units : {0LL, 1LL, 9LL, 10LL, 99LL, 100LL, 305LL, 9'999LL, 10'000LL, 123'456'789LL, -1LL,
                                     -250LL, 999'999'999'999'999'999LL}) {
      char memory[FigureTexts::kMost + 8];
      const std::string text(memory, texts.put(memory, units));
      const Decimal figure{units, std::uint8_t(decimals)};
      EXPECT_EQ(text, "," + figure.to_text());
    }
    char memory[FigureTexts::kMost + 8];
    EXPECT_EQ(std::string(memory, texts.put(memory, kNoFigure)), ",");
  }
}

TEST(CsvRows, AllFiguresThatTablesHold) {
  for (const int decimals : {0, 1, 2, 3, 4}) {
    const FigureTexts texts(decimals);
    for (std::int64_t units = 0; units < 1'100'000; units += units < 120'000 ? 1 : 997) {
      char memory[FigureTexts::kMost + 8];
      const Decimal figure{units, std::uint8_t(decimals)};
      ASSERT_EQ(std::string(memory, texts.put(memory, units)), "," + figure.to_text());
    }
  }
}

TEST(CsvRows, CellsAreThoseOfCsvText) {
  for (const char* text : {"", "7", "ann", "a b", "=x", "-5", "-x", "a,b", "\"", "走访", "＝1", "a\nb"}) {
    std::string memory(most_of_cell(text) + 8, 'x');
    EXPECT_EQ(std::string(memory.data(), put_cell(memory.data(), text)), csv_cell(text));
  }
}

TEST(CsvRows, ShortCellsAreTheSameWhateverStandsBehindThem) {
  for (const char* text : {"", "7", "0", "12345678", "123456789", "1234567/", "1:", "12.5", "ann", "=x", "-5", "a,b",
                           "\"", "走访", "\xF1\xF2", "12\n"})
    for (const char behind : {'\0', '0', '9', ',', '\xFF'}) {
      const std::string with_more = text + std::string(8, behind);
      const std::string_view cell = std::string_view(with_more).substr(0, with_more.size() - 8);
      std::string memory(most_of_cell(cell) + 8, 'x');
      EXPECT_EQ(std::string(memory.data(), put_short_cell(memory.data(), cell)), csv_cell(cell));
    }
}

}  // namespace
}  // namespace cwp
