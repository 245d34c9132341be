// Facts to figures: what counts, for whom, and what becomes of columns that cannot be taken.

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "data/dataset_state.hpp"

namespace cwp {
namespace {

constexpr std::string_view kFactRules = R"yaml(cwp: 1
id: facts
parameters: {grace: {2026-03-01: 30, 2026-03-10: 20}}
attributes: {area: {type: text, one_of: [urban, rural]}}
events:
  lateness: {columns: {minutes: {type: number, range: [0, 600]}}}
  arrests:
    columns: {outcome: [felony, misdemeanour], solved: bool, value: number, divisor: number, signed_for: text, seen: date}
metrics:
  late: {from: lateness, count: minutes <= grace}
  left_post: {from: lateness, count: minutes > grace}
  longest: {from: lateness, max: minutes}
  late_days: {from: lateness, days: minutes > 0}
  marks: {from: arrests, sum: "lookup(outcome, 'felony' -> 10, 'misdemeanour' -> 6)"
}
  signed: {from: arrests, count: solved, officer: signed_for}
  urban_solved: {from: arrests, count: solved and area = 'urban'}
  share: {from: arrests, sum: value / divisor}
  least: {from: arrests, sum: "first_of(value, 1)"}
  small: {from: lateness, sum: minutes, type: u8}
categories:
  - id: c
    items:
      - {id: i, per: month, points: late + left_post + longest + late_days + marks + signed + urban_solved + share}
      - {id: j, per: month, points: least + small}
)yaml";

struct TakeFacts : testing::Test {
  CheckedRulebook rules = checked_text(kFactRules);
  DatasetBuilder builder{rules};
  std::uint32_t line = 1;

  TakeFacts() {
    builder.add_officer("ann", {}, {}, {{"area", "urban"}});
    builder.add_officer("bob", *Day::parse("2026-03-03"), *Day::parse("2026-03-20"), {{"area", "rural"}});
  }
  void late(std::string officer, std::string_view date, std::string minutes) {
    builder.add_fact("lateness", std::move(officer), date, {{"minutes", std::move(minutes)}}, {-1, ++line});
  }
  void arrest(std::string_view date, std::map<std::string, std::string> values, std::string officer = "ann") {
    builder.add_fact("arrests", std::move(officer), date, values, {-1, ++line});
  }
  static std::string cells(const Dataset& data, std::string_view officer, std::string_view metric) {
    const auto& metrics = data.state().rules.rulebook().metrics;
    std::size_t index = 0;
    while (metrics[index].id.value != metric) ++index;
    std::string text;
    for (const MetricCell& cell : data.state().officers[*data.find_officer(officer)].metrics[index]) {
      text += (text.empty() ? "" : ", ") + Day{cell.period}.to_text().substr(5) + " " +
              (cell.refused ? "refused" : cell.value.to_text()) + (cell.incomplete ? " incomplete" : "");
      for (const Origin& origin : cell.origins) text += "@" + std::to_string(origin.line);
    }
    return text;
  }
  static std::string issues(const Dataset& data) {
    std::string text;
    for (const RowIssue& issue : data.issues())
      text += (text.empty() ? "" : "; ") + std::to_string(issue.line) + " " + std::string(issue.reason) + " " +
              issue.officer + " " + issue.date + " " + issue.metric + " " + issue.value;
    return text;
  }
};

TEST_F(TakeFacts, EachFactIsJudgedByTheParametersOfItsDay) {
  late("ann", "2026-03-02", "12");
  late("ann", "2026-03-02", "31");
  late("ann", "2026-03-02", "30");
  late("ann", "2026-03-10", "21");
  const Dataset data = builder.finish().value();
  EXPECT_EQ(cells(data, "ann", "late"), "03-02 2@2@4");
  EXPECT_EQ(cells(data, "ann", "left_post"), "03-02 1@3, 03-10 1@5");
  EXPECT_EQ(cells(data, "ann", "longest"), "03-02 31@2@3@4, 03-10 21@5");
  EXPECT_EQ(cells(data, "ann", "late_days"), "03-02 1@2@3@4, 03-10 1@5");
  EXPECT_EQ(cells(data, "bob", "late"), "");
  EXPECT_EQ(issues(data), "");
}

TEST_F(TakeFacts, ASumLooksUpEachFact) {
  arrest("2026-03-04", {{"outcome", "felony"}});
  arrest("2026-03-04", {{"outcome", "misdemeanour"}});
  arrest("2026-03-05", {{"outcome", ""}});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(cells(data, "ann", "marks"), "03-04 16@2@3");
  EXPECT_EQ(issues(data), "");
}

TEST_F(TakeFacts, AFactOfWhichTheConditionIsUnknownDoesNotCount) {
  late("ann", "2026-03-02", "");
  arrest("2026-03-02", {{"value", "3"}});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(cells(data, "ann", "late"), "");
  EXPECT_EQ(cells(data, "ann", "longest"), "");
  EXPECT_EQ(cells(data, "ann", "urban_solved"), "");
}

TEST_F(TakeFacts, AnotherColumnNamesTheOfficer) {
  arrest("2026-03-04", {{"solved", "1"}, {"signed_for", " bob "}});
  arrest("2026-03-04", {{"solved", "1"}, {"signed_for", ""}});
  arrest("2026-03-04", {{"solved", "0"}, {"signed_for", "bob"}});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(cells(data, "bob", "signed"), "03-04 1@2");
  EXPECT_EQ(cells(data, "ann", "signed"), "");
  EXPECT_EQ(cells(data, "ann", "urban_solved"), "03-04 2@2@3");
  EXPECT_EQ(issues(data), "");
}

TEST_F(TakeFacts, AttributesAreThoseOfWhomTheFactCountsFor) {
  arrest("2026-03-04", {{"solved", "1"}}, "bob");
  arrest("2026-03-04", {{"solved", "1"}}, "ann");
  const Dataset data = builder.finish().value();
  EXPECT_EQ(cells(data, "bob", "urban_solved"), "");
  EXPECT_EQ(cells(data, "ann", "urban_solved"), "03-04 1@3");
}

TEST_F(TakeFacts, ARefusedColumnMakesTheDayIncompleteOrRefused) {
  late("ann", "2026-03-02", "700");
  late("ann", "2026-03-02", "12");
  late("ann", "2026-03-04", "many");
  const Dataset data = builder.finish().value();
  EXPECT_EQ(cells(data, "ann", "late"), "03-02 1 incomplete@2@3, 03-04 refused@4");
  EXPECT_EQ(cells(data, "ann", "longest"), "03-02 12 incomplete@2@3, 03-04 refused@4");
  EXPECT_EQ(issues(data),
            "2 value-out-of-range ann 2026-03-02 minutes 700; 4 value-not-a-number ann 2026-03-04 minutes many");
}

TEST_F(TakeFacts, ARefusedColumnThatIsNotLookedAtDoesNoHarm) {
  arrest("2026-03-02", {{"solved", "1"}, {"outcome", "murder"}, {"seen", "yesterday"}});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(cells(data, "ann", "urban_solved"), "03-02 1@2");
  EXPECT_EQ(cells(data, "ann", "marks"), "03-02 refused@2");
  EXPECT_EQ(issues(data),
            "2 value-not-allowed ann 2026-03-02 outcome murder; 2 value-not-a-date ann 2026-03-02 seen yesterday");
}

TEST_F(TakeFacts, WhatStandsInForARefusedColumnIsIncomplete) {
  arrest("2026-03-02", {{"value", "x"}});
  EXPECT_EQ(cells(builder.finish().value(), "ann", "least"), "03-02 1 incomplete@2");
}

TEST_F(TakeFacts, StrangersAndDaysWithoutPresenceAreIssues) {
  late("eve", "2026-03-04", "12");
  late("bob", "2026-03-21", "12");
  late("", "2026-03-04", "12");
  late("ann", "2026-03", "12");
  late("ann", "soon", "12");
  arrest("2026-03-02", {{"solved", "1"}, {"signed_for", "bob"}});
  arrest("2026-03-04", {{"solved", "1"}, {"signed_for", "eve"}});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data),
            "2 officer-not-in-roster eve 2026-03-04  ; 3 officer-not-present bob 2026-03-21  ; "
            "4 officer-empty  2026-03-04  ; 5 date-unreadable ann 2026-03  ; 6 date-unreadable ann soon  ; "
            "7 officer-not-present bob 2026-03-02 signed_for ; 8 officer-not-in-roster eve 2026-03-04 signed_for ");
  EXPECT_EQ(cells(data, "ann", "urban_solved"), "03-02 1@7, 03-04 1@8");
}

TEST_F(TakeFacts, UnknownTablesAndColumnsAndRowsOfDerivedMetrics) {
  builder.add_fact("latenes", "ann", "2026-03-02", {}, {-1, 2});
  builder.add_fact("lateness", "ann", "2026-03-02", {{"minuts", "3"}}, {-1, 3});
  builder.add_metric("ann", "2026-03-02", "late", "1", {-1, 4});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data),
            "2 table-unknown ann 2026-03-02 latenes ; 3 column-unknown ann 2026-03-02 minuts ; "
            "4 metric-derived ann 2026-03-02 late ");
  EXPECT_EQ(data.issues()[0].expected, "lateness");
  EXPECT_EQ(data.issues()[1].expected, "minutes");
  EXPECT_EQ(data.issues()[2].expected, "lateness");
}

TEST_F(TakeFacts, ADerivedFigureThatBreaksAPromiseIsRefused) {
  late("ann", "2026-03-02", "200");
  late("ann", "2026-03-02", "56");
  late("ann", "2026-03-03", "0.5");
  late("ann", "2026-03-04", "255");
  const Dataset data = builder.finish().value();
  EXPECT_EQ(cells(data, "ann", "small"), "03-02 refused@2@3, 03-03 refused@4, 03-04 255@5");
  EXPECT_EQ(issues(data), "2 value-out-of-range ann 2026-03-02 small 256; 4 value-not-whole ann 2026-03-03 small 0.5");
}

TEST_F(TakeFacts, ADivisionByZeroIsAnIssueAndDoesNotCount) {
  arrest("2026-03-02", {{"value", "3"}, {"divisor", "0"}});
  arrest("2026-03-02", {{"value", "1"}, {"divisor", "3"}});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(cells(data, "ann", "share"), "03-02 1/3@3");
  EXPECT_EQ(issues(data), "2 division-by-zero ann 2026-03-02 share ");
  EXPECT_EQ(data.issues()[0].expected, "value / divisor");
}

TEST_F(TakeFacts, TheSpanRunsToTheLastFactThatCounts) {
  late("ann", "2026-03-02", "");
  late("ann", "2026-03-09", "12");
  late("eve", "2026-03-25", "12");
  const DayRange span = *builder.finish().value().span();
  EXPECT_EQ(span.first.to_text(), "2026-03-02");
  EXPECT_EQ(span.last.to_text(), "2026-03-09");
}

TEST_F(TakeFacts, AFactAfterAStatedSpanIsAnIssue) {
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
  late("ann", "2026-04-01", "12");
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data), "2 after-span ann 2026-04-01  ");
  EXPECT_EQ(cells(data, "ann", "late"), "");
}

}  // namespace
}  // namespace cwp
