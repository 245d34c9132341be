#pragma once
// Classes: officers who were present and on duty on the same days. Cohorts: officers who run through one program.

#include <vector>

#include "data/dataset_state.hpp"

namespace cwp {

using OfficerClass = std::vector<std::uint32_t>;  ///< numbers of officers, ascending

/// The classes of all officers by their days inside `days`, the largest first, then by their first officer.
std::vector<OfficerClass> officer_classes(const DatasetState& data, DayRange days);

/// Classes of at least `least` officers have a cohort each; the others join the largest class, or one another where no
/// class is that large. Each cohort lists its classes, the largest first.
std::vector<std::vector<OfficerClass>> cohorts_of(std::vector<OfficerClass> classes, std::size_t least);

/// The officers of all classes, class by class.
std::vector<std::uint32_t> officers_of(const std::vector<OfficerClass>& classes);

}  // namespace cwp
