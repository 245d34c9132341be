#pragma once
// input_text: the text of an input file, and places in it. Input files may be large, so they are no Sources; a
// diagnostic gets a Source of the one line that it shows.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cwp/diagnostic.hpp"
#include "cwp/read_csv.hpp"

namespace cwp {

/// Reads the whole file into `text`, as UTF-8 without its byte order mark. Lines and columns are those of the file. The
/// errors: `file-unreadable`, `csv-too-large` (more than 2 GiB), `csv-spreadsheet`; `csv-not-utf8`,
/// `csv-encoding-unclear`, `csv-wrong-encoding`, `csv-zero-byte` with the place of the first bad byte. A warning:
/// `csv-encoding-detected`; the text was read then. `digest` gets what the bytes of the file tell, but for its rows.
std::optional<Diagnostic> read_input_text(const std::string& path, std::string& text,
                                          TextEncoding encoding = TextEncoding::detect, InputDigest* digest = nullptr);

/// A Source in which `shown`, text of the file `path`, begins on line `line`, as it does in the file. Without text for
/// lines after the first million.
Source source_at_line(const std::string& path, std::uint32_t line, std::string_view shown);

/// A problem of a file as a whole; {0} is its path.
Diagnostic file_problem(std::string_view slug, const std::string& path, std::vector<std::string> more = {});

/// The first byte of `text` that is not UTF-8 (overlong forms and surrogates are not), or its size.
std::size_t first_byte_not_utf8(std::string_view text);

}  // namespace cwp
