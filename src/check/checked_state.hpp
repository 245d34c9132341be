#pragma once
// CheckedState: what is behind a CheckedRulebook.

#include <string>

#include "cwp/check.hpp"
#include "graph/scorecard.hpp"

namespace cwp {

struct CheckedState {
  Rulebook rulebook;
  Scorecard scorecard;  ///< its pointers go into `rulebook`
  std::string hash;
};

}  // namespace cwp
