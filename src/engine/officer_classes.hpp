#pragma once
// OfficerClasses: officers who were present and on duty on the same days. Whatever hangs on days alone is the same for
// all of a class.

#include <cstdint>
#include <vector>

#include "data/dataset_state.hpp"

namespace cwp {

/// The classes, each with its officers ascending; larger ones first, then by their first officer.
std::vector<std::vector<std::uint32_t>> officer_classes(const DatasetState& data, DayRange days);

}  // namespace cwp
