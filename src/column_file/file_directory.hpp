#pragma once
// FileDirectory: what a column file says of itself: officers and their attributes, and where each column and the
// records of presence and duty lie.
//
// The file: a head of kHead bytes in a page of its own; columns, each at a multiple of 64, a month's first at a page;
// records in parts; the directory, to the end of the file. docs/decisions/0024-the-column-file.md has it byte by byte.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cwp/columns.hpp"

namespace cwp {

inline constexpr std::string_view kColumnsBegin{"cwp columns\n\0\0\0\0", 16};
inline constexpr std::uint32_t kColumnsVersion = 2, kByteOrder = 0x01020304;
inline constexpr std::size_t kHead = 112, kPage = 4096;
inline constexpr std::size_t kRecordSize = 16, kMostRecords = 65'536;  // of a part: a mebibyte

/// Where something lies in the file, and the checksum of it.
struct Stored {
  std::uint64_t offset = 0, sum = 0;
};

/// Figures, then (each beginning a line) the numbers of the absent and of the refused, ascending, 32 bits each.
struct ColumnEntry {
  std::uint32_t metric = 0;  ///< into FileDirectory::metrics; once opened, the rulebook's
  std::uint32_t number = 0;  ///< among FileDirectory::columns
  Period period;
  FigureColumn::Type type = FigureColumn::Type::u8;  ///< never f64
  int decimals = 0;
  std::int64_t low = 0, high = 0;  ///< the least and the greatest of all figures, whoever is absent or refused included
  std::uint32_t absent = 0, refused = 0;  ///< how many are
  Stored stored;
};

/// Records of presence or of duty, one behind the other (DayRecord).
struct RecordPart {
  std::uint32_t count = 0;
  DayRange days;  ///< the first and the last of all their days
  Stored stored;
};

struct FileDirectory {
  Weekday week_starts = Weekday::monday;
  int month_starts = 1, year_first_month = 1;
  std::optional<DayRange> span;
  std::vector<std::string> keys;
  /// The number of each officer's value, 32 bits each.
  struct Attribute {
    std::string name;
    std::vector<std::string> values;
    Stored numbers;
  };
  std::vector<Attribute> attributes;
  std::vector<std::string> statuses;  ///< of duty
  std::vector<RecordPart> presence, duty;
  std::vector<std::string> metrics;
  std::vector<ColumnEntry> columns;
};

/// So many bytes a column of so many officers takes.
std::uint64_t size_of(const ColumnEntry& column, std::size_t officers);
std::uint64_t size_of(const RecordPart& part);

std::string directory_bytes(const FileDirectory& directory);
/// Nothing where the bytes are none, or say that something lies where no columns do: before `begin`, or from `end` on.
std::optional<FileDirectory> read_directory(std::string_view bytes, std::uint64_t begin, std::uint64_t end);

/// The head of a file whose directory has these bytes and stands at `offset`.
std::string head_bytes(std::string_view directory, std::uint64_t offset);
/// What a head says.
struct FileHead {
  std::uint32_t version = 0, byte_order = 0;
  std::uint64_t offset = 0, size = 0;  ///< of the directory
  std::string digest;                  ///< SHA-256 of the head before it and the directory
};
/// Nothing where it is none. Whatever stands behind another version or byte order means nothing.
std::optional<FileHead> read_head(std::string_view bytes);

}  // namespace cwp
