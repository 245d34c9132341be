#pragma once
// FactPlan: how often the facts of a table happen, and what their columns hold, from the metrics that count them.

#include <string>
#include <vector>

#include "cwp/check.hpp"
#include "sample/profile.hpp"

namespace cwp {

/// How often the facts of a table happen, and what their columns hold.
struct FactPlan {
  struct Column {
    bool officer = false;            ///< holds the key of another officer
    std::vector<std::string> words;  ///< of a text
    std::int64_t lowest = 0, highest = 0;
    int decimals = 0;
  };
  std::uint32_t table = 0;  ///< into Rulebook::events
  Profile profile;          ///< facts a workday
  std::vector<Column> columns;
};
/// By table.
std::vector<FactPlan> fact_plans(const CheckedRulebook& rules, const Profiles& profiles);

}  // namespace cwp
