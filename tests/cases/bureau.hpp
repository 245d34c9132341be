#pragma once
// The bureau of examples/demo.sh and docs/worked-example.md: 200 officers of rules/community-officers.yaml, made with a
// fixed seed; made and scored once for all tests.

#include "cwp/score.hpp"

namespace cwp {

/// From 21 June to 20 September 2026 by day, week, month and quarter, with a rank for each month. The data reach back
/// to December.
const Scores& bureau();

}  // namespace cwp
