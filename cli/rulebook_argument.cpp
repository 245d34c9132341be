#include "cli/rulebook_argument.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "cli/print.hpp"

namespace cwp {

void add_rulebook_argument(CLI::App& app, std::string& path) {
  app.add_option("RULEBOOK", path, "The rulebook: a YAML file")->type_name("")->required();
}

std::optional<CheckedRulebook> read_rulebook(const std::string& path, Language language) {
  const Result<Source> source = read_source(path);
  if (!source.ok()) {
    print_problems(source.diagnostics(), language);
    return std::nullopt;
  }
  Result<CheckedRulebook> rules = load_and_check(source.value());
  if (!rules.ok()) {
    print_problems(rules.diagnostics(), language);
    return std::nullopt;
  }
  if (has_problem(rules.diagnostics())) {
    const std::string count = count_of(rules.diagnostics(), language);
    const std::string text = wording("said-check-shows", {path, count}, language) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
  return std::move(rules).value();
}

}  // namespace cwp
