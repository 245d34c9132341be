// cwp score: a rulebook and data to a folder of tables.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <memory>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/profile.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/score_options.hpp"
#include "cli/summary.hpp"
#include "cli/tables_option.hpp"
#include "cwp/check_data.hpp"
#include "cwp/column_file.hpp"
#include "cwp/score_files.hpp"

namespace cwp {
namespace {

constexpr const char* kScoreExamples = R"(Examples:
  cwp score rules.yaml --inputs data --out results
  cwp score rules.yaml --inputs data --period 2026-03 --out march
  cwp score rules.yaml --inputs data --period 2026-03 --grain day,week --details --out march
  cwp score rules.yaml --roster r.csv --metrics jan.csv feb.csv --duty d.csv --out results
  cwp score rules.yaml --columns march.columns --out march
  cwp score rules.yaml --inputs data --provisional --span 2026-03-01..2026-03-15 --out so_far
  cwp score rules.yaml --inputs data --period 2026-03 --tables standing,issues --out march
  cwp score rules.yaml --inputs data --period 2026-03 --format markdown --lang zh --out bulletin

Written are tables in the format asked for, and receipt.json, which cwp verify holds against files and figures later. The
formats:
)";

std::string score_footer() {
  std::string text = kScoreExamples;
  for (const OutputFormatDoc& format : output_formats())
    text += fmt::format("  {:9} {:5} {}\n", format.name, format.extension, format.en);
  return text + "The tables, and what their files are called:\n" + tables_help() +
         "\nIssues in the data stop nothing, unless --strict. Exit codes: 0 all files written, 1 none written, 2 wrong "
         "use,\n"
         "130 stopped (none written).";
}

bool published_anything(const std::vector<GrainSummary>& grains) {
  return std::any_of(grains.begin(), grains.end(), [](const GrainSummary& grain) { return !grain.periods.empty(); });
}

/// Out of a column file where one is named; errors are printed.
std::optional<Dataset> data_of(const ScoreCommandOptions& options, const CheckedRulebook& rules, Language language,
                               ProgressLine& line) {
  if (options.columns.empty()) {
    InputOptions inputs = options.inputs;
    inputs.threads = options.threads;
    return read_inputs(inputs, rules, language, line);
  }
  const auto taken = [&](auto result) {
    print_problems(result.diagnostics(), language);
    return result.ok() ? std::optional(std::move(result).value()) : std::nullopt;
  };
  const std::optional<ColumnFile> file = taken(open_column_file(rules, options.columns));
  return file ? taken(file->dataset()) : std::nullopt;
}

/// Of the days that were scored.
std::vector<Diagnostic> doubts_of(const ScoreSummary& summary, const CheckedRulebook& rules, const Dataset& data) {
  std::optional<Day> last;
  for (const GrainSummary& grain : summary.grains)
    for (const Period period : grain.periods)
      last = std::max(last.value_or(kFirstDay), rules.calendar().last_day(period));
  if (!last || !data.span()) return {};
  return holiday_doubts(rules, std::min(*last, data.span()->last));
}

int run_score(const CLI::App& command, const ScoreCommandOptions& options) {
  const Language language = options.lang.language();
  ProgressLine line(options.no_progress, language);
  const auto fail = [&](std::vector<Diagnostic> problems) {
    line.clear();
    print_problems(problems, language);
    return exit_code_of(problems);
  };
  if (const std::string reason = refusal(options); !reason.empty()) return refuse(command, reason);
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  std::optional<ScoreOptions> wanted = score_options(options, rules->calendar());
  if (!wanted) return refuse(command, no_period(options.periods.period, rules->calendar()));
  const auto seconds_since = [](std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const auto before_reading = std::chrono::steady_clock::now();
  const std::optional<Dataset> data = data_of(options, *rules, language, line);
  if (!data) return kProblems;
  const double reading = seconds_since(before_reading);

  wanted->progress = line.progress();
  OutputOptions output = options.output;
  output.format = parse_output_format(options.format).value_or(OutputFormat::csv);
  output.language = language;
  const auto before_scoring = std::chrono::steady_clock::now();
  FolderOptions folder{options.out, options.force, stop_on_interrupt(), {}, [&] { line.writing(); }};
  folder.refuse = [&](const std::vector<GrainSummary>& grains) -> std::vector<Diagnostic> {
    if (options.periods.period.empty() || published_anything(grains)) return {};
    Diagnostic problem{"period-not-published", {}, {options.periods.period}};
    if (const auto span = data->span())
      problem.notes.push_back({"data-reach", {}, {span->first.to_text(), span->last.to_text()}});
    return {problem};
  };
  const Result<ScoredFolder> scored = score_into_folder(compile(*rules), *data, folder, *wanted, output);
  written();
  if (!scored.ok()) return fail(scored.diagnostics());
  const Scores& scores = scored.value().scores;
  const EngineReport& engine = scores.engine();
  const double writing = seconds_since(before_scoring) - engine.gather - engine.figures - engine.standing;

  line.clear();
  print_problems(doubts_of(scored.value().summary, *rules, *data), language);
  print(summary(scored.value().summary, scores, rules->calendar(), output));
  print("\n" + wording("said-written", {options.out, std::to_string(scored.value().files.size())}, language) + "\n");
  if (options.profile) print(profile(engine, reading, writing, language));
  return kFine;
}

}  // namespace

Command add_score(CLI::App& app) {
  CLI::App* command = app.add_subcommand("score", "Score officers, and write tables and rankings");
  command->footer(score_footer());
  const auto options = std::make_shared<ScoreCommandOptions>();
  add_score_options(*command, *options);
  return {command, [command, options] { return run_score(*command, *options); }};
}

}  // namespace cwp
