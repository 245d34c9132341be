// ColumnsBuilder: what it refuses, and what it notes. That columns score as rows do:
// tests/standing/score_columns_test.cpp.

#include "cwp/columns.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "checked_text.hpp"
#include "data/dataset_state.hpp"

namespace cwp {
namespace {

constexpr const char* kRules = R"yaml(cwp: 1
id: columns
effective: {to: 2026-06-30}
attributes:
  station: {type: text}
  area: {type: text, one_of: [urban, rural], default: rural}
  weight: {type: number, max: 1.5}
duty: {leave: exempt}
events: {records: {columns: {minutes: {type: number}}}}
metrics:
  visits: {per: month, fold: sum, type: u16, range: [0, 500]}
  clean: {per: month, fold: last, type: bool}
  exact: {per: month, fold: last, decimals: 1, absent: zero}
  ward: {per: month, fold: last, about: station}
  minutes: {from: records, sum: minutes}
categories:
  - id: work
    items:
      - {id: a, per: month, full: 10, points: visits + exact + ward + minutes + weight + clean, if_missing: zero,
         applies: area = 'urban'}
)yaml";

const std::vector<std::uint8_t> kFour = {1, 2, 3, 4};
constexpr Period kMarch{Grain::month, 2026 * 12 + 2};

class Columns : public testing::Test {
 protected:
  Columns() : rules(checked_text(kRules)), builder(rules, 4) {}

  void add(const char* metric, Period period = kMarch) {
    builder.add_figures(metric, period, std::span<const std::uint8_t>(kFour));
  }
  /// `SLUG: MESSAGE` of each error.
  std::string errors() {
    const Result<Dataset> data = builder.finish();
    std::string text;
    for (const Diagnostic& problem : data.diagnostics())
      text += std::string(problem.slug) + ": " + message(problem) + "\n";
    return text;
  }
  static std::string issues(const Dataset& data) {
    std::string text;
    for (const RowIssue& issue : data.issues())
      text += std::string(issue.reason) + " " + issue.officer + " " + issue.date + " " + issue.metric + " " +
              issue.value + " [" + issue.expected + "]\n";
    return text;
  }

  CheckedRulebook rules;
  ColumnsBuilder builder;
};

TEST_F(Columns, NamesThatTakeNoColumnAreErrors) {
  const std::vector<std::uint32_t> numbers = {0, 0, 0, 0};
  add("vists");
  add("ward");     // about a station
  add("minutes");  // of facts
  builder.set_attribute("aera", {"urban"}, numbers);
  builder.add_duty(0, {*Day::parse("2026-03-01"), *Day::parse("2026-03-02")}, "holiday");
  EXPECT_EQ(errors(),
            "column-name: 'vists' is no attribute, duty status, or metric that takes figures of officers\n"
            "column-name: 'ward' is no attribute, duty status, or metric that takes figures of officers\n"
            "column-name: 'minutes' is no attribute, duty status, or metric that takes figures of officers\n"
            "column-name: 'aera' is no attribute, duty status, or metric that takes figures of officers\n"
            "column-name: 'holiday' is no attribute, duty status, or metric that takes figures of officers\n");
}

TEST_F(Columns, AColumnHasAFigureForEachOfficer) {
  const std::vector<std::uint32_t> three = {0, 0, 0};
  builder.add_figures("visits", kMarch, std::span<const std::uint8_t>(kFour).first(3));
  builder.set_attribute("area", {"urban"}, three);
  builder.set_keys({"ann", "bob", "cai", "dan", "eve"});
  EXPECT_EQ(errors(),
            "column-length: the column 'visits' has 3 values, and there are 4 officers\n"
            "column-length: the column 'area' has 3 values, and there are 4 officers\n"
            "column-length: the column 'keys' has 5 values, and there are 4 officers\n");
}

TEST_F(Columns, NumbersStayBelowTheNumberOfValues) {
  const std::vector<std::uint32_t> numbers = {0, 1, 2, 1};
  builder.set_attribute("area", {"urban", "rural"}, numbers);
  EXPECT_EQ(errors(), "column-number: the column 'area' has a number at or above 2, the number of its values\n");
}

TEST_F(Columns, APeriodIsOfTheMetricsOwnGrain) {
  add("visits", {Grain::week, 2900});
  EXPECT_EQ(errors(), "column-grain: 'visits' has one figure per month, and the column is of another period\n");
}

TEST_F(Columns, OneColumnForAMetricAndPeriod) {
  add("visits");
  add("visits", kMarch + 1);
  add("visits");
  EXPECT_EQ(errors(), "column-twice: 'visits' has two columns for 2026-03\n");
}

TEST_F(Columns, KeysAscendAndDiffer) {
  builder.set_keys({"ann", "cai", "bob", "dan"});
  builder.set_keys({"ann", "bob", "bob", "dan"});
  builder.set_keys({"10", "9", "11", "12"});
  const std::string unordered = "column-keys: the officers' keys are not in ascending order, or one stands twice\n";
  EXPECT_EQ(errors(), unordered + unordered + unordered);
}

TEST_F(Columns, DutyIsOfAnOfficerWhoIsThere) {
  builder.add_duty(4, {*Day::parse("2026-03-01"), *Day::parse("2026-03-02")}, "leave");
  EXPECT_EQ(errors(), "column-officer: there is no officer at position 4, there are 4\n");
}

TEST_F(Columns, ASpanEndsBehindItsBeginning) {
  builder.set_span({*Day::parse("2026-03-31"), *Day::parse("2026-03-01")});
  EXPECT_EQ(errors(), "span-backwards: the span of the data ends before it begins: 2026-03-31..2026-03-01\n");
}

TEST_F(Columns, OfficersHaveNumbersOrTheirKeys) {
  const Dataset numbered = builder.finish().value();
  EXPECT_EQ(numbered.officer_count(), 4U);
  EXPECT_EQ(numbered.officer_key(3), "4");
  ColumnsBuilder other(rules, 4);
  other.set_keys({"9", "10", "11", "100"});  // by number
  const Dataset keyed = other.finish().value();
  EXPECT_EQ(keyed.officer_key(1), "10");
  EXPECT_EQ(keyed.find_officer("100"), 3U);
}

TEST_F(Columns, TheSpanIsStatedOrWhatThePeriodsTouch) {
  EXPECT_FALSE(builder.finish().value().span().has_value());
  ColumnsBuilder touched(rules, 4);
  touched.add_figures("visits", kMarch + 1, std::span<const std::uint8_t>(kFour));
  touched.add_figures("visits", kMarch, std::span<const std::uint8_t>(kFour));
  EXPECT_EQ(touched.finish().value().span(), (DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-04-30")}));
  const DayRange stated{*Day::parse("2026-01-01"), *Day::parse("2026-12-31")};
  ColumnsBuilder said(rules, 4);
  said.add_figures("visits", kMarch, std::span<const std::uint8_t>(kFour));
  said.set_span(stated);
  EXPECT_EQ(said.finish().value().span(), stated);
}

TEST_F(Columns, BehindTheEndOfRulebookOrSpanTheyAreIgnored) {
  add("visits");
  add("visits", kMarch + 3);
  add("visits", kMarch + 4);  // July
  builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-05-31")});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data),
            "after-span  2026-06 visits  [2026-05-31]\n"
            "after-effective-end  2026-07 visits  [2026-06-30]\n");
  EXPECT_EQ(data.state().officer(0)->metrics[0].size(), 1U);
}

TEST_F(Columns, OneBehindTheEndOfTheRulebookStretchesNoSpan) {
  add("visits");
  add("visits", kMarch + 4);
  EXPECT_EQ(builder.finish().value().span(), (DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-03-31")}));
}

TEST_F(Columns, ABrokenPromiseIsARowIssueAndRefusesTheFigure) {
  const std::vector<std::int32_t> visits = {500, 501, -1, 0};
  const std::vector<std::uint8_t> clean = {0, 1, 2, 1};
  const std::vector<double> exact = {0.5, 0.55, -3, INFINITY};
  builder.add_figures("visits", kMarch, std::span<const std::int32_t>(visits));
  builder.add_figures("clean", kMarch, std::span<const std::uint8_t>(clean));
  builder.add_figures("exact", kMarch, std::span<const double>(exact));
  builder.set_keys({"ann", "bob", "cai", "dan"});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data),
            "value-not-a-truth cai 2026-03 clean 2 [1 0 true false 是 否]\n"
            "value-too-precise bob 2026-03 exact 0.55 [1]\n"
            "value-too-long dan 2026-03 exact  [15]\n"
            "value-out-of-range bob 2026-03 visits 501 [0..500]\n"
            "value-out-of-range cai 2026-03 visits -1 [0..65535]\n");
  std::string refused;
  for (std::size_t officer = 0; officer < 4; ++officer)
    for (std::size_t metric = 0; metric < 3; ++metric)
      refused += data.state().officer(officer)->metrics[metric].at(0).refused ? 'x' : '.';
  EXPECT_EQ(refused, "...x.xxx...x");
}

TEST_F(Columns, WhoIsNotThereHasNoFigureAndBreaksNoPromise) {
  const std::vector<std::int32_t> visits = {501, 7, 501, 501};
  builder.add_figures("visits", kMarch, std::span<const std::int32_t>(visits));
  builder.set_keys({"ann", "bob", "cai", "dan"});
  const auto day = [](const char* text) { return *Day::parse(text); };
  builder.add_presence(0, {day("2026-04-01"), kLastDay});
  builder.add_presence(1, {day("2026-03-10"), day("2026-03-20")});
  builder.add_presence(1, {day("2026-03-15"), day("2026-03-31")});
  builder.add_presence(2, {day("2026-03-31"), day("2026-03-01")});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data),
            "from-after-to cai 2026-03-31   [2026-03-31..2026-03-01]\n"
            "value-out-of-range dan 2026-03 visits 501 [0..500]\n");
  EXPECT_TRUE(data.state().officer(0)->metrics[0].empty());
  ASSERT_EQ(data.state().officer(1)->presence.size(), 1U);
  EXPECT_EQ(data.state().officer(1)->presence[0].days, (DayRange{day("2026-03-10"), day("2026-03-31")}));
  EXPECT_EQ(data.state().officer(1)->metrics[0].size(), 1U);
  EXPECT_TRUE(data.state().officer(2)->presence.empty());
  EXPECT_EQ(data.state().officer(3)->presence[0].days, (DayRange{kFirstDay, kLastDay}));
}

TEST_F(Columns, PresenceIsAnOfficers) {
  builder.add_presence(4, {kFirstDay, kLastDay});
  EXPECT_EQ(errors(), "column-officer: there is no officer at position 4, there are 4\n");
}

TEST_F(Columns, AttributesAreTakenAsWritten) {
  const std::vector<std::uint32_t> areas = {0, 1, 2, 0}, weights = {1, 0, 1, 2};
  builder.set_attribute("area", {"urban", "", "suburb"}, areas);
  builder.set_attribute("weight", {"1.25", "", "1.75"}, weights);
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data),
            "value-not-allowed   area suburb [urban, rural]\n"
            "value-out-of-range   weight 1.75 [≤ 1.5]\n");
  std::string values;
  for (std::size_t officer = 0; officer < 4; ++officer) {
    const auto record = data.state().officer(officer);
    for (const Value& value : data.state().roster_rows[record->presence.at(0).roster_row].attributes)
      values += value.present() ? plain_text(value) + " " : "- ";
  }
  // Station, area, weight of each: nobody said a station; an empty area is the default; what is unfit is absent.
  EXPECT_EQ(values, "- urban - - rural 1.25 - - - - urban - ");
}

TEST_F(Columns, AnAttributeThatNobodySaysHasItsDefault) {
  const Dataset data = builder.finish().value();
  ASSERT_EQ(data.state().roster_rows.size(), 1U);
  EXPECT_EQ(plain_text(data.state().roster_rows[0].attributes[1]), "rural");
}

TEST_F(Columns, AnAttributeIsGivenOnce) {
  const std::vector<std::uint32_t> numbers = {0, 0, 0, 0};
  builder.set_attribute("area", {"urban"}, numbers);
  builder.set_attribute("station", {"north"}, numbers);
  builder.set_attribute("area", {"rural"}, numbers);
  EXPECT_EQ(errors(), "column-attribute-twice: the attribute 'area' has two columns\n");
}

TEST_F(Columns, AnAttributeOfBlanksIsItsDefaultAsInRows) {
  const std::vector<std::uint32_t> numbers = {0, 0, 0, 0};
  builder.set_attribute("area", {" \u3000"}, numbers);
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data), "");
  EXPECT_EQ(plain_text(data.state().roster_rows[0].attributes[1]), "rural");
}

TEST_F(Columns, KeysAreTrimmedAndInNfcAsInRows) {
  const std::vector<std::string> written = {" ann", "zo\x80", "e\u0301mile\t", "\u3000\u5f20 "};
  DatasetBuilder rows(rules);
  for (const std::string& key : written) rows.add_officer(key, {}, {}, {});
  builder.set_keys(written);
  const Dataset of_columns = builder.finish().value(), of_rows = rows.finish().value();
  ASSERT_EQ(of_rows.officer_count(), 4U);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(of_columns.officer_key(i), of_rows.officer_key(i));
  EXPECT_EQ(of_columns.find_officer("ann"), 0U);
  EXPECT_EQ(of_columns.find_officer("zo\x80"), 1U);  // what is no UTF-8 is as it is
  EXPECT_EQ(of_columns.find_officer("\u00e9mile"), 2U);
}

TEST_F(Columns, KeysThatAreOneWhenTidyStandTwice) {
  builder.set_keys({"ann", "bob", "e\u0301mile", "\u00e9mile"});
  EXPECT_EQ(errors(), "column-keys: the officers' keys are not in ascending order, or one stands twice\n");
}

TEST_F(Columns, NobodysKeyIsEmpty) {
  builder.set_keys({"ann", " ", "bob", "cai"});
  EXPECT_EQ(errors(), "column-key-empty: the officer at position 1 has an empty key\n");
}

TEST_F(Columns, ASpanThatIsFarFromAllDatesIsAnError) {
  builder.set_span({*Day::parse("2026-03-01"), Day{INT32_MAX}});
  EXPECT_EQ(errors().substr(0, 16), "span-far-outside");
}

TEST_F(Columns, APeriodThatIsFarFromAllDatesIsAnError) {
  add("visits", {Grain::month, -12 * 2000});
  EXPECT_EQ(errors().substr(0, 16), "span-far-outside");
}

TEST_F(Columns, SpansOfVectorsAndArraysAreColumnsWhetherOrNotTheyMayBeChanged) {
  std::vector<double> may_change(4, 2.5);
  const std::vector<double> may_not(4, 2.5);
  std::array<std::uint16_t, 4> array{1, 2, 3, 4};
  const std::array<std::int64_t, 4> fixed{1, 2, 3, 4};
  std::uint8_t plain[] = {1, 2, 3, 4};
  std::vector<std::int32_t> whole(4, 7);
  builder.add_figures("exact", kMarch, std::span(may_change));
  builder.add_figures("exact", kMarch + 1, std::span(may_not));
  builder.add_figures("visits", kMarch, std::span(array));
  builder.add_figures("visits", kMarch + 1, std::span(fixed));
  builder.add_figures("visits", kMarch + 2, std::span(plain));
  builder.add_figures("visits", kMarch + 3, std::span(whole).first<4>());
  EXPECT_EQ(errors(), "");
  EXPECT_EQ(FigureColumn(std::span(array)).type(), FigureColumn::Type::u16);
  EXPECT_EQ(FigureColumn(std::span(array)).size(), 4U);
  static_assert(!std::is_constructible_v<FigureColumn, std::span<float>>);
  static_assert(!std::is_constructible_v<FigureColumn, std::span<const std::uint64_t>>);
}

TEST_F(Columns, ADoubleOfMoreThanFifteenDigitsIsItsBinaryValue) {
  const std::vector<double> visits = {1.0 / 3, 3, 1e15, -0.1 - 0.2};
  const std::vector<double> exact = {1.0 / 3, 0.5, 1e23, 9007199254740993.0};
  builder.add_figures("visits", kMarch, std::span(visits));
  builder.add_figures("exact", kMarch, std::span(exact));
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data),
            "value-too-precise 1 2026-03 exact 0.3333333333333333 [1]\n"
            "value-not-whole 1 2026-03 visits 0.3333333333333333 [u16]\n"
            "value-out-of-range 3 2026-03 visits 1e+15 [0..65535]\n"
            "value-not-whole 4 2026-03 visits -0.30000000000000004 [u16]\n");
  const auto cell = [&](std::size_t officer) { return data.state().officer(officer)->metrics[2].at(0); };
  EXPECT_TRUE(cell(0).refused);
  EXPECT_EQ(cell(1).value, Rational(1, 2));
  EXPECT_EQ(cell(2).value, *Rational(10).power(23));  // one digit: the decimal, not the double nearest to it
  EXPECT_EQ(cell(3).value, Rational(9007199254740992));
}

TEST_F(Columns, WhoIsNotThereHasNoDoubleOfAnyLength) {
  const std::vector<double> exact = {1e20, 1e20, 1e20, 1e20};
  builder.add_figures("exact", kMarch, std::span(exact));
  builder.add_presence(1, {*Day::parse("2026-04-01"), kLastDay});
  const Dataset data = builder.finish().value();
  EXPECT_EQ(data.state().officer(0)->metrics[2].size(), 1U);
  EXPECT_TRUE(data.state().officer(1)->metrics[2].empty());
}

TEST_F(Columns, ADutyRecordThatEndsBeforeItBeginsIsARowIssue) {
  builder.add_duty(1, {*Day::parse("2026-03-02"), *Day::parse("2026-03-01")}, "leave");
  const Dataset data = builder.finish().value();
  EXPECT_EQ(issues(data), "from-after-to 2 2026-03-02  leave [2026-03-02..2026-03-01]\n");
  EXPECT_TRUE(data.state().officer(1)->duty.empty());
}

}  // namespace
}  // namespace cwp
