#pragma once
// defused: text that no spreadsheet takes for a formula.

#include <string>
#include <string_view>

namespace cwp {

/// `text`, with an apostrophe in front when a spreadsheet would take it for a formula: it begins with = + - @, one of
/// their full-width forms, a tab or a line break, and is no number.
std::string defused(std::string_view text);

}  // namespace cwp
