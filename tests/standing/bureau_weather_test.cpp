// A bureau in bad weather: transfers every month, a third exempt, as many groups as there are, rows that are refused or
// not there. Scored side by side it publishes what it does officer by officer.

#include <gtest/gtest.h>

#include "checked_text.hpp"
#include "cwp/cwp.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

constexpr const char* kBureauRules = R"yaml(cwp: 1
id: bureau
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {type: u16, range: [0, 500]}
  hours: {absent: missing}
  cases: {per: week, type: u8, absent: zero}
  survey: {per: month, fold: last, absent: missing}
categories:
  - id: work
    combine: scaled
    full: 60
    items:
      - {id: seen, per: day, full: 10, award: {of: visits, each: 0.7}, roll_up: mean}
      - {id: patrol, per: day, full: 10, target: {of: hours, at: 8, zero_at: 0}, if_missing: drop, roll_up: mean}
      - {id: solved, per: week, full: 5, deduct: {of: cases, each: 0.4}, roll_up: sum}
  - id: people
    items:
      - {id: heard, per: month, full: 30, points: survey * 0.3}
      - {id: beside, per: month, full: 10, points: 5 + 0.01 * (sum(visits) - mean(sum(visits) by station)), min: 0, max: 10}
vetoes: [{id: serious, per: month, when: sum(cases) > 15, set: 1}]
assessments: {day: {}, week: {}, month: {}}
rankings: [{id: best, every: month, of: total, by: [station]}]
)yaml";

/// Numbers that look random and are the same everywhere.
class Numbers {
 public:
  int below(int limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return int((state_ >> 33) % std::uint64_t(limit));
  }

 private:
  std::uint64_t state_ = 20260301;
};

struct Weather {
  int officers = 120;
  int groups = 7;
  int days = 90;
  bool transfers = false;     ///< to another station with each month
  bool third_exempt = false;  ///< each on days of his own
  int spoiled = 0;            ///< of a thousand figures: refused, or not there
};

Dataset bureau(const CheckedRulebook& rules, const Weather& weather) {
  Numbers numbers;
  DatasetBuilder builder(rules);
  const Day first = *Day::parse("2026-01-01"), last = first + (weather.days - 1);
  builder.set_span({first, last});
  for (int i = 0; i < weather.officers; ++i) {
    const std::string key = std::to_string(100000 + i);
    const auto in_station = [&](std::optional<Day> from, std::optional<Day> to, int number) {
      builder.add_officer(key, from, to, {{"station", "S" + std::to_string(number % weather.groups)}});
    };
    if (weather.transfers) {
      in_station({}, *Day::parse("2026-01-31"), i);
      in_station(*Day::parse("2026-02-01"), *Day::parse("2026-02-28"), 3 * i + 1);
      in_station(*Day::parse("2026-03-01"), {}, 5 * i + 2);
    } else {
      in_station({}, {}, i);
    }
    if (weather.third_exempt && i % 3 == 0) {
      const Day from = first + numbers.below(weather.days);
      builder.add_duty(key, from, from + numbers.below(12), "leave");
    }
    for (Day day = first; day <= last; day = day + 1) {
      const bool spoiled = numbers.below(1000) < weather.spoiled;
      builder.add_metric(key, day.to_text(), "visits", spoiled ? "700" : std::to_string(numbers.below(20)));
      if (numbers.below(1000) >= weather.spoiled)
        builder.add_metric(key, day.to_text(), "hours", std::to_string(numbers.below(9)) + ".5");
      if ((day - first) % 7 == 0)
        builder.add_metric(key, day.to_text(), "cases", spoiled ? "16" : std::to_string(numbers.below(4)));
      if ((day - first) % 31 == 0)
        builder.add_metric(key, day.to_text(), "survey", std::to_string(50 + numbers.below(50)));
    }
  }
  return builder.finish().value();
}

std::string text_of(const std::optional<Decimal>& figure) { return figure ? figure->to_text() + " " : "- "; }

std::vector<std::string> published_lines(const Scores& scores) {
  std::vector<std::string> lines;
  for (const ScoreTable& table : scores.tables())
    for (const ScoreRow& row : table.rows) {
      std::string line = std::to_string(row.period.ordinal) + " " + std::to_string(row.officer) + ": ";
      for (const Part& part : row.parts)
        line += text_of(part.points) + text_of(part.full) + text_of(part.reachable) + text_of(part.coverage) +
                std::to_string(int(part.state)) + std::to_string(int(part.reason)) + "; ";
      lines.push_back(line + std::to_string(row.vetoes.size()));
    }
  for (const RankingTable& ranking : scores.rankings())
    for (const RankedOfficer& row : ranking.rows)
      lines.push_back(ranking.id + " " + std::to_string(row.period.ordinal) + " " + row.group + " " +
                      text_of(row.rank) + std::to_string(row.officer) + " " + text_of(row.value));
  for (const RowIssue& issue : scores.issues()) lines.push_back(std::string(issue.reason) + issue.officer + issue.date);
  return lines;
}

/// Compares, and returns how many cells in a thousand were judged.
double compared(const Weather& weather) {
  const CheckedRulebook rules = checked_text(kBureauRules);
  const Plan plan = compile(rules);
  const Dataset data = bureau(rules, weather);
  ScoreOptions options;
  options.provisional = true;
  options.engine.least_in_lanes = 0;
  const std::vector<std::string> expected = published_lines(score(plan, data, options).value());
  EXPECT_GE(expected.size(), 2 * std::size_t(weather.officers));
  options.engine = {};
  options.threads = 2;
  const Scores scores = score(plan, data, options).value();
  EXPECT_EQ(published_lines(scores), expected);
  EXPECT_EQ(scores.engine().officers_in_lanes, std::size_t(weather.officers));
  return 1000 * double(scores.engine().cells_judged) / double(scores.engine().cells);
}

TEST(BureauWeather, AnOrdinaryOneIsNeverJudged) { EXPECT_EQ(compared({}), 0); }

TEST(BureauWeather, TransfersEveryMonthAreOrdinary) {
  Weather weather;
  weather.transfers = true;
  EXPECT_EQ(compared(weather), 0);
}

TEST(BureauWeather, AThirdExemptIsJudgedWhereItIs) {
  Weather weather;
  weather.third_exempt = true;
  const double judged = compared(weather);
  EXPECT_GT(judged, 0);
  EXPECT_LT(judged, 150);
}

TEST(BureauWeather, AllAtOnce) {
  Weather weather;
  weather.transfers = weather.third_exempt = true;
  weather.spoiled = 10;
  weather.groups = 1;
  EXPECT_LT(compared(weather), 400);
}

TEST(BureauWeather, TenThousandGroupsAndOneForEachOfficer) {
  Weather weather;
  weather.groups = this_build().sanitized ? 1000 : 10000;
  weather.officers = weather.groups + 50;  // the last fifty share stations with the first
  weather.days = 1;
  compared(weather);
  weather.groups = weather.officers = 90;
  weather.days = 31;
  compared(weather);
}

}  // namespace
}  // namespace cwp
