#pragma once
// SheetGroup: whose row of which sheet says the figures of a period, for make_columns.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "row/plain_sheet.hpp"

namespace cwp {

/// The row that says an officer's figures of a period.
struct Owner {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF, kSpread = 0xFFFFFFFE;
  std::uint32_t sheet = kNone;  ///< kSpread: his figures are told one by one
  std::uint32_t row = 0;
  bool has_row() const { return sheet < kSpread; }
};

/// The rows of one period.
struct OwnedPeriod {
  std::vector<Owner> owners;                 ///< by officer; empty: not seen yet
  std::uint32_t whole_sheet = Owner::kNone;  ///< without owners: row n of this sheet is that of officer n
  bool too_late = false;

  Owner owner(std::size_t officer) const {
    return whole_sheet != Owner::kNone ? Owner{whole_sheet, std::uint32_t(officer)} : owners[officer];
  }
};

/// Sheets of the same metrics, and their periods side by side.
struct SheetGroup {
  std::vector<std::uint32_t> metrics;
  Grain grain = Grain::day;
  std::int32_t first_period = 0;
  std::vector<OwnedPeriod> periods;
};

inline std::vector<std::uint32_t> metrics_of(const PlainSheet& sheet) {
  std::vector<std::uint32_t> metrics;
  for (const PlainColumn& column : sheet.columns) metrics.push_back(column.metric);
  return metrics;
}

/// The first and the last period of a sheet; nothing where it has no rows.
inline std::optional<std::pair<std::int32_t, std::int32_t>> periods_of(const PlainSheet& sheet) {
  const auto is_there = [](std::uint32_t officer) { return officer != PlainSheet::kNoRow; };
  if (sheet.one_date) {
    if (std::none_of(sheet.officers, sheet.officers + sheet.rows, is_there)) return std::nullopt;
    return std::pair(sheet.one_date->period, sheet.one_date->period);
  }
  std::int32_t first = INT32_MAX, last = INT32_MIN;
  for (std::size_t row = 0; row < sheet.rows; ++row) {
    const bool there = is_there(sheet.officers[row]);
    first = std::min(first, there ? sheet.periods[row] : INT32_MAX);
    last = std::max(last, there ? sheet.periods[row] : INT32_MIN);
  }
  if (last < first) return std::nullopt;
  return std::pair(first, last);
}

}  // namespace cwp
