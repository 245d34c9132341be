#pragma once
// lay_out: the tokens of a rulebook put into lines and columns, canonically.

#include <string>
#include <string_view>
#include <vector>

#include "layout/rule_tokens.hpp"

namespace cwp {

/// The text that the tokens of `text` make in the canonical form; what it is stands in cwp/format_rules.hpp. Line
/// breaks of `text` are LF. O(length of the text).
std::string lay_out(std::string_view text, const std::vector<RuleToken>& tokens);

}  // namespace cwp
