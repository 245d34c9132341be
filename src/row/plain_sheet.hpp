#pragma once
// PlainSheet: rows of figures of one file that are out of the ordinary in nothing, without texts of their own.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cwp/rulebook.hpp"

namespace cwp {

/// The figures of one metric, by row: all within its promises.
struct PlainColumn {
  static constexpr std::uint16_t kNoSmall = 0xFFFF;
  static constexpr std::int32_t kNoLarge = INT32_MIN;
  static constexpr int kPlaces = 3;  ///< bits for the places behind the point

  std::uint32_t metric = 0;
  /// One of the two, in the memory of the sheet: whole numbers below 65,535; else units × 8 + places, of at most eight
  /// digits.
  std::uint16_t* small = nullptr;
  std::int32_t* large = nullptr;
  /// Of small ones: the least and the greatest of all rows that were taken, kNoSmall being one of them.
  std::uint16_t low = kNoSmall, high = 0;
};

struct PlainSheet {
  static constexpr std::uint32_t kNoRow = 0xFFFFFFFF;
  static constexpr std::int32_t kNoDay = INT32_MIN;
  struct Date {
    std::int32_t period = 0, day = kNoDay;  ///< kNoDay where a label was written
    friend bool operator==(const Date&, const Date&) = default;
  };

  std::int32_t file = 0;
  Grain grain = Grain::day;  ///< of all metrics
  std::size_t rows = 0;
  std::size_t taken = 0;              ///< rows that there were when it was read
  std::shared_ptr<std::byte> memory;  ///< of all that follows
  std::uint32_t* officers = nullptr;  ///< the numbers of their keys; kNoRow: there is no such row
  std::uint32_t* lines = nullptr;
  /// Of all rows; else they lie in the next two, by row. A file mostly is of one month: its pages are never asked for.
  std::optional<Date> one_date;
  std::int32_t* periods = nullptr;
  std::int32_t* days = nullptr;
  std::vector<PlainColumn> columns;  ///< in the order of the file

  Date date(std::size_t row) const { return one_date ? *one_date : Date{periods[row], days[row]}; }
};

/// Rows of a roster that say who is there, from the first day to the last, and nothing else but attributes.
struct PlainRoster {
  std::int32_t file = 0;
  std::vector<std::uint32_t> officers;  ///< by row: the numbers of their keys
  std::vector<std::uint32_t> lines;     ///< by row
  struct Column {
    std::string attribute;
    std::vector<std::string> texts;      ///< each once, as written
    std::vector<std::uint32_t> numbers;  ///< by row: into `texts`
  };
  std::vector<Column> columns;
};

}  // namespace cwp
