#pragma once
// The model of a cohort: an officer who was present, on duty and has figures where most of it were and have.

#include "cohort/officer_classes.hpp"
#include "engine/run.hpp"

namespace cwp {

struct ModelOfficer {
  std::shared_ptr<const OfficerRecord> record;
  std::uint32_t number = 0;  ///< whose attributes and, where they are like most, days and figures it has
};

/// `attempt`: others have other figures. Of columns it is one of the officers, with the figures that most of them have.
/// O(rows of the cohort).
ModelOfficer model_officer(const Run& run, const std::vector<std::uint32_t>& officers, std::size_t attempt);

}  // namespace cwp
