#pragma once
// Slips in the text of a rulebook that YAML would misunderstand or explain badly: what was meant, and how to go on.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "yaml/mended_text.hpp"

namespace cwp {

/// A slip with the edits that mend it. Spans and offsets count in the text that was searched.
struct Slip {
  std::string_view slug;
  Span span;
  std::vector<std::string> arguments;
  std::vector<Edit> edits;
};

/// What YAML must not see at all: bytes that are no UTF-8 (`not-utf8`), control characters (`control-character`), tabs
/// that indent a line (`tab-indent`). The first 20. O(length).
std::vector<Slip> find_bad_characters(std::string_view text);

/// What may lie behind a syntax error that YAML found at `at`, the likeliest first: a formula that YAML cuts at `[` or
/// behind a quoted text (`formula-cut-by-yaml`); on the same line or up to three before it a full-width `：`, `，` or
/// bracket where YAML needs its own (`full-width-structure`), or `full:40` without a blank (`colon-without-blank`).
std::vector<Slip> explain_syntax_error(std::string_view text, std::size_t at);

/// The slip of a key of a flow mapping that has no value, `full：40` or `full:40`; nothing for another.
std::optional<Slip> explain_lonely_key(std::string_view text, Span key);

/// `formula-cut-by-yaml` for a formula at `span`, with the line as it should be.
Slip cut_formula(std::string_view text, Span span);

}  // namespace cwp
