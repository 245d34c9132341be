// The tests that rulebooks hold: those of rules/ pass, and whatever comes out otherwise is told.

#include "cwp/run_tests.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "checked_text.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

TEST(RunTests, ThoseOfTheRulebooksHold) {
  std::size_t run = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root_dir() + "/rules")) {
    if (entry.path().extension() != ".yaml") continue;
    const auto outcomes = run_tests(load_and_check(read_source(entry.path().string()).value()).value());
    for (const TestOutcome& outcome : outcomes) {
      ++run;
      for (const TestDifference& one : outcome.differences)
        ADD_FAILURE() << outcome.name << ": " << one.officer << " " << one.key << " expected " << one.expected
                      << ", got " << one.got;
    }
  }
  EXPECT_GE(run, 2U);
}

/// `KEY expected/got` of each difference of one test, which stands behind a small rulebook.
std::string differences(const std::string& test) {
  const CheckedRulebook rules = checked_text(
      "cwp: 1\nid: t\nattributes: {station: {}}\n"
      "metrics: {visits: {type: u16}, inspection: {about: station, per: month, fold: last}}\n"
      "categories: [{id: work, items: [{id: calls, per: month, points: visits},\n"
      "  {id: seen, per: month, points: inspection}]}]\n"
      "rankings: [{id: best, every: month, of: total}]\n"
      "awards: [{id: first, from: best, top: 1}]\n"
      "tests:\n  - name: t\n    officers: {ann: {station: S}, bob: {station: S}}\n" +
      test);
  std::string text;
  const std::vector<TestOutcome> outcomes = run_tests(rules);
  for (const TestDifference& one : outcomes.at(0).differences)
    text += one.key + " " + one.expected + "/" + one.got + "\n";
  return text;
}

constexpr const char* kRows =
    "    metrics: [{officer: ann, dates: 2026-03-02..2026-03-04, visits: 2}, {station: S, date: 2026-03, inspection: "
    "7}]\n"
    "    data: {from: 2026-03-01, to: 2026-03-31}\n";

TEST(RunTests, FiguresAreComparedByValue) {
  EXPECT_EQ(differences(
                std::string(kRows) +
                "    expect: [{officer: ann, period: 2026-03, calls: 6, seen: 7.0, total: 13.00, best: 1, first: true,"
                " state: final, coverage: 1}, {officer: bob, period: 2026-03, calls: 0, first: }]\n"),
            "");
}

TEST(RunTests, AMetricAnAttributeAndTheDaysOfThePeriodAreFigures) {
  EXPECT_EQ(
      differences(std::string(kRows) +
                  "    expect: [{officer: ann, period: 2026-03, visits: 6, inspection: 7, station: S, work_days: 22},"
                  " {officer: bob, period: 2026-03, visits: 1}]\n"),
      "visits 1/0.00\n");
}

TEST(RunTests, FormulasAreEvaluatedForTheOfficerInThePeriod) {
  // 3 days of 2 visits: 6; the other has none, so all have 6, of which 6 / 7 = 0.857142… is shown as 0.86.
  EXPECT_EQ(differences(
                std::string(kRows) +
                "    expect:\n"
                "      - {officer: ann, period: 2026-03, calls: 6, \"sum(visits by station)\": 6,\n"
                "         visits / inspection: 0.86, visits / inspection > 1: false, \"station = 'S'\": true,\n"
                "         \"first_of(visits[-1], 5)\": 5}\n"
                "      - {officer: bob, period: 2026-03-03, visits + 0: 0}\n"
                "      - {officer: ann, period: 2026-W10, visits + 0: 6, visits / 7: 0.8571, \"visits[-1] + 1\": }\n"),
            "");
}

TEST(RunTests, AFormulaThatComesOutOtherwiseIsToldByItsText) {
  EXPECT_EQ(differences(std::string(kRows) + "    expect: [{officer: ann, period: 2026-03, visits / 7: 0.9},\n"
                                             "      {officer: ann, period: 2027-03, visits + 1: 1}]\n"),
            "visits / 7 0.9/0.86\nvisits + 1 1/?\n");
}

TEST(RunTests, ATestKnowsWhatWasKnownOnItsDay) {
  const std::string rows =
      "    metrics:\n"
      "      - {officer: ann, date: 2026-03-02, visits: 5}\n"
      "      - {officer: ann, date: 2026-03-02, visits: 3, recorded: 2026-04-10}\n"
      "      - {officer: ann, date: 2026-03-02, visits: , recorded: 2026-04-20, withdrawn: true}\n"
      "    data: {from: 2026-03-01, to: 2026-03-31}\n";
  const auto known = [&](const std::string& known_at, int calls) {
    return differences(rows + known_at +
                       "    expect: [{officer: ann, period: 2026-03, calls: " + std::to_string(calls) + "}]\n");
  };
  EXPECT_EQ(known("    known_at: 2026-04-09\n", 5), "");
  EXPECT_EQ(known("    known_at: 2026-04-10\n", 3), "");
  EXPECT_EQ(known("    known_at: 2026-04-20\n", 0), "");
  EXPECT_EQ(known("", 0), "");
}

TEST(RunTests, WhatComesOutOtherwiseIsTold) {
  EXPECT_EQ(differences(std::string(kRows) + "    expect: [{officer: ann, period: 2026-03, calls: 5, best: 2, first: },"
                                             " {officer: ann, period: 2027-W02, total: 1}]\n"),
            "calls 5/6.00\nbest 2/1\nfirst /true\ntotal 1/?\n");
}

TEST(RunTests, RowsThatCannotBeTakenAreToldToo) {
  EXPECT_EQ(differences("    metrics: [{officer: eve, date: 2026-03-02, visits: 2}]\n"
                        "    data: {from: 2026-03-01, to: 2026-03-31}\n"
                        "    expect: [{officer: ann, period: 2026-03, calls: 0}]\n"),
            " /eve 2026-03-02 the officer is not in the roster\n");
}

}  // namespace
}  // namespace cwp
