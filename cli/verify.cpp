// cwp verify: a receipt against its rulebook, its inputs, and what comes out of them.

#include "cwp/verify.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cli/progress_line.hpp"
#include "cli/threads_option.hpp"

namespace cwp {
namespace {

constexpr const char* kVerifyExamples = R"(Examples:
  cwp verify results/receipt.json --inputs data
  cwp verify results/receipt.json --inputs archive/data --rulebook archive/rules.yaml

Nothing is written. Exit codes: 0 all equal, 1 something differs (a line each), 2 wrong use.)";

struct VerifyCommandOptions {
  std::string receipt;
  VerifyOptions verify;
  bool no_progress = false;
  LanguageOption lang;
};

int run_verify(const VerifyCommandOptions& options) {
  const Language language = options.lang.language();
  ProgressLine line(options.no_progress, language);
  VerifyOptions wanted = options.verify;
  wanted.progress = line.progress();
  const Result<Verification> verification = verify(options.receipt, wanted);
  line.clear();
  if (!verification.ok()) {
    print_problems(verification.diagnostics(), language);
    return kProblems;
  }
  if (verification.value().equal()) {
    print(wording("said-equal", {}, language) + "\n");
    return kFine;
  }
  std::string lines;
  for (const Diagnostic& difference : verification.value().differences) lines += message(difference, language) + "\n";
  std::fwrite(lines.data(), 1, lines.size(), stderr);
  return kProblems;
}

}  // namespace

Command add_verify(CLI::App& app) {
  CLI::App* command = app.add_subcommand("verify", "Score again what a receipt names, and compare every byte");
  command->footer(kVerifyExamples);
  const auto options = std::make_shared<VerifyCommandOptions>();
  command->add_option("RECEIPT", options->receipt, "The receipt.json of a results folder")->type_name("")->required();
  command
      ->add_option("--inputs", options->verify.inputs, "The folder with the inputs that the receipt names (required)")
      ->type_name("DIR")
      ->required();
  command->add_option("--rulebook", options->verify.rulebook, "The rulebook; default: the one that the receipt names")
      ->type_name("FILE");
  add_threads_option(*command, options->verify.threads);
  add_progress_option(*command, options->no_progress);
  add_language_option(*command, options->lang);
  return {command, [options] { return run_verify(*options); }};
}

}  // namespace cwp
