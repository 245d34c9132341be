#include "io/csv_header.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

class ReadHeader : public testing::Test {
 protected:
  CsvHeader read(TableKind kind, std::string_view text) {
    CsvScanner scanner(text);
    scanner.next();
    problems.clear();
    return read_header({kind, "table.csv"}, text, scanner, rules, {}, problems);
  }
  /// `SLUG LINE:COLUMN first argument` for each problem.
  std::string problems_of(TableKind kind, std::string_view text) {
    read(kind, text);
    std::string result;
    for (const Diagnostic& problem : problems) {
      const Position position = problem.place.source.position(problem.place.span.begin);
      result += std::string(problem.slug) + " " + std::to_string(position.line) + ":" +
                std::to_string(position.column) + " " + problem.arguments.at(0) + "\n";
    }
    return result;
  }
  const CheckedRulebook rules = checked_text(
      rulebook_with("      - {id: a, per: month, points: visits + survey + hours + quota, applies: area = 'urban'}\n"));
  std::vector<Diagnostic> problems;
};

TEST_F(ReadHeader, NamesAreTrimmedAndUnquoted) {
  const CsvHeader header = read(TableKind::metrics, "officer, date ,\"visits\"\n");
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(header.columns.size(), 3U);
  EXPECT_EQ(header.find(ColumnKind::date), 1U);
  EXPECT_EQ(header.columns[2].name, "visits");
  EXPECT_EQ(header.find(ColumnKind::value), CsvHeader::npos);
}

TEST_F(ReadHeader, MetricAndValueMakeALongTable) {
  EXPECT_EQ(read(TableKind::metrics, "officer,date,metric,value\n").find(ColumnKind::value), 3U);
  EXPECT_EQ(read(TableKind::metrics, "officer,date,visits\n").find(ColumnKind::figure), 2U);
  EXPECT_EQ(problems_of(TableKind::metrics, "officer,date,metric,value,visits\n"), "csv-column-unknown 1:27 visits\n");
}

TEST_F(ReadHeader, EachKindOfTableHasItsColumns) {
  EXPECT_EQ(problems_of(TableKind::roster, "officer,from,to,area\n"), "");
  EXPECT_EQ(problems_of(TableKind::duty, "officer,from,to,status\n"), "");
  EXPECT_EQ(problems_of(TableKind::duty, "officer,from,to,area\n"),
            "csv-column-missing 1:1 status\ncsv-column-unknown 1:17 area\n");
  EXPECT_EQ(problems_of(TableKind::roster, "area\n"), "csv-column-missing 1:1 officer\n");
}

TEST_F(ReadHeader, EveryProblemStandsAtItsColumnEvenBelowBlankLines) {
  EXPECT_EQ(problems_of(TableKind::metrics, "\n\nofficer,date,vists,,visits,visits,recorded,withdrawn\n"),
            "csv-column-unknown 3:14 vists\ncsv-column-unnamed 3:20 4\ncsv-column-twice 3:28 visits\n");
}

TEST_F(ReadHeader, OfManyProblemsTwentyAreListedAndTheOthersCounted) {
  std::string text = "officer,date";
  for (int i = 0; i < 25; ++i) text += ",column_" + std::to_string(i);
  read(TableKind::metrics, text);
  ASSERT_EQ(problems.size(), 21U);
  EXPECT_EQ(problems.back().slug, "csv-more-columns");
  EXPECT_EQ(problems.back().arguments.at(0), "5");
}

TEST_F(ReadHeader, AHeaderOfMoreThanAMebibyteIsNoTable) {
  read(TableKind::metrics, "officer,date," + std::string(std::size_t{1} << 20, 'x'));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].slug, "csv-header-too-long");
}

}  // namespace
}  // namespace cwp
