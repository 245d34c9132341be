#pragma once
// R36 as one rulebook of days, weeks and months.

#include <string>

namespace cwp::r36 {

/// 108 items: the 36 of r36.yaml for each day, week and month, over the forty daily metrics; ranked in each period, in
/// the station and over all.
std::string rulebook_of_days();

}  // namespace cwp::r36
