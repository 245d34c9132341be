#pragma once
// The order of officers: by number when all keys are integers, else by code point.

#include <string>
#include <vector>

#include "row/officer_keys.hpp"

namespace cwp {

/// Whether they are sorted, and none stands twice. O(keys).
bool in_officer_order(const OfficerKeys& keys);

/// Sorts and removes repetitions.
void sort_officer_keys(std::vector<std::string>& keys);

}  // namespace cwp
