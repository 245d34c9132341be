// The same data as rows and as columns come to the same figures, ranks and issues.

#include <gtest/gtest.h>

#include <cmath>

#include "checked_text.hpp"
#include "cwp/columns.hpp"
#include "cwp/score.hpp"

namespace cwp {
namespace {

constexpr const char* kRules = R"yaml(cwp: 1
id: both
attributes:
  station: {type: text}
  weight: {type: number, min: 0.5, max: 1.5, default: 1}
duty: {leave: exempt, course: assessed}
metrics:
  small: {per: month, fold: sum, type: u8, range: [0, 200]}
  count: {per: month, fold: sum, type: u16}
  change: {per: month, fold: sum, type: i32}
  large: {per: month, fold: sum, type: i64}
  rate: {per: month, fold: last, range: [0, 100], decimals: 2}
  daily: {fold: sum, type: u8, range: [0, 50]}
  kept: {per: month, fold: last, absent: carry}
categories:
  - id: work
    items:
      - {id: a, per: month, full: 10, award: {of: small, each: 0.1}}
      - {id: b, per: month, full: 10, award: {of: count, each: 0.003}}
      - {id: c, per: month, full: 10, points: 5 + change / 100000}
      - {id: d, per: month, full: 10, points: large / 100000000000}
      - {id: e, per: month, full: 10, target: {of: rate, at: 90, zero_at: 10}, if_missing: drop}
      - {id: f, per: week, full: 10, award: {of: daily, each: 0.07}}
      - {id: g, per: month, full: 10, points: kept, if_missing: drop}
      - {id: h, per: month, full: 10, points: 5 + 0.01 * (small - mean(small by station))}
assessments: {week: {}, month: {coefficient: weight}}
rankings:
  - {id: station_month, every: month, by: station, of: total}
  - {id: month_all, every: month, of: total, method: fractional}
  - {id: weeks, every: week, of: total, method: dense}
)yaml";

std::string text(const std::optional<Decimal>& value) { return value ? value->to_text() : "-"; }

/// Every field of every row.
std::vector<std::string> everything(const Scores& scores) {
  std::vector<std::string> lines;
  const auto key = [&](std::size_t officer) { return std::string(scores.data().officer_key(officer)); };
  for (const ScoreTable& table : scores.tables())
    for (const ScoreRow& row : table.rows)
      for (std::size_t c = 0; c < row.parts.size(); ++c) {
        const Part& part = row.parts[c];
        lines.push_back(std::to_string(row.period.ordinal) + " " + key(row.officer) + " " + table.ids[c] + " " +
                        text(part.points) + " " + text(part.full) + " " + text(part.reachable) + " " +
                        text(part.coverage) + " " + std::string(to_text(part.state)) + " " +
                        std::string(to_text(part.reason)) + " " + std::string(to_text(row.state)));
      }
  for (const RankingTable& table : scores.rankings())
    for (const RankedOfficer& row : table.rows)
      lines.push_back(table.id + " " + std::to_string(row.period.ordinal) + " " + row.group + " " + key(row.officer) +
                      " " + text(row.rank) + " " + text(row.value) + " " + std::string(to_text(row.reason)));
  for (const RowIssue& issue : scores.issues())
    lines.push_back(std::string(issue.reason) + " " + issue.officer + " " + issue.date + " " + issue.metric + " " +
                    issue.value + " " + issue.expected);
  return lines;
}

/// Ten officers. The figures of a column as numbers and as somebody would write them; "" and NaN are no row.
class ScoreColumns : public testing::Test {
 protected:
  static constexpr std::size_t kOfficers = 10;

  ScoreColumns() : rules(checked_text(kRules)), columns(rules, kOfficers), rows(rules) {
    columns.set_attribute("station", {"north", "south"}, stations);
    columns.set_attribute("weight", {"0.9", "", "1.5"}, weights);
    const char* names[] = {"north", "south"};
    const char* written[] = {"0.9", "", "1.5"};
    for (std::size_t i = 0; i < kOfficers; ++i)
      rows.add_officer(std::to_string(i + 1), {}, {},
                       {{"station", names[stations[i]]}, {"weight", written[weights[i]]}});
    const DayRange span{*Day::parse("2026-03-01"), *Day::parse("2026-04-30")};
    columns.set_span(span);
    rows.set_span(span);
  }

  template <typename T>
  void add(const char* metric, const char* period, const std::vector<T>& figures,
           const std::vector<std::string>& written) {
    columns.add_figures(metric, *Period::parse(period, rules.calendar()), std::span<const T>(figures));
    for (std::size_t i = 0; i < kOfficers; ++i) rows.add_metric(std::to_string(i + 1), period, metric, written[i]);
  }
  template <typename T>
  void add_whole(const char* metric, const char* period, const std::vector<T>& figures) {
    std::vector<std::string> written;
    for (const T figure : figures) written.push_back(std::to_string(figure));
    add(metric, period, figures, written);
  }
  void add_leave(std::size_t officer, const char* from, const char* to, const char* status) {
    columns.add_duty(officer, {*Day::parse(from), *Day::parse(to)}, status);
    rows.add_duty(std::to_string(officer + 1), Day::parse(from), Day::parse(to), status);
  }

  /// Both ways, in lanes and one by one; returns how many lines were compared.
  std::size_t compare() {
    const Plan plan = compile(rules);
    const Dataset of_rows = rows.finish().value(), of_columns = columns.finish().value();
    std::size_t lines = 0;
    for (const std::size_t least : {std::size_t{0}, std::size_t{2}}) {
      ScoreOptions options;
      options.provisional = true;
      options.engine.least_in_lanes = least;
      const auto wanted = everything(score(plan, of_rows, options).value());
      EXPECT_EQ(everything(score(plan, of_columns, options).value()), wanted);
      lines += wanted.size();
    }
    return lines;
  }

  CheckedRulebook rules;
  const std::vector<std::uint32_t> stations = {0, 1, 1, 0, 0, 1, 0, 1, 1, 1}, weights = {0, 1, 2, 1, 1, 0, 2, 2, 1, 0};
  ColumnsBuilder columns;
  DatasetBuilder rows;
};

const std::vector<std::uint8_t> kSmall = {0, 200, 17, 5, 99, 100, 64, 3, 3, 18};
const std::vector<std::uint16_t> kCount = {0, 65535, 1234, 400, 3000, 3333, 1, 2, 777, 256};
const std::vector<std::int32_t> kChange = {-2147483647, 2147483647, -5, 0, 70000, -70000, 12, 1, 99999, -1};
const std::vector<std::int64_t> kLarge = {999999999999999999, -999999999999999999, 0, 1, 500000000000, 77, 4, 9, 1, 2};
const std::vector<double> kRate = {0.57, 100, 89.99, 10, NAN, 33.3, 0.1, 0, 57, 64.01};
const std::vector<std::string> kRateWritten = {"0.57", "100", "89.99", "10", "", "33.3", "0.1", "0", "57", "64.01"};
const std::vector<double> kKept = {1.005, NAN, 3, 4.123456789, NAN, 6, 7, 8, 123456.5, 10};
const std::vector<std::string> kKeptWritten = {"1.005", "", "3", "4.123456789", "", "6", "7", "8", "123456.5", "10"};

TEST_F(ScoreColumns, OfEveryTypeAreTheFiguresOfRows) {
  add_whole("small", "2026-03", kSmall);
  add_whole("count", "2026-03", kCount);
  add_whole("change", "2026-03", kChange);
  add_whole("large", "2026-03", kLarge);
  add("rate", "2026-03", kRate, kRateWritten);
  add("kept", "2026-03", kKept, kKeptWritten);
  const std::vector<std::uint8_t> daily = {9, 8, 7, 6, 5, 4, 3, 2, 1, 50};
  for (const char* day : {"2026-03-02", "2026-03-03", "2026-03-31", "2026-04-01"}) add_whole("daily", day, daily);
  EXPECT_GT(compare(), 500U);
}

TEST_F(ScoreColumns, AnyTypeMayHoldTheFiguresOfAnyMetric) {
  const std::vector<std::int64_t> small(kSmall.begin(), kSmall.end());
  const std::vector<double> count(kCount.begin(), kCount.end()), change(kChange.begin(), kChange.end());
  add_whole("small", "2026-03", small);
  std::vector<std::string> written;
  for (const std::uint16_t figure : kCount) written.push_back(std::to_string(figure));
  add("count", "2026-03", count, written);
  written.clear();
  for (const std::int32_t figure : kChange) written.push_back(std::to_string(figure));
  add("change", "2026-03", change, written);
  EXPECT_GT(compare(), 500U);
}

TEST_F(ScoreColumns, BrokenPromisesAreTheIssuesOfRows) {
  const std::vector<std::int32_t> out_of_range = {201, -1, 17, 5, 99, 100, 64, 3, 3, 18};
  add_whole("small", "2026-03", out_of_range);
  const std::vector<std::int32_t> out_of_type = {65536, 65535, -1, 400, 3000, 3333, 1, 2, 777, 256};
  add_whole("count", "2026-04", out_of_type);
  const std::vector<double> not_whole = {1.5, 2, NAN, 1, 0, 7, 7, 7, 7, 7};
  add("change", "2026-03", not_whole, {"1.5", "2", "", "1", "0", "7", "7", "7", "7", "7"});
  const std::vector<double> rate = {0.575, 100.01, 89.99, 10, NAN, 33.3, -0.1, 0, 57, 64.01};
  add("rate", "2026-04", rate, {"0.575", "100.01", "89.99", "10", "", "33.3", "-0.1", "0", "57", "64.01"});
  EXPECT_GT(compare(), 500U);
}

TEST_F(ScoreColumns, DutyIsThatOfRows) {
  add_whole("small", "2026-03", kSmall);
  add_whole("small", "2026-04", kSmall);
  add("rate", "2026-04", kRate, kRateWritten);
  add_leave(1, "2026-03-01", "2026-03-31", "leave");
  add_leave(2, "2026-03-09", "2026-03-15", "leave");
  add_leave(2, "2026-03-12", "2026-03-20", "course");  // speaks where they overlap
  add_leave(3, "2026-04-01", "2026-04-30", "rest");
  add_leave(4, "2026-04-05", "2026-04-01", "leave");  // ends before it begins: an issue
  add_leave(5, "2026-03-02", "2026-03-08", "leave");
  add_leave(5, "2026-03-05", "2026-03-05", "on_duty");
  EXPECT_GT(compare(), 500U);
}

TEST_F(ScoreColumns, AFigureThatIsNoDecimalOfFifteenDigitsIsTaken) {
  const std::vector<double> figures = {1.0 / 3, 1e15, 999999999999999, 0.1 + 0.2, INFINITY, 0, 0, 0, 0, 0};
  columns.add_figures("kept", *Period::parse("2026-03", rules.calendar()), std::span(figures));
  std::vector<std::string> refused;
  const Dataset data = columns.finish().value();
  for (const RowIssue& issue : data.issues())
    refused.push_back(std::string(issue.reason) + " " + issue.officer + " " + issue.value);
  EXPECT_EQ(refused, (std::vector<std::string>{"value-too-long 5 "}));
}

}  // namespace
}  // namespace cwp
