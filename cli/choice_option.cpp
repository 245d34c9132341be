#include "cli/choice_option.hpp"

#include <CLI/CLI.hpp>

namespace cwp {

CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value, const std::string& sentence,
                        const std::vector<std::string>& words) {
  std::string shown;
  for (const std::string& word : words) shown += (shown.empty() ? "" : "|") + word;
  return app.add_option(name, value, sentence)->type_name(shown)->check(CLI::IsMember(words));
}

}  // namespace cwp
