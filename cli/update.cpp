// cwp update: today's rows into a state, and whom they moved.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/bom_option.hpp"
#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/input_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/period_options.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/tables_option.hpp"
#include "cli/threads_option.hpp"
#include "cwp/output_format.hpp"
#include "cwp/scorer.hpp"

namespace cwp {
namespace {

constexpr const char* kUpdateExamples = R"(Examples:
  cwp update rules.yaml --state rows.state --inputs data --provisional
  cwp update rules.yaml --state rows.state --metrics today.csv --provisional --out results --force

The first begins the state, with the roster and all rows so far; the second adds those of today. The state holds all
rows: earlier files are not needed any more, and none is read twice. It is replaced as a whole when all else is done, so
that what failed or was stopped can be repeated. Rulebook, periods and --strict are the same each time.)";

struct UpdateCommandOptions {
  std::string rulebook, state, out, format;
  InputOptions inputs;
  PeriodOptions periods;
  bool strict = false, force = false, no_progress = false;
  int threads = 1;
  OutputOptions output;
  LanguageOption lang;
};

/// The state with these rows; where they cannot be taken, the problems are printed, and the file is as it was.
class StateUpdate {
 public:
  StateUpdate(const UpdateCommandOptions& options, const CheckedRulebook& rules, ScoreOptions wanted,
              ProgressLine& line)
      : options_(options), plan_(compile(rules)), wanted_(std::move(wanted)), line_(line) {}

  int make(bool begun) {
    begins_ = !begun;
    DatasetBuilder first(plan_.rules());
    if (begun && !take(Scorer::open(options_.state, plan_, wanted_))) return kProblems;
    CsvInputs files = csv_inputs(options_.inputs);
    files.progress = line_.progress();
    files.threads = options_.threads;
    const std::vector<Diagnostic> problems = read_csv_rows(files, begun ? scorer_->rows() : first);
    if (!problems.empty()) tell(problems);
    if (has_error(problems)) return kProblems;
    return begun ? update() : begin(std::move(first));
  }

 private:
  void tell(const std::vector<Diagnostic>& problems) {
    line_.clear();
    print_problems(problems, options_.lang.language());
  }
  bool take(Result<Scorer> made) {
    if (!made.ok()) {
      tell(made.diagnostics());
      return false;
    }
    scorer_.emplace(std::move(made).value());
    return true;
  }

  int begin(DatasetBuilder rows) {
    if (!take(Scorer::make(plan_, std::move(rows), wanted_))) return kProblems;
    if (scorer_->scores().data().officer_count() == 0) {
      tell({Diagnostic{"csv-no-roster"}});
      return kProblems;
    }
    return finish("");
  }
  int update() {
    const Result<Movement> movement = scorer_->update();
    if (movement.ok()) return finish(to_markdown(movement.value(), scorer_->scores(), options_.lang.language()) + "\n");
    tell(movement.diagnostics());
    return kProblems;
  }

  /// The results, then the state: whoever finds the old state can do all of it again.
  int finish(const std::string& said) {
    const Language language = options_.lang.language();
    const Scores& scores = scorer_->scores();
    std::string text = said;
    if (!options_.out.empty()) {
      line_.writing();
      OutputOptions output = options_.output;
      output.format = parse_output_format(options_.format).value_or(OutputFormat::csv);
      output.language = language;
      const std::vector<OutputFile> files = output_files(scores, output);
      if (const auto problems = write_unless_interrupted(options_.out, files, options_.force); !problems.empty()) {
        tell(problems);
        return exit_code_of(problems);
      }
      text += wording("said-written", {options_.out, std::to_string(files.size())}, language) + "\n";
    }
    if (begins_ && std::filesystem::exists(options_.state)) {  // another run has begun it meanwhile
      Diagnostic changed;
      changed.slug = "state-changed";
      changed.arguments = {options_.state};
      tell({changed});
      return kProblems;
    }
    if (const auto problems = scorer_->save(options_.state); !problems.empty()) {
      tell(problems);
      return kProblems;
    }
    line_.clear();
    print(
        text +
        wording("said-kept",
                {options_.state, std::to_string(scores.data().officer_count()), std::to_string(scores.issues().size())},
                language) +
        "\n");
    return kFine;
  }

  const UpdateCommandOptions& options_;
  const Plan plan_;
  const ScoreOptions wanted_;
  ProgressLine& line_;
  std::optional<Scorer> scorer_;
  bool begins_ = false;
};

int run_update(const CLI::App& command, const UpdateCommandOptions& options) {
  const Language language = options.lang.language();
  if (const std::string reason = refusal(options.periods); !reason.empty()) return refuse(command, reason);
  if (const std::string reason = bom_refusal(options.output.bom, options.format); !reason.empty())
    return refuse(command, reason);
  // A row that was left out would be lost: no file is read twice.
  if (!options.inputs.known_at.empty()) return refuse(command, wording("usage-kept-rows"));
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  std::optional<ScoreOptions> wanted = score_options(options.periods, rules->calendar());
  if (!wanted) return refuse(command, no_period(options.periods.period, rules->calendar()));
  wanted->strict = options.strict;
  wanted->threads = options.threads;
  const bool begun = std::filesystem::exists(options.state);
  if (const std::string reason = begun ? "" : refusal(options.inputs); !reason.empty()) return refuse(command, reason);
  ProgressLine line(options.no_progress, language);
  wanted->progress = line.progress();
  return StateUpdate(options, *rules, *wanted, line).make(begun);
}

}  // namespace

Command add_update(CLI::App& app) {
  CLI::App* command = app.add_subcommand("update", "Add rows to a state that is kept, and list whom they moved");
  command->footer(kUpdateExamples);
  const auto options = std::make_shared<UpdateCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command
      ->add_option("--state", options->state,
                   "The file in which all rows are kept; made where it is not there (required)")
      ->type_name("FILE")
      ->required();
  CLI::Option* out =
      command->add_option("--out", options->out, "A folder for the results; default: they are not written")
          ->type_name("DIR");
  add_choice(*command, "--format", options->format, "Format of the tables; default: csv", names_of(output_formats()));
  add_tables_option(*command, options->output);
  add_bom_option(*command, options->output.bom)->needs(out);
  command->add_flag("--force", options->force,
                    "Also into a folder that holds files: results that are there are replaced, others stay");
  command->add_flag("--strict", options->strict, "Stop at the first issue in the data");
  add_threads_option(*command, options->threads);
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  add_period_options(*command, options->periods);
  return {command, [command, options] { return run_update(*command, *options); }};
}

}  // namespace cwp
