#include "cli/print.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "cli/choice_option.hpp"
#include "cli/commands.hpp"

namespace cwp {

Language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

Language LanguageOption::language() const {
  if (name.empty()) return locale_language();
  return name == "zh" ? Language::zh : Language::en;
}

void add_language_option(CLI::App& app, LanguageOption& option) {
  add_choice(app, "--lang", option.name, "Language of messages; default: that of the locale", {"zh", "en"});
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string count_of(std::span<const Diagnostic> diagnostics, Language language) {
  const auto count = [&](Severity severity) {
    return std::count_if(diagnostics.begin(), diagnostics.end(),
                         [&](const Diagnostic& diagnostic) { return diagnostic.severity() == severity; });
  };
  const auto errors = count(Severity::error);
  const auto warnings = count(Severity::warning);
  if (language == Language::zh) {
    if (errors == 0) return fmt::format("{} 个警告", warnings);
    return warnings == 0 ? fmt::format("{} 个错误", errors) : fmt::format("{} 个错误，{} 个警告", errors, warnings);
  }
  const std::string error_text = fmt::format("{} error{}", errors, errors == 1 ? "" : "s");
  const std::string warning_text = fmt::format("{} warning{}", warnings, warnings == 1 ? "" : "s");
  if (errors == 0) return warning_text;
  return warnings == 0 ? error_text : error_text + ", " + warning_text;
}

void print_problems(std::span<const Diagnostic> diagnostics, Language language) {
  if (diagnostics.empty()) return;
  const std::string text = render(diagnostics, language) + count_of(diagnostics, language) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

int refuse(const CLI::App& app, std::string_view message) {
  const std::string text = fmt::format("cwp {}: {}\nRun with --help for more information.\n", app.get_name(), message);
  std::fwrite(text.data(), 1, text.size(), stderr);
  return kUsage;
}

bool flush_output() {
  if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return true;
  std::fputs("cwp: the output could not be written\n", stderr);
  return false;
}

}  // namespace cwp
