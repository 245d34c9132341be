// cwp check: all mistakes of a rulebook, at once.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/write.hpp"

namespace cwp {
namespace {

constexpr const char* kCheckExamples = R"(Examples:
  cwp check rules.yaml
  cwp check rules.yaml --lang zh
  cwp check rules.yaml --format json

Exit codes: 0 no mistakes (there may be warnings), 1 mistakes, 2 wrong use.)";

struct CheckCommandOptions {
  std::string rulebook;
  std::string format = "text";
  LanguageOption lang;
};

std::vector<Diagnostic> problems_of(const std::string& path) {
  const Result<Source> source = read_source(path);
  return source.ok() ? load_and_check(source.value()).diagnostics() : source.diagnostics();
}

int run_check(const CheckCommandOptions& options) {
  const Language language = options.lang.language();
  const std::vector<Diagnostic> problems = problems_of(options.rulebook);
  if (options.format == "json")
    print(to_json(problems, language));
  else
    print_problems(problems, language);
  if (has_error(problems)) return kProblems;
  if (options.format == "text" && !has_problem(problems))
    print(wording("said-no-problems", {options.rulebook}, language) + "\n");
  return kFine;
}

}  // namespace

Command add_check(CLI::App& app) {
  CLI::App* command = app.add_subcommand("check", "Check a rulebook: every mistake, with its place and how to mend it");
  command->footer(kCheckExamples);
  const auto options = std::make_shared<CheckCommandOptions>();
  add_rulebook_argument(*command, options->rulebook);
  add_choice(*command, "--format", options->format,
             "text (to standard error) or json (to standard output); default: text", {"text", "json"});
  add_language_option(*command, options->lang);
  return {command, [options] { return run_check(*options); }};
}

}  // namespace cwp
