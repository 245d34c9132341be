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

Language spoken_language(int argc, const char* const* argv) {
  static Language spoken = locale_language();
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const std::string_view name = word == "--lang" && i + 1 < argc ? argv[i + 1]
                                  : word.starts_with("--lang=")    ? word.substr(7)
                                                                   : std::string_view();
    if (name == "zh") spoken = Language::zh;
    if (name == "en") spoken = Language::en;
  }
  return spoken;
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
  const std::string counted = wording(errors == 0     ? "said-warnings"
                                      : warnings == 0 ? "said-errors"
                                                      : "said-errors-and-warnings",
                                      errors == 0 ? std::vector{std::to_string(warnings)}
                                                  : std::vector{std::to_string(errors), std::to_string(warnings)},
                                      language);
  std::size_t silenced = 0;
  for (const Diagnostic& diagnostic : diagnostics)
    if (diagnostic.slug == "warnings-silenced") silenced += diagnostic.notes.size();
  return silenced == 0 ? counted : wording("said-and-silenced", {counted, std::to_string(silenced)}, language);
}

bool has_problem(std::span<const Diagnostic> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.severity() != Severity::note; });
}

void print_problems(std::span<const Diagnostic> diagnostics, Language language) {
  if (diagnostics.empty()) return;
  std::string text;
  for (Diagnostic diagnostic : diagnostics) {
    // Whoever silenced them does not want to see each of them again; JSON has them.
    if (diagnostic.slug == "warnings-silenced") diagnostic.notes.clear();
    text += render(diagnostic, language);
  }
  text += count_of(diagnostics, language) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

int refuse(const CLI::App& app, std::string_view message) {
  print_wrong_use(wording("usage-of", {app.get_name(), std::string(message)}, spoken_language()));
  return kUsage;
}

void print_wrong_use(const std::string& sentence) {
  const std::string text = sentence + "\n" + wording("usage-help", {}, spoken_language()) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

bool flush_output() {
  if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return true;
  std::fputs((wording("said-no-output", {}, spoken_language()) + "\n").c_str(), stderr);
  return false;
}

}  // namespace cwp
