#pragma once
// `--threads N`, one option of all commands that score.

namespace CLI {
class App;
}

namespace cwp {

/// `threads` keeps its value where the option is left out: 1, as the sentence says.
void add_threads_option(CLI::App& app, int& threads);

}  // namespace cwp
