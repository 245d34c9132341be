#pragma once
// What of the language a checked rulebook uses, so that a case can say which form carries it.

#include <set>
#include <string>

#include "cwp/check.hpp"

namespace cwp {

/// All that a case may look for, by the names of the language's own tables:
///   bands, bands.edge           a form of an item, and one of its keys
///   vetoes.no_score             a key of a section of the rulebook
///   ratio                       a function of a formula, with the clauses that stand at it:
///   sum per, sum over last, sum to date, max by, count by where; lag
/// From the checked terms, not the text: what stands in `values` counts where it is used. O(size of the rulebook).
std::set<std::string> contents_of(const CheckedRulebook& rules);

/// What is wrong with looking for `wanted` in the contents; empty when they hold it. A name that no table has is told
/// apart from one that the rulebook does not use.
std::string missing_content(const std::set<std::string>& contents, const std::string& wanted);

}  // namespace cwp
