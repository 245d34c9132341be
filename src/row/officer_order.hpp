#pragma once
// The order of officers: by number when all keys are integers, else by code point.

#include <string>
#include <vector>

namespace cwp {

/// Whether they are sorted, and none stands twice. O(keys).
bool in_officer_order(const std::vector<std::string>& keys);

/// Sorts and removes repetitions.
void sort_officer_keys(std::vector<std::string>& keys);

}  // namespace cwp
