#pragma once
// LaneBlock: the registers of one thread, through which one pass of a program runs block by block.

#include "kernel/choose_isa.hpp"
#include "lane/group_shares.hpp"
#include "program/lane_program.hpp"

namespace cwp {

/// What a pass needs besides the program: the figures of gathers by table number.
using LaneTables = std::vector<std::vector<std::int64_t>>;

/// The figure of each group as LaneStep::table, for steps of i32 or i64.
template <typename FigureOf>
std::vector<std::int64_t> table_of(std::size_t groups, Lane lane, const FigureOf& figure) {
  std::vector<std::int64_t> table(lane == Lane::i64 ? groups : (groups + kSpareFigures + 1) / 2);
  if (lane == Lane::i64) {
    for (std::size_t g = 0; g < groups; ++g) table[g] = figure(g);
  } else {
    auto* const narrow = reinterpret_cast<std::int32_t*>(table.data());
    for (std::size_t g = 0; g < groups; ++g) narrow[g] = std::int32_t(figure(g));
  }
  return table;
}
inline std::vector<std::int64_t> table_of(const std::vector<std::int64_t>& figures, Lane lane) {
  return table_of(figures.size(), lane, [&](std::size_t g) { return figures[g]; });
}

/// How many officers a block should have, so that it has no more than the registers that suit; up to twice as many of a
/// pass that reads so many columns that its registers may fill the second-level cache.
std::size_t lanes_in_block(const LanePass& pass, std::size_t wanted, BlockSize size = {});

class LaneBlock {
 public:
  /// `pass`, `program` and `tables` must outlive it.
  LaneBlock(const LaneProgram& program, const LanePass& pass, const LaneTables& tables, std::size_t lanes,
            RunLanes unit)
      : LaneBlock(program, pass, program.columns, tables, lanes, unit) {}
  /// The program's columns lie where `columns` says.
  LaneBlock(const LaneProgram& program, const LanePass& pass,
            const std::vector<std::pair<LaneRegister, const void*>>& columns, const LaneTables& tables,
            std::size_t lanes, RunLanes unit);

  /// Officers first … first + count - 1 of the columns.
  void run(std::size_t first, std::size_t count);
  void* const* registers() const { return registers_.data(); }
  /// By lane: not 0 for the judge's. Only of a pass with flags.
  const std::uint8_t* flags() const { return static_cast<const std::uint8_t*>(registers_[LaneWriter::kFlags]); }

 private:
  const LanePass& pass_;
  RunLanes run_;
  std::size_t room_;
  std::vector<LaneStep> steps_;
  /// Of a line by group.
  struct Shares {
    GroupShares of_groups;
    LaneRegister numbers;  ///< of the groups
    bool ascend;
  };
  std::vector<Shares> shares_;
  std::unique_ptr<char[]> scratch_;
  std::vector<void*> registers_;
  /// Written by steps, or a constant.
  struct Scratch {
    LaneRegister reg;
    std::size_t bytes;  ///< a lane
  };
  std::vector<Scratch> scratch_registers_;
  /// A column of the pass, for its register.
  struct Column {
    LaneRegister reg;
    std::size_t bytes;  ///< a lane
    const char* lanes;
  };
  std::vector<Column> columns_;
  std::size_t bytes_of_columns_ = 0;  ///< a lane of all

  /// The last officers of a block, `first` … `first + count - 1`, fewer than a group, with `whole` others before them.
  void run_behind(std::size_t first, std::size_t whole, std::size_t count);
  std::vector<std::int64_t> copies_;  ///< of their columns
  std::vector<void*> behind_;         ///< their registers
};

}  // namespace cwp
