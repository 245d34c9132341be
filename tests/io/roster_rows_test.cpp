// Which rows of a roster are written plainly. That they mean the same as row by row: table_reader_test.cpp.

#include "io/roster_rows.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

struct RosterRead {
  std::string rows;
  RosterRows::Place place;
};

/// `LINE:KEY TEXT` for each row that was taken.
RosterRead read_roster_text(const std::string& text, std::size_t most = 100) {
  CsvHeader header;
  header.columns = {{ColumnKind::officer, "officer"}, {ColumnKind::from, "from"}, {ColumnKind::attribute, "station"}};
  InputRows rows;
  RosterRows roster(header, rows, 0, ',');
  RosterRead read;
  read.place = {0, 2};
  const std::string with_zeros = text + std::string(8, '\0');
  const std::size_t count = roster.read(std::string_view(with_zeros).substr(0, text.size()), most, read.place);
  EXPECT_EQ(count, rows.rosters.empty() ? 0 : rows.rosters[0].officers.size());
  for (std::size_t i = 0; i < count; ++i) {
    const PlainRoster& taken = rows.rosters[0];
    read.rows += std::to_string(taken.lines[i]) + ":" + std::string(rows.keys.key(taken.officers[i])) + " " +
                 taken.columns[0].texts[taken.columns[0].numbers[i]] + "\n";
  }
  return read;
}

TEST(RosterRows, PlainRowsAreTakenWithTheirLines) {
  const RosterRead read = read_roster_text("a,,S 1\nb,,\r\nc,,\xE5\x8C\x97\rd,,S 1");
  EXPECT_EQ(read.rows, "2:a S 1\n3:b \n4:c \xE5\x8C\x97\n5:d S 1\n");
  EXPECT_EQ(read.place.at, std::string("a,,S 1\nb,,\r\nc,,\xE5\x8C\x97\rd,,S 1").size());
  EXPECT_EQ(read.place.line, 6U);
}

/// Ends are looked for in eight bytes at once: every length and every other byte, at each place.
TEST(RosterRows, ATextOfAnyLengthWithAnyOtherByteInItIsTakenWhole) {
  for (std::size_t length = 0; length < 20; ++length)
    for (int byte = 1; byte < 256; ++byte) {
      const char other = static_cast<char>(byte);
      if (other == ',' || other == '\n' || other == '\r') continue;
      std::string station(length, 'S');
      if (length > 0) station[std::size_t(byte) % length] = other;
      if (station.starts_with('"')) continue;
      const RosterRead read = read_roster_text("a,," + station + "\nb,,T");
      EXPECT_EQ(read.rows, "2:a " + station + "\n3:b T\n") << length << ' ' << byte;
    }
}

TEST(RosterRows, ReadingEndsAtTheFirstRowThatIsNotPlainOrAfterSoMany) {
  for (const char* row : {"", " ", ",,", " b,,S", "b ,,S", "b c,,S", "\"b\",,S", "b,,\"S\"", "b,\"\",S",
                          "b,2026-03-01,S", "b,,S,", "b,", "b", "\xE8\xB4\x9D,,S", "\tb,,S", ",,S", "b, ,S"}) {
    const RosterRead read = read_roster_text("a,,S\n" + std::string(row) + "\nc,,S\n");
    EXPECT_EQ(read.rows, "2:a S\n") << row;
    EXPECT_EQ(read.place.at, 5U) << row;
    EXPECT_EQ(read.place.line, 3U) << row;
  }
  EXPECT_EQ(read_roster_text("a,,S\nb,,S\nc,,S\n", 2).rows, "2:a S\n3:b S\n");
  EXPECT_EQ(read_roster_text("").rows, "");
}

}  // namespace
}  // namespace cwp
