#pragma once
// What may lie behind a syntax error: signs of YAML that are missing, not ended, or stand where they mean something
// else.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "yaml/yaml_slips.hpp"

namespace cwp {

/// `foreign-indent` for the first line that full-width or no-break blanks indent, with the mending of all of them.
/// O(length).
std::optional<Slip> foreign_indents(std::string_view text);

/// For the error that YAML found at `at`, the likeliest first: `dash-without-blank`, `text-needs-quotes`,
/// `comma-missing` or `second-key-on-line`, `quote-not-closed`, `bracket-not-closed`. O(at).
std::vector<Slip> explain_broken_signs(std::string_view text, std::size_t at);

}  // namespace cwp
