#pragma once
// SharedColumns: what the programs of all classes read alike of a Dataset of columns: groups, and attributes as lanes.

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "data/column_store.hpp"
#include "program/lane_program.hpp"

namespace cwp {

class SharedColumns {
 public:
  explicit SharedColumns(const ColumnStore& columns) : columns_(columns) {}

  /// The officers of each group by these attributes; null where they cannot be told by number.
  struct Grouping {
    const std::int32_t* numbers = nullptr;  ///< by officer; null: all are of group 0
    std::span<const std::uint32_t> begins;  ///< as ColumnStore has them
    bool side_by_side = true;
    std::int64_t most = 1;  ///< officers of the largest group
    std::size_t groups() const { return begins.size() - 1; }
    std::size_t of(std::size_t officer) const { return numbers == nullptr ? 0 : std::size_t(numbers[officer]); }
    std::int64_t size(std::size_t group) const { return std::int64_t{begins[group + 1]} - begins[group]; }
  };
  const Grouping* grouping(const std::vector<std::uint32_t>& by);
  /// The numbers of a grouping, also where all are of one group.
  const std::int32_t* numbers(const Grouping& grouping);
  /// An attribute of numbers; uniform where nobody has a value, nothing where it does not fit.
  std::optional<LaneColumn> attribute(std::uint32_t index);
  /// Figures by officer, as they are stored; lanes of those who were refused or are absent are within the range, too,
  /// since all lanes run.
  const void* within_range(const StoredFigures& figures);

 private:
  std::optional<LaneColumn> made(const ColumnStore::StoredAttribute& stored);

  const ColumnStore& columns_;
  std::deque<std::vector<std::int64_t>> memory_;
  std::vector<std::int32_t> zeros_;
  std::array<std::uint32_t, 2> all_{};
  std::map<std::vector<std::uint32_t>, std::optional<Grouping>> groupings_;
  std::map<std::uint32_t, std::optional<LaneColumn>> attributes_;
  std::map<const StoredFigures*, const void*> within_range_;
};

}  // namespace cwp
