#include "cli/not_expected.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <vector>

#include "cli/print.hpp"
#include "cwp/rulebook.hpp"

namespace cwp {
namespace {

std::string say(std::string_view slug, std::vector<std::string> arguments) {
  return wording(slug, std::move(arguments), spoken_language());
}

std::string no_command(const CLI::App& app, const std::string& written) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  const std::string nearest = nearest_name(written, names);
  if (!nearest.empty()) return say("usage-command-near", {written, nearest});
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return say("usage-command", {written, all});
}

std::string no_option(const CLI::App& command, const std::string& written) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  const std::string nearest = nearest_name(written, names);
  if (nearest.empty()) return say("usage-option-none", {command.get_name(), written});
  return say("usage-option-near", {command.get_name(), written, nearest});
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
