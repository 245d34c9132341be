// Files of facts and of figures about attributes, as they come.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "checked_text.hpp"
#include "cwp/read_csv.hpp"
#include "data/dataset_state.hpp"

namespace cwp {
namespace {

constexpr std::string_view kRules =
    "cwp: 1\nid: facts\n"
    "attributes: {station: {}, squad: {}}\n"
    "events:\n"
    "  lateness: {columns: {minutes: number, remark: text}}\n"
    "  arrests: {columns: {solved: bool, signed_for: text}}\n"
    "metrics:\n"
    "  late: {from: lateness, count: minutes <= 30}\n"
    "  signed: {from: arrests, count: solved, officer: signed_for}\n"
    "  inspection: {about: station, per: month, fold: last}\n"
    "  drills: {about: squad}\n"
    "  visits: {}\n"
    "categories: [{id: c, items: [{id: i, per: month, points: late + signed + inspection + drills + visits}]}]\n";

struct ReadFacts : testing::Test {
  ReadFacts() {
    std::filesystem::create_directories(folder);
    inputs.roster = write("roster.csv", "officer,station,squad\nann,A,1\nbob,B,1\n");
  }
  ~ReadFacts() override { std::filesystem::remove_all(folder); }

  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
    return (folder / name).string();
  }
  /// `VALUE@LINE` for each figure of an officer, as `late 1@2`.
  static std::string figures(const Dataset& data, std::string_view officer) {
    const Rulebook& rulebook = data.state().rules.rulebook();
    const OfficerRecord& record = data.state().officers[*data.find_officer(officer)];
    std::string text;
    for (std::size_t metric = 0; metric < rulebook.metrics.size(); ++metric)
      for (const MetricCell& cell : record.metrics[metric])
        text += (text.empty() ? "" : ", ") + rulebook.metrics[metric].id.value + " " + cell.value.to_text() + "@" +
                std::to_string(cell.origins[0].line);
    return text;
  }
  std::string errors() const {
    std::string text;
    const auto result = read_csv(inputs, rules);
    for (const Diagnostic& diagnostic : result.diagnostics()) {
      text += (text.empty() ? "" : "; ") + std::string(diagnostic.slug);
      for (const std::string& argument : diagnostic.arguments)
        text += " " + std::filesystem::path(argument).filename().string();
    }
    return text;
  }

  std::filesystem::path folder = std::filesystem::temp_directory_path() /
                                 ("cwp-read-facts-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
  CheckedRulebook rules = checked_text(kRules);
  CsvInputs inputs;
};

TEST_F(ReadFacts, SeveralFilesOfATableAddUp) {
  inputs.events = {
      {"lateness", write("one.csv", "officer,date,minutes\nann,2026-03-02,12\n")},
      {"arrests", write("a.csv", "officer,date,solved,signed_for\nann,2026-03-02,1,bob\n")},
      {"lateness", write("two.csv", "date,remark,minutes,officer\n2026-03-02,,5,ann\n2026-03-03,,5,ann\n")}};
  const Dataset data = read_csv(inputs, rules).value();
  EXPECT_EQ(figures(data, "ann"), "late 2@2, late 1@3");
  EXPECT_EQ(figures(data, "bob"), "signed 1@2");
  EXPECT_TRUE(data.issues().empty());
}

TEST_F(ReadFacts, AFolderHoldsItsTables) {
  write("events-lateness.csv", "officer,date,minutes\nann,2026-03-02,12\n");
  write("metrics.csv", "officer,date,visits\nann,2026-03-02,3\n");
  inputs = {};
  inputs.directory = folder.string();
  EXPECT_EQ(figures(read_csv(inputs, rules).value(), "ann"), "late 1@2, visits 3@2");
}

TEST_F(ReadFacts, AnUnknownTableIsAnErrorWithTheNearest) {
  write("events-arests.csv", "officer,date\n");
  inputs = {};
  inputs.directory = folder.string();
  inputs.events = {{"latness", "late.csv"}};
  EXPECT_EQ(errors(),
            "csv-table-unknown events-arests.csv arests arrests; csv-table-unknown late.csv latness lateness");
}

TEST_F(ReadFacts, AnUnknownColumnIsAnErrorAsIsOneThatFormulasNeed) {
  inputs.events = {{"lateness", write("late.csv", "officer,date,minuts\n")}};
  EXPECT_EQ(errors(), "csv-column-missing minutes officer,date,minutes,remark; csv-column-unknown minuts minutes");
  inputs.events = {{"arrests", write("a.csv", "officer,date,solved\n")}};
  EXPECT_EQ(errors(), "csv-column-missing signed_for officer,date,solved,signed_for");
}

TEST_F(ReadFacts, ADerivedMetricHasNoColumn) {
  inputs.metrics = {write("metrics.csv", "officer,date,visits,late\n")};
  EXPECT_EQ(errors(), "csv-column-derived late lateness");
}

TEST_F(ReadFacts, WhatAFigureIsAboutStandsInTheColumnOfTheAttribute) {
  inputs.metrics = {write("wide.csv", "station,date,inspection\nA,2026-03,80\nB,2026-03,70\n")};
  EXPECT_EQ(figures(read_csv(inputs, rules).value(), "ann"), "inspection 80@2");
  inputs.metrics = {write("long.csv", "station,date,metric,value\nA,2026-03,inspection,80\nB,2026-03,inspection,70\n")};
  EXPECT_EQ(figures(read_csv(inputs, rules).value(), "bob"), "inspection 70@3");
}

TEST_F(ReadFacts, ElseInTheColumnOfTheOfficer) {
  inputs.metrics = {write("long.csv", "officer,date,metric,value\nA,2026-03,inspection,80\nann,2026-03-02,visits,3\n")};
  const Dataset data = read_csv(inputs, rules).value();
  EXPECT_EQ(figures(data, "ann"), "inspection 80@2, visits 3@3");
  EXPECT_TRUE(data.issues().empty());
}

TEST_F(ReadFacts, WithBothColumnsEachFigureTakesItsOwn) {
  inputs.metrics = {
      write("wide.csv", "officer,station,squad,date,visits,inspection,drills\nann,B,1,2026-03-31,3,70,2\n"),
      write("long.csv",
            "officer,station,date,metric,value\nann,B,2026-04-30,inspection,60\nann,B,2026-04-30,visits,1\n")};
  const Dataset data = read_csv(inputs, rules).value();
  EXPECT_EQ(figures(data, "ann"), "drills 2@2, visits 3@2, visits 1@3");
  EXPECT_EQ(figures(data, "bob"), "inspection 70@2, inspection 60@2, drills 2@2");
}

TEST_F(ReadFacts, AFileNeedsTheOfficerWhereAFigureIsAboutHim) {
  constexpr std::string_view kOfficerMissing =
      "csv-column-missing officer officer,date,visits, squad,date,drills, station,date,inspection, "
      "officer,date,metric,value";
  inputs.metrics = {write("wide.csv", "station,date,inspection,visits\n")};
  EXPECT_EQ(errors(), kOfficerMissing);
  inputs.metrics = {write("wide.csv", "station,date,inspection,drills\n")};
  EXPECT_EQ(errors(), kOfficerMissing);
  inputs.metrics = {write("wide.csv", "station,squad,date,inspection,drills\n")};
  EXPECT_EQ(errors(), "");
}

TEST_F(ReadFacts, TheOrderOfFactsDoesNotMatter) {
  const std::string header = "officer,date,minutes\n", one = "ann,2026-03-02,12\n", two = "ann,2026-03-03,x\n",
                    three = "bob,2026-03-02,40\n";
  const auto read = [&](const std::string& rows) {
    inputs.events = {{"lateness", write("late.csv", header + rows)}};
    const Dataset data = read_csv(inputs, rules).value();
    std::string text;
    for (const OfficerRecord& officer : data.state().officers)
      for (const MetricCell& cell : officer.metrics[0])
        text += officer.key + " " + std::to_string(cell.period) + (cell.refused ? " refused " : " ") +
                cell.value.to_text() + "; ";
    return text + data.span()->last.to_text();
  };
  const std::string first = read(one + two + three);
  EXPECT_EQ(read(three + two + one), first);
  EXPECT_NE(first.find("refused"), std::string::npos);
}

}  // namespace
}  // namespace cwp
