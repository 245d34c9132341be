#pragma once
// Where an officer stands: his ranks with his neighbours, as steps of the explanation of a total.

#include <vector>

#include "cwp/explain.hpp"

namespace cwp {

/// One step for each ranking of the period's grain that was made and lists the officer: his rank and how many have one,
/// or why he has none, and below it who stands before and behind him.
std::vector<Explanation> explain_ranks(const Scores& scores, std::size_t officer, Period period, Language language);

}  // namespace cwp
