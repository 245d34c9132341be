#include "cli/help_format.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

namespace cwp {
namespace {

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() { column_width(26); }

  // CLI11 also prints which options exclude which, and the texts of the checks; the sentences say what matters.
  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = option->get_type_name();
    const std::string name = type.substr(0, type.find(':'));
    return name.empty() ? name : " " + name;
  }

  // RULEBOOK first: an option that takes several files would swallow it.
  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string usage = "Usage: " + name;
    for (const CLI::Option* option : app->get_options())
      if (option->get_positional()) usage += " " + make_option_name(option, true);
    if (!app->get_subcommands({}).empty()) usage += " COMMAND";
    return usage + " [OPTIONS]\n";
  }

  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    std::string help = CLI::Formatter::make_help(app, std::move(name), mode);
    for (std::size_t gap = 0; (gap = help.find("\n\n\n", gap)) != std::string::npos;) help.erase(gap, 1);
    return help;
  }
};

}  // namespace

void set_help_format(CLI::App& app) {
  const auto formatter = std::make_shared<HelpFormatter>();
  formatter->label("Positionals", "Arguments");
  formatter->label("Subcommands", "Commands");
  app.formatter(formatter);
}

}  // namespace cwp
