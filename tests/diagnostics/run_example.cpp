#include "diagnostics/run_example.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <vector>

#include "cwp/read_csv.hpp"
#include "cwp/score.hpp"
#include "diagnostics/example_frames.hpp"
#include "text/diagnostic_rows.hpp"

namespace cwp {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

/// Rulebooks that are too long for an example.
std::string made_rulebook(std::string_view slug) {
  if (slug == "rulebook-empty") return "# nothing yet\n";
  if (slug == "formula-too-deep") return rulebook_with_formula(repeated("(", 300) + "visits" + repeated(")", 300));
  if (slug == "yaml-too-deep") return rulebook_around("title: " + repeated("[", 300) + repeated("]", 300));
  if (slug == "too-many-cases")
    return rulebook_around("cases: [" + repeated("{when: visits = 1, points: 1}, ", 100) + "{otherwise: 2}]");
  if (slug == "too-many-aliases") {
    std::string text = "values:\n  a0: &a0 [visits, visits]\n";
    for (int i = 1; i < 20; ++i) {
      const std::string before = "*a" + std::to_string(i - 1);
      text += "  a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before + "]\n";
    }
    return rulebook_around(text);
  }
  if (slug == "too-many-problems") {
    std::string text = "metrics:\n  visits: {}\n";
    for (int i = 0; i < 1500; ++i) text += "  m" + std::to_string(i) + ": {fold: never}\n";
    return rulebook_around(text);
  }
  if (slug == "formula-too-large") {
    std::string text = "values:\n  v0: visits + entries\n";
    for (int i = 1; i < 30; ++i) {
      const std::string before = "v" + std::to_string(i - 1);
      text += "  v" + std::to_string(i) + ": " + before + " * " + before + "\n";
    }
    return rulebook_around(text + "categories: [{id: people, items: [{id: x, per: month, points: v29}]}]");
  }
  return "";
}

/// Data files that cannot be written down in an example.
std::string made_data(std::string_view slug) {
  if (slug == "csv-empty") return "\n";
  if (slug == "csv-not-utf8") return "officer,date,visits\n\xD5\xC5\xC8\xFF,2026-03-01,5\n";
  if (slug == "csv-encoding-unclear") return "officer,date,visits\nren\xE9s,2026-03-01,5\n";
  if (slug == "csv-encoding-detected") return "officer,date,visits\nann,2026-03-01,5\n\xD5\xC5\xC8\xFD,2026-03-01,5\n";
  if (slug == "csv-spreadsheet") return std::string("PK\x03\x04\0\0", 6);
  if (slug == "csv-separator-line") return "sep=,\nofficer,date,visits\n";
  if (slug == "csv-title-line") return "Visits in March,,\n\nofficer,date,visits\nann,2026-03-01,5\n";
  if (slug == "csv-utf16-unmarked") return std::string("o\0,\0d\0\n\0", 8);
  if (slug == "csv-zero-byte") return std::string("o\0f\0", 4);
  if (slug == "csv-header-too-long") return "officer,date," + std::string(std::size_t{1} << 20, 'x') + "\n";
  if (slug == "csv-more-columns") {
    std::string text = "officer,date";
    for (int i = 1; i <= 30; ++i) text += ",column_" + std::to_string(i);
    return text + "\n";
  }
  if (slug == "more-figures-twice") return "officer,date,visits\n" + repeated("ann,2026-03-01,5\n", 31);
  return "";
}

bool is_of(std::span<const DiagnosticRow> family, const DiagnosticRow& row) {
  return std::any_of(family.begin(), family.end(), [&](const DiagnosticRow& one) { return one.slug == row.slug; });
}

class Listener {
 public:
  explicit Listener(std::string_view slug) : slug_(slug) {}

  void hear(std::span<const Diagnostic> diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
      slugs_.emplace(diagnostic.slug);
      for (const Note& note : diagnostic.notes) slugs_.emplace(note.slug);
      if (diagnostic.slug != slug_) continue;
      en_ += render(diagnostic);
      zh_ += render(diagnostic, Language::zh);
    }
  }
  void hear(const std::vector<RowIssue>& issues) {
    for (const RowIssue& issue : issues) {
      slugs_.emplace(issue.reason);
      if (issue.reason != slug_) continue;
      Diagnostic diagnostic;
      diagnostic.slug = issue.reason;
      diagnostic.arguments = {issue.expected};
      for (const Language language : {Language::en, Language::zh}) {
        std::string& text = language == Language::en ? en_ : zh_;
        text += issue.file.empty() ? "" : issue.file + ":" + std::to_string(issue.line) + ": ";
        for (const std::string& part : {issue.officer, issue.date, issue.metric, issue.value})
          if (!part.empty()) text += part + ", ";
        text += std::string(issue.reason) + ": " + message(issue, language) + "\n";
        if (const std::string mending = hint(diagnostic, language); !mending.empty()) text += "  = " + mending + "\n";
      }
    }
  }
  Said said() const {
    std::string others;
    // A piece of a rulebook need not use all names of the sound rest.
    for (const std::string& slug : slugs_)
      if (slug != slug_ && slug != "unused-name" && diagnostic_row(slug).severity != Severity::note)
        others += " " + slug;
    Said said{en_.empty() ? "" : en_ + "\n" + zh_, slugs_};
    if (!said.text.empty() && !others.empty()) said.text += "\nbesides:" + others + "\n";
    return said;
  }

 private:
  std::string slug_, en_, zh_;
  std::set<std::string> slugs_;
};

/// Data files in a folder of their own; paths are given to cwp without it, so that it does not show.
class DataFolder {
 public:
  DataFolder() : before_(std::filesystem::current_path()) {
    std::filesystem::create_directories(folder_);
    std::filesystem::current_path(folder_);
  }
  ~DataFolder() {
    std::filesystem::current_path(before_);
    std::filesystem::remove_all(folder_);
  }
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;
  static std::string write(const std::string& name, const std::string& text) {
    std::ofstream(name, std::ios::binary) << text;
    return name;
  }

 private:
  std::filesystem::path before_;
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("cwp-example-" + std::to_string(getpid()));
};

CsvInputs inputs_of(const DataFile& file) {
  CsvInputs inputs;
  inputs.roster = DataFolder::write("roster.csv", file.kind == DataFile::Kind::roster
                                                      ? file.text
                                                      : "officer,from,to,area\nann,,,urban\ncai,2026-03-16,,rural\n");
  if (file.kind == DataFile::Kind::metrics) inputs.metrics = {DataFolder::write("metrics.csv", file.text)};
  if (file.kind == DataFile::Kind::duty) inputs.duty = {DataFolder::write("duty.csv", file.text)};
  inputs.span = DayRange{*Day::parse("2026-03-01"), *Day::parse("2026-03-31")};
  return inputs;
}

Said read_data(std::string_view slug, const DataFile& file, bool scored) {
  const DataFolder folder;
  const CheckedRulebook rules = load_and_check(Source("rules.yaml", rulebook_of_data())).value();
  Listener listener(slug);
  CsvInputs inputs = inputs_of(file);
  if (scored) inputs.span.reset();
  const Result<Dataset> data = read_csv(inputs, rules);
  listener.hear(data.diagnostics());
  if (!data.ok()) return listener.said();
  if (!scored) {
    listener.hear(data.value().issues());
    return listener.said();
  }
  ScoreOptions strict;
  strict.strict = true;
  listener.hear(score(compile(rules), data.value(), strict).diagnostics());
  return listener.said();
}

/// A rulebook and, when `scored`, a month without a figure but one: 5 visits.
Said use_rulebook(std::string_view slug, const std::string& text, bool scored) {
  Listener listener(slug);
  const Source bases[] = {{"province.yaml", rulebook_to_extend()},
                          {"circle.yaml", "cwp: 1\nid: circle\nextends: rules.yaml\n"}};
  const Result<CheckedRulebook> rules = load_and_check(Source("rules.yaml", text), bases);
  listener.hear(rules.diagnostics());
  if (!scored || !rules.ok()) return listener.said();
  const DataFolder folder;
  const Result<Dataset> data =
      read_csv(inputs_of({DataFile::Kind::metrics, "officer,date,visits\nann,2026-03-02,5\n"}), rules.value());
  listener.hear(data.diagnostics());
  if (!data.ok()) return listener.said();
  const Result<Scores> scores = score(compile(rules.value()), data.value());
  listener.hear(scores.diagnostics());
  if (scores.ok()) listener.hear(scores.value().issues());
  return listener.said();
}

}  // namespace

Example run_example(const DiagnosticRow& row) {
  if (const std::string text = made_rulebook(row.slug); !text.empty())
    return {true, use_rulebook(row.slug, text, false)};
  if (const std::string text = made_data(row.slug); !text.empty())
    return {true, read_data(row.slug, {DataFile::Kind::metrics, text}, false)};
  const std::string_view example = row.example;
  if (example.empty() || example.starts_with("cwp ") || example.starts_with("--") || example.ends_with(".csv"))
    return {};
  if (is_of(data_rows(), row)) return {true, read_data(row.slug, data_file_around(example), false)};
  if (is_of(score_rows(), row)) {
    const bool is_data = example.starts_with("officer,") || example.starts_with("ann,");
    if (is_data) return {true, read_data(row.slug, data_file_around(example), true)};
    return {true, use_rulebook(row.slug, rulebook_around(example), true)};
  }
  const bool formula = is_of(formula_rows(), row);
  return {true, use_rulebook(row.slug, formula ? rulebook_with_formula(example) : rulebook_around(example), false)};
}

}  // namespace cwp
