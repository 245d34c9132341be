#pragma once
// DatasetState: what a Dataset holds, sorted for questions about one officer.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/dataset.hpp"
#include "data/origins.hpp"
#include "formula/value.hpp"
#include "row/file_digest.hpp"

namespace cwp {

/// What a column file holds, among DatasetState::holds.
inline constexpr std::string_view kHoldsColumns = "columns";

inline constexpr std::uint16_t kNoStatus = 0xFFFF;
/// The two statuses that need no entry in `duty`, recorded all the same.
inline constexpr std::uint16_t kOnDutyStatus = 0xFFFE;
inline constexpr std::uint16_t kRestStatus = 0xFFFD;
inline constexpr std::string_view kOnDutyName = "on_duty";
inline constexpr std::string_view kRestName = "rest";
/// The name of a status index of DutyStretch.
inline std::string_view duty_status_name(std::uint16_t status, const Rulebook& rulebook) {
  if (status == kOnDutyStatus) return kOnDutyName;
  if (status == kRestStatus) return kRestName;
  return rulebook.duty[status].status.value;
}

/// A stretch of days with the same roster row; stretches of one officer are sorted, disjoint, and cover every present
/// day.
struct PresenceStretch {
  DayRange days;
  std::uint32_t roster_row = 0;  ///< into DatasetState::roster_rows
};
/// A stretch of days with the same duty status, likewise sorted and disjoint.
struct DutyStretch {
  DayRange days;
  std::uint16_t status = kNoStatus;  ///< into Rulebook::duty, or one of the two above
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
  bool incomplete = false;  ///< a fact of the day could not be read as a whole: the figure may lack it
  Rational value;           ///< bool metrics: 0 or 1
  Origins origins;          ///< more than one with on_duplicate sum, or of derived metrics
};

/// Where the cell of a period stands among those of a metric, or would. O(log n).
inline auto place_of(auto& cells, std::int32_t period) {
  return std::lower_bound(cells.begin(), cells.end(), period,
                          [](const MetricCell& cell, std::int32_t wanted) { return cell.period < wanted; });
}
/// The cell of a period; null where there is none.
inline const MetricCell* cell_of(const std::vector<MetricCell>& cells, std::int32_t period) {
  const auto place = place_of(cells, period);
  return place != cells.end() && place->period == period ? &*place : nullptr;
}

struct OfficerRecord {
  std::string key;
  std::vector<PresenceStretch> presence;
  std::vector<DutyStretch> duty;
  /// By metric index; sorted by period, unique. Figures about an attribute's value stand with every officer who sees
  /// them; derived figures like any others.
  std::vector<std::vector<MetricCell>> metrics;
};

struct ColumnStore;

struct DatasetState {
  CheckedRulebook rules;
  std::vector<std::string> files;
  std::vector<OfficerRecord> officers;  ///< of rows; of columns `columns` has them
  std::vector<RosterRow> roster_rows;
  std::optional<DayRange> span;
  std::vector<RowIssue> issues;
  std::shared_ptr<const ColumnStore> columns = {};  ///< null: a Dataset of rows
  std::vector<std::string> holds =
      {};  ///< by file: `roster`, `metrics`, `duty`, `events-TABLE`, or kHoldsColumns alone
  std::vector<std::optional<FileDigest>> digests = {};  ///< by file, where reading found it
  std::optional<Day> known_at = {};
  CsvDialect dialect = {};
  /// How often figures were changed in place, which a Scorer does with data that are its own: whoever keeps what he
  /// made of them looks here.
  std::uint64_t amended = 0;

  std::size_t officer_count() const;
  std::string_view key(std::size_t officer) const;
  /// Soon that key will be asked for, of officers in no order: first where it is, then, some time later, itself.
  void ask_where_key_is(std::size_t officer) const;
  void ask_for_key(std::size_t officer) const;
  /// The officer's record: one that is there, or one made for the caller.
  std::shared_ptr<const OfficerRecord> officer(std::size_t number) const;
  /// The same for whoever looks at one metric alone; one that is made has no other's figures. O(figures of the metric).
  std::shared_ptr<const OfficerRecord> officer_for(std::size_t number, std::uint32_t metric) const;
};

}  // namespace cwp
