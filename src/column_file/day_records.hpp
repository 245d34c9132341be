#pragma once
// DayRecords: who was in the roster and on what duty, as records that a column file holds side by side.

#include <functional>
#include <string>
#include <vector>

#include "bytes/mapped_file.hpp"
#include "column_file/file_directory.hpp"
#include "columns/columns_state.hpp"

namespace cwp {

/// One record in the file: an officer's days, and what they were. Days that end before they begin were given so.
struct DayRecord {
  std::uint32_t officer = 0;
  std::int32_t first = 0, last = 0;
  std::uint32_t status = 0;  ///< into FileDirectory::statuses; of presence kThere or kNeverThere
  DayRange days() const { return {{first}, {last}}; }
};
static_assert(sizeof(DayRecord) == kRecordSize);
/// Of an officer who is there on no day of the calendar's years there is one record, whose days mean nothing.
inline constexpr std::uint32_t kThere = 0, kNeverThere = 1, kPresences = 2;

/// Records in the order in which they lie in the file: by their first day, then by officer.
struct DayRecords {
  std::vector<std::string> statuses;
  std::vector<DayRecord> presence, duty;
};
/// Of what a builder of columns was given: what overlaps is laid out, and days outside of the calendar's years are left
/// out. O(records · log records).
DayRecords day_records(const ColumnsState& given);

/// What a part of records says of itself; the place is the caller's.
RecordPart part_of(const DayRecord* records, std::size_t count);

/// Calls `visit` with each record that touches `days`, in their order; `statuses`: how many there are. False where
/// there is no room to map a part, or it is not what was written, or says what cannot be; then some were visited. No
/// more than one part is mapped at a time. `checked`: their checksums were found right before.
bool for_each_record(const MappedPieces& pieces, const std::vector<RecordPart>& parts, DayRange days,
                     std::size_t officers, std::size_t statuses, bool checked,
                     const std::function<void(const DayRecord&)>& visit);

}  // namespace cwp
