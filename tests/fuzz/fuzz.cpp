// Rulebooks, formulas and tables, mutated: whatever the text, cwp neither crashes nor throws nor takes long, and what
// it reports lies inside the text. Usage: fuzz_texts EXECUTIONS|SECONDSs [SEED]. The text at work is kept in the file
// that the first line names; a failure leaves it there.

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>

#include "cwp/cwp.hpp"
#include "fuzz/mutate.hpp"

namespace cwp {
namespace {

namespace fs = std::filesystem;

constexpr double kLongestSeconds = 2;  // of the processor: the machine may be busy
constexpr std::size_t kMostBytes = 12000;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  return text.substr(0, text.size() <= kMostBytes ? text.size() : text.rfind('\n', kMostBytes) + 1);
}

std::vector<fs::path> files_below(const fs::path& folder, std::initializer_list<std::string_view> extensions) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    for (const std::string_view extension : extensions)
      if (entry.path().extension() == extension) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

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

/// A text as the base of a rulebook, and over itself.
void run_extended(const Source& source) {
  const Source base("base.yaml", std::string(source.text()));
  const std::string over = "extends: base.yaml\nremove: [visits, people]\n";
  for (const std::string& text : {"cwp: 1\nid: over\n" + over, over + std::string(source.text())})
    look_at(load_and_check(Source("rules.yaml", text), {&base, 1}).diagnostics());
}

/// A rulebook that is sound is scored, too: a month of an officer without figures.
void run_rulebook(const std::string& path) {
  const Result<Source> source = read_source(path);
  look_at(source.diagnostics());
  if (!source.ok()) return;
  const Result<CheckedRulebook> rules = load_and_check(source.value());
  look_at(rules.diagnostics());
  run_extended(source.value());
  if (!rules.ok()) return;
  const Plan plan = compile(rules.value());
  static_cast<void>(plan.to_text());
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

void run_formula(const std::string& path) {
  const Result<Source> source = read_source(path);
  if (!source.ok()) return;
  const Result<Formula> formula = parse_formula(SourceText::whole(source.value()));
  look_at(formula.diagnostics());
  if (formula.ok()) demand(!to_text(*formula.value().root).empty(), "a formula has no text");
}

struct Table {
  CheckedRulebook rules;
  std::string roster;  ///< of the sound data
};

void run_table(const Table& table, const std::string& kind, const std::string& path) {
  CsvInputs inputs;
  inputs.roster = kind == "roster" ? path : table.roster;
  if (kind == "duty") inputs.duty = {path};
  if (kind != "roster" && kind != "duty") inputs.metrics = {path};
  const Result<Dataset> data = read_csv(inputs, table.rules);
  look_at(data.diagnostics());
  if (!data.ok()) return;
  for (const RowIssue& issue : data.value().issues())
    demand(!message(issue).empty() && !message(issue, Language::zh).empty(), "a row issue says nothing");
}

struct Target {
  std::string name;
  Mutator mutator;
  std::function<void(const std::string&)> run;
};

std::vector<std::string> formulas() {
  std::vector<std::string> texts;
  for (const FunctionDoc& function : functions()) {
    texts.emplace_back(function.signature);
    if (!function.example.empty()) texts.emplace_back(function.example);
  }
  return texts;
}

std::vector<Target> targets(std::uint64_t seed) {
  const fs::path root = CWP_ROOT_DIR;
  std::vector<std::string> rulebooks, others = formulas();
  for (const fs::path& path : files_below(root, {".yaml"}))
    if (path.string().find("/build/") == std::string::npos) rulebooks.push_back(text_of(path));
  for (const fs::path& path : files_below(root / "tests/cases", {".case"})) {
    const std::string text = text_of(path);
    const std::size_t begin = text.find("cwp: 1");
    if (begin != std::string::npos) rulebooks.push_back(text.substr(begin, text.find("\n----", begin) + 1 - begin));
  }
  std::vector<Target> targets;
  targets.push_back({"rulebook", Mutator(seed, std::move(rulebooks)), run_rulebook});
  targets.push_back({"formula", Mutator(seed + 1, std::move(others)), run_formula});
  for (const char* name : {"worked-example", "station-month"}) {
    const fs::path folder = root / "rules/data" / name;
    const Table table{load_and_check(read_source((root / "rules" / name).string() + ".yaml").value()).value(),
                      (folder / "roster.csv").string()};
    for (const fs::path& path : files_below(folder, {".csv"})) {
      const std::string kind = path.stem().string();
      targets.push_back({std::string(name) + " " + kind, Mutator(seed + targets.size(), {text_of(path)}),
                         [=](const std::string& mutated) { run_table(table, kind, mutated); }});
    }
  }
  return targets;
}

/// False after a failure.
bool execute(const Target& target, const std::string& text, const std::string& path) {
  std::ofstream(path, std::ios::binary) << text;
  const std::clock_t begin = std::clock();
  std::string failure;
  try {
    target.run(path);
  } catch (const std::exception& error) {
    failure = error.what();
  }
  const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
  if (failure.empty() && seconds > kLongestSeconds) failure = "took " + std::to_string(seconds) + " s";
  if (!failure.empty()) std::printf("%s: %s\n", target.name.c_str(), failure.c_str());
  return failure.empty();
}

int fuzz(const std::string& budget, std::uint64_t seed) {
  const bool timed = budget.ends_with('s');
  const unsigned long long limit = std::strtoull(budget.c_str(), nullptr, 10);
  const std::string path = (fs::temp_directory_path() / ("cwp-fuzz-" + std::to_string(getpid()) + ".txt")).string();
  std::printf("seed %llu, text at work: %s\n", static_cast<unsigned long long>(seed), path.c_str());
  std::fflush(stdout);
  std::vector<Target> all = targets(seed);
  const auto begin = std::chrono::steady_clock::now();
  const auto seconds = [&] { return std::chrono::steady_clock::now() - begin; };
  unsigned long long executions = 0;
  while (timed ? seconds() < std::chrono::seconds(limit) : executions < limit) {
    // Rulebooks have the most to go wrong, and have every second turn.
    Target& target = executions % 2 == 0 ? all[0] : all[1 + executions / 2 % (all.size() - 1)];
    if (!execute(target, target.mutator.next(), path)) return 1;
    ++executions;
  }
  fs::remove(path);
  std::printf("%llu executions\n", executions);
  return executions > 0 ? 0 : 1;
}

}  // namespace
}  // namespace cwp

int main(int count, char** arguments) {
  if (count < 2) {
    std::puts("usage: fuzz_texts EXECUTIONS|SECONDSs [SEED]");
    return 2;
  }
  return cwp::fuzz(arguments[1], count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1);
}
