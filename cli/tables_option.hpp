#pragma once
// `--tables TABLE,...`, one option of all commands that write results.

#include <string>

namespace CLI {
class App;
}

namespace cwp {

struct OutputOptions;

void add_tables_option(CLI::App& app, OutputOptions& output);
/// A line for each table, as the end of a help shows them.
std::string tables_help();

}  // namespace cwp
