#include "cli/tables_option.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/print.hpp"
#include "cwp/output_format.hpp"

namespace cwp {
namespace {

std::string known_tables() {
  std::string names;
  for (const OutputTableDoc& row : output_tables()) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

std::string table_problem(const std::string& text) {
  return parse_output_table(text) ? "" : wording("usage-table", {text, known_tables()});
}

}  // namespace

void add_tables_option(CLI::App& app, OutputOptions& output) {
  app.add_option_function<std::vector<std::string>>(
         "--tables",
         [&output](const std::vector<std::string>& names) {
           output.tables.clear();
           for (const std::string& name : names) output.tables.push_back(*parse_output_table(name));
         },
         "Only these tables; default: all but parts and standing")
      ->type_name("TABLE,...")
      ->delimiter(',')
      ->check(table_problem);
}

std::string tables_help() {
  std::string text;
  for (const OutputTableDoc& row : output_tables())
    text += fmt::format("  {:9} {:15} {}\n", row.name, row.file, row.en);
  return text;
}

}  // namespace cwp
