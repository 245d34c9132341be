#pragma once
// The order of officers: by number when all keys are integers, else by code point.

#include <string>
#include <vector>

namespace cwp {

/// Sorts and removes repetitions.
void sort_officer_keys(std::vector<std::string>& keys);

}  // namespace cwp
