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

TEST_F(ReadHeader, AColumnThatIsCalledOtherwiseIsToldItsNameAndNotMissed) {
  const auto hints = [&](TableKind kind, std::string_view text) {
    read(kind, text);
    std::string all;
    for (const Diagnostic& problem : problems) all += std::string(problem.slug) + " " + problem.arguments.at(1) + "\n";
    return all;
  };
  EXPECT_EQ(hints(TableKind::metrics, "警号,日期,visits\n"), "csv-column-unknown officer\ncsv-column-unknown date\n");
  EXPECT_EQ(hints(TableKind::duty, "姓名,开始日期,结束日期,状态\n"),
            "csv-column-unknown officer\ncsv-column-unknown from\ncsv-column-unknown to\ncsv-column-unknown status\n");
  EXPECT_EQ(hints(TableKind::metrics, "officer,date,指标,数值\n"), "csv-column-unknown \ncsv-column-unknown \n")
      << "a wide table has no such columns";
  const CheckedRulebook titled = checked_text(
      "cwp: 1\nid: titled\nattributes: {suo: {title: {zh: 派出所}}}\n"
      "metrics: {zoufang: {title: {zh: 走访, en: Visits}}}\n"
      "categories: [{id: c, items: [{id: i, per: month, points: zoufang, applies: suo = 'A'}]}]\n");
  for (const char* name : {"走访", "Visits"}) {
    const std::string text = std::string("officer,date,") + name + "\n";
    CsvScanner scanner(text);
    scanner.next();
    problems.clear();
    read_header({TableKind::metrics, "table.csv"}, text, scanner, titled, {}, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].arguments, (std::vector<std::string>{name, "zoufang"}));
  }
}

TEST_F(ReadHeader, ALineAboveTheHeaderIsOneErrorThatSaysWhereTheHeaderIs) {
  EXPECT_EQ(problems_of(TableKind::metrics, "sep=,\nofficer,date,visits\n"), "csv-separator-line 1:1 2\n");
  EXPECT_EQ(problems_of(TableKind::metrics, "SEP=;\nofficer;date;visits\n"), "csv-separator-line 1:1 2\n");
  EXPECT_EQ(problems_of(TableKind::metrics, "2026年3月走访统计表,,\n\nofficer,date,visits\nann,2026-03-01,5\n"),
            "csv-title-line 1:1 3\n");
  EXPECT_EQ(problems_of(TableKind::roster, "Officers of March\nofficer\nann\n"), "csv-title-line 1:1 2\n");
  EXPECT_EQ(problems_of(TableKind::metrics, "Visits\nof all,of March,\n警号,日期,visits\n"), "csv-title-line 1:1 3\n");
}

TEST_F(ReadHeader, AHeaderThatIsWrongIsNoTitle) {
  EXPECT_EQ(problems_of(TableKind::roster, "person,area\nofficer,area\n"),
            "csv-column-unknown 1:1 person\ncsv-column-missing 1:1 officer\n");
  // No line below is a header either.
  EXPECT_EQ(problems_of(TableKind::roster, "person\nann\nbob\n"),
            "csv-column-missing 1:1 officer\ncsv-column-unknown 1:1 person\n");
  EXPECT_EQ(problems_of(TableKind::roster, "officer\nofficer\n"), "") << "he may be called so";
}

TEST_F(ReadHeader, TheColumnsThatAreNamedAreThoseOfTheRulebook) {
  EXPECT_EQ(expected_columns({TableKind::duty, ""}, rules.rulebook()), "officer,from,to,status");
  std::string text = "cwp: 1\nid: many\nattributes: {station: {}, area: {}}\nmetrics: {";
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i"}) text += std::string(name) + ": {}, ";
  const CheckedRulebook many =
      checked_text(text + "j: {}}\ncategories: [{id: k, items: [{id: l, per: month, points: a}]}]\n");
  EXPECT_EQ(expected_columns({TableKind::roster, ""}, many.rulebook()), "officer,from,to,station,area");
  EXPECT_EQ(expected_columns({TableKind::metrics, ""}, many.rulebook()),
            "officer,date,a,b,c,d,e,f,g,…, officer,date,metric,value");
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
