#include "io/csv_header.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "check/checked_state.hpp"
#include "graph/visit_terms.hpp"
#include "io/csv_delimiter.hpp"
#include "io/input_text.hpp"
#include "model/word_meant.hpp"
#include "row/tidy_text.hpp"

namespace cwp {
namespace {

constexpr std::size_t kLongestHeader = std::size_t{1} << 20;
/// So many problems of one header are listed; then only their number is said.
constexpr std::size_t kListed = 20;

using Kinds = std::map<std::string, ColumnKind, std::less<>>;

/// Every file may have them; a metric or an attribute of the rulebook with such a name comes first.
constexpr std::pair<std::string_view, ColumnKind> kHistory[] = {{"recorded", ColumnKind::recorded},
                                                                {"withdrawn", ColumnKind::withdrawn}};

/// What stands beside the figures in a file of metrics: the officer, or the attributes that metrics are about.
Kinds subject_columns(const Rulebook& rulebook) {
  Kinds known = {{"officer", ColumnKind::officer}};
  for (const Metric& metric : rulebook.metrics)
    if (metric.about) known.emplace(metric.about->text, ColumnKind::attribute);
  return known;
}

Kinds known_of_metrics(const std::set<std::string>& names, const Rulebook& rulebook) {
  Kinds known = subject_columns(rulebook);
  std::set<std::string> others = names;
  for (const auto& [subject, kind] : known) others.erase(subject);
  for (const auto& [name, kind] : kHistory) others.erase(std::string(name));
  known.emplace("date", ColumnKind::date);
  Kinds wide = known;
  for (const Metric& metric : rulebook.metrics)
    if (!metric.from) wide.emplace(metric.id.value, ColumnKind::figure);
  const bool plainly_long = others == std::set<std::string>{"date", "metric", "value"};
  const bool both = names.contains("metric") && names.contains("value");
  if (!plainly_long && (!both || wide.contains("metric") || wide.contains("value"))) return wide;
  known.emplace("metric", ColumnKind::metric);
  known.emplace("value", ColumnKind::value);
  return known;
}

/// All names that a column may have, and what they mean.
Kinds known_columns(const InputFile& file, const std::set<std::string>& names, const Rulebook& rulebook) {
  if (file.kind == TableKind::metrics) return known_of_metrics(names, rulebook);
  Kinds known = {{"officer", ColumnKind::officer}};
  if (file.kind == TableKind::events) {
    known.emplace("date", ColumnKind::date);
    for (const EventColumn& column : rulebook.events[file.table].columns)
      known.emplace(column.id.value, ColumnKind::fact);
    return known;
  }
  known.emplace("from", ColumnKind::from);
  known.emplace("to", ColumnKind::to);
  if (file.kind == TableKind::duty) known.emplace("status", ColumnKind::status);
  if (file.kind == TableKind::roster)
    for (const Attribute& attribute : rulebook.attributes) known.emplace(attribute.id.value, ColumnKind::attribute);
  return known;
}

/// A long file needs something to say whom its rows are about; of a wide one each figure does.
std::vector<std::string> needed_of_metrics(const std::set<std::string>& names, const Kinds& known,
                                           const Rulebook& rulebook) {
  bool officer = true;
  for (const auto& [name, kind] : known)
    if (kind == ColumnKind::attribute && names.contains(name)) officer = false;
  const auto metric = known.find("metric");
  const bool is_long = metric != known.end() && metric->second == ColumnKind::metric;
  if (!is_long)
    for (const Metric& one : rulebook.metrics)
      if (names.contains(one.id.value) && !(one.about && names.contains(one.about->text))) officer = true;
  std::vector<std::string> needed = {"date"};
  if (officer) needed.insert(needed.begin(), "officer");
  if (is_long) needed.insert(needed.end(), {"metric", "value"});
  return needed;
}

std::vector<std::string> needed_columns(const InputFile& file, const std::set<std::string>& names, const Kinds& known,
                                        const CheckedRulebook& rules) {
  switch (file.kind) {
    case TableKind::roster:
      return {"officer"};
    case TableKind::duty:
      return {"officer", "status"};
    case TableKind::metrics:
      return needed_of_metrics(names, known, rules.rulebook());
    case TableKind::events:
      break;
  }
  const EventTable& table = rules.rulebook().events[file.table];
  std::vector<std::string> needed = {"officer", "date"}, columns;
  for (const auto& derived : rules.state().scorecard.derived) {
    if (!derived || derived->table != file.table) continue;
    visit_terms(*derived->formula, [&](const Term& term) {
      if (term.kind == TermKind::column) columns.push_back(table.columns[term.index].id.value);
    });
    if (derived->officer_column) columns.push_back(table.columns[*derived->officer_column].id.value);
  }
  for (const EventColumn& column : table.columns)
    if (std::find(columns.begin(), columns.end(), column.id.value) != columns.end()) needed.push_back(column.id.value);
  return needed;
}

/// The table from whose facts a metric of this name is derived; nothing for other names.
std::optional<std::string> derived_from(const std::string& name, const InputFile& file, const Rulebook& rulebook) {
  if (file.kind == TableKind::metrics)
    for (const Metric& metric : rulebook.metrics)
      if (metric.from && metric.id.value == name) return metric.from->table.text;
  return std::nullopt;
}

bool is_known_beside(const std::string& name, const InputFile& file, const std::set<std::string>& given,
                     const Rulebook& rulebook, std::span<const CheckedRulebook> beside) {
  return std::any_of(beside.begin(), beside.end(), [&](const CheckedRulebook& other) {
    InputFile same = file;
    if (file.kind == TableKind::events) {
      const auto table = find_table(other.rulebook(), rulebook.events[file.table].id.value);
      if (!table) return false;
      same.table = *table;
    }
    return known_columns(same, given, other.rulebook()).contains(name);
  });
}

/// Names of columns for people, of many the first.
class ColumnList {
 public:
  explicit ColumnList(std::string first) : text_(std::move(first)) {}
  ColumnList& add(std::string_view name) {
    constexpr std::size_t kShown = 9;
    if (++count_ <= kShown) text_.append(",").append(count_ < kShown ? name : "…");
    return *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::size_t count_ = 0;
};

/// What people call a metric or an attribute, or a word for a column that every table has: the column that is meant.
std::string called_otherwise(const std::string& name, const Rulebook& rulebook, const Kinds& known) {
  if (const std::string id = id_titled(rulebook, name); known.contains(id)) return id;
  std::vector<std::string> names;
  for (const auto& [column, kind] : known) names.push_back(column);
  return foreign_word(name, names);
}

/// A line that is not the header, which stands below it.
struct LineAbove {
  std::string_view slug;
  std::uint32_t header = 0;  ///< the line of the header
};

/// How many of these names are columns, or mean one.
std::size_t columns_among(const std::vector<std::string>& names, const InputFile& file, const Rulebook& rulebook) {
  const Kinds known = known_columns(file, {names.begin(), names.end()}, rulebook);
  return std::size_t(std::count_if(names.begin(), names.end(), [&](const std::string& name) {
    return known.contains(name) || !called_otherwise(name, rulebook, known).empty();
  }));
}

std::vector<std::string> names_in(const CsvScanner& scanner) {
  std::vector<std::string> names;
  for (const std::string_view field : scanner.fields()) names.push_back(tidy_text(field));
  return names;
}

/// `sep=;`, which spreadsheets take for an order.
bool tells_separator(std::string_view name) {
  const auto is = [&](std::size_t at, char small) { return (name[at] | 0x20) == small; };
  return 4 <= name.size() && name.size() <= 5 && is(0, 's') && is(1, 'e') && is(2, 'p') && name[3] == '=';
}

/// Nothing where the record on which `scanner` stands may be the header.
std::optional<LineAbove> line_above(const InputFile& file, std::string_view text, const CsvScanner& scanner,
                                    const Rulebook& rulebook) {
  constexpr std::size_t kAhead = 5;
  const std::vector<std::string> names = names_in(scanner);
  const bool separator = tells_separator(names[0]);
  if (!separator && columns_among(names, file, rulebook) > 0) return std::nullopt;
  const std::string_view rest = text.substr(scanner.behind());
  CsvScanner below(text, detected_delimiter(rest), scanner.behind(), scanner.next_line());
  for (std::size_t i = 0; i < kAhead && below.next(); ++i) {
    const std::vector<std::string> header = names_in(below);
    const std::size_t columns = columns_among(header, file, rulebook);
    if (columns < 2 && columns < header.size()) continue;
    return LineAbove{separator ? "csv-separator-line" : "csv-title-line", below.line()};
  }
  return separator ? std::optional(LineAbove{"csv-separator-line", scanner.next_line()}) : std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> find_table(const Rulebook& rulebook, std::string_view name) {
  for (std::uint32_t table = 0; table < rulebook.events.size(); ++table)
    if (rulebook.events[table].id.value == name) return table;
  return std::nullopt;
}

std::size_t CsvHeader::find(ColumnKind kind) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const CsvColumn& column) { return column.kind == kind; });
  return found == columns.end() ? npos : std::size_t(found - columns.begin());
}

std::string expected_columns(const InputFile& file, const Rulebook& rulebook) {
  ColumnList columns("officer");
  switch (file.kind) {
    case TableKind::roster:
      columns.add("from").add("to");
      for (const Attribute& attribute : rulebook.attributes) columns.add(attribute.id.value);
      return columns.text();
    case TableKind::duty:
      return columns.add("from").add("to").add("status").text();
    case TableKind::events:
      columns.add("date");
      for (const EventColumn& column : rulebook.events[file.table].columns) columns.add(column.id.value);
      return columns.text();
    case TableKind::metrics:
      break;
  }
  std::map<std::string, ColumnList> by_subject;
  for (const Metric& metric : rulebook.metrics) {
    if (metric.from) continue;
    const std::string subject = metric.about ? metric.about->text : "officer";
    const auto [list, is_new] = by_subject.emplace(subject, ColumnList(subject));
    if (is_new) list->second.add("date");
    list->second.add(metric.id.value);
  }
  std::string all;
  for (const auto& [subject, list] : by_subject) all += list.text() + ", ";
  return all + "officer,date,metric,value";
}

CsvHeader read_header(const InputFile& file, std::string_view text, const CsvScanner& scanner,
                      const CheckedRulebook& rules, std::span<const CheckedRulebook> beside,
                      std::vector<Diagnostic>& problems) {
  CsvHeader header;
  if (scanner.end() - scanner.begin() > kLongestHeader) {
    problems.push_back(file_problem("csv-header-too-long", file.path));
    return header;
  }
  const Source source =
      source_at_line(file.path, scanner.line(), text.substr(scanner.begin(), scanner.end() - scanner.begin()));
  std::vector<Diagnostic> found;
  const auto report = [&](std::string_view slug, std::size_t begin, std::size_t end,
                          std::vector<std::string> arguments) {
    const auto offset = [&](std::size_t byte) { return std::uint32_t(byte - scanner.begin() + scanner.line() - 1); };
    found.push_back({slug, {source, {offset(begin), offset(end)}}, std::move(arguments)});
  };

  if (const auto above = line_above(file, text, scanner, rules.rulebook())) {
    report(above->slug, scanner.begin(), scanner.end(), {std::to_string(above->header)});
    problems.push_back(std::move(found[0]));
    return header;
  }
  const std::vector<std::string> names = names_in(scanner);
  const std::set<std::string> given(names.begin(), names.end());
  Kinds known = known_columns(file, given, rules.rulebook());
  for (const auto& [name, kind] : kHistory) known.emplace(name, kind);
  std::map<std::string, std::string> meant;  // by the name that is written for a column
  std::set<std::string> meant_names;
  for (const std::string& name : names)
    if (!known.contains(name))
      if (std::string column = called_otherwise(name, rules.rulebook(), known); !column.empty()) {
        meant_names.insert(column);
        meant.emplace(name, std::move(column));
      }
  // Whoever is told what a column is to be called need not hear that it is missing.
  for (const std::string& name : needed_columns(file, given, known, rules))
    if (!given.contains(name) && !meant_names.contains(name))
      report("csv-column-missing", scanner.begin(), scanner.end(), {name, expected_columns(file, rules.rulebook())});
  std::vector<std::string> known_names;
  for (const auto& [name, meaning] : known) known_names.push_back(name);
  std::set<std::string> seen;
  std::size_t more = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& name = names[i];
    const auto column = known.find(name);
    const bool passed_over = column == known.end() && is_known_beside(name, file, given, rules.rulebook(), beside);
    if (column != known.end() || passed_over)
      header.columns.push_back({passed_over ? ColumnKind::passed_over : column->second, name});
    std::string_view slug;
    if (name.empty())
      slug = "csv-column-unnamed";
    else if (!seen.insert(name).second)
      slug = "csv-column-twice";
    else if (column == known.end() && !passed_over)
      slug = "csv-column-unknown";
    if (slug.empty()) continue;
    if (found.size() >= kListed) {
      ++more;
      continue;
    }
    std::vector<std::string> arguments = {name.empty() ? std::to_string(i + 1) : name};
    if (slug == "csv-column-unknown") {
      const auto table = derived_from(name, file, rules.rulebook());
      if (table) slug = "csv-column-derived";
      const auto column_meant = meant.find(name);
      arguments.push_back(table                         ? *table
                          : column_meant != meant.end() ? column_meant->second
                                                        : nearest_name(name, known_names));
    }
    const auto [begin, end] = scanner.field_bytes(i);
    report(slug, begin, end, std::move(arguments));
  }
  if (more > 0) report("csv-more-columns", scanner.end(), scanner.end(), {std::to_string(more)});
  sort_diagnostics(found);
  problems.insert(problems.end(), found.begin(), found.end());
  return header;
}

}  // namespace cwp
