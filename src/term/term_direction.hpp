#pragma once
// direction_of: whether a formula rises or falls with a metric, told from its make.

#include "graph/scorecard.hpp"

namespace cwp {

/// constant: it does not hang on it; rises, falls: never the other way, for whoever has values; unknown: not told.
enum class TermDirection : std::uint8_t { constant, rises, falls, unknown };

/// O(size of the term). Safe: what is not known to it is `unknown`.
TermDirection direction_of(const Term& term, std::uint32_t metric, const Scorecard& card);

}  // namespace cwp
