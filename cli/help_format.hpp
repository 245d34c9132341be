#pragma once
// How --help looks: a name, what stands behind it, a sentence.

namespace CLI {
class App;
}

namespace cwp {

/// Gives the application, and all of its commands, their help text. Before commands are added: they inherit it.
void set_help_format(CLI::App& app);

}  // namespace cwp
