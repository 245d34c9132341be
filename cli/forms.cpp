// cwp forms: every form that an item can have.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <span>

#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cwp/form_catalog.hpp"

namespace cwp {
namespace {

std::string shape_text(const FormKeyDoc& key, Language language) {
  const auto shape = [&](std::string_view slug) { return wording(slug, {}, language); };
  switch (key.kind) {
    case FormKeyKind::formula:
      return shape("shape-formula");
    case FormKeyKind::word:
      return fmt::format("{}", fmt::join(key.words, " | "));
    case FormKeyKind::grain:
      return "day | week | month | quarter | half | year";
    case FormKeyKind::table:
      return shape("shape-table");
    case FormKeyKind::cases:
      return "[{when, points}, …, {otherwise: points}]";
    case FormKeyKind::formulas:
      return shape("shape-formulas");
    case FormKeyKind::lines:
      return "[{award: …, at_most, if_missing}, …]";
    case FormKeyKind::worths:
      return shape("shape-worths");
    case FormKeyKind::limits:
      return shape("shape-limits");
    case FormKeyKind::names:
      return shape("shape-names");
    case FormKeyKind::ranks:
      return shape("shape-ranks");
    case FormKeyKind::mapping:
      break;  // its keys follow
  }
  return "";
}

void add_keys(std::string& text, std::span<const FormKeyDoc> keys, std::size_t indent, Language language) {
  const bool zh = language == Language::zh;
  for (const FormKeyDoc& key : keys) {
    std::string name(key.name);
    if (!name.empty()) name += key.kind == FormKeyKind::mapping ? ":" : ": ";
    const bool needed = key.required && !key.name.empty();
    const std::string shape = shape_text(key, language);
    text += fmt::format("{:{}}{}{}\n", "", indent, name, needed ? wording("said-required", {shape}, language) : shape);
    text += fmt::format("{:{}}{}\n", "", indent + 4, zh ? key.zh : key.en);
    add_keys(text, key.keys, indent + 4, language);
  }
}

std::string forms_text(Language language) {
  std::string text;
  for (const FormDoc& form : forms()) {
    text +=
        fmt::format("{}{}\n  {}\n", text.empty() ? "" : "\n", form.name, language == Language::zh ? form.zh : form.en);
    add_keys(text, form.keys, 4, language);
    text += fmt::format("  {}\n", form.example);
  }
  return text;
}

}  // namespace

Command add_forms(CLI::App& app) {
  CLI::App* command = app.add_subcommand("forms", "List the forms that an item can have, with their keys");
  command->footer("Examples:\n  cwp forms\n  cwp forms --lang zh");
  const auto lang = std::make_shared<LanguageOption>();
  add_language_option(*command, *lang);
  return {command, [lang] {
            print(forms_text(lang->language()));
            return kFine;
          }};
}

}  // namespace cwp
