#pragma once
// value_lines: what a value gained and lost between two periods, line by line.

#include <vector>

#include "cwp/why_moved.hpp"
#include "reasons/officer_in_period.hpp"

namespace cwp {

/// The change of the value of `node`, which is there in both periods, from `printed_before` to `printed_after`; the
/// lines add up to that, to the last digit. Nothing where it does not fit a Decimal.
std::optional<std::vector<ValueLine>> value_lines(NodeId node, const OfficerInPeriod& before,
                                                  const OfficerInPeriod& after, const Decimal& printed_before,
                                                  const Decimal& printed_after);

}  // namespace cwp
