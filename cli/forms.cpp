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

std::string value_text(const FormKeyDoc& key, bool zh) {
  switch (key.kind) {
    case FormKeyKind::formula:
      return zh ? "公式" : "formula";
    case FormKeyKind::word:
      return fmt::format("{}", fmt::join(key.words, " | "));
    case FormKeyKind::grain:
      return "day | week | month | quarter | half | year";
    case FormKeyKind::table:
      return "[[key, value], …]";
    case FormKeyKind::cases:
      return "[{when, points}, …, {otherwise: points}]";
    case FormKeyKind::formulas:
      return zh ? "[公式, …]" : "[formula, …]";
    case FormKeyKind::lines:
      return "[{award: …, at_most, if_missing}, …]";
    case FormKeyKind::worths:
      return zh ? "{名称: 公式, …}" : "{name: formula, …}";
    case FormKeyKind::limits:
      return zh ? "{名称: [下限, 上限], …}" : "{name: [low, high], …}";
    case FormKeyKind::names:
      return zh ? "属性 | [属性, …] | all" : "attribute | [attribute, …] | all";
    case FormKeyKind::ranks:
      return zh ? "[[名次, 公式], [名次..名次, 公式], …]" : "[[rank, formula], [first..last, formula], …]";
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
    const std::string_view needed = key.required && !key.name.empty() ? (zh ? "（必填）" : " (required)") : "";
    text += fmt::format("{:{}}{}{}{}\n", "", indent, name, value_text(key, zh), needed);
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
