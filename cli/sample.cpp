// cwp sample: made data for a rulebook, and the command that scores it.

#include "cwp/sample.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/bom_option.hpp"
#include "cli/commands.hpp"
#include "cli/date_argument.hpp"
#include "cli/interrupt.hpp"
#include "cli/print.hpp"
#include "cli/progress_line.hpp"
#include "cli/rulebook_argument.hpp"

namespace cwp {
namespace {

constexpr const char* kSampleExamples = R"(Examples:
  cwp sample rules.yaml --officers 200 --from 2026-01-01 --to 2026-12-31 --out trial
  cwp sample rules.yaml --officers 60 --stations 3 --seed 7 --from 2026-03-01 --to 2026-03-31 --out march

Written are roster.csv, duty.csv, metrics.csv, an events-NAME.csv for each table of facts, and command.txt with the
command that scores them. The same options give the same bytes; A0001 stays as he is when more officers are made.)";

struct SampleCommandOptions {
  std::string rulebook, from, to, out;
  SampleOptions sample;
  bool clean = false, force = false, bom = false, no_progress = false;
  LanguageOption lang;
};

/// As a shell reads it back.
std::string quoted(const std::string& text) {
  const auto is_plain = [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '/' || c == '.' ||
           c == '_' || c == '-' || (c & 0x80) != 0;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return text;
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string score_command(const SampleCommandOptions& options) {
  return fmt::format("cwp score {} --inputs {} --span {}..{} --out {}\n", quoted(options.rulebook), quoted(options.out),
                     options.from, options.to, quoted(options.out + "/results"));
}

int run_sample(const SampleCommandOptions& options) {
  const Language language = options.lang.language();
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  SampleOptions wanted = options.sample;
  wanted.span = {*Day::parse(options.from), *Day::parse(options.to)};
  wanted.wrong_rows = !options.clean;
  ProgressLine line(options.no_progress, language);
  wanted.progress = line.progress();
  Result<std::vector<OutputFile>> made = make_sample(*rules, wanted);
  line.writing();
  if (!made.ok()) {
    line.clear();
    print_problems(made.diagnostics(), language);
    return kProblems;
  }
  std::vector<OutputFile> files = as_csv(std::move(made).value(), options.bom);
  const std::string command = score_command(options);
  files.emplace_back("command.txt", command);
  const std::vector<Diagnostic> problems = write_unless_interrupted(options.out, files, options.force);
  line.clear();
  if (!problems.empty()) {
    print_problems(problems, language);
    return exit_code_of(problems);
  }
  print(wording("said-sampled", {options.out, std::to_string(files.size())}, language) + "\n" + command);
  return kFine;
}

}  // namespace

Command add_sample(CLI::App& app) {
  CLI::App* command = app.add_subcommand("sample", "Make believable data for a rulebook, to try it out");
  command->footer(kSampleExamples);
  const auto options = std::make_shared<SampleCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command->add_option("--officers", options->sample.officers, "How many officers (required)")
      ->type_name("N")
      ->required()
      ->check(CLI::Range(1, 100'000));
  for (auto& [name, day, text] : {std::tuple("--from", &options->from, "The first day of the data (required)"),
                                  std::tuple("--to", &options->to, "The last day of the data (required)")})
    command->add_option(name, *day, text)->type_name("DATE")->required()->check(date_problem);
  command->add_option("--seed", options->sample.seed, "Another seed gives other data; default: 1")->type_name("S");
  command->add_option("--stations", options->sample.stations, "How many stations; default: one for each 20 officers")
      ->type_name("K")
      ->check(CLI::Range(1, 100'000));
  command->add_option("--out", options->out, "A new folder for the data (required)")->type_name("DIR")->required();
  command->add_flag("--clean", options->clean, "No wrong rows; else a few in a thousand are, as extracts have them");
  add_bom_option(*command, options->bom);
  command->add_flag("--force", options->force,
                    "Also into a folder that holds files: those of the same name are replaced, others stay");
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  return {command, [options] { return run_sample(*options); }};
}

}  // namespace cwp
