#include "outside/conformity.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "cwp/dataset.hpp"
#include "data/dataset_state.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

std::vector<std::string> cells_of(std::string line) {
  if (line.ends_with('\r')) line.pop_back();
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  if (line.ends_with(',')) cells.emplace_back();
  return cells;
}

template <class Things>
bool has_id(const Things& things, const std::string& id) {
  return std::ranges::any_of(things, [&](const auto& thing) { return thing.id.value == id; });
}

}  // namespace

bool OutsideTable::has(std::string_view column) const { return std::ranges::count(columns, column) == 1; }

const std::string& OutsideTable::cell(std::size_t row, std::string_view column) const {
  const auto found = std::ranges::find(columns, column);
  if (found == columns.end()) throw std::out_of_range("no column " + std::string(column));
  return rows.at(row).at(std::size_t(found - columns.begin()));
}

OutsideTable outside_table(const std::string& path) {
  std::ifstream file(tests_dir() + "/outside/" + path);
  OutsideTable table;
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error("nothing in " + path);
  table.columns = cells_of(line);
  while (std::getline(file, line)) {
    table.rows.push_back(cells_of(line));
    if (table.rows.back().size() < table.columns.size()) throw std::runtime_error(path + ": too few cells: " + line);
  }
  return table;
}

CheckedRulebook outside_rules(const std::string& path) {
  return load_and_check(read_source(tests_dir() + "/outside/" + path).value()).value();
}

std::vector<std::string> column_of(const OutsideTable& table, std::string_view column) {
  std::vector<std::string> cells;
  for (std::size_t row = 0; row < table.rows.size(); ++row) cells.push_back(table.cell(row, column));
  return cells;
}

Dataset outside_data(const CheckedRulebook& rules, const OutsideTable& table, const std::vector<std::string>& keys,
                     std::string_view label) {
  DatasetBuilder builder(rules);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::map<std::string, std::string> attributes;
    for (const std::string& column : table.columns)
      if (has_id(rules.rulebook().attributes, column)) attributes[column] = table.cell(row, column);
    builder.add_officer(keys[row], {}, {}, std::move(attributes));
    for (const std::string& column : table.columns)
      if (has_id(rules.rulebook().metrics, column))
        builder.add_metric(keys[row], label, column, table.cell(row, column));
  }
  builder.set_span(rules.calendar().days(Period::parse(label, rules.calendar()).value()));
  return builder.finish().value();
}

void Conformity::compare(const std::string& who, const std::string& expected, const std::optional<Decimal>& figure,
                         double tolerance) {
  const std::string got = figure ? figure->to_short_text() : "";
  const bool equal =
      expected.empty() || got.empty()
          ? expected == got
          : std::abs(std::strtod(expected.c_str(), nullptr) - std::strtod(got.c_str(), nullptr)) <= tolerance;
  if (equal)
    ++matched;
  else
    failed.push_back(who + ": expected " + (expected.empty() ? "nothing" : expected) + ", got " +
                     (got.empty() ? "nothing" : got));
}

void Conformity::compare_text(const std::string& who, const std::string& expected, const std::string& text) {
  if (text == expected)
    ++matched;
  else
    failed.push_back(who + ": expected " + expected + ", got " + text);
}

std::optional<Decimal> outside_figure(const Scores& scores, std::string_view label, const std::string& officer,
                                      std::string_view id) {
  const Period period = Period::parse(label, scores.data().state().rules.calendar()).value();
  const ScoreTable* table = scores.table(period.grain);
  const ScoreRow* row = table ? table->find(period, scores.data().find_officer(officer).value()) : nullptr;
  if (!row) throw std::out_of_range("no row of " + officer);
  const auto found = std::ranges::find(table->ids, id);
  if (found == table->ids.end()) throw std::out_of_range("no id " + std::string(id));
  return row->parts[std::size_t(found - table->ids.begin())].points;
}

std::optional<Decimal> outside_rank(const Scores& scores, std::string_view ranking, const std::string& officer) {
  const std::size_t number = scores.data().find_officer(officer).value();
  const RankingTable* table = scores.ranking(ranking);
  if (!table) throw std::out_of_range("no ranking " + std::string(ranking));
  for (const RankedOfficer& row : table->rows)
    if (row.officer == number) return row.rank;
  throw std::out_of_range(officer + " is not listed");
}

}  // namespace cwp
