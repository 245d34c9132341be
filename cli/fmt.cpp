// cwp fmt: the text of a rulebook in its canonical form.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cli/rulebook_argument.hpp"
#include "cwp/format_rules.hpp"

namespace cwp {
namespace {

constexpr const char* kFmtExamples = R"(Examples:
  cwp fmt rules.yaml
  cwp fmt rules.yaml --check

Indentation, blanks, quotes and line ends change; what the rulebook says does not, nor do remarks, order and line breaks.
The file is replaced as a whole, or left as it is. Exit codes: 0 in the canonical form, 1 not (--check), or a text that
cannot be formatted, 2 wrong use.)";

struct FmtOptions {
  std::string rulebook;
  bool check = false;
  LanguageOption lang;
};

int run_fmt(const FmtOptions& options) {
  const Language language = options.lang.language();
  if (options.check) {
    const std::vector<Diagnostic> differences = file_differences(options.rulebook);
    print_problems(differences, language);
    if (!differences.empty()) return kProblems;
    print(wording("said-canonical", {options.rulebook}, language) + "\n");
    return kFine;
  }
  const Result<std::size_t> changed = format_file(options.rulebook);
  if (!changed.ok()) {
    print_problems(changed.diagnostics(), language);
    return kProblems;
  }
  const std::string count = std::to_string(changed.value());
  print((changed.value() == 0 ? wording("said-canonical", {options.rulebook}, language)
                              : wording("said-formatted", {options.rulebook, count}, language)) +
        "\n");
  return kFine;
}

}  // namespace

Command add_fmt(CLI::App& app) {
  CLI::App* command = app.add_subcommand("fmt", "Lay out the text of a rulebook canonically, remarks and all");
  command->footer(kFmtExamples);
  const auto options = std::make_shared<FmtOptions>();
  add_rulebook_argument(*command, options->rulebook);
  command->add_flag("--check", options->check, "Only tell what is not in the canonical form; nothing is written");
  add_language_option(*command, options->lang);
  return {command, [options] { return run_fmt(*options); }};
}

}  // namespace cwp
