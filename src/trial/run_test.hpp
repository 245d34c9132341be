#pragma once
// run_test: one of the small examples of a rulebook.

#include <functional>

#include "cwp/run_tests.hpp"
#include "cwp/score.hpp"

namespace cwp {

/// Scores the test and compares. `seen` is shown the scores, when there are any. Time: as scoring.
TestOutcome run_test(const Plan& plan, const RuleTest& test, Language language,
                     const std::function<void(const Scores&)>& seen = {});

}  // namespace cwp
