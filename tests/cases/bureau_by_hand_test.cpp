// Every figure that docs/worked-example.md works out by hand for five officers of the bureau, read from the page.

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>

#include "bureau.hpp"
#include "scored_files.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

/// One line of a table of the page: `| records | 8 | 6 × 8 / 12 = **4.00** |`.
struct Line {
  std::string id, raw, points;
  /// What stands in bold last; `-` for an item without points.
  std::string figure() const {
    const std::size_t end = points.rfind("**");
    if (end == std::string::npos) return "-";
    const std::size_t begin = points.rfind("**", end - 1) + 2;
    return points.substr(begin, end - begin);
  }
};

/// The table below a heading `### A0112, 2026-07`.
struct Sheet {
  std::string officer, period;
  std::vector<Line> lines;
};

std::vector<Sheet> sheets() {
  std::vector<Sheet> found;
  std::ifstream page(root_dir() + "/docs/worked-example.md");
  const std::regex heading("### (A\\d+), (\\S+)"), cells("\\| (\\w+) \\| (.*) \\| (.*) \\|");
  std::smatch match;
  for (std::string text; std::getline(page, text);)
    if (std::regex_match(text, match, heading))
      found.push_back({match[1], match[2], {}});
    else if (!found.empty() && std::regex_match(text, match, cells))
      found.back().lines.push_back({match[1], match[2], match[3]});
  return found;
}

Period period_of(const std::string& label) { return *Period::parse(label, bureau().data().state().rules.calendar()); }

const ScoreTable& table_of(const Sheet& sheet) { return *bureau().table(period_of(sheet.period).grain); }

const ScoreRow& row_of(const Sheet& sheet) {
  return *table_of(sheet).find(period_of(sheet.period), *bureau().data().find_officer(sheet.officer));
}

/// The rank, or why there is none.
std::string rank_of(const Sheet& sheet) {
  const Scores& scores = bureau();
  for (const RankedOfficer& row : scores.ranking("bureau_month")->rows)
    if (scores.data().officer_key(row.officer) == sheet.officer && row.period == period_of(sheet.period))
      return row.rank ? row.rank->to_text()
                      : std::string(to_text(row.reason)) + (row.veto.empty() ? "" : " " + row.veto);
  return "not listed";
}

std::string computed(const Sheet& sheet, const std::string& id) {
  const Part& total = row_of(sheet).total();
  if (id == "reachable") return total.reachable->to_text();
  if (id == "coverage") return total.coverage->to_text();
  return figure(bureau(), sheet.period, sheet.officer, id);
}

/// The points of an item in the periods of a finer grain that count in a month, in their order; the exempt left out.
std::vector<std::string> inner_points(const Sheet& sheet, Grain inner, const std::string& id) {
  const Calendar& calendar = bureau().data().state().rules.calendar();
  const PeriodRange range = calendar.inner(period_of(sheet.period), inner);
  std::vector<std::string> points;
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1)
    if (const std::string one = figure(bureau(), calendar.label(p), sheet.officer, id); one != "-" && one != "?")
      points.push_back(one);
  return points;
}

/// The marks that a text adds up, `3 × 5.50` as three of 5.50.
std::vector<std::string> terms(const std::string& text) {
  std::vector<std::string> found;
  static const std::regex term("(?:(\\d+) × )?(\\d+\\.\\d\\d)(?!\\d|…)");
  for (std::sregex_iterator it(text.begin(), text.end(), term), end; it != end; ++it)
    found.insert(found.end(), (*it)[1].matched ? std::stoul((*it)[1]) : 1, (*it)[2]);
  return found;
}

/// What stands between a bracket and its end before ` / `: the sum of a mean.
std::string sum_of_mean(const std::string& points) {
  std::smatch match;
  return std::regex_search(points, match, std::regex("\\(([^()]*)\\) / \\d+ = ")) ? match[1] : std::string();
}

TEST(FiveOfficersByHand, EveryFigureOfThePageIsTheScore) {
  std::size_t compared = 0;
  for (const Sheet& sheet : sheets())
    for (const Line& line : sheet.lines) {
      SCOPED_TRACE(sheet.officer + " " + sheet.period + " " + line.id);
      ++compared;
      if (line.id != "bureau_month")
        EXPECT_EQ(line.figure(), computed(sheet, line.id));
      else if (line.figure() != "-")
        EXPECT_EQ(line.figure(), rank_of(sheet));
      else
        EXPECT_TRUE(line.points.ends_with(rank_of(sheet))) << rank_of(sheet);
    }
  EXPECT_EQ(compared, 186u);
}

TEST(FiveOfficersByHand, APageOfADayWeekOrMonthLeavesNothingOut) {
  for (const Sheet& sheet : sheets()) {
    if (period_of(sheet.period).grain == Grain::quarter) continue;
    std::set<std::string> held, told;
    for (std::size_t i = 0; i < table_of(sheet).ids.size(); ++i)
      if (row_of(sheet).parts[i].reason != Reason::not_held) held.insert(table_of(sheet).ids[i]);
    for (const Line& line : sheet.lines) told.insert(line.id);
    for (const char* beside : {"reachable", "coverage", "bureau_month"}) told.erase(beside);
    EXPECT_EQ(told, held) << sheet.officer << " " << sheet.period;
  }
}

TEST(FiveOfficersByHand, WhatAMonthAddsUpAreThePointsOfItsWeeksAndDays) {
  std::size_t weeks = 0, days = 0;
  for (const Sheet& sheet : sheets()) {
    if (period_of(sheet.period).grain != Grain::month) continue;
    for (const Line& line : sheet.lines) {
      SCOPED_TRACE(sheet.officer + " " + sheet.period + " " + line.id);
      const std::string sum = sum_of_mean(line.points);
      if (sum.empty() || line.id == "coverage") continue;
      if (line.raw.find(" · ") != std::string::npos && line.id != "records") {
        ++weeks;
        EXPECT_EQ(terms(sum), inner_points(sheet, Grain::week, line.id));
        continue;
      }
      ++days;
      const std::vector<std::string> told = terms(sum), made = inner_points(sheet, Grain::day, line.id);
      EXPECT_EQ(std::multiset<std::string>(told.begin(), told.end()),
                std::multiset<std::string>(made.begin(), made.end()));
    }
  }
  EXPECT_EQ(weeks, 4u * 7);  // A0077 has no week
  EXPECT_EQ(days, 6u);
}

TEST(FiveOfficersByHand, CategoriesAndTotalsAddUpTheLinesAboveThem) {
  for (const Sheet& sheet : sheets()) {
    std::vector<std::string> items, categories;
    for (const Line& line : sheet.lines) {
      SCOPED_TRACE(sheet.officer + " " + sheet.period + " " + line.id);
      if (line.id == "people" || line.id == "prevention" || line.id == "service") {
        std::vector<std::string> added = terms(line.points.substr(0, line.points.find(" = ")));
        EXPECT_EQ(added, items);
        items.clear();
        categories.push_back(line.figure());
      } else if (line.id == "total") {
        EXPECT_EQ(terms(line.raw.substr(0, line.raw.find(" = "))), categories);
      } else if (line.figure() != "-" && line.id != "complaint_penalty") {
        items.push_back(line.figure());
      }
    }
  }
}

TEST(FiveOfficersByHand, WhoIsBeforeAndBehindHasTheTotalOfThePage) {
  std::size_t compared = 0;
  const std::regex other("(A\\d+) (\\d+\\.\\d\\d)");
  for (const Sheet& sheet : sheets())
    for (const Line& line : sheet.lines) {
      if (line.id != "bureau_month") continue;
      const std::string text = line.raw + line.points;
      for (std::sregex_iterator it(text.begin(), text.end(), other), end; it != end; ++it, ++compared)
        EXPECT_EQ((*it)[2], figure(bureau(), sheet.period, (*it)[1], "total")) << (*it)[1];
    }
  EXPECT_EQ(compared, 6u);
}

}  // namespace
}  // namespace cwp
