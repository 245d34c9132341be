#pragma once
// Names for what has no name in a rulebook: stations, people, notes.

#include <string>

#include "sample/random.hpp"

namespace cwp {

/// 城关派出所 for station 0, another for each of the next, S41 for the 41st.
std::string station_name(std::uint32_t station);
/// A Chinese name of two or three characters.
std::string person_name(Random& random);

}  // namespace cwp
