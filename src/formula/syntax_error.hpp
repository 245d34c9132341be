#pragma once
// The words for what was found and what could have stood there.

#include "formula/parse_state.hpp"

namespace cwp {

/// The diagnostic for a parse that stopped at `state.furthest()`. `tokens` is the whole formula.
Diagnostic syntax_error(const ParseState& state, const PlainText& text, const std::vector<Token>& tokens);

}  // namespace cwp
