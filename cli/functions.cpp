// cwp functions: every function of formulas.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cwp/function_catalog.hpp"

namespace cwp {
namespace {

std::string functions_text(Language language) {
  std::string text;
  std::string_view family;
  for (const FunctionDoc& function : functions()) {
    if (function.family != family)
      text += fmt::format("{}{}\n", text.empty() ? "" : "\n", family_title(function.family, language));
    family = function.family;
    text += fmt::format("  {}\n", function.signature);
    text += fmt::format("      {}\n", language == Language::zh ? function.zh : function.en);
    if (!function.example.empty()) text += fmt::format("      {}  →  {}\n", function.example, function.answer);
  }
  return text;
}

}  // namespace

Command add_functions(CLI::App& app) {
  CLI::App* command = app.add_subcommand("functions", "List the functions of formulas, each with an example");
  command->footer("Examples:\n  cwp functions\n  cwp functions --lang zh");
  const auto lang = std::make_shared<LanguageOption>();
  add_language_option(*command, *lang);
  return {command, [lang] {
            print(functions_text(lang->language()));
            return kFine;
          }};
}

}  // namespace cwp
