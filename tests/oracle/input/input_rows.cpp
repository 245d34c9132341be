#include "oracle/input/input_rows.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace cwp::oracle {
namespace {

std::string text_of(const std::optional<Day>& day) { return day ? day->to_text() : ""; }

std::optional<Day> day_of(const std::string& text) { return text.empty() ? std::nullopt : Day::parse(text); }

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

// Our own files have no quotes: values are plain words and numbers.
std::vector<std::vector<std::string>> read_table(const std::filesystem::path& path) {
  std::vector<std::vector<std::string>> table;
  std::istringstream lines(read(path));
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == ',')
        cells.emplace_back();
      else
        cells.back() += c;
    }
    table.push_back(cells);
  }
  return table;
}

}  // namespace

Result<Dataset> to_dataset(const InputRows& rows, const CheckedRulebook& rules) {
  DatasetBuilder builder(rules);
  for (const OfficerRow& row : rows.roster) builder.add_officer(row.officer, row.from, row.to, row.attributes);
  for (const DutyRow& row : rows.duty) builder.add_duty(row.officer, row.from, row.to, row.status);
  for (const MetricRow& row : rows.metrics) builder.add_metric(row.officer, row.date, row.metric, row.value);
  for (const FactRow& row : rows.facts) builder.add_fact(row.table, row.officer, row.date, row.values);
  builder.set_span(rows.span);
  return builder.finish();
}

void save_case(const std::string& folder, const OracleCase& one, const std::string& difference) {
  const std::filesystem::path path(folder);
  std::filesystem::create_directories(path);
  std::ofstream(path / "rulebook.yaml") << one.rulebook;
  std::set<std::string> names;
  for (const OfficerRow& row : one.rows.roster)
    for (const auto& [name, value] : row.attributes) names.insert(name);
  std::ofstream roster(path / "roster.csv");
  roster << "officer,from,to";
  for (const std::string& name : names) roster << ',' << name;
  roster << '\n';
  for (const OfficerRow& row : one.rows.roster) {
    roster << row.officer << ',' << text_of(row.from) << ',' << text_of(row.to);
    for (const std::string& name : names) {
      const auto found = row.attributes.find(name);
      roster << ',' << (found == row.attributes.end() ? "" : found->second);
    }
    roster << '\n';
  }
  std::ofstream duty(path / "duty.csv");
  duty << "officer,from,to,status\n";
  for (const DutyRow& row : one.rows.duty)
    duty << row.officer << ',' << text_of(row.from) << ',' << text_of(row.to) << ',' << row.status << '\n';
  std::ofstream metrics(path / "metrics.csv");
  metrics << "officer,date,metric,value\n";
  for (const MetricRow& row : one.rows.metrics)
    metrics << row.officer << ',' << row.date << ',' << row.metric << ',' << row.value << '\n';
  std::ofstream facts(path / "facts.csv");  // table, officer, date, then column=value
  for (const FactRow& row : one.rows.facts) {
    facts << row.table << ',' << row.officer << ',' << row.date;
    for (const auto& [name, value] : row.values) facts << ',' << name << '=' << value;
    facts << '\n';
  }
  std::ofstream(path / "case.txt") << "span " << one.rows.span.first.to_text() << ' ' << one.rows.span.last.to_text()
                                   << "\nprovisional " << (one.provisional ? 1 : 0) << '\n'
                                   << difference << '\n';
}

OracleCase load_case(const std::string& folder) {
  const std::filesystem::path path(folder);
  OracleCase one;
  one.rulebook = read(path / "rulebook.yaml");
  const auto roster = read_table(path / "roster.csv");
  for (std::size_t line = 1; line < roster.size(); ++line) {
    const auto& cells = roster[line];
    OfficerRow row{cells.at(0), day_of(cells.at(1)), day_of(cells.at(2)), {}};
    for (std::size_t column = 3; column < cells.size(); ++column) row.attributes[roster[0].at(column)] = cells[column];
    one.rows.roster.push_back(std::move(row));
  }
  const auto duty = read_table(path / "duty.csv");
  for (std::size_t line = 1; line < duty.size(); ++line)
    one.rows.duty.push_back({duty[line].at(0), day_of(duty[line].at(1)), day_of(duty[line].at(2)), duty[line].at(3)});
  const auto metrics = read_table(path / "metrics.csv");
  for (std::size_t line = 1; line < metrics.size(); ++line)
    one.rows.metrics.push_back({metrics[line].at(0), metrics[line].at(1), metrics[line].at(2), metrics[line].at(3)});
  if (std::filesystem::exists(path / "facts.csv"))
    for (const auto& cells : read_table(path / "facts.csv")) {
      FactRow row{cells.at(0), cells.at(1), cells.at(2), {}};
      for (std::size_t i = 3; i < cells.size(); ++i) {
        const std::size_t sign = cells[i].find('=');
        row.values[cells[i].substr(0, sign)] = cells[i].substr(sign + 1);
      }
      one.rows.facts.push_back(std::move(row));
    }
  std::istringstream settings(read(path / "case.txt"));
  std::string word, from, to;
  settings >> word >> from >> to;
  one.rows.span = {Day::parse(from).value(), Day::parse(to).value()};
  settings >> word >> one.provisional;
  return one;
}

}  // namespace cwp::oracle
