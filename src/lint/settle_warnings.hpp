#pragma once
// settle_warnings: warnings silenced, shown as notes or raised to errors, as the rulebook says under `on_warning`.

#include <string_view>
#include <vector>

#include "cwp/rulebook.hpp"

namespace cwp {

/// When a warning can come up: by the rulebook alone, or when there are data as well.
enum class WarningStage : std::uint8_t { rules, data };

/// Does to the warnings of one stage what the rulebook says of them: the first entry that fits decides. Silenced ones
/// are gone; one note for each entry, at its place, counts them, says the reason and has a note for each. What is
/// raised or lowered says so. With `rules`, also reports entries that name no warning, or an error, or a thing that is
/// not there, and, where nothing else is wrong, those that change nothing. O(size of the rulebook × entries with `at`).
void settle_warnings(const Rulebook& rulebook, WarningStage stage, std::vector<Diagnostic>& diagnostics);

}  // namespace cwp
