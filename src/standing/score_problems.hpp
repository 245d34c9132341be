#pragma once
// What keeps a plan and data from being scored at all.

#include <vector>

#include "cwp/score.hpp"
#include "graph/scorecard.hpp"

namespace cwp {

/// Errors of `score` that are found beforehand.
std::vector<Diagnostic> score_problems(const Plan& plan, const Dataset& data, const ScoreOptions& options);
/// With those that are.
Diagnostic grain_not_assessed(const Scorecard& card, Grain grain);
/// The error that a row issue is under `strict`.
Diagnostic strict_issue(const RowIssue& issue);

}  // namespace cwp
