#pragma once
// Names for what has no name in a rulebook: stations, people, notes.

#include <string>

#include "sample/random.hpp"

namespace cwp {

/// 城关派出所 for station 0, another for each of the next, S41 for the 41st.
std::string station_name(std::uint32_t station);
/// A Chinese name of two or three characters.
std::string person_name(Random& random);
/// 东风路12号
std::string street_name(Random& random);
/// What a text says that nothing is known of but its id: a person's name where it asks for one, else a street's.
std::string text_for(std::string_view id, Random& random);

}  // namespace cwp
