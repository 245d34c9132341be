#pragma once
// made_fact: a fact that counts for a derived metric, made up from its formula.

#include <optional>
#include <string>
#include <vector>

#include "graph/scorecard.hpp"

namespace cwp {

struct MadeFact {
  std::vector<std::string> columns;  ///< as a file writes them, by column of the table
  Rational worth;                    ///< what it adds to the metric, above 0: of a count 1
};

/// Among the words of columns, truths, and numbers at which the formula turns: for a `sum` the fact that is worth
/// least, for a `max` the one that is worth most. Nothing where none was found that is worth more than 0, or the metric
/// is not derived. O(combinations tried), some thousand at most.
std::optional<MadeFact> made_fact(std::uint32_t metric, const Scorecard& card, Day day);

}  // namespace cwp
