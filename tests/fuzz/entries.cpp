#include "fuzz/entries.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "cwp/cwp.hpp"

namespace cwp {
namespace {

namespace fs = std::filesystem;

void demand(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(what);
}

/// Every place lies inside its text, and every diagnostic can be shown.
void look_at(std::span<const Diagnostic> diagnostics) {
  const auto inside = [](const Place& place) {
    return place.span.begin <= place.span.end && place.span.end <= place.source.text().size();
  };
  for (const Diagnostic& diagnostic : diagnostics) {
    demand(diagnostic.place.source.text().empty() || inside(diagnostic.place), "a place lies outside its text");
    for (const Note& note : diagnostic.notes)
      demand(note.place.source.text().empty() || inside(note.place), "the place of a note lies outside its text");
    for (const Language language : {Language::en, Language::zh})
      demand(!render(diagnostic, language).empty(), "a diagnostic says nothing");
  }
}

const std::string& written(const std::string& bytes) {
  std::ofstream(text_at_work(), std::ios::binary) << bytes;
  return text_at_work();
}

/// A text as the base of a rulebook, and over itself.
void take_extended(const Source& source) {
  const Source base("base.yaml", std::string(source.text()));
  const std::string over = "extends: base.yaml\nremove: [visits, people]\n";
  for (const std::string& text : {"cwp: 1\nid: over\n" + over, over + std::string(source.text())})
    look_at(load_and_check(Source("rules.yaml", text), {&base, 1}).diagnostics());
}

/// A rulebook that is sound is scored, too: a month of an officer without figures.
void take_rulebook(const std::string& bytes) {
  const Result<Source> source = read_source(written(bytes));
  look_at(source.diagnostics());
  if (!source.ok()) return;
  const Result<CheckedRulebook> rules = load_and_check(source.value());
  look_at(rules.diagnostics());
  if (bytes.size() % 4 == 0) take_extended(source.value());  // three times the work, so now and then
  if (!rules.ok()) return;
  const Plan plan = compile(rules.value());
  demand(plan.to_text().size() >= plan.size(), "a node has no line");
  DatasetBuilder builder(rules.value());
  builder.add_officer("ann", {}, {}, {});
  builder.set_span({*Day::parse("2026-02-20"), *Day::parse("2026-03-31")});
  const Result<Dataset> data = builder.finish();
  look_at(data.diagnostics());
  if (!data.ok()) return;
  const Result<Scores> scores = score(plan, data.value());
  look_at(scores.diagnostics());
  if (scores.ok()) demand(!output_files(scores.value(), {.details = true}).empty(), "scores give no files");
}

/// A formula that can be read reads back from its own text as itself.
void take_formula(const std::string& bytes) {
  const Result<Source> source = read_source(written(bytes));
  if (!source.ok()) return;
  const Result<Formula> formula = parse_formula(SourceText::whole(source.value()));
  look_at(formula.diagnostics());
  if (!formula.ok()) return;
  const Result<Formula> again = parse_formula(to_text(*formula.value().root));
  demand(again.ok(), "a formula's own text cannot be read");
  demand(equal(*formula.value().root, *again.value().root), "a formula's own text is another formula");
}

/// Sound data, for which one file is exchanged.
struct SoundData {
  CheckedRulebook rules;
  std::string roster;
};

const std::vector<SoundData>& sound_data() {
  static const std::vector<SoundData> all = [] {
    std::vector<SoundData> data;
    for (const char* name : {"worked-example", "station-month"}) {
      const fs::path rules = fs::path(CWP_ROOT_DIR) / "rules";
      data.push_back({load_and_check(read_source((rules / name).string() + ".yaml").value()).value(),
                      (rules / "data" / name / "roster.csv").string()});
    }
    return data;
  }();
  return all;
}

/// What is said of files that were read.
std::string said(const Result<Dataset>& data) {
  std::string text;
  for (const Diagnostic& diagnostic : data.diagnostics()) text += render(diagnostic);
  if (!data.ok()) return text;
  text += std::to_string(data.value().officer_count()) + '\n';
  if (const auto span = data.value().span()) text += span->first.to_text() + span->last.to_text() + '\n';
  for (const RowIssue& issue : data.value().issues())
    text += issue.file + std::to_string(issue.line) + std::string(issue.reason) + issue.officer + issue.date +
            issue.metric + issue.value + issue.expected + '\n';
  return text;
}

/// What the header names tells what a file is taken for; a fourth of the texts go to the second rulebook.
void take_table(const std::string& bytes) {
  const std::string& path = written(bytes);
  const std::string_view header = std::string_view(bytes).substr(0, bytes.find('\n'));
  const SoundData& sound = sound_data()[bytes.size() % 4 == 0 ? 1 : 0];
  CsvInputs inputs;
  inputs.roster = sound.roster;
  if (header.find("status") != std::string_view::npos)
    inputs.duty = {path};
  else if (header.find("date") != std::string_view::npos)
    inputs.metrics = {path};
  else
    inputs.roster = path;
  inputs.least_in_columns = 0;
  const Result<Dataset> data = read_csv(inputs, sound.rules);
  look_at(data.diagnostics());
  inputs.row_by_row = true;
  demand(said(data) == said(read_csv(inputs, sound.rules)), "rows in passing are not those read one by one");
  if (!data.ok()) return;
  for (const RowIssue& issue : data.value().issues())
    demand(!message(issue).empty() && !message(issue, Language::zh).empty(), "a row issue says nothing");
}

constexpr FuzzEntry kEntries[] = {{"rulebook", take_rulebook}, {"formula", take_formula}, {"table", take_table}};

}  // namespace

std::span<const FuzzEntry> fuzz_entries() { return kEntries; }

const FuzzEntry& fuzz_entry(std::string_view name) {
  for (const FuzzEntry& entry : kEntries)
    if (entry.name == name) return entry;
  throw std::runtime_error("there is no entry " + std::string(name));
}

const std::string& text_at_work() {
  static const std::string path = [] {
    const fs::path memory = "/dev/shm";  // a million small files are written
    const fs::path folder = fs::is_directory(memory) ? memory : fs::temp_directory_path();
    return (folder / ("cwp-fuzz-" + std::to_string(getpid()) + ".txt")).string();
  }();
  return path;
}

}  // namespace cwp
