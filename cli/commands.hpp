#pragma once
// The commands of cwp, one source each. A command adds its options to the application and returns what runs it.

#include <functional>

namespace CLI {
class App;
}

namespace cwp {

/// What the program ends with.
enum ExitCode : int { kFine = 0, kProblems = 1, kUsage = 2, kInterrupted = 130 };

struct Command {
  CLI::App* app = nullptr;   ///< tells whether the command was given
  std::function<int()> run;  ///< after parsing; returns the exit code
};

Command add_check(CLI::App& app);
Command add_score(CLI::App& app);
Command add_pack(CLI::App& app);
Command add_explain(CLI::App& app);
Command add_graph(CLI::App& app);
Command add_functions(CLI::App& app);
Command add_forms(CLI::App& app);
Command add_sample(CLI::App& app);
Command add_test(CLI::App& app);
Command add_moved(CLI::App& app);
Command add_update(CLI::App& app);
Command add_why(CLI::App& app);
Command add_next(CLI::App& app);
Command add_certain(CLI::App& app);
Command add_sensitivity(CLI::App& app);
Command add_verify(CLI::App& app);
Command add_compare(CLI::App& app);
Command add_whatif(CLI::App& app);
Command add_schema(CLI::App& app);
Command add_new(CLI::App& app);
Command add_fmt(CLI::App& app);
Command add_prove(CLI::App& app);

}  // namespace cwp
