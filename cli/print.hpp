#pragma once
// What commands have in common when they talk: the language, output, diagnostics, refusals.

#include <span>
#include <string>
#include <string_view>

#include "cwp/diagnostic.hpp"

namespace CLI {
class App;
}

namespace cwp {

/// `--lang zh|en`. Unless it is given, Chinese when the locale of messages (LC_ALL, LC_MESSAGES, LANG) is zh…
struct LanguageOption {
  std::string name;
  Language language() const;
};
void add_language_option(CLI::App& app, LanguageOption& option);
/// The language of the locale.
Language locale_language();
/// The language of this run for what is said before and beside its options: `--lang` as it stands among the arguments
/// that main() hands over, else that of the locale.
Language spoken_language(int argc = 0, const char* const* argv = nullptr);

/// To standard output.
void print(std::string_view text);
/// Diagnostics to standard error, then a line that counts them.
void print_problems(std::span<const Diagnostic> diagnostics, Language language);
/// `2 errors, 1 warning`; `1 warning; 2 silenced with reasons`
std::string count_of(std::span<const Diagnostic> diagnostics, Language language);
/// True when one of them is an error or a warning, and not only a note.
bool has_problem(std::span<const Diagnostic> diagnostics);
/// A wrong use that the parser cannot see, to standard error; returns the exit code.
int refuse(const CLI::App& app, std::string_view message);

/// The sentence, and that --help tells more, to standard error.
void print_wrong_use(const std::string& sentence);

/// Ends standard output; false, with a message, when something could not be written (a full disk).
bool flush_output();

}  // namespace cwp
