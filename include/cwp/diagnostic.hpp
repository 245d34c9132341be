#pragma once
// Diagnostics: what is wrong, where, and how to mend it, in English and Chinese. A user's mistake is a value.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/source.hpp"

namespace CWP_API cwp {

/// error: there is no value; warning: there is one; note: a sentence that goes with something else.
enum class Severity : std::uint8_t { error, warning, note };
/// What sentences are said in.
enum class Language : std::uint8_t { en, zh };

/// One row of the catalogue of diagnostics: the only place where a message is worded. `{0}`, `{1}` … in the wordings
/// stand for the arguments of a Diagnostic, `{w0}` for an argument that is a word of the rule language (a kind of
/// period or of value) and is shown in the reader's language, `{s0}` for the ending of a plural: nothing where the
/// argument is 1. A note is a row, too (it adds a second place to a diagnostic), and so is whatever else cwp says.
struct DiagnosticRow {
  std::string_view slug;     ///< stable name, as printed in `error[unknown-name]`
  Severity severity;         ///< of every diagnostic with this slug, unless a rulebook sets another
  std::string_view en;       ///< what is wrong, in English
  std::string_view zh;       ///< the same in Chinese
  std::string_view hint_en;  ///< how to mend it; may be empty
  std::string_view hint_zh;  ///< the same in Chinese; empty when that is
  std::string_view example;  ///< a piece of text that triggers it; for documentation
};

/// All rows, in the order of the layers that report them. Slugs are unique.
std::span<const DiagnosticRow> diagnostic_catalog();

/// Another place that belongs to a diagnostic ("first defined here", a step of a cycle).
struct Note {
  std::string_view slug;                    ///< names its row
  Place place = {};                         ///< the other place; in an empty Source: none
  std::vector<std::string> arguments = {};  ///< of the wording
};

/// One problem. `slug` names its row; the wording is made only when it is shown.
struct Diagnostic {
  std::string_view slug;                    ///< names its row
  Place place = {};                         ///< in an empty Source: none
  std::vector<std::string> arguments = {};  ///< of wording and hint
  std::vector<Note> notes = {};             ///< shown below it
  std::optional<Severity> set = {};         ///< what the rulebook makes of it (`on_warning`); unsaid: that of its row

  /// What was set, else that of its row; throws like diagnostic_row.
  Severity severity() const;
};

/// The row of a slug. An unknown slug is a broken invariant and throws std::logic_error.
const DiagnosticRow& diagnostic_row(std::string_view slug);

/// The sentence of a row, with these arguments: also of what is no problem, such as a remark, a head of a column or
/// what the command line says. Holes are as in DiagnosticRow; an argument that is not given is a broken invariant and
/// throws std::logic_error, as an unknown slug does.
std::string wording(std::string_view slug, const std::vector<std::string>& arguments = {},
                    Language language = Language::en);

/// The message without its place, with the arguments filled in.
std::string message(const Diagnostic& diagnostic, Language language = Language::en);
/// The same of a note.
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
