#pragma once
// ColumnLanes: the columns of a Dataset of columns, all officers side by side and nothing copied that need not be.

#include <array>
#include <deque>
#include <span>

#include "data/column_store.hpp"
#include "engine/run.hpp"
#include "program/lane_program.hpp"

namespace cwp {

class ColumnLanes : public LaneSource {
 public:
  /// `model`: officer number 0, evaluated.
  ColumnLanes(const Run& run, const OfficerRun& model) : run_(run), model_(model), columns_(*run.data().columns) {
    for (const auto& [officer, cells] : columns_.others) judge(officer);
  }

  std::optional<LaneColumn> leaf(Instance instance) override;
  std::optional<LaneColumn> summand(Instance instance, Period own) override;
  std::optional<LaneColumn> judged(Instance) override { return std::nullopt; }
  std::optional<Groups> groups(Instance gather) override;
  /// Officers in columns are on duty on the same days (LaneScoring::find_model).
  bool nobody_is_peer(Instance gather) const override {
    return model_.days().duty_days(run_.card().calendar.days(gather.period)) == 0;
  }

  /// Whether a figure of the officer was refused, is not there, or out of the ordinary; whether anybody's was.
  bool is_judged(std::size_t officer) const { return has_judges() && judges_[officer] != 0; }
  bool has_judges() const { return !judges_.empty(); }
  /// The officers of each group by these attributes; nothing where they cannot be told by number.
  struct Grouping {
    const std::int32_t* numbers = nullptr;  ///< by officer; null: all are of group 0
    std::span<const std::uint32_t> begins;  ///< as ColumnStore has them
    bool side_by_side = true;
    std::size_t groups() const { return begins.size() - 1; }
    std::int64_t size(std::size_t group) const { return std::int64_t{begins[group + 1]} - begins[group]; }
  };
  const Grouping* grouping(const std::vector<std::uint32_t>& by);

 private:
  void judge(std::uint32_t officer);
  LaneColumn stored(const StoredFigures& figures);
  std::optional<LaneColumn> attribute(std::uint32_t index);

  const Run& run_;
  const OfficerRun& model_;
  const ColumnStore& columns_;
  std::vector<std::uint8_t> judges_;  ///< by officer; empty while there is none
  std::deque<std::vector<std::int64_t>> memory_;
  std::vector<std::int32_t> zeros_;  ///< the numbers of the one group, where steps read them
  std::array<std::uint32_t, 2> all_{};
  std::map<std::vector<std::uint32_t>, std::optional<Grouping>> groupings_;
};

}  // namespace cwp
