#pragma once
// load: YAML text to Rulebook. Every problem is reported, in file order; what could be read is still there afterwards.

#include <span>

#include "cwp/export.hpp"
#include "cwp/result.hpp"
#include "cwp/rulebook.hpp"

namespace CWP_API cwp {

/// Reads a rulebook, and what it `extends`: one of `bases`, by the path from the folder of the rulebook that says so;
/// or, when `source` was read from a file, a file in its folder or below. A text in memory reads no file. partial() is
/// there unless a text is not YAML at all or a base is not to be had. Sees no clock.
///
/// Each of `settings` changes one value, as if the text said it: `PATH=VALUE`. PATH begins with the id of a metric,
/// attribute, parameter, value, item, category, adjustment, veto …, or with a key of the rulebook, and goes on with
/// keys and ids, or places of a list from 1, between dots: `daily_target=12`, `prevention.full=35`,
/// `records.target.at=8`, `points.decimals=1`, `year_grade.good.when=total >= 80`. VALUE is YAML. A key that was not
/// written is added. Places of what a setting says are in the setting. Problems of their own: `set-format`,
/// `set-unknown`, `set-ambiguous`, `set-needs-key`, `set-nothing-inside`.
Result<Rulebook> load(const Source& source, std::span<const Source> bases = {}, std::span<const Source> settings = {});

}  // namespace cwp
