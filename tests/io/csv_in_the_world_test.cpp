// Files as spreadsheets and people make them: encodings, delimiters, what is no table at all.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "checked_text.hpp"
#include "cwp/read_csv.hpp"
#include "data/dataset_state.hpp"

namespace cwp {
namespace {

constexpr std::string_view kOneItem = "      - {id: a, per: month, points: visits}\n";

struct CsvInTheWorld : testing::Test {
  CsvInTheWorld() {
    std::filesystem::create_directories(folder);
    write("roster.csv", "officer\nann\n张三\n");
  }
  ~CsvInTheWorld() override { std::filesystem::remove_all(folder); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return (folder / name).string();
  }
  /// What is said of metrics.csv of these bytes, then the figures and the row issues, `张三 5@2`.
  std::string read(const std::string& bytes, Language language = Language::en) {
    inputs.roster = (folder / "roster.csv").string();
    inputs.metrics = {write("metrics.csv", bytes)};
    const Result<Dataset> data = read_csv(inputs, rules);
    std::string text;
    for (const Diagnostic& diagnostic : data.diagnostics()) text += render(diagnostic, language);
    for (std::size_t at; (at = text.find(folder.string() + "/")) != std::string::npos;)
      text.erase(at, folder.string().size() + 1);
    if (!data.ok()) return text;
    for (const OfficerRecord& officer : data.value().state().officers)
      for (const auto& cells : officer.metrics)
        for (const MetricCell& cell : cells)
          if (!cell.refused)
            text += officer.key + " " + cell.value.to_text() + "@" + std::to_string(cell.origins[0].line) + ";";
    for (const RowIssue& issue : data.value().issues())
      text += std::to_string(issue.line) + " " + std::string(issue.reason) + " " + issue.value + ";";
    return text;
  }
  /// As Excel writes it, in UTF-16.
  static std::string utf16(std::u16string_view text, bool big) {
    std::string bytes;
    for (const char16_t unit : text) {
      const char low = char(unit & 0xFF), high = char(unit >> 8);
      bytes += big ? high : low;
      bytes += big ? low : high;
    }
    return bytes;
  }

  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("cwp-in-the-world-" + std::to_string(getpid()));
  CheckedRulebook rules = checked_text(rulebook_with(kOneItem));
  CsvInputs inputs;
};

const std::string kGbk = "officer,date,visits\r\n\xD5\xC5\xC8\xFD,2026-03-02,5\r\n\xD5\xC5\xC8\xFD,2026-03-03,many\r\n";

TEST_F(CsvInTheWorld, UnicodeTextOfExcelIsRead) {
  const std::u16string text = u"\uFEFFofficer\tdate\tvisits\r\n张三\t2026-03-02\t5\r\nann\t2026-03-03\tmany\r\n";
  for (const bool big : {false, true}) EXPECT_EQ(read(utf16(text, big)), "张三 5@2;3 value-not-a-number many;");
}

TEST_F(CsvInTheWorld, CutUtf16IsAnErrorAtItsPlace) {
  const std::string said = read(utf16(u"\uFEFFofficer\tdate\n张三\t", false) + "x");
  EXPECT_EQ(said.substr(0, said.find('\n')),
            "metrics.csv:2:4: error[csv-wrong-encoding]: metrics.csv: line 2 is not UTF-16, the encoding of the file");
}

TEST_F(CsvInTheWorld, Gb18030ThatWasToldIsReadInSilence) {
  write("roster.csv", "officer\n\xD5\xC5\xC8\xFD\n");
  inputs.dialect.encoding = TextEncoding::gb18030;
  EXPECT_EQ(read(kGbk), "张三 5@2;3 value-not-a-number many;");
}

TEST_F(CsvInTheWorld, Gb18030ThatWasDetectedIsReadWithAWarningAndAnIssue) {
  EXPECT_EQ(read(kGbk),
            "metrics.csv: warning[csv-encoding-detected]: the file is not UTF-8 and was read as GB18030\n"
            "  = to say so yourself: --encoding gb18030; or save it as “CSV UTF-8”\n"
            "张三 5@2;0 csv-encoding-detected ;3 value-not-a-number many;");
}

TEST_F(CsvInTheWorld, ATextThatIsNotWhatWasToldIsAnErrorInBothLanguages) {
  inputs.dialect.encoding = TextEncoding::utf8;
  EXPECT_EQ(read(kGbk).substr(0, 102),
            "metrics.csv:2:1: error[csv-wrong-encoding]: metrics.csv: line 2 is not UTF-8, the encoding of the file");
  EXPECT_NE(read(kGbk, Language::zh).find("metrics.csv：第 2 行不符合该文件的编码 UTF-8"), std::string::npos);
}

TEST_F(CsvInTheWorld, AByteOrderMarkOrItsLackBetraysAWrongEncodingThatWasTold) {
  const std::string wrong = "metrics.csv:1:1: error[csv-wrong-encoding]: metrics.csv: line 1 is not ";
  const std::string text = "officer,date,visits\nann,2026-03-02,5\n";
  write("roster.csv", "officer\nann\n");
  inputs.dialect.encoding = TextEncoding::gb18030;
  EXPECT_TRUE(read("\xEF\xBB\xBF" + text).starts_with(wrong + "GB18030"));
  EXPECT_TRUE(read(utf16(u"\uFEFFofficer", false)).starts_with(wrong + "GB18030"));
  EXPECT_EQ(read(text), "ann 5@2;");  // ASCII is the same in both
  write("roster.csv", utf16(u"officer\nann\n", false));
  inputs.dialect.encoding = TextEncoding::utf16;
  EXPECT_TRUE(read(text).starts_with(wrong + "UTF-16"));
}

TEST_F(CsvInTheWorld, Utf8ThatWasToldToBeGb18030IsAnErrorAndNotReadAsNonsense) {
  write("roster.csv", "officer\nann\n");
  inputs.dialect.encoding = TextEncoding::gb18030;
  EXPECT_TRUE(read("officer,date,visits\n张三李四,2026-03-02,5\n")
                  .starts_with("metrics.csv:2:1: error[csv-wrong-encoding]: metrics.csv: line 2 is not GB18030"));
}

TEST_F(CsvInTheWorld, ARosterOfNobodyIsAnError) {
  write("roster.csv", "officer,from\n");
  EXPECT_TRUE(read("officer,date,visits\nann,2026-03-02,5\n")
                  .starts_with("roster.csv: error[csv-no-officers]: roster.csv has no officer"));
  write("roster.csv", "officer,from\nann,1/3/2026\n");
  const std::string said = read("officer,date,visits\nann,2026-03-02,5\n");
  EXPECT_NE(said.find("csv-no-officers"), std::string::npos) << said;
  EXPECT_NE(said.find("this is not a date as"), std::string::npos) << said;
}

TEST_F(CsvInTheWorld, ColumnsOfGb18030AreCountedInCharacters) {
  inputs.dialect.encoding = TextEncoding::gb18030;
  write("roster.csv", "officer\nann\n");
  EXPECT_EQ(read("officer,date,\xD7\xDF\xB7\xC3,visit\n").substr(0, 17), "metrics.csv:1:14:");
}

TEST_F(CsvInTheWorld, SemicolonsAndTabsAreDetectedOrTold) {
  EXPECT_EQ(read("officer;date;visits\nann;2026-03-02;5\n"), "ann 5@2;");
  EXPECT_EQ(read("officer\tdate\tvisits\rann\t2026-03-02\t5\r"), "ann 5@2;");
  inputs.dialect.delimiter = FieldDelimiter::semicolon;
  write("roster.csv", "officer;from\nann;\n");
  EXPECT_EQ(read("officer;date;visits\nann;2026-03-02;5\n"), "ann 5@2;");
}

TEST_F(CsvInTheWorld, RowsOfAnotherWidthAreIssuesAndEmptyOnesAreNone) {
  EXPECT_EQ(read("officer,date,visits\nann,2026-03-02\nann,2026-03-03,5,\n\n,,\n\n"), "2 row-width ;3 row-width ;");
  EXPECT_EQ(read("officer,date,visits\n"), "");
}

TEST_F(CsvInTheWorld, FiveThousandColumnsAreRead) {
  std::string metrics, header = "officer,date", row = "ann,2026-03-02";
  for (int i = 0; i < 5000; ++i) {
    metrics += "  m" + std::to_string(i) + ": {}\n";
    header += ",m" + std::to_string(i);
    row += ",1";
  }
  rules = checked_text("cwp: 1\nid: wide\nmetrics:\n" + metrics +
                       "categories: [{id: c, items: [{id: i, per: month, points: m0}]}]\n");
  std::string figures;
  for (int i = 0; i < 5000; ++i) figures += "ann 1@2;";
  EXPECT_EQ(read(header + "\n" + row + "\n"), figures);
}

}  // namespace
}  // namespace cwp
