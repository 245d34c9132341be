#pragma once
// format_rules: the text of a rulebook in its canonical form. What it says stays the same, to the last character.

#include <string>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "cwp/export.hpp"
#include "cwp/result.hpp"

namespace CWP_API cwp {

/// The text as it is laid out canonically: two blanks for each step inwards, lists one step inside their key, one blank
/// behind `:` and `,`, none inside brackets, values of neighbouring keys below one another where somebody began to put
/// them so, double quotes, at most one empty line, no blanks at line ends, lines that end in LF. Order, line breaks,
/// remarks and their columns stay. The result is read again: it is the same tree with the same remarks, else the answer
/// is `format-would-change` and nothing else. Formatting it once more changes nothing.
/// Problems: those of reading YAML. Whether names and marks are right does not matter. O(length of the text).
Result<std::string> format_rules(const Source& source);

/// A `not-canonical` for each line that format_rules writes otherwise, at its place, at most twenty, then
/// `not-canonical-more`; one `not-canonical-lines` where only empty lines, line ends or a byte order mark differ.
/// Empty: `source` is in the canonical form. Where it cannot be formatted, why.
std::vector<Diagnostic> format_differences(const Source& source);

/// Formats a file in place: whole, or not at all. The number of lines that changed, 0 where it was in the canonical
/// form (it is then not touched). Problems: those of reading and writing, and of format_rules.
Result<std::size_t> format_file(const std::string& path);
/// format_differences of a file.
std::vector<Diagnostic> file_differences(const std::string& path);

}  // namespace cwp
