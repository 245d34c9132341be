#pragma once
// What keeps a plan and data from being scored at all.

#include <optional>
#include <vector>

#include "cwp/score.hpp"
#include "graph/scorecard.hpp"

namespace cwp {

/// The error where data (or rows for them) were made for another rulebook than they are to be scored with: their
/// metrics and attributes stand under its numbers. Rulebooks of one hash are the same one.
std::optional<Diagnostic> made_for_other_rules(const CheckedRulebook& made_for, const CheckedRulebook& rules);
/// Errors of `score` that are found beforehand.
std::vector<Diagnostic> score_problems(const Plan& plan, const Dataset& data, const ScoreOptions& options);
/// With those that are.
Diagnostic grain_not_assessed(const Scorecard& card, Grain grain);
/// The options with blocks of no more officers than there are: memory is made for a whole block.
ScoreOptions fitted(const ScoreOptions& options, std::size_t officers);
/// The error that a row issue is under `strict`.
Diagnostic strict_issue(const RowIssue& issue);

}  // namespace cwp
