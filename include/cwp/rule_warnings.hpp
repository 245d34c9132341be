#pragma once
// What a rulebook says of warnings about itself.

#include <cstdint>
#include <optional>

#include "cwp/export.hpp"
#include "cwp/rule_text.hpp"

namespace CWP_API cwp {

/// What a warning becomes: `silent` is counted with its reason and shown in one line, `note` is shown and not counted,
/// `error` stops.
enum class WarningIs : std::uint8_t { silent, note, error };
/// `{warning: scored-twice, at: revisits, reason: the second visit is another duty}`
struct WarningRule {
  Name warning;                      ///< a slug of a warning about rulebooks
  std::optional<Name> at;            ///< an id: only what stands in the thing so named; unsaid: everywhere
  WarningIs is = WarningIs::silent;  ///< what it becomes
  Title reason;                      ///< why, for people
  Place place;                       ///< of the whole entry in the rulebook
};

}  // namespace cwp
