// Rows in another order, officers in another order, files cut into several: the same bytes.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "oracle/published.hpp"

namespace cwp::oracle {
namespace {

/// Rows of one key keep their order among themselves: the later counts where two speak of the same.
template <class Row, class Key>
std::vector<Row> shuffled(const std::vector<Row>& rows, Dice& dice, Key key) {
  std::vector<std::size_t> order(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[static_cast<std::size_t>(dice.below(static_cast<int>(i)))]);
  std::map<std::string, std::vector<std::size_t>> places;
  for (std::size_t place = 0; place < order.size(); ++place) places[key(rows[order[place]])].push_back(place);
  std::vector<Row> result(rows.size());
  for (const auto& [name, of_key] : places) {
    std::vector<std::size_t> sources;
    for (const std::size_t place : of_key) sources.push_back(order[place]);
    std::sort(sources.begin(), sources.end());
    for (std::size_t i = 0; i < of_key.size(); ++i) result[of_key[i]] = rows[sources[i]];
  }
  return result;
}

InputRows shuffled(const InputRows& rows, Dice& dice) {
  const auto officer = [](const auto& row) { return row.officer; };
  InputRows result = rows;
  result.roster = shuffled(rows.roster, dice, officer);
  result.duty = shuffled(rows.duty, dice, officer);
  result.metrics = shuffled(rows.metrics, dice,
                            [](const MetricRow& row) { return row.officer + " " + row.metric + " " + row.date; });
  int fact = 0;
  result.facts = shuffled(rows.facts, dice, [&](const FactRow&) { return std::to_string(fact++); });
  return result;
}

/// Writes rows as lines of files NAME-0.csv …, cut at random places; the files, in order.
template <class Row, class Write>
std::vector<std::string> files(const std::filesystem::path& folder, const std::string& name, const std::string& header,
                               const std::vector<Row>& rows, Dice& dice, Write write) {
  std::vector<std::string> paths;
  std::ofstream file;
  const auto next = [&] {
    paths.push_back((folder / (name + "-" + std::to_string(paths.size()) + ".csv")).string());
    file = std::ofstream(paths.back(), std::ios::binary);
    file << header << '\n';
  };
  next();
  const int most = static_cast<int>(rows.size()) / 3 + 1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (dice.below(most) == 0) next();
    write(file, rows[i]);
    file << '\n';
  }
  return paths;
}

std::string text_of(const std::optional<Day>& day) { return day ? day->to_text() : ""; }

Dataset from_files(const InputRows& rows, const CheckedRulebook& rules, Dice& dice, std::size_t& files_read) {
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / ("cwp-any-order-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  CsvInputs inputs;
  inputs.span = rows.span;
  const std::vector<std::string> names = {"station", "area", "coefficient", "weight", "senior", "joined"};
  std::string header = "officer,from,to";
  for (const std::string& name : names) header += "," + name;
  inputs.roster = (folder / "roster.csv").string();
  std::ofstream roster(inputs.roster, std::ios::binary);
  roster << header << '\n';
  for (const OfficerRow& row : rows.roster) {
    roster << row.officer << ',' << text_of(row.from) << ',' << text_of(row.to);
    for (const std::string& name : names) roster << ',' << row.attributes.at(name);
    roster << '\n';
  }
  roster.close();
  inputs.duty =
      files(folder, "duty", "officer,from,to,status", rows.duty, dice, [](std::ostream& out, const DutyRow& row) {
        out << row.officer << ',' << text_of(row.from) << ',' << text_of(row.to) << ',' << row.status;
      });
  inputs.metrics = files(folder, "metrics", "officer,date,metric,value", rows.metrics, dice,
                         [](std::ostream& out, const MetricRow& row) {
                           out << row.officer << ',' << row.date << ',' << row.metric << ',' << row.value;
                         });
  if (!rows.facts.empty())
    for (const std::string& path : files(folder, "facts", "officer,date,minutes,kind,solved,seen,signer", rows.facts,
                                         dice, [](std::ostream&out, const FactRow&row) {
                                           out << row.officer << ',' << row.date;
                                           for (const char* name : {"minutes", "kind", "solved", "seen", "signer"})
                                             out << ',' << row.values.at(name);
                                         }))
      inputs.events.emplace_back("facts", path);
  files_read += inputs.duty.size() + inputs.metrics.size() + inputs.events.size();
  return read_csv(inputs, rules).value();
}

TEST(RowsInAnyOrder, InOneFileOrManyGiveTheSame) {
  std::int64_t lines = 0, wrong_rows = 0;
  std::size_t files_read = 0;
  for_random_cases(15, {}, [&](const OracleCase& one, const CheckedRulebook& rules, Dice& dice) {
    const Scores whole = scored(rules, one.rows);
    const Published expected = published(whole);
    const InputRows other = shuffled(one.rows, dice);
    const Scores in_memory = scored(rules, other);
    EXPECT_EQ(published(in_memory), expected);
    EXPECT_EQ(issues(in_memory), issues(whole));
    const Scores read = scored(rules, from_files(other, rules, dice, files_read));
    EXPECT_EQ(published(read), expected);
    EXPECT_EQ(issues(read), issues(whole));
    for (const auto& [period, of_period] : expected) lines += static_cast<std::int64_t>(of_period.size());
    wrong_rows += static_cast<std::int64_t>(whole.data().issues().size());
  });
  std::cout << lines << " lines, " << files_read << " files, " << wrong_rows << " rows that are wrong\n";
  if (shorter_run()) return;
  EXPECT_GE(lines, 8'000);
  EXPECT_GE(files_read, 100U);
  EXPECT_GE(wrong_rows, 1'000);
}

}  // namespace
}  // namespace cwp::oracle
