// The list of what a correction moved is the difference, cell by cell, of the files of two whole runs.

#include <gtest/gtest.h>

#include <iostream>
#include <set>
#include <sstream>

#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

/// What is written of a run, by `period,who,what,id`.
using WrittenCells = std::map<std::string, std::string>;

std::vector<std::vector<std::string>> csv_rows_of(const std::string& text) {
  EXPECT_EQ(text.find('"'), std::string::npos) << "random names need no quotes";
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    rows.emplace_back(1);
    for (const char c : line)
      if (c == ',')
        rows.back().emplace_back();
      else
        rows.back().back() += c;
  }
  return rows;
}

class WrittenRun {
 public:
  explicit WrittenRun(const Scores& scores) {
    for (const auto& [name, content] : output_files(scores)) {
      const std::string stem = name.substr(0, name.find('.'));
      if (name.ends_with(".json") || stem == "issues") continue;
      const auto rows = csv_rows_of(content);
      for (std::size_t i = 1; i < rows.size(); ++i) read(stem, rows[0], rows[i]);
    }
  }
  WrittenCells cells;
  std::set<std::string> periods;

 private:
  void read(const std::string& stem, const std::vector<std::string>& header, const std::vector<std::string>& row) {
    std::map<std::string, std::string> at;
    for (std::size_t i = 0; i < header.size(); ++i) at[header[i]] = row[i];
    const auto set = [&](const std::string& who, const std::string& what, const std::string& id,
                         const std::string& text) {
      EXPECT_TRUE(cells.emplace(at["period"] + "," + who + "," + what + "," + id, text).second) << what << " twice";
    };
    const std::string who = at["officer"];
    if (stem.starts_with("ranking_")) {
      for (const char* what : {"group", "rank", "value", "eligible"}) set(who, what, stem.substr(8), at[what]);
      set(who, "no_rank", stem.substr(8), at["reason"]);
    } else if (stem == "grades") {
      set(who, "grade", at["grade_set"], at["grade"]);
      set(who, "no_grade", at["grade_set"], at["reason"]);
      return;  // periods are those of the tables and rankings
    } else if (stem == "awards") {
      set(who, "award", at["award"], at["amount"].empty() ? "true" : at["amount"]);
      set(who, "award_rank", at["award"], at["rank"]);
      return;
    } else if (stem == "expect") {
      set(who + at["group"], "promise", at["expect"], "broken");
      return;
    } else {
      for (std::size_t i = 2; i < header.size(); ++i) {
        const bool of_period = i + 4 >= header.size();  // reachable, coverage, state, vetoes
        set(who, of_period ? header[i] : "points", of_period ? "" : header[i], row[i]);
      }
    }
    periods.insert(at["period"]);
  }
};

std::string text_at(const WrittenCells& cells, const std::string& key) {
  const auto found = cells.find(key);
  return found == cells.end() ? "" : found->second;
}

std::set<std::string> difference(const WrittenRun& before, const WrittenRun& after) {
  std::set<std::string> lines;
  for (const WrittenRun* run : {&before, &after})
    for (const auto& [key, text] : run->cells) {
      const std::string period = key.substr(0, key.find(','));
      const std::string was = text_at(before.cells, key), is = text_at(after.cells, key);
      if (was != is && before.periods.contains(period) && after.periods.contains(period))
        lines.insert(key + "," + was + "," + is);
    }
  return lines;
}

/// The same rows with some figures, stretches and attributes reported otherwise.
Dataset corrected(const InputRows& rows, const CheckedRulebook& rules, Dice& dice, bool with_corrections) {
  DatasetBuilder builder(rules);
  const Day first = *Day::parse("2027-01-05"), second = *Day::parse("2027-01-20");
  builder.set_known_at(with_corrections ? second : first);
  builder.set_span(rows.span);
  for (const OfficerRow& row : rows.roster) {
    builder.add_officer(row.officer, row.from, row.to, row.attributes);
    auto attributes = row.attributes;
    if (dice.chance(40)) attributes["station"] = dice.chance(50) ? "A" : "B";
    if (dice.chance(50)) builder.add_officer(row.officer, row.from, row.to, attributes, {}, {second, dice.chance(20)});
  }
  for (const DutyRow& row : rows.duty) {
    builder.add_duty(row.officer, row.from, row.to, row.status);
    if (dice.chance(40)) builder.add_duty(row.officer, row.from, row.to, row.status, {}, {second, true});
  }
  std::set<std::tuple<std::string, std::string, std::string>> keys;
  std::map<std::string, std::vector<std::string>> values;
  for (const MetricRow& row : rows.metrics) values[row.metric].push_back(row.value);
  for (const MetricRow& row : rows.metrics) {
    builder.add_metric(row.officer, row.date, row.metric, row.value);
    if (!dice.chance(60) || !keys.emplace(row.officer, row.date, row.metric).second) continue;
    const bool withdrawn = dice.chance(30);
    const std::string value = withdrawn ? "" : dice.one_of(values[row.metric]);
    builder.add_metric(row.officer, row.date, row.metric, value, {}, {second, withdrawn});
  }
  for (const FactRow& row : rows.facts) builder.add_fact(row.table, row.officer, row.date, row.values);
  return builder.finish().value();
}

TEST(MovedFigures, AreTheDifferenceOfTheFilesOfTwoRuns) {
  std::map<std::string, std::int64_t> moved;
  std::int64_t still = 0;
  for_random_cases(8, {}, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    Dice again = dice;  // both are given the same rows
    const Scores before = scored(rules, corrected(one.rows, rules, dice, false));
    const Scores after = scored(rules, corrected(one.rows, rules, again, true));
    const WrittenRun was(before), is(after);
    const Movement movement = what_moved(before, after);
    std::set<std::string> listed;
    for (const auto& row : csv_rows_of(to_csv(movement, after))) {
      if (row[0] == "period") continue;
      ++moved[row[2]];
      const auto old_figure = Decimal::parse(row[4]), new_figure = Decimal::parse(row[5]), by = Decimal::parse(row[6]);
      EXPECT_TRUE(!by || (old_figure && new_figure && old_figure->decimals == by->decimals &&
                          old_figure->units + by->units == new_figure->units))
          << row[3] << " " << row[4] << " " << row[5] << " " << row[6];
      EXPECT_TRUE(
          listed.insert(row[0] + "," + row[1] + "," + row[2] + "," + row[3] + "," + row[4] + "," + row[5]).second);
    }
    EXPECT_EQ(listed, difference(was, is));
    std::set<std::string> in_both = was.periods;
    for (const Period period : movement.only_before) EXPECT_EQ(in_both.erase(rules.calendar().label(period)), 1U);
    for (const Period period : movement.only_after) in_both.insert(rules.calendar().label(period));
    EXPECT_EQ(in_both, is.periods);
    still += static_cast<std::int64_t>(was.cells.size()) - static_cast<std::int64_t>(listed.size());
  });
  for (const auto& [what, count] : moved) std::cout << what << " " << count << ", ";
  std::cout << "and " << still << " cells that did not move\n";
  if (shorter_run()) return;
  EXPECT_GE(moved["points"], 2'000);
  for (const char* what : {"coverage", "state", "rank", "group"}) EXPECT_GE(moved[what], 20) << what;
  for (const char* what : {"grade", "award"}) EXPECT_GE(moved[what], 5) << what;
}

}  // namespace
}  // namespace cwp::oracle
