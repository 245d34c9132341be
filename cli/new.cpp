// cwp new: a rulebook to begin with.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cwp/starter.hpp"

namespace cwp {
namespace {

constexpr const char* kNewExamples = R"(Examples:
  cwp new > rules.yaml
  cwp new --lang zh > rules.yaml

It checks clean, and its test holds: go on from there with cwp check, cwp test and cwp sample.)";

}  // namespace

Command add_new(CLI::App& app) {
  CLI::App* command = app.add_subcommand("new", "Print a small rulebook with remarks, to begin with");
  command->footer(kNewExamples);
  const auto lang = std::make_shared<LanguageOption>();
  add_language_option(*command, *lang);
  return {command, [lang] {
            print(starter_rulebook(lang->language()));
            return kFine;
          }};
}

}  // namespace cwp
