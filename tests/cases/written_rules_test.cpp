// Rulebooks written after real assessment rules, against the figures worked out by hand from the written rules.

#include <gtest/gtest.h>

#include "cwp/explain.hpp"
#include "golden.hpp"
#include "scored_files.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

/// Totals of a year by officer, of rules/migrant-registration.yaml changed by `change`.
template <class Change>
std::string totals_2026(Change change) {
  const Source written = read_source(root_dir() + "/rules/migrant-registration.yaml").value();
  const Source changed("rules.yaml", change(std::string(written.text())));
  const auto rules = load_and_check(changed).value();
  CsvInputs inputs;
  inputs.directory = root_dir() + "/rules/data/migrant-registration";
  inputs.span = DayRange{*Day::parse("2025-01-01"), *Day::parse("2026-12-31")};
  const Scores scores = score(compile(rules), read_csv(inputs, rules).value()).value();
  std::string text;
  for (const ScoreRow& row : scores.table(Grain::year)->rows)
    text += std::string(scores.data().officer_key(row.officer)) + " " + row.total().points->to_text() + "\n";
  return text;
}

// "Per 1 % below" has three readings, and each gives other totals; the first is what the rulebook says.
TEST(MigrantRegistration, FullPointsCount) {
  EXPECT_EQ(totals_2026([](std::string text) { return text; }), "X 93.00\nY 65.30\nZ 99.00\n");
}

TEST(MigrantRegistration, StartedPointsCount) {
  EXPECT_EQ(totals_2026([](const std::string& text) { return replaced(text, "whole: down", "whole: up"); }),
            "X 92.20\nY 65.00\nZ 99.00\n");
}

// In proportion X has exactly 100163552/1080695 = 92.6843855…, Y 326/5.
TEST(MigrantRegistration, PartsOfPointsCount) {
  const auto change = [](const std::string& text) {
    return replaced(replaced(text, "whole: down", "whole: exact"), "points: {decimals: 2}",
                    "points: {decimals: 6, carry: exact}");
  };
  EXPECT_EQ(totals_2026(change), "X 92.684386\nY 65.200000\nZ 99.000000\n");
}

const Scores& auxiliary() {
  static const Scores scores = scored_files("auxiliary-police-month", "2025-12-26..2026-12-25");
  return scores;
}

// A: missed sign-ins 1 + 2 + 5 and a fourth as an absence 10; late 3; too late 5; signed for 2; uniform 3; active +
// 10: 79. B: full attendance 5, active 5: 110. C: absence 10, disobeyed 5, standby 3, signed for another 2, judged
// 7: 73.
TEST(AuxiliaryPolice, TheMonthComesOutAsWorkedOutByHand) {
  EXPECT_EQ(figure(auxiliary(), "2026-03", "A", "total"), "79.0");
  EXPECT_EQ(figure(auxiliary(), "2026-03", "B", "total"), "110.0");
  EXPECT_EQ(figure(auxiliary(), "2026-03", "C", "total"), "73.0");
}

// By the sum C leads; A has two months below 80, whatever the rank; B serves for less than a year, so that the only
// place for 优秀 goes to C.
TEST(AuxiliaryPolice, TheYearComesOutAsTheRulesSay) {
  EXPECT_EQ(figure(auxiliary(), "2026", "A", "total"), "1146.0");
  EXPECT_EQ(figure(auxiliary(), "2026", "B", "total"), "1064.0");
  EXPECT_EQ(figure(auxiliary(), "2026", "C", "total"), "1161.0");
  std::string grades, paid;
  for (const GradeTable& table : auxiliary().grades())
    if (table.id == "year_grade")
      for (const GradedOfficer& row : table.rows)
        grades += std::string(auxiliary().data().officer_key(row.officer)) + " " + row.grade + "\n";
  EXPECT_EQ(grades, "C 优秀\nA 不称职\nB 称职\n");
  for (const AwardTable& table : auxiliary().awards())
    if (table.id == "excellent_pay")
      for (const AwardedOfficer& row : table.rows)
        paid += std::string(auxiliary().data().officer_key(row.officer)) + " " + row.amount->to_text() + "\n";
  EXPECT_EQ(paid, "C 1000.00\n");
}

// The county's bureau builds on the province. March, B101: 102 records of 100: 20; 48 visits of the province's 40: 20;
// one missed, 5 each in the bureau: 5; 8 of 9 disputes, 20 × (8/9 − 0.5)/0.45: 17.28; 30 hours on patrol, 15 units: 10;
// satisfaction 87.9: 8. B104, on duty on 12 of 22 workdays: 62 records: 12.40; 35 visits of 40 × 12/22: 20; 5; 3 of 4
// disputes: 11.11; 12.5 hours: 6; 88.8: 8. April, B101: 86 records: 17.20; 46 visits of the bureau's 50: 18.40; 10;
// 4 of 5 disputes: 13.33; 10; 8; a complaint: −3.
TEST(CountyBureau, CountsByTheProvincesRulesAsTheBureauChangesThem) {
  const Scores scores = scored_files("county-bureau", "2026-03-01..2026-04-30");
  EXPECT_EQ(figure(scores, "2026-03", "B101", "people"), "45.00");
  EXPECT_EQ(figure(scores, "2026-03", "B101", "prevention"), "27.28");
  EXPECT_EQ(figure(scores, "2026-03", "B101", "total"), "80.28");
  EXPECT_EQ(figure(scores, "2026-03", "B104", "household_visits"), "20.00");
  EXPECT_EQ(figure(scores, "2026-03", "B104", "prevention"), "17.11");
  EXPECT_EQ(figure(scores, "2026-03", "B104", "total"), "62.51");
  EXPECT_EQ(figure(scores, "2026-04", "B101", "household_visits"), "18.40");
  EXPECT_EQ(figure(scores, "2026-04", "B101", "total"), "73.93");
  EXPECT_EQ(figure(scores, "2026-04", "B101", "drill"), "?");
}

TEST(CountyBureau, ItsExplanationsNameTheFileOfEachRule) {
  const Scores scores = scored_files("county-bureau", "2026-03-01..2026-04-30");
  const Explanation reasons =
      explain(scores, "B101", *Period::parse("2026-03", scores.data().state().rules.calendar())).value();
  const std::string text = to_text(reasons);
  EXPECT_NE(text.find("rules/provincial-officers.yaml:"), std::string::npos) << text;
  EXPECT_NE(text.find("rules/county-bureau.yaml:"), std::string::npos) << text;
}

}  // namespace
}  // namespace cwp
