// cwp schema: what a rulebook may say, for editors.

#include "cwp/schema.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/print.hpp"

namespace cwp {
namespace {

constexpr const char* kSchemaExamples = R"(Examples:
  cwp schema > rulebook.schema.json
  cwp schema --lang zh > rulebook.schema.json

An editor that knows JSON Schema (VS Code with the YAML extension, for one) completes and explains keys in a rulebook
that begins with this line:
  # yaml-language-server: $schema=rulebook.schema.json)";

}  // namespace

Command add_schema(CLI::App& app) {
  CLI::App* command = app.add_subcommand("schema", "Print the JSON Schema of rulebooks, for editors");
  command->footer(kSchemaExamples);
  const auto lang = std::make_shared<LanguageOption>();
  add_language_option(*command, *lang);
  return {command, [lang] {
            print(rulebook_schema(lang->language()));
            return kFine;
          }};
}

}  // namespace cwp
