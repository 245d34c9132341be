// Which rows are plain, where the others begin, and that parts make no difference.

#include "io/plain_reader.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "io/csv_scanner.hpp"

namespace cwp {
namespace {

constexpr std::string_view kPlainItems = "      - {id: a, per: month, points: visits + hours}\n";

struct PlainRows {
  std::string rows;
  bool one_date = false;
  std::vector<LeftRow> left;
};

/// `LINE:KEY DAY VISITS HOURS` for each plain row of a file whose first line is its header.
PlainRows read_plainly(const std::string& text, std::size_t part = 1 << 20, int threads = 1,
                       std::size_t slab = 1 << 14) {
  static const CheckedRulebook rules = checked_text(rulebook_with(kPlainItems));
  OfficerKeys keys;
  for (const char* key : {"ann", "bob", "7"}) keys.number(key);
  CsvHeader header;
  header.columns = {{ColumnKind::officer, "officer"},
                    {ColumnKind::date, "date"},
                    {ColumnKind::figure, "visits"},
                    {ColumnKind::figure, "hours"}};
  const std::function<void(WorkStage, std::size_t, std::size_t)> nobody;
  StageProgress progress(nobody, WorkStage::reading, text.size());
  PlainSheet sheet;
  PlainRows read;
  const std::size_t begin = text.find('\n') + 1;
  const auto reader = PlainReader::of(header, rules);
  const std::string with_zeros = text + std::string(8, '\0');
  const std::string_view whole = std::string_view(with_zeros).substr(0, text.size());
  const std::vector<TextPart> parts = parts_of(whole, 0, part, 1);  // as whoever looked at the text before cut it
  read.left = reader->read({whole, ',', begin, 2, keys, threads, part, slab, part % 2 == 0 ? &parts : nullptr},
                           progress, sheet);
  read.one_date = sheet.one_date.has_value();
  for (std::size_t row = 0; row < sheet.rows; ++row) {
    if (sheet.officers[row] == PlainSheet::kNoRow) continue;
    const std::int32_t hours = sheet.columns[1].large[row];
    read.rows +=
        std::to_string(sheet.lines[row]) + ":" + std::string(keys.key(sheet.officers[row])) + " " +
        Day{sheet.date(row).day}.to_text() + " " + std::to_string(sheet.columns[0].small[row]) + " " +
        (hours == PlainColumn::kNoLarge ? "-" : std::to_string(hours >> 3) + "e-" + std::to_string(hours & 7)) + "\n";
  }
  return read;
}

std::string left_lines(const PlainRows& read) {
  std::string lines;
  for (const LeftRow& row : read.left) lines += std::to_string(row.line) + (row.to_end ? "… " : " ");
  return lines;
}

TEST(PlainReader, APlainRowIsTakenWithItsLineAndItsPlaces) {
  const PlainRows plain = read_plainly(
      "officer,date,visits,hours\nann,2026-03-01,3,7.50\r\nbob,2026-03-01,65534,\n\nann,2026-3-2,0,12\n"
      "7,2026-03-01,1,9999999\nthe end is read row by row\n");
  EXPECT_EQ(plain.rows,
            "2:ann 2026-03-01 3 750e-2\n3:bob 2026-03-01 65534 -\n5:ann 2026-03-02 0 12e-0\n"
            "6:7 2026-03-01 1 9999999e-0\n");
  EXPECT_EQ(left_lines(plain), "7 ");
  EXPECT_EQ(read_plainly("officer,date,visits,hours\nbob,2026-03-01,5,6").rows, "2:bob 2026-03-01 5 6e-0\n");
  EXPECT_EQ(read_plainly("officer,date,visits,hours\nbob,2026-03-01,5,").rows, "2:bob 2026-03-01 5 -\n");
}

TEST(PlainReader, WhateverIsOutOfTheOrdinaryIsLeft) {
  for (const char* row : {"cyd,2026-03-01,1,1",
                          "ann ,2026-03-01,1,1",
                          ",2026-03-01,1,1",
                          "ann,2026-13-01,1,1",
                          "ann,2026-W10,1,1",
                          "ann,2026-03,1,1",
                          "ann,,1,1",
                          "ann,2026-03-01,-1,1",
                          "ann,2026-03-01,01,1",
                          "ann,2026-03-01,1.5,1",
                          "ann,2026-03-01,65535,1",
                          "ann,2026-03-01, 1,1",
                          "ann,2026-03-01,1,1,",
                          "ann,2026-03-01,1",
                          "ann,2026-03-01,1,12345678",
                          "ann,2026-03-01,1,1.",
                          "ann,2026-03-01,1,.5",
                          "ann,2026-03-01,1,1.23456789",
                          "ann,2026-03-01,x,1",
                          "ann,2026-03-01,1x,1",
                          "ann,2026-03-01,1,1 ",
                          "ann,2026-03-01,\xEF\xBC\x91,1"}) {
    const PlainRows left =
        read_plainly("officer,date,visits,hours\n" + std::string(row) + "\nbob,2026-03-01,2,3\n\n\n\n\n\n\n\n\n");
    EXPECT_EQ(left.rows, "3:bob 2026-03-01 2 3e-0\n") << row;
    EXPECT_EQ(left_lines(left).substr(0, 2), "2 ") << row;
  }
}

TEST(PlainReader, QuotesMayHoldLineBreaksAndTheRowsBehindThemArePlainAgain) {
  const PlainRows quoted = read_plainly(
      "officer,date,visits,hours\nann,2026-03-01,\"1\n\n1\",1\nbob,2026-03-01,2,3\n\"ann\",2026-03-01,1,1\n"
      "ann,2026-03-02,5,6\nann,2026-03-01,\"1,1\n");
  EXPECT_EQ(quoted.rows, "5:bob 2026-03-01 2 3e-0\n7:ann 2026-03-02 5 6e-0\n");
  EXPECT_EQ(left_lines(quoted), "2 6 8… ");
}

TEST(PlainReader, PartsAndThreadsMakeNoDifference) {
  std::string text = "officer,date,visits,hours\n";
  for (int i = 0; i < 500; ++i)
    text += i % 17 == 0   ? "cyd,2026-03-01,1,1\r\n"
            : i % 23 == 0 ? "\n"
            : i % 2 == 0  ? "ann,2026-03-0" + std::to_string(1 + i % 9) + "," + std::to_string(i) + ",1.5\n"
                          : "7,2026-03-02,,2\r\n";
  const PlainRows whole = read_plainly(text);
  EXPECT_GT(std::count(whole.rows.begin(), whole.rows.end(), '\n'), 400);
  for (const std::size_t part : {1, 30, 100, 1000})
    for (const int threads : {1, 2})
      for (const std::size_t slab : {1, 20, 33, 64, 200, 5000}) {
        const PlainRows parts = read_plainly(text, part, threads, slab);
        EXPECT_EQ(parts.rows, whole.rows) << part << " " << slab;
        EXPECT_EQ(left_lines(parts), left_lines(whole)) << part << " " << slab;
      }
}

TEST(PlainReader, OneDateOfAllRowsIsToldOnceAndOthersByRow) {
  constexpr int kRows = 40;
  const auto file = [](const std::function<bool(int)>& is_other) {
    std::string text = "officer,date,visits,hours\n", rows;
    for (int i = 0; i < kRows; ++i) {
      const std::string date = is_other(i) ? "2026-03-02" : "2026-03-01";
      if (i % 7 == 3) text += "cyd,2026-03-09,1,1\n";  // is left, and its date with it
      text += "ann," + date + ",1,2\n";
      rows += std::to_string(2 + i + (i + 4) / 7) + ":ann " + date + " 1 2e-0\n";
    }
    return std::pair(text, rows);
  };
  const std::vector<std::pair<bool, std::function<bool(int)>>> files = {
      {true, [](int) { return false; }},         {false, [](int i) { return i == kRows - 1; }},
      {false, [](int i) { return i == 0; }},     {false, [](int i) { return i >= kRows / 2; }},
      {false, [](int i) { return i % 2 == 0; }}, {false, [](int i) { return i == 20; }},
      {true, [](int) { return true; }}};
  for (const auto& [one_date, is_other] : files) {
    const auto [text, rows] = file(is_other);
    for (const std::size_t part : {1, 100, 300, 100'000})
      for (const int threads : {1, 2}) {
        const PlainRows read = read_plainly(text, part, threads);
        EXPECT_EQ(read.rows, rows) << part;
        EXPECT_EQ(read.one_date, one_date) << part;
      }
  }
  EXPECT_FALSE(read_plainly("officer,date,visits,hours\ncyd,2026-03-01,1,1\n").one_date);
}

TEST(PlainReader, CuttingATextInTheMiddleOfWhateverItHoldsMakesNoDifference) {
  const std::string header = "officer,date,visits,hours\n";
  const std::string rows =
      "ann,2026-03-01,3,7.50\r\nbob,2026-03-01,\"1\n\n1\",1\nbob,2026-03-01,12,\n\r\n\"ann\",2026-03-02,1,1\n"
      "ann,2026-03-03,123456789,1\nann,2026-03-03\nbob,2026-03-04,0,1.25\n,,,\n7,2026-03-05,65534,9999999";
  for (const std::string& text : {header + rows, header + rows + "\n", header + rows + "\r\n", header + rows + ".",
                                  header + rows + "\n7,2026-03-06,1,\"2\n"}) {
    const PlainRows whole = read_plainly(text);
    EXPECT_GE(std::count(whole.rows.begin(), whole.rows.end(), '\n'), 3);
    for (std::size_t cut = 1; cut <= text.size(); ++cut) {
      const PlainRows slabs = read_plainly(text, 1 << 20, 1, cut), parts = read_plainly(text, cut, 2, 7);
      EXPECT_EQ(slabs.rows, whole.rows) << cut;
      EXPECT_EQ(left_lines(slabs), left_lines(whole)) << cut;
      EXPECT_EQ(parts.rows, whole.rows) << cut;
      EXPECT_EQ(left_lines(parts), left_lines(whole)) << cut;
    }
  }
}

/// `LINE:FIGURE FIGURE …` for each plain row of whole figures side by side.
std::string read_side_by_side(const std::string& rows, std::vector<LeftRow>& left, std::size_t slab) {
  static const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: wide\nmetrics:\n  a: {type: u16}\n  b: {type: u8}\n  c: {type: u16, min: 5}\n  d: {type: u16}\n"
      "categories:\n  - {id: work, items: [{id: i, per: month, points: a + b + c + d}]}\n");
  OfficerKeys keys;
  keys.number("1");
  CsvHeader header;
  header.columns = {{ColumnKind::figure, "a"},        {ColumnKind::figure, "b"}, {ColumnKind::date, "date"},
                    {ColumnKind::officer, "officer"}, {ColumnKind::figure, "c"}, {ColumnKind::figure, "d"}};
  const std::function<void(WorkStage, std::size_t, std::size_t)> nobody;
  StageProgress progress(nobody, WorkStage::reading, rows.size());
  const std::string with_zeros = rows + std::string(8, '\0');
  PlainSheet sheet;
  left = PlainReader::of(header, rules)
             ->read({std::string_view(with_zeros).substr(0, rows.size()), ',', 0, 1, keys, 1, 1 << 20, slab}, progress,
                    sheet);
  std::string read;
  for (std::size_t row = 0; row < sheet.rows; ++row) {
    if (sheet.officers[row] == PlainSheet::kNoRow) continue;
    read += std::to_string(sheet.lines[row]) + ":";
    for (const PlainColumn& column : sheet.columns)
      read += " " + (column.small[row] == PlainColumn::kNoSmall ? "-" : std::to_string(column.small[row]));
    read += "\n";
  }
  return read;
}

TEST(PlainReader, ARowThatIsShortOfFiguresTakesNoneOfTheNextAndPromisesAreKeptSideBySide) {
  for (const std::size_t slab : {1, 16, 40, 1000}) {
    std::vector<LeftRow> left;
    EXPECT_EQ(read_side_by_side("1,2,2026-03-01,1,5,65534\n1\n1,2\n1,2,2026-03-01,1,5\n1,255,2026-03-02,1,,7\n"
                                "1,256,2026-03-02,1,6,7\n1,2,2026-03-02,1,4,7\n,,2026-03-03,1,,\n"
                                "1,2,2026-03-04,1,6,65535\n1,2,2026-03-04,1,06,0\n10,20,2026-03-05,1,6,0,\n"
                                "10,20,2026-03-05,1,12345678,0\n10,20,2026-03-05,1,7654321,0\n"
                                "10,20,2026-03-05,1,6;0\n10,20,2026-03-05,1,60,100",
                                left, slab),
              "1: 1 2 5 65534\n5: 1 255 - 7\n8: - - - -\n15: 10 20 60 100\n")
        << slab;
    std::string lines;
    for (const LeftRow& row : left) lines += std::to_string(row.line) + " ";
    EXPECT_EQ(lines, "2 3 4 6 7 9 10 11 12 13 14 ") << slab;
  }
}

TEST(PlainReader, FilesOfSeveralGrainsOrWithHistoryAreReadRowByRow) {
  const CheckedRulebook rules = checked_text(rulebook_with(kPlainItems));
  const auto usable = [&](std::initializer_list<CsvColumn> more) {
    CsvHeader header;
    header.columns = {{ColumnKind::officer, "officer"}, {ColumnKind::date, "date"}};
    header.columns.insert(header.columns.end(), more);
    return PlainReader::of(header, rules).has_value();
  };
  EXPECT_TRUE(usable({{ColumnKind::figure, "visits"}, {ColumnKind::passed_over, "other"}}));
  EXPECT_FALSE(usable({{ColumnKind::figure, "visits"}, {ColumnKind::figure, "survey"}}));
  EXPECT_FALSE(usable({{ColumnKind::figure, "visits"}, {ColumnKind::recorded, "recorded"}}));
  EXPECT_FALSE(usable({{ColumnKind::figure, "visits"}, {ColumnKind::withdrawn, "withdrawn"}}));
  EXPECT_FALSE(usable({}));
}

}  // namespace
}  // namespace cwp
