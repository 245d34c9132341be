#pragma once
// Wrong rows: a few in a thousand, as extracts have them, and some that come late.

#include <vector>

#include "sample/sample_world.hpp"

namespace cwp {

/// What may be written into a column so that it is refused; empty where nothing but a misspelling is.
using Impossible = std::vector<std::string>;  // by column
Impossible impossible_figures(const SampleWorld& world, const std::vector<std::uint32_t>& metrics);
Impossible impossible_facts(const EventTable& table);

/// Spoils a few of an officer's rows. No row gets a second one with its key. `what` tells tables apart.
void spoil_rows(std::vector<SampleRow>& rows, const Impossible& impossible, const SampleWorld& world,
                const OfficerLife& officer, std::string_view what);

}  // namespace cwp
