// cwp pack: data into a column file, which is scored without reading rows again.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/input_options.hpp"
#include "cli/print.hpp"
#include "cli/progress_line.hpp"
#include "cli/rulebook_argument.hpp"
#include "cli/threads_option.hpp"
#include "cwp/column_file.hpp"
#include "cwp/write.hpp"

namespace cwp {
namespace {

constexpr const char* kPackExamples = R"(Examples:
  cwp pack rules.yaml --inputs data --out march.columns
  cwp score rules.yaml --columns march.columns --out results

For bulk data that are scored often: officers who come, leave and are on leave, but none whose attributes change; figures
of their own; no issues. What is scored out of the file is, but for the receipt, what the files give. A file that is there
is replaced in one step.)";

struct PackCommandOptions {
  std::string rulebook, out;
  InputOptions inputs;
  bool no_progress = false;
  LanguageOption lang;
};

int run_pack(const CLI::App& command, const PackCommandOptions& options) {
  const Language language = options.lang.language();
  if (const std::string reason = refusal(options.inputs); !reason.empty()) return refuse(command, reason);
  const std::optional<CheckedRulebook> rules = read_rulebook(options.rulebook, language);
  if (!rules) return kProblems;
  ProgressLine line(options.no_progress, language);
  const std::optional<Dataset> data = read_inputs(options.inputs, *rules, language, line);
  if (!data) return kProblems;
  line.writing();
  const Result<std::uint64_t> size = write_column_file(*data, options.out);
  line.clear();
  print_problems(size.diagnostics(), language);
  if (!size.ok()) return kProblems;
  print(wording("said-packed", {options.out, std::to_string(size.value())}, language) + "\n");
  return kFine;
}

}  // namespace

Command add_pack(CLI::App& app) {
  CLI::App* command = app.add_subcommand("pack", "Put bulk data into a column file, which is scored more quickly");
  command->footer(kPackExamples);
  const auto options = std::make_shared<PackCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command->add_option("--out", options->out, "The column file (required)")->type_name("FILE")->required();
  add_threads_option(*command, options->inputs.threads);
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  add_input_options(*command, options->inputs);
  return {command, [command, options] { return run_pack(*command, *options); }};
}

}  // namespace cwp
