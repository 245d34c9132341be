// Data that were made row by row, in a column file: what is scored out of it is what the rows give, or it is said why
// they cannot be held.

#include <fstream>

#include "column_file/written_bureau.hpp"
#include "cwp/cwp.hpp"

namespace cwp {
namespace {

constexpr const char* kPackedRules = R"(cwp: 1
id: packed
attributes: {station: {type: text}, level: {type: number}, party: {type: bool}}
duty: {leave: exempt}
metrics:
  visits: {type: u8}
  hours: {}
  exam: {per: month, fold: last, absent: missing}
  reports: {from: papers, count: true}
events: {papers: {columns: {pages: number}}}
categories:
  - id: people
    items:
      - {id: visit, per: day, full: 5, award: {of: visits, each: 1.5, whole: down, at_most: 5}}
      - {id: hour, per: week, full: 10, points: 'hours / 4 + if(party, 1, 0)'}
      - {id: test, per: month, full: 10, if_missing: drop, points: 'exam * mean(visits by station) / 10 + level'}
rankings: [{id: all, of: total, every: month}]
)";

struct PackedData {
  CheckedRulebook rules = load_and_check(Source("rules.yaml", kPackedRules)).value();
  DatasetBuilder builder{rules};
  PassingFile file;

  PackedData() {
    builder.add_officer("ann", {}, {}, {{"station", "east"}, {"level", "1.5"}, {"party", "true"}});
    builder.add_officer("bob", {}, {}, {{"station", "west"}, {"level", "2"}, {"party", "false"}});
    builder.add_officer("cid", {}, {}, {{"station", "east"}});
    builder.add_duty("bob", Day::parse("2026-03-03"), Day::parse("2026-03-05"), "leave");
    builder.set_span({*Day::parse("2026-02-23"), *Day::parse("2026-04-05")});
    for (const char* key : {"ann", "bob", "cid"})
      for (int day = 1; day <= 31; day += key[0] == 'b' ? 1 : 2) {
        const std::string date = "2026-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
        figure(key, date, "visits", std::to_string(day % 7));
        if (day % 3 == 1) figure(key, date, "hours", std::to_string(day) + ".125");
        if (day % 5 == 1) figure(key, date, "hours", day % 2 == 0 ? "-70000.5" : "3000000000");
      }
    figure("ann", "2026-03", "exam", "7.25");
  }
  void figure(const std::string& key, const std::string& date, const std::string& metric, const std::string& value) {
    if (seen.insert(key + date + metric).second) builder.add_metric(key, date, metric, value);
  }
  std::vector<std::string> refusals() {
    std::vector<std::string> slugs;
    const auto written = write_column_file(builder.finish().value(), file.path);
    for (const Diagnostic& one : written.diagnostics())
      slugs.push_back(std::string(one.slug) + " " + one.arguments.at(0));
    EXPECT_FALSE(std::filesystem::exists(file.path));
    return slugs;
  }
  std::set<std::string> seen;
};

using Slugs = std::vector<std::string>;

TEST(WriteColumnFile, RowsScoreOutOfTheFileAsTheyScoreThemselves) {
  PackedData packed;
  const Dataset data = packed.builder.finish().value();
  ASSERT_TRUE(data.issues().empty()) << data.issues()[0].reason << data.issues()[0].value;
  ASSERT_GT(write_column_file(data, packed.file.path).value(), 4096U);
  const Dataset mapped = open_column_file(packed.rules, packed.file.path).value().dataset().value();
  EXPECT_EQ(mapped.span(), data.span());
  EXPECT_EQ(mapped.files(), std::vector<std::string>{packed.file.path});
  const Plan plan = compile(packed.rules);
  const Scores wanted = score(plan, data).value(), scores = score(plan, mapped).value();
  OutputOptions details;
  details.details = true;
  const auto expected = output_files(wanted, details), files = output_files(scores, details);
  ASSERT_EQ(files.size(), expected.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_EQ(files[i].first, expected[i].first);
    if (files[i].first != "receipt.json") {
      EXPECT_EQ(files[i].second, expected[i].second) << files[i].first;
    }
  }
  // By hand: on 3 March ann has three visits of 1.5 marks each, and bob is on leave; on the tenth he has three, too.
  const ScoreTable& days = *scores.table(Grain::day);
  const auto at = [&](const char* key, const char* day) {
    const Period period = *Period::parse(day, packed.rules.calendar());
    return days.find(period, *mapped.find_officer(key))->parts[0];
  };
  EXPECT_EQ(at("ann", "2026-03-03").points->to_text(), "4.50");
  EXPECT_EQ(at("bob", "2026-03-03").points, std::nullopt);
  EXPECT_EQ(at("bob", "2026-03-10").points->to_text(), "4.50");
}

TEST(WriteColumnFile, ColumnsInMemoryGoIntoAFileAndComeBack) {
  PackedData packed;
  ASSERT_TRUE(write_column_file(packed.builder.finish().value(), packed.file.path).ok());
  const Dataset once = open_column_file(packed.rules, packed.file.path).value().dataset().value();
  // The file that is mapped keeps its bytes while another takes its name.
  ASSERT_TRUE(write_column_file(once, packed.file.path).ok());
  const Dataset twice = open_column_file(packed.rules, packed.file.path).value().dataset().value();
  const Plan plan = compile(packed.rules);
  const Scores before = score(plan, once).value(), after = score(plan, twice).value();
  EXPECT_EQ(to_csv(*before.table(Grain::month), before), to_csv(*after.table(Grain::month), after));
}

TEST(WriteColumnFile, WhatARowWithAnIssueSaysWouldBeForgotten) {
  PackedData packed;
  packed.figure("ann", "2026-03-02", "visits", "many");
  EXPECT_EQ(packed.refusals(), Slugs{"column-file-issues 1"});
}

TEST(WriteColumnFile, WhoCameOrMovedIsNotThereThroughout) {
  PackedData packed;
  packed.builder.add_officer("dan", Day::parse("2026-03-05"), {}, {});
  EXPECT_EQ(packed.refusals(), Slugs{"column-file-roster dan"});
}

TEST(WriteColumnFile, FactsAreNoColumns) {
  PackedData packed;
  packed.builder.add_fact("papers", "ann", "2026-03-02", {{"pages", "3"}});
  EXPECT_EQ(packed.refusals(), Slugs{"column-file-metric reports"});
}

TEST(WriteColumnFile, FiguresHaveNinePlacesAtMost) {
  PackedData packed;
  packed.figure("cid", "2026-03-02", "hours", "0.0000000001");
  packed.figure("bob", "2026-03-02", "visits", "3");
  EXPECT_EQ(packed.refusals(), Slugs{"column-file-places hours"});
}

TEST(WriteColumnFile, AReceiptOfItIsHeldAgainstTheFile) {
  PackedData packed;
  ASSERT_TRUE(write_column_file(packed.builder.finish().value(), packed.file.path).ok());
  const Dataset data = open_column_file(packed.rules, packed.file.path).value().dataset().value();
  const auto files = output_files(score(compile(packed.rules), data).value(), {});
  EXPECT_NE(files.back().second.find("\"holds\": \"columns\""), std::string::npos);
  EXPECT_NE(files.back().second.find("\"rows\": null"), std::string::npos);
  const std::filesystem::path folder = packed.file.path + "-results";
  ASSERT_TRUE(write_output(folder.string(), files, true).empty());
  std::ofstream(folder / "rules.yaml") << kPackedRules;
  VerifyOptions options;
  options.inputs = testing::TempDir();
  options.rulebook = folder / "rules.yaml";
  const auto differences = [&] { return verify(folder / "receipt.json", options).value().differences; };
  EXPECT_TRUE(differences().empty()) << differences()[0].slug;
  // One figure of the file is another: opened it is found out, and the receipt says so, too.
  std::fstream(packed.file.path, std::ios::in | std::ios::out | std::ios::binary).seekp(4096 + 64 * 4).put('\x7F');
  ASSERT_FALSE(differences().empty());
  EXPECT_EQ(differences()[0].slug, "verify-file-changed");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace cwp
