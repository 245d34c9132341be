#pragma once
// DatasetState: what a Dataset holds, sorted for questions about one officer.

#include <string>
#include <vector>

#include "cwp/dataset.hpp"
#include "formula/value.hpp"

namespace cwp {

inline constexpr std::uint16_t kNoStatus = 0xFFFF;

/// A stretch of days with the same roster row; stretches of one officer are sorted, disjoint, and cover every present
/// day.
struct PresenceStretch {
  DayRange days;
  std::uint32_t roster_row = 0;  ///< into DatasetState::roster_rows
};
/// A stretch of days with the same duty status, likewise sorted and disjoint.
struct DutyStretch {
  DayRange days;
  std::uint16_t status = kNoStatus;  ///< into Rulebook::duty
  Origin origin;
};
struct RosterRow {
  std::vector<Value> attributes;  ///< by attribute index; missing where there is no value
  Origin origin;
};
/// One figure of one officer and metric. `refused`: there was a row, but its value could not be taken.
struct MetricCell {
  std::int32_t period = 0;  ///< ordinal in the metric's own grain
  bool refused = false;
  Decimal value;                ///< bool metrics: 0 or 1
  std::vector<Origin> origins;  ///< more than one with on_duplicate sum
};

struct OfficerRecord {
  std::string key;
  std::vector<PresenceStretch> presence;
  std::vector<DutyStretch> duty;
  std::vector<std::vector<MetricCell>> metrics;  ///< by metric index; sorted by period, unique
};

struct DatasetState {
  CheckedRulebook rules;
  std::vector<std::string> files;
  std::vector<OfficerRecord> officers;
  std::vector<RosterRow> roster_rows;
  std::optional<DayRange> span;
  std::vector<RowIssue> issues;
};

}  // namespace cwp
