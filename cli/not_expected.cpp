#include "cli/not_expected.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "cwp/rulebook.hpp"

namespace cwp {
namespace {

std::string no_command(const CLI::App& app, const std::string& written) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  const std::string nearest = nearest_name(written, names);
  if (!nearest.empty()) return wording("usage-command-near", {written, nearest});
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return wording("usage-command", {written, all});
}

std::string no_option(const CLI::App& command, const std::string& written) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  const auto of_command = [&](const std::string& what) { return wording("usage-of", {command.get_name(), what}); };
  const std::string nearest = nearest_name(written, names);
  if (nearest.empty()) return of_command(wording("usage-option-none", {written}));
  return of_command(wording("usage-option-near", {written, nearest}));
}

}  // namespace

std::optional<std::string> not_expected(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  if (commands.empty()) {
    const std::vector<std::string> left = app.remaining();
    if (left.empty() || left.front().starts_with('-')) return std::nullopt;
    return no_command(app, left.front());
  }
  const CLI::App& command = *commands.front();
  for (const std::string& argument : command.remaining()) {
    const std::string name = argument.substr(0, argument.find('='));
    if (name.starts_with('-') && name.size() > 1) return no_option(command, name);
  }
  return std::nullopt;
}

}  // namespace cwp
