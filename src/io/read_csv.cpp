#include "cwp/read_csv.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "io/csv_delimiter.hpp"
#include "io/csv_header.hpp"
#include "io/input_text.hpp"
#include "io/stage_progress.hpp"
#include "row/known_rows.hpp"
#include "row/take_value.hpp"
#include "row/tidy_text.hpp"
#include "row/written_day.hpp"

namespace cwp {
namespace {

/// One file's records into the builder.
class TableReader {
 public:
  /// `path` is where the file lies, `file.path` what it is called.
  TableReader(const InputFile& file, const std::string& path, const CsvInputs& inputs, const CheckedRulebook& rules,
              DatasetBuilder& builder, std::vector<Diagnostic>& problems, StageProgress& progress)
      : file_(file),
        path_(path),
        inputs_(inputs),
        rules_(rules),
        builder_(builder),
        problems_(problems),
        progress_(progress),
        number_(builder.add_file(file.path, holds())) {}

  void read() {
    std::string text;
    InputDigest digest;
    if (std::optional<Diagnostic> problem = read_input_text(path_, text, inputs_.dialect.encoding, &digest)) {
      problems_.push_back(std::move(*problem));
      if (problems_.back().severity() == Severity::error) return;
      report_guess(problems_.back());
    }
    const DelimiterDoc* said = find_row(inputs_.dialect.delimiter);
    CsvScanner scanner(text, said ? said->sign : detected_delimiter(text));
    const std::size_t problems_before = problems_.size();
    if (scanner.next())
      header_ = read_header(file_, text, scanner, rules_, inputs_.beside, problems_);
    else if (!scanner.unclosed_quote())
      problems_.push_back(file_problem("csv-empty", file_.path, {std::string(expected_columns(file_.kind))}));
    const bool usable = problems_.size() == problems_before;
    find_columns();
    std::size_t told = 0;
    for (; scanner.next(); ++digest.rows) {
      if (usable) take(scanner);
      if (digest.rows % 1024 != 0) continue;
      progress_.add(scanner.end() - told);
      told = scanner.end();
    }
    progress_.add(text.size() - told);
    builder_.set_digest(number_, std::move(digest));
    if (scanner.unclosed_quote()) report_quote(text, scanner);
  }

 private:
  std::string holds() const {
    switch (file_.kind) {
      case TableKind::roster:
        return "roster";
      case TableKind::metrics:
        return "metrics";
      case TableKind::duty:
        return "duty";
      case TableKind::events:
        return "events-" + rules_.rulebook().events[file_.table].id.value;
    }
    return {};
  }
  void find_columns() {
    officer_ = header_.find(ColumnKind::officer);
    from_ = header_.find(ColumnKind::from);
    to_ = header_.find(ColumnKind::to);
    date_ = header_.find(ColumnKind::date);
    status_ = header_.find(ColumnKind::status);
    metric_ = header_.find(ColumnKind::metric);
    value_ = header_.find(ColumnKind::value);
    recorded_ = header_.find(ColumnKind::recorded);
    withdrawn_ = header_.find(ColumnKind::withdrawn);
    if (file_.kind != TableKind::metrics) return;
    for (const Metric& metric : rules_.rulebook().metrics)
      for (std::size_t i = 0; i < header_.columns.size(); ++i)
        if (metric.about && header_.columns[i].name == metric.about->text) about_.emplace(metric.id.value, i);
  }
  /// The column that says whom or what a figure is about.
  std::size_t subject(std::string_view metric) const {
    if (about_.empty()) return officer_;
    const auto found = about_.find(metric);
    return found == about_.end() ? officer_ : found->second;
  }

  /// Whoever reads the results must know, too, that an encoding was guessed.
  void report_guess(const Diagnostic& guess) {
    RowIssue issue;
    issue.reason = guess.slug;
    issue.file = file_.path;
    issue.expected = guess.arguments[0];
    builder_.add_issue(std::move(issue));
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
    Recorded recorded;
    if (!take_bound(scanner, recorded_, recorded.day)) return;
    if (!is_known(recorded, inputs_.known_at)) return;  // neither are its mistakes
    if (!take_withdrawn(scanner, recorded.withdrawn)) return;
    if (file_.kind == TableKind::metrics)
      take_figures(scanner, recorded);
    else if (file_.kind == TableKind::events)
      take_fact(scanner, recorded);
    else
      take_stretch(scanner, recorded);
  }
  /// False when something stands there that is no truth.
  bool take_withdrawn(const CsvScanner& scanner, bool& withdrawn) {
    const std::string_view text = without_blanks(field(scanner, withdrawn_));
    if (text.empty()) return true;
    const std::optional<bool> is = truth_of(text);
    if (!is) add_issue(scanner, "value-not-a-truth", text, std::string(kTruths));
    withdrawn = is.value_or(false);
    return is.has_value();
  }

  bool is_of_another_rulebook(const std::string& metric) const {
    const auto has = [&](const CheckedRulebook& rules) {
      const auto& metrics = rules.rulebook().metrics;
      return std::any_of(metrics.begin(), metrics.end(),
                         [&](const Metric& one) { return one.id.value == metric && !one.from; });
    };
    return !has(rules_) && std::any_of(inputs_.beside.begin(), inputs_.beside.end(), has);
  }

  void take_figures(const CsvScanner& scanner, Recorded recorded) {
    const Origin origin{number_, scanner.line()};
    const std::string_view date = field(scanner, date_);
    const auto add = [&](std::string_view metric, std::size_t about, std::string_view value) {
      builder_.add_metric(std::string(field(scanner, about)), date, metric, value, origin, recorded);
    };
    if (metric_ != CsvHeader::npos) {
      const std::string_view metric = field(scanner, metric_);
      if (!inputs_.beside.empty() && is_of_another_rulebook(tidy_text(metric))) return;
      add(metric, about_.empty() ? officer_ : subject(tidy_text(metric)), field(scanner, value_));
      return;
    }
    for (std::size_t i = 0; i < header_.columns.size(); ++i)
      if (header_.columns[i].kind == ColumnKind::figure)
        add(header_.columns[i].name, subject(header_.columns[i].name), scanner.fields()[i]);
  }

  void take_fact(const CsvScanner& scanner, Recorded recorded) {
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < header_.columns.size(); ++i)
      if (header_.columns[i].kind == ColumnKind::fact) values.emplace(header_.columns[i].name, scanner.fields()[i]);
    builder_.add_fact(rules_.rulebook().events[file_.table].id.value, std::string(field(scanner, officer_)),
                      field(scanner, date_), values, {number_, scanner.line()}, recorded);
  }

  /// `from`, `to` or `recorded`; false when something stands there that is no date.
  bool take_bound(const CsvScanner& scanner, std::size_t column, std::optional<Day>& day) {
    const std::string_view text = without_blanks(field(scanner, column));
    if (text.empty()) return true;
    day = read_day(text);
    if (!day) {
      const Refusal refusal = no_day(text, "date-unreadable");
      add_issue(scanner, refusal.reason, text, refusal.expected);
    }
    return day.has_value();
  }

  void take_stretch(const CsvScanner& scanner, Recorded recorded) {
    std::optional<Day> from, to;
    const bool from_read = take_bound(scanner, from_, from), to_read = take_bound(scanner, to_, to);
    if (!from_read || !to_read) return;
    const Origin origin{number_, scanner.line()};
    std::string officer(field(scanner, officer_));
    if (file_.kind == TableKind::duty) {
      builder_.add_duty(std::move(officer), from, to, std::string(field(scanner, status_)), origin, recorded);
      return;
    }
    std::map<std::string, std::string> attributes;
    for (std::size_t i = 0; i < header_.columns.size(); ++i)
      if (header_.columns[i].kind == ColumnKind::attribute)
        attributes.emplace(header_.columns[i].name, scanner.fields()[i]);
    builder_.add_officer(std::move(officer), from, to, std::move(attributes), origin, recorded);
  }

  const InputFile& file_;
  const std::string& path_;
  const CsvInputs& inputs_;
  const CheckedRulebook& rules_;
  DatasetBuilder& builder_;
  std::vector<Diagnostic>& problems_;
  StageProgress& progress_;
  std::int32_t number_;
  CsvHeader header_;
  std::size_t officer_ = 0, from_ = 0, to_ = 0, date_ = 0, status_ = 0, metric_ = 0, value_ = 0;
  std::size_t recorded_ = 0, withdrawn_ = 0;
  std::map<std::string, std::size_t, std::less<>>
      about_;  // by metric about an attribute that has a column: that column
};

/// A file of facts of the table with this name, if the rulebook has one.
void add_events(const std::string& name, const std::string& path, const CsvInputs& inputs, const Rulebook& rulebook,
                std::vector<InputFile>& files, std::vector<Diagnostic>& problems) {
  const std::string table = tidy_text(name);
  if (const auto found = find_table(rulebook, table)) {
    files.push_back({TableKind::events, path, *found});
    return;
  }
  if (std::any_of(inputs.beside.begin(), inputs.beside.end(),
                  [&](const CheckedRulebook& other) { return find_table(other.rulebook(), table).has_value(); }))
    return;
  std::vector<std::string> known;
  for (const EventTable& one : rulebook.events) known.push_back(one.id.value);
  problems.push_back(
      file_problem(known.empty() ? "csv-no-tables" : "csv-table-unknown", path, {name, nearest_name(name, known)}));
}

/// roster.csv, metrics.csv, duty.csv and events-TABLE.csv of a folder. A roster that is not there is a problem of the
/// file, unless another is named.
void add_directory(const CsvInputs& inputs, const Rulebook& rulebook, std::vector<InputFile>& files,
                   std::vector<Diagnostic>& problems) {
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
  constexpr std::string_view kBefore = "events-", kBehind = ".csv";
  std::vector<std::pair<std::string, std::string>> events;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.size() > kBefore.size() + kBehind.size() && name.starts_with(kBefore) && name.ends_with(kBehind))
      events.emplace_back(name.substr(kBefore.size(), name.size() - kBefore.size() - kBehind.size()),
                          entry->path().string());
  }
  std::sort(events.begin(), events.end());
  for (const auto& [table, path] : events) add_events(table, path, inputs, rulebook, files, problems);
}

/// Of all files whose size is known beforehand.
std::size_t size_of_all(const std::vector<InputFile>& files) {
  std::size_t bytes = 0;
  for (const InputFile& file : files) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path, error);
    if (!error) bytes += std::size_t(size);
  }
  return bytes;
}

/// A roster without anybody, and what was wrong with its first row, if it has one.
Diagnostic roster_of_nobody(const std::vector<InputFile>& files, const Dataset& data) {
  const auto roster =
      std::find_if(files.begin(), files.end(), [](const InputFile& file) { return file.kind == TableKind::roster; });
  Diagnostic problem = file_problem("csv-no-officers", roster->path);
  for (const RowIssue& issue : data.issues())
    if (issue.file == roster->path && issue.line > 0) {
      problem.notes.push_back({issue.reason, {}, {issue.expected}});
      break;
    }
  return problem;
}

}  // namespace

Result<Dataset> read_csv(const CsvInputs& inputs, const CheckedRulebook& rules) {
  const Rulebook& rulebook = rules.rulebook();
  std::vector<InputFile> files;
  std::vector<Diagnostic> problems;
  if (!inputs.directory.empty()) add_directory(inputs, rulebook, files, problems);
  if (!inputs.roster.empty()) files.push_back({TableKind::roster, inputs.roster});
  for (const std::string& path : inputs.metrics) files.push_back({TableKind::metrics, path});
  for (const std::string& path : inputs.duty) files.push_back({TableKind::duty, path});
  for (const auto& [table, path] : inputs.events) add_events(table, path, inputs, rulebook, files, problems);
  if (inputs.directory.empty() && inputs.roster.empty()) problems.push_back(Diagnostic{"csv-no-roster", {}, {}, {}});

  DatasetBuilder builder(rules);
  if (inputs.known_at) builder.set_known_at(*inputs.known_at);
  builder.set_dialect(inputs.dialect);
  StageProgress progress(inputs.progress, WorkStage::reading, size_of_all(files));
  for (InputFile& file : files) {
    const std::string path = file.path;
    if (const auto name = inputs.names.find(path); name != inputs.names.end()) file.path = name->second;
    TableReader(file, path, inputs, rules, builder, problems, progress).read();
  }
  if (inputs.span) builder.set_span(*inputs.span);
  Result<Dataset> data = builder.finish();
  problems.insert(problems.end(), data.diagnostics().begin(), data.diagnostics().end());
  if (!has_error(problems) && data.value().officer_count() == 0)
    problems.push_back(roster_of_nobody(files, data.value()));
  if (has_error(problems)) return problems;
  return {std::move(data).value(), std::move(problems)};
}

}  // namespace cwp
