#include "cwp/read_csv.hpp"

#include <algorithm>
#include <filesystem>

#include "io/input_text.hpp"
#include "io/table_reader.hpp"
#include "row/input_rows.hpp"
#include "row/spread_sheets.hpp"
#include "row/tidy_text.hpp"

namespace cwp {
namespace {

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

constexpr std::string_view kTableEndings[] = {".csv", ".tsv", ".xlsx", ".xls", ".et", ".ods"};
constexpr std::string_view kEventsBefore = "events-", kBehind = ".csv";

bool is_events_file(std::string_view name) {
  return name.size() > kEventsBefore.size() + kBehind.size() && name.starts_with(kEventsBefore) &&
         name.ends_with(kBehind);
}
bool is_read(std::string_view name) {
  return name == "roster.csv" || name == "metrics.csv" || name == "duty.csv" || is_events_file(name);
}
/// Tables that somebody may have put there to be read: also `metrics.CSV` and `metrics.xlsx`.
bool looks_like_data(std::string name) {
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
  return std::any_of(std::begin(kTableEndings), std::end(kTableEndings),
                     [&](std::string_view ending) { return name.ends_with(ending); }) &&
         !name.starts_with('.') && !name.starts_with("~$");
}

/// Files without which nobody has any figure of what the rulebook counts: that may be so, and is more often a mistake.
void find_absent(const CsvInputs& inputs, const Rulebook& rulebook,
                 const std::vector<std::pair<std::string, std::string>>& events, std::vector<Diagnostic>& problems) {
  const std::filesystem::path folder(inputs.directory);
  const bool counts_figures = std::any_of(rulebook.metrics.begin(), rulebook.metrics.end(),
                                          [](const Metric& metric) { return !metric.from.has_value(); });
  std::error_code error;
  if (counts_figures && !std::filesystem::exists(folder / "metrics.csv", error))
    problems.push_back(file_problem("csv-absent", (folder / "metrics.csv").string()));
  for (const EventTable& table : rulebook.events) {
    const bool there = std::any_of(events.begin(), events.end(),
                                   [&](const auto& file) { return tidy_text(file.first) == table.id.value; });
    if (!there)
      problems.push_back(file_problem("csv-absent", (folder / ("events-" + table.id.value + ".csv")).string()));
  }
}

/// roster.csv, metrics.csv, duty.csv and events-TABLE.csv of a folder. A roster that is not there is a problem of the
/// file where one is needed.
void add_directory(const CsvInputs& inputs, const Rulebook& rulebook, bool needs_roster, std::vector<InputFile>& files,
                   std::vector<Diagnostic>& problems) {
  namespace fs = std::filesystem;
  const fs::path folder(inputs.directory);
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    problems.push_back(
        file_problem(fs::exists(folder, error) ? "csv-no-folder" : "csv-folder-missing", inputs.directory));
    return;
  }
  const auto add = [&](TableKind kind, const char* name, bool needed) {
    const fs::path path = folder / name;
    if (needed || fs::exists(path, error)) files.push_back({kind, path.string()});
  };
  add(TableKind::roster, "roster.csv", needs_roster);
  add(TableKind::metrics, "metrics.csv", false);
  add(TableKind::duty, "duty.csv", false);
  std::vector<std::pair<std::string, std::string>> events;
  std::vector<std::string> others;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (looks_like_data(name) && !is_read(name)) others.push_back(entry->path().string());
    if (is_events_file(name))
      events.emplace_back(name.substr(kEventsBefore.size(), name.size() - kEventsBefore.size() - kBehind.size()),
                          entry->path().string());
  }
  std::sort(events.begin(), events.end());
  for (const auto& [table, path] : events) add_events(table, path, inputs, rulebook, files, problems);
  std::sort(others.begin(), others.end());
  for (const std::string& path : others) problems.push_back(file_problem("csv-not-read", path));
  if (needs_roster && !has_error(problems)) find_absent(inputs, rulebook, events, problems);
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

/// All that is named, in the order in which it is read.
std::vector<InputFile> files_of(const CsvInputs& inputs, const Rulebook& rulebook, bool needs_roster,
                                std::vector<Diagnostic>& problems) {
  std::vector<InputFile> files;
  if (!inputs.directory.empty())
    add_directory(inputs, rulebook, needs_roster && inputs.roster.empty(), files, problems);
  if (!inputs.roster.empty()) files.push_back({TableKind::roster, inputs.roster});
  for (const std::string& path : inputs.metrics) files.push_back({TableKind::metrics, path});
  for (const std::string& path : inputs.duty) files.push_back({TableKind::duty, path});
  for (const auto& [table, path] : inputs.events) add_events(table, path, inputs, rulebook, files, problems);
  return files;
}

/// From here on the files have the names that messages and results call them by.
void read_files(std::vector<InputFile>& files, const CsvInputs& inputs, const CheckedRulebook& rules,
                DatasetBuilder& builder, std::vector<Diagnostic>& problems) {
  StageProgress progress(inputs.progress, WorkStage::reading, size_of_all(files));
  std::vector<std::string> paths;
  for (const InputFile& file : files) paths.push_back(file.path);
  InputsAhead opened(paths, inputs.dialect.encoding, inputs.threads);
  for (InputFile& file : files) {
    if (const auto name = inputs.names.find(file.path); name != inputs.names.end()) file.path = name->second;
    const std::unique_ptr<OpenedInput> input = opened.next();
    read_table({file, *input, inputs, rules, builder, problems, progress});
  }
  if (inputs.span) builder.set_span(*inputs.span);
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

/// Files from number `first` on whose rows are there already: they would count twice.
void find_files_again(const InputRows& rows, std::size_t first, std::vector<Diagnostic>& problems) {
  for (std::size_t i = first; i < rows.files.size(); ++i)
    for (std::size_t earlier = 0; earlier < i; ++earlier) {
      const auto &one = rows.digests[i], &other = rows.digests[earlier];
      if (!one || !other || one->rows() == 0 || rows.holds[i] != rows.holds[earlier]) continue;
      // A digest is waited for; mostly their sizes tell.
      if (one->bytes() != other->bytes() || one->get().sha256 != other->get().sha256) continue;
      problems.push_back(file_problem("csv-file-again", rows.files[i], {rows.files[earlier]}));
      break;
    }
}

}  // namespace

Result<Dataset> read_csv(const CsvInputs& inputs, const CheckedRulebook& rules) {
  std::vector<Diagnostic> problems;
  std::vector<InputFile> files = files_of(inputs, rules.rulebook(), true, problems);
  if (inputs.directory.empty() && inputs.roster.empty()) problems.push_back(Diagnostic{"csv-no-roster"});

  DatasetBuilder builder(rules);
  if (inputs.known_at) builder.set_known_at(*inputs.known_at);
  builder.set_dialect(inputs.dialect);
  builder.rows().threads = inputs.threads;
  builder.rows().least_in_columns = inputs.least_in_columns;
  read_files(files, inputs, rules, builder, problems);
  find_files_again(builder.rows(), 0, problems);
  if (has_error(problems) && problems.back().slug == "csv-file-again") return problems;  // each figure stands twice
  Result<Dataset> data = builder.finish();
  problems.insert(problems.end(), data.diagnostics().begin(), data.diagnostics().end());
  if (!has_error(problems) && data.value().officer_count() == 0)
    problems.push_back(roster_of_nobody(files, data.value()));
  if (has_error(problems)) return problems;
  return {std::move(data).value(), std::move(problems)};
}

std::vector<Diagnostic> read_csv_rows(const CsvInputs& inputs, DatasetBuilder& builder) {
  InputRows& rows = builder.rows();
  const RowsMark before = mark_of(rows);
  const CheckedRulebook rules = builder.rules();
  std::vector<Diagnostic> problems;
  std::vector<InputFile> files = files_of(inputs, rules.rulebook(), false, problems);
  if (files.empty() && problems.empty()) problems.push_back(Diagnostic{"csv-no-files"});
  CsvInputs known = inputs;
  if (inputs.known_at)
    builder.set_known_at(*inputs.known_at);
  else
    known.known_at = rows.known_at;
  if (inputs.dialect != CsvDialect{}) builder.set_dialect(inputs.dialect);
  rows.threads = std::max(rows.threads, inputs.threads);
  read_files(files, known, rules, builder, problems);
  find_files_again(rows, before.files, problems);
  if (has_error(problems))
    take_back(rows, before);
  else
    spread_sheets(rows, before);
  return problems;
}

}  // namespace cwp
