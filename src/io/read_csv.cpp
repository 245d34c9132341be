#include "cwp/read_csv.hpp"

#include <algorithm>
#include <filesystem>

#include "row/tidy_text.hpp"
#include "io/csv_header.hpp"
#include "io/input_text.hpp"

namespace cwp {
namespace {

struct InputFile {
  TableKind kind;
  std::string path;
};

/// One file's records into the builder.
class TableReader {
 public:
  TableReader(const InputFile& file, const CheckedRulebook& rules, DatasetBuilder& builder,
              std::vector<Diagnostic>& problems)
      : file_(file), rules_(rules), builder_(builder), problems_(problems), number_(builder.add_file(file.path)) {}

  void read() {
    std::string text;
    if (std::optional<Diagnostic> problem = read_input_text(file_.path, text)) {
      problems_.push_back(std::move(*problem));
      return;
    }
    CsvScanner scanner(text);
    const std::size_t problems_before = problems_.size();
    if (scanner.next())
      header_ = read_header(file_.path, text, scanner, file_.kind, rules_.rulebook(), problems_);
    else if (!scanner.unclosed_quote())
      problems_.push_back(file_problem("csv-empty", file_.path, {std::string(expected_columns(file_.kind))}));
    const bool usable = problems_.size() == problems_before;
    find_columns();
    while (scanner.next())
      if (usable) take(scanner);
    if (scanner.unclosed_quote()) report_quote(text, scanner);
  }

 private:
  void find_columns() {
    officer_ = header_.find(ColumnKind::officer);
    from_ = header_.find(ColumnKind::from);
    to_ = header_.find(ColumnKind::to);
    date_ = header_.find(ColumnKind::date);
    status_ = header_.find(ColumnKind::status);
    metric_ = header_.find(ColumnKind::metric);
    value_ = header_.find(ColumnKind::value);
  }

  void report_quote(const std::string& text, const CsvScanner& scanner) {
    const std::size_t quote = *scanner.unclosed_quote();
    const std::size_t line_end = std::min(text.find_first_of("\r\n", quote), text.size());
    const std::size_t before = text.find_last_of("\r\n", quote);
    std::size_t line_begin = before == std::string::npos ? 0 : before + 1;
    if (line_end - line_begin > 1000) line_begin = quote;  // nobody could read more
    const std::string shown = text.substr(line_begin, std::min<std::size_t>(line_end - line_begin, 1000));
    Diagnostic problem = file_problem("csv-unclosed-quote", file_.path, {std::to_string(scanner.line())});
    const auto place = std::uint32_t(scanner.line() - 1 + quote - line_begin);
    problem.place = {source_at_line(file_.path, scanner.line(), shown), {place, place + 1}};
    problems_.push_back(std::move(problem));
  }

  static std::string_view field(const CsvScanner& scanner, std::size_t column) {
    return column < scanner.fields().size() ? scanner.fields()[column] : std::string_view();
  }

  void add_issue(const CsvScanner& scanner, std::string_view reason, std::string_view value, std::string expected) {
    RowIssue issue;
    issue.reason = reason;
    issue.file = file_.path;
    issue.line = scanner.line();
    issue.officer = field(scanner, officer_);
    issue.date = field(scanner, date_ != CsvHeader::npos ? date_ : from_);
    issue.value = value;
    issue.expected = std::move(expected);
    builder_.add_issue(std::move(issue));
  }

  void take(const CsvScanner& scanner) {
    const std::size_t fields = scanner.fields().size(), columns = header_.columns.size();
    if (fields != columns) {
      add_issue(scanner, "row-width", "", std::to_string(fields) + "/" + std::to_string(columns));
      return;
    }
    if (scanner.stray_quote()) {
      add_issue(scanner, "row-stray-quote", "", "");
      return;
    }
    if (file_.kind == TableKind::metrics)
      take_figures(scanner);
    else
      take_stretch(scanner);
  }

  void take_figures(const CsvScanner& scanner) {
    const Origin origin{number_, scanner.line()};
    const std::string officer(field(scanner, officer_));
    const std::string_view date = field(scanner, date_);
    if (metric_ != CsvHeader::npos) {
      builder_.add_metric(officer, date, field(scanner, metric_), field(scanner, value_), origin);
      return;
    }
    for (std::size_t i = 0; i < header_.columns.size(); ++i)
      if (header_.columns[i].kind == ColumnKind::figure)
        builder_.add_metric(officer, date, header_.columns[i].name, scanner.fields()[i], origin);
  }

  /// `from` or `to`; false when something stands there that is no date.
  bool take_bound(const CsvScanner& scanner, std::size_t column, std::optional<Day>& day) {
    const std::string_view text = without_blanks(field(scanner, column));
    if (text.empty()) return true;
    day = Day::parse(text);
    if (!day) add_issue(scanner, "date-unreadable", text, "2026-03-01");
    return day.has_value();
  }

  void take_stretch(const CsvScanner& scanner) {
    std::optional<Day> from, to;
    const bool from_read = take_bound(scanner, from_, from), to_read = take_bound(scanner, to_, to);
    if (!from_read || !to_read) return;
    const Origin origin{number_, scanner.line()};
    std::string officer(field(scanner, officer_));
    if (file_.kind == TableKind::duty) {
      builder_.add_duty(std::move(officer), from, to, std::string(field(scanner, status_)), origin);
      return;
    }
    std::map<std::string, std::string> attributes;
    for (std::size_t i = 0; i < header_.columns.size(); ++i)
      if (header_.columns[i].kind == ColumnKind::attribute)
        attributes.emplace(header_.columns[i].name, scanner.fields()[i]);
    builder_.add_officer(std::move(officer), from, to, std::move(attributes), origin);
  }

  const InputFile& file_;
  const CheckedRulebook& rules_;
  DatasetBuilder& builder_;
  std::vector<Diagnostic>& problems_;
  std::int32_t number_;
  CsvHeader header_;
  std::size_t officer_ = 0, from_ = 0, to_ = 0, date_ = 0, status_ = 0, metric_ = 0, value_ = 0;
};

/// roster.csv, metrics.csv and duty.csv of a folder. A roster that is not there is a problem of the file, unless
/// another is named.
void add_directory(const CsvInputs& inputs, std::vector<InputFile>& files, std::vector<Diagnostic>& problems) {
  namespace fs = std::filesystem;
  const fs::path folder(inputs.directory);
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    problems.push_back(file_problem("csv-folder-missing", inputs.directory));
    return;
  }
  const auto add = [&](TableKind kind, const char* name, bool needed) {
    const fs::path path = folder / name;
    if (needed || fs::exists(path, error)) files.push_back({kind, path.string()});
  };
  add(TableKind::roster, "roster.csv", inputs.roster.empty());
  add(TableKind::metrics, "metrics.csv", false);
  add(TableKind::duty, "duty.csv", false);
  std::vector<std::string> events;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with("events-") && name.ends_with(".csv")) events.push_back(entry->path().string());
  }
  std::sort(events.begin(), events.end());
  for (const std::string& path : events) problems.push_back(file_problem("csv-events-not-yet", path));
}

}  // namespace

Result<Dataset> read_csv(const CsvInputs& inputs, const CheckedRulebook& rules) {
  std::vector<InputFile> files;
  std::vector<Diagnostic> problems;
  if (!inputs.directory.empty()) add_directory(inputs, files, problems);
  if (!inputs.roster.empty()) files.push_back({TableKind::roster, inputs.roster});
  for (const std::string& path : inputs.metrics) files.push_back({TableKind::metrics, path});
  for (const std::string& path : inputs.duty) files.push_back({TableKind::duty, path});
  if (inputs.directory.empty() && inputs.roster.empty()) problems.push_back(Diagnostic{"csv-no-roster", {}, {}, {}});

  DatasetBuilder builder(rules);
  for (const InputFile& file : files) TableReader(file, rules, builder, problems).read();
  if (inputs.span) builder.set_span(*inputs.span);
  Result<Dataset> data = builder.finish();
  problems.insert(problems.end(), data.diagnostics().begin(), data.diagnostics().end());
  if (has_error(problems)) return problems;
  return data;
}

}  // namespace cwp
