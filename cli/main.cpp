// cwp: the program. It finds the command, runs it, and lets nothing escape.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <sstream>
#include <string_view>
#include <vector>

#include "cli/chinese_help.hpp"
#include "cli/commands.hpp"
#include "cli/empty_argument.hpp"
#include "cli/help_format.hpp"
#include "cli/interrupt.hpp"
#include "cli/not_expected.hpp"
#include "cli/print.hpp"
#include "cwp/write.hpp"

namespace cwp {
namespace {

constexpr const char* kProgramExamples = R"(Examples:
  cwp check rules.yaml
  cwp score rules.yaml --inputs data --period 2026-03 --out results
  cwp explain rules.yaml --inputs data --officer A012 --period 2026-03
  cwp score --help

Exit codes: 0 fine, 1 problems in the rulebook, the data or the files, 2 wrong use of the command line,
130 stopped by Ctrl-C or kill.)";

/// `cwp help score` as `cwp score --help`: it is what people try first.
std::vector<char*> with_help_as_option(const CLI::App& app, int argc, char** argv) {
  static char option[] = "--help";
  std::vector<char*> arguments(argv, argv + argc);
  if (argc < 2 || std::string_view(argv[1]) != "help") return arguments;
  arguments.erase(arguments.begin() + 1);
  const bool other = arguments.size() > 1 && arguments[1][0] != '-';
  const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
  const bool command = other && std::any_of(commands.begin(), commands.end(),
                                            [&](const CLI::App* one) { return one->get_name() == arguments[1]; });
  if (command || !other) arguments.insert(arguments.begin() + (command ? 2 : 1), option);
  return arguments;
}

int run(int argc, char** argv) {
  spoken_language(argc, argv);
  CLI::App app("cwp scores people by the written rules of a rulebook: exactly, reproducibly, with reasons.", "cwp");
  set_help_format(app);
  app.footer(kProgramExamples);
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string(version()), "Print the version and exit");
  app.set_help_flag("-h,--help", "Print this help and exit");
  const std::vector<Command> commands = {
      add_new(app),         add_check(app),   add_test(app),   add_sample(app), add_score(app), add_pack(app),
      add_explain(app),     add_moved(app),   add_update(app), add_why(app),    add_next(app),  add_certain(app),
      add_sensitivity(app), add_compare(app), add_whatif(app), add_graph(app),  add_forms(app), add_functions(app),
      add_schema(app),      add_fmt(app),     add_prove(app),  add_verify(app)};
  for (const Command& command : commands) command.app->group("Commands");
  std::vector<char*> arguments = with_help_as_option(app, argc, argv);
  if (const auto empty = empty_argument(arguments)) {
    print_wrong_use(*empty);
    return kUsage;
  }
  try {
    app.parse(int(arguments.size()), arguments.data());
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // help or version
      std::ostringstream out;
      app.exit(error, out);
      print(spoken_language() == Language::zh ? in_chinese(out.str()) : out.str());
      return kFine;
    }
    const auto unknown = not_expected(app);
    print_wrong_use(wording("words-heard", {unknown.value_or(error.what())}, spoken_language()));
    return kUsage;
  }
  for (const Command& command : commands)
    if (command.app->parsed()) return command.run();
  return kUsage;
}

}  // namespace
}  // namespace cwp

int main(int argc, char** argv) {
  int code = cwp::kProblems;
  try {
    cwp::end_on_interrupt();
    code = cwp::run(argc, argv);
  } catch (const std::bad_alloc&) {
    std::fputs((cwp::wording("said-no-memory", {}, cwp::spoken_language()) + "\n").c_str(), stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "cwp: %s\n", error.what());
  } catch (...) {
    std::fputs("cwp: an unknown error\n", stderr);
  }
  if (!cwp::flush_output() && code == cwp::kFine) code = cwp::kProblems;
  return code;
}
