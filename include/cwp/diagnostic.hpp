#pragma once
// Diagnostics: what is wrong, where, and how to mend it, in English and Chinese. A user's mistake is a value.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/source.hpp"

namespace CWP_API cwp {

enum class Severity : std::uint8_t { error, warning, note };
enum class Language : std::uint8_t { en, zh };

/// One row of the catalogue of diagnostics: the only place where a message is worded. `{0}`, `{1}` … in the wordings
/// stand for the arguments of a Diagnostic, `{w0}` for an argument that is a word of the rule language (a kind of
/// period or of value) and is shown in the reader's language. A note is a row, too (it adds a second place to a
/// diagnostic).
struct DiagnosticRow {
  std::string_view slug;  ///< stable name, as printed in `error[unknown-name]`
  Severity severity;
  std::string_view en, zh;            ///< what is wrong
  std::string_view hint_en, hint_zh;  ///< how to mend it; may be empty
  std::string_view example;           ///< a piece of text that triggers it; for documentation
};

/// All rows, in the order of the layers that report them. Slugs are unique.
std::span<const DiagnosticRow> diagnostic_catalog();

/// Another place that belongs to a diagnostic ("first defined here", a step of a cycle).
struct Note {
  std::string_view slug;
  Place place;
  std::vector<std::string> arguments;
};

/// One problem. `slug` names its row; the wording is made only when it is shown.
struct Diagnostic {
  std::string_view slug;
  Place place;
  std::vector<std::string> arguments;
  std::vector<Note> notes;

  Severity severity() const;
};

/// The row of a slug. An unknown slug is a broken invariant and throws std::logic_error.
const DiagnosticRow& diagnostic_row(std::string_view slug);

/// The message without its place, with the arguments filled in.
std::string message(const Diagnostic& diagnostic, Language language = Language::en);
std::string message(const Note& note, Language language = Language::en);
/// How to mend it; empty when the row has no hint.
std::string hint(const Diagnostic& diagnostic, Language language = Language::en);

/// The whole diagnostic as text, ending in a newline:
/// ```
/// rules.yaml:57:22: error[unknown-name]: no metric, … is named 'entires'
///   57 |         target: {of: entires, at: entries_a_day}
///      |                      ^~~~~~~ did you mean 'entries'?
/// ```
/// The caret stands right under double-width characters. A place in an empty Source is left out.
std::string render(const Diagnostic& diagnostic, Language language = Language::en);
/// All of them one after the other, in the given order.
std::string render(std::span<const Diagnostic> diagnostics, Language language = Language::en);

/// True when one of them is an error.
bool has_error(std::span<const Diagnostic> diagnostics);
/// Sorts by source (in order of first appearance), then place; equal ones (same slug, place, arguments) are kept once.
void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

}  // namespace cwp
