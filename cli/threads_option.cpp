#include "cli/threads_option.hpp"

#include <CLI/CLI.hpp>

namespace cwp {

void add_threads_option(CLI::App& app, int& threads) {
  app.add_option("--threads", threads, "Number of threads, default 1; the results do not depend on it")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
}

}  // namespace cwp
