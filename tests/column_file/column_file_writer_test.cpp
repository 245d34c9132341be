// What is written is there whole or not at all, lies as it should, and is refused as columns in memory are.

#include <sys/stat.h>

#include "column_file/column_file_state.hpp"
#include "column_file/written_bureau.hpp"

namespace cwp {
namespace {

std::vector<std::string> names_beside(const std::string& path) {
  std::vector<std::string> names;
  const std::filesystem::path whole(path);
  for (const auto& entry : std::filesystem::directory_iterator(whole.parent_path()))
    if (entry.path().filename().string().starts_with(whole.filename().string()))
      names.push_back(entry.path().filename().string().substr(whole.filename().string().size()));
  return names;
}

TEST(ColumnFileWriter, AFileTakesItsNameInTheEndAndNothingIsLeftOfOneThatDoesNot) {
  MadeBureau bureau(kDays, 30, "2026-01-05", "2026-02-01", 1);
  bureau.set_stations(3, true);
  const PassingFile passing;
  {
    ColumnFileWriter writer(bureau.rules, 30, passing.path);
    bureau.give(writer);
    EXPECT_FALSE(std::filesystem::exists(passing.path));
    EXPECT_EQ(names_beside(passing.path).size(), 1U);  // .partial-…
  }
  EXPECT_TRUE(names_beside(passing.path).empty());
  write_bureau(bureau, passing.path);
  EXPECT_EQ(names_beside(passing.path), std::vector<std::string>{""});
  // What stands there stays until another takes its name, also for whoever has it open.
  const ColumnFile file = open_column_file(bureau.rules, passing.path).value();
  MadeBureau other(kDays, 7, "2026-01-05", "2026-02-01", 1);
  other.set_stations(3, true);
  {
    ColumnFileWriter writer(other.rules, 7, passing.path);
    other.give(writer);
    writer.set_span({*Day::parse("2026-02-01"), *Day::parse("2026-01-01")});
    EXPECT_EQ(writer.finish().diagnostics().front().slug, "span-backwards");
  }
  EXPECT_EQ(open_column_file(bureau.rules, passing.path).value().officer_count(), 30U);
  write_bureau(other, passing.path);
  EXPECT_EQ(open_column_file(bureau.rules, passing.path).value().officer_count(), 7U);
  EXPECT_TRUE(file.dataset().ok());
  EXPECT_EQ(names_beside(passing.path), std::vector<std::string>{""});
}

TEST(ColumnFileWriter, MistakesAreThoseOfColumnsInMemory) {
  const CheckedRulebook rules = checked_text(kDays);
  const Calendar& calendar = rules.calendar();
  const PassingFile passing;
  ColumnFileWriter writer(rules, 2, passing.path);
  const std::vector<std::uint8_t> three(3), two(2);
  const std::vector<std::uint32_t> numbers{0, 1};
  const Period day = *Period::parse("2026-03-01", calendar);
  writer.set_keys({"b", "a"});
  writer.set_attribute("stations", {"n"}, numbers);
  writer.set_attribute("station", {"n"}, numbers);
  writer.add_duty(2, {kFirstDay, kLastDay}, "leave");
  writer.add_duty(0, {kFirstDay, kLastDay}, "leaf");
  writer.add_figures("entires", day, std::span<const std::uint8_t>(two));
  writer.add_figures("entries", day, std::span<const std::uint8_t>(three));
  writer.add_figures("patrols", day, std::span<const std::uint8_t>(two));
  writer.add_figures("entries", day, std::span<const std::uint8_t>(two));
  writer.add_figures("entries", day, std::span<const std::uint8_t>(two));
  std::string slugs;
  const auto finished = writer.finish();
  for (const Diagnostic& problem : finished.diagnostics()) slugs += " " + std::string(problem.slug);
  EXPECT_EQ(slugs,
            " column-keys column-name column-number column-officer column-name column-name column-length column-grain"
            " column-twice");
  EXPECT_FALSE(std::filesystem::exists(passing.path));
}

TEST(ColumnFileWriter, WhatNoUnitsHoldIsRefusedAndAnAttributeStandsOnce) {
  const CheckedRulebook rules = checked_text(kDays);
  const PassingFile passing;
  ColumnFileWriter writer(rules, 2, passing.path);
  std::vector<double> figures{0.1 + 0.2, 1};
  const std::vector<std::uint32_t> numbers{0, 0};
  writer.set_keys({" a", "b"});
  writer.set_attribute("station", {"n"}, numbers);
  writer.set_attribute("station", {"s"}, numbers);
  writer.add_figures(rules.rulebook().metrics[0].id.value, *Period::parse("2026-03-01", rules.calendar()),
                     std::span(figures));
  writer.set_span({kFirstDay, kLastDay + 4000});
  std::string slugs;
  const auto finished = writer.finish();
  for (const Diagnostic& problem : finished.diagnostics()) slugs += " " + std::string(problem.slug);
  EXPECT_EQ(slugs, " column-attribute-twice column-file-places span-far-outside");
}

TEST(ColumnFileWriter, WhereNothingCanBeWrittenFinishSaysSo) {
  const CheckedRulebook rules = checked_text(kDays);
  for (const char* path : {"/no/such/folder/year.columns", "/dev/null/year.columns"}) {
    ColumnFileWriter writer(rules, 2, path);
    const std::vector<std::uint8_t> two(2);
    writer.add_figures("entries", *Period::parse("2026-03-01", rules.calendar()), std::span<const std::uint8_t>(two));
    EXPECT_EQ(writer.finish().diagnostics().front().slug, "output-unwritable");
  }
}

TEST(ColumnFileWriter, ColumnsLieAtMultiplesOf64AndAMonthBeginsAtAPage) {
  MadeBureau bureau(kDays, 30, "2026-01-05", "2026-03-01", 1);
  bureau.set_stations(3, true);
  const PassingFile passing;
  const Calendar& calendar = bureau.rules.calendar();
  ColumnFileWriter writer(bureau.rules, 30, passing.path);
  const std::vector<std::uint8_t> figures(30, 5);
  for (const char* period : {"2026-01-30", "2026-01-31", "2026-02-01", "2026-02-02", "2026-01-05"})
    writer.add_figures("entries", *Period::parse(period, calendar), std::span<const std::uint8_t>(figures));
  writer.add_figures("patrols", *Period::parse("2026-W05", calendar), std::span<const std::uint8_t>(figures));
  ASSERT_TRUE(writer.finish().ok());
  const ColumnFile file = open_column_file(bureau.rules, passing.path).value();
  std::map<std::string, std::uint64_t> offsets;
  for (const auto& [of, column] : file.state().columns) offsets[calendar.label(of.second)] = column.stored.offset;
  EXPECT_EQ(offsets, (std::map<std::string, std::uint64_t>{{"2026-01-30", 4096},
                                                           {"2026-01-31", 4160},
                                                           {"2026-02-01", 8192},
                                                           {"2026-02-02", 8256},
                                                           {"2026-01-05", 12288},
                                                           {"2026-W05", 16384}}));
}

TEST(ColumnFileWriter, AnyOrderOfColumnsAndAttributesThatAreGoneGiveTheSameFigures) {
  MadeBureau bureau(kFaults, 25, "2026-01-01", "2026-03-31", 2);
  bureau.set_stations(3, false);
  const PassingFile passing;
  {
    ColumnFileWriter writer(bureau.rules, 25, passing.path);
    std::vector<std::pair<std::pair<std::string, Period>, std::vector<double>>> columns(bureau.figures.begin(),
                                                                                        bureau.figures.end());
    std::shuffle(columns.begin(), columns.end(), std::mt19937(1));
    for (auto& [of, column] : columns) {
      writer.add_figures(of.first, of.second, std::span<const double>(column));
      column.assign(column.size(), 1e6);  // it need not stay
    }
    std::vector<std::uint32_t> numbers = bureau.numbers_of("station");
    writer.set_attribute("station", {"station0", "station1", "station2"}, numbers);
    numbers.assign(25, 99);
    writer.set_span({*Day::parse("2026-01-01"), *Day::parse("2026-03-31")});
    ASSERT_TRUE(writer.finish().ok());
  }
  compare_with_file(compile(bureau.rules), bureau.data(), open_column_file(bureau.rules, passing.path).value(), {});
}

TEST(ColumnFileWriter, NobodyIsAFileToo) {
  const CheckedRulebook rules = checked_text(kDays);
  const PassingFile passing;
  ColumnFileWriter writer(rules, 0, passing.path);
  writer.set_attribute("station", {}, {});
  writer.add_figures("entries", *Period::parse("2026-03-01", rules.calendar()), std::span<const std::uint8_t>());
  ASSERT_TRUE(writer.finish().ok());
  const ColumnFile file = open_column_file(rules, passing.path).value();
  EXPECT_EQ(file.officer_count(), 0U);
  EXPECT_EQ(file.dataset().value().officer_count(), 0U);
  KeepingSink sink(0, true);
  EXPECT_TRUE(score_into(sink, compile(rules), file).ok());
}

}  // namespace
}  // namespace cwp
