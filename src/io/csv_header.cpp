#include "io/csv_header.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "row/tidy_text.hpp"
#include "io/input_text.hpp"

namespace cwp {
namespace {

constexpr std::size_t kLongestHeader = std::size_t{1} << 20;
/// So many problems of one header are listed; then only their number is said.
constexpr std::size_t kListed = 20;

using Kinds = std::map<std::string, ColumnKind, std::less<>>;

/// All names that a column may have, and what they mean.
Kinds known_columns(TableKind kind, const std::set<std::string>& names, const Rulebook& rulebook) {
  Kinds known = {{"officer", ColumnKind::officer}};
  if (kind != TableKind::metrics) {
    known.emplace("from", ColumnKind::from);
    known.emplace("to", ColumnKind::to);
    if (kind == TableKind::duty) known.emplace("status", ColumnKind::status);
    if (kind == TableKind::roster)
      for (const Attribute& attribute : rulebook.attributes) known.emplace(attribute.id.value, ColumnKind::attribute);
    return known;
  }
  known.emplace("date", ColumnKind::date);
  Kinds wide = known;
  for (const Metric& metric : rulebook.metrics) wide.emplace(metric.id.value, ColumnKind::figure);
  const bool four = names == std::set<std::string>{"officer", "date", "metric", "value"};
  const bool both = names.contains("metric") && names.contains("value");
  if (!four && (!both || wide.contains("metric") || wide.contains("value"))) return wide;
  known.emplace("metric", ColumnKind::metric);
  known.emplace("value", ColumnKind::value);
  return known;
}

std::vector<std::string> needed_columns(TableKind kind, const Kinds& known) {
  switch (kind) {
    case TableKind::roster:
      return {"officer"};
    case TableKind::duty:
      return {"officer", "status"};
    case TableKind::metrics:
      break;
  }
  if (known.contains("metric") && known.find("metric")->second == ColumnKind::metric)
    return {"officer", "date", "metric", "value"};
  return {"officer", "date"};
}

}  // namespace

std::size_t CsvHeader::find(ColumnKind kind) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const CsvColumn& column) { return column.kind == kind; });
  return found == columns.end() ? npos : std::size_t(found - columns.begin());
}

std::string_view expected_columns(TableKind kind) {
  switch (kind) {
    case TableKind::roster:
      return "officer,from,to,<attributes>";
    case TableKind::duty:
      return "officer,from,to,status";
    case TableKind::metrics:
      break;
  }
  return "officer,date,<metrics> | officer,date,metric,value";
}

CsvHeader read_header(const std::string& path, std::string_view text, const CsvScanner& scanner, TableKind kind,
                      const Rulebook& rulebook, std::vector<Diagnostic>& problems) {
  CsvHeader header;
  if (scanner.end() - scanner.begin() > kLongestHeader) {
    problems.push_back(file_problem("csv-header-too-long", path));
    return header;
  }
  const Source source =
      source_at_line(path, scanner.line(), text.substr(scanner.begin(), scanner.end() - scanner.begin()));
  std::vector<Diagnostic> found;
  const auto report = [&](std::string_view slug, std::size_t begin, std::size_t end,
                          std::vector<std::string> arguments) {
    Diagnostic problem;
    problem.slug = slug;
    const auto offset = [&](std::size_t byte) { return std::uint32_t(byte - scanner.begin() + scanner.line() - 1); };
    problem.place = {source, {offset(begin), offset(end)}};
    problem.arguments = std::move(arguments);
    found.push_back(std::move(problem));
  };

  std::vector<std::string> names;
  for (const std::string_view field : scanner.fields()) names.push_back(tidy_text(field));
  const std::set<std::string> given(names.begin(), names.end());
  const Kinds known = known_columns(kind, given, rulebook);
  for (const std::string& name : needed_columns(kind, known))
    if (!given.contains(name))
      report("csv-column-missing", scanner.begin(), scanner.end(), {name, std::string(expected_columns(kind))});
  std::vector<std::string> known_names;
  for (const auto& [name, meaning] : known) known_names.push_back(name);
  std::set<std::string> seen;
  std::size_t more = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& name = names[i];
    const auto column = known.find(name);
    if (column != known.end()) header.columns.push_back({column->second, name});
    std::string_view slug;
    if (name.empty())
      slug = "csv-column-unnamed";
    else if (!seen.insert(name).second)
      slug = "csv-column-twice";
    else if (column == known.end())
      slug = name == "recorded" || name == "withdrawn" ? "csv-column-not-yet" : "csv-column-unknown";
    if (slug.empty()) continue;
    if (found.size() >= kListed) {
      ++more;
      continue;
    }
    std::vector<std::string> arguments = {name.empty() ? std::to_string(i + 1) : name};
    if (slug == "csv-column-unknown") arguments.push_back(nearest_name(name, known_names));
    const auto [begin, end] = scanner.field_bytes(i);
    report(slug, begin, end, std::move(arguments));
  }
  if (more > 0) report("csv-more-columns", scanner.end(), scanner.end(), {std::to_string(more)});
  sort_diagnostics(found);
  problems.insert(problems.end(), found.begin(), found.end());
  return header;
}

}  // namespace cwp
