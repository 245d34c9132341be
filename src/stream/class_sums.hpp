#pragma once
// Class sums: what all classes bring to aggregates across officers, group by group, out of one pass over the officers.

#include "stream/class_program.hpp"
#include "stream/group_sums.hpp"

namespace cwp {

/// An aggregate across officers in one period, as the classes have it.
struct ClassGather {
  Instance instance;
  std::uint32_t stage = 1;
  bool has_peers = true;                              ///< somebody is on duty
  const SharedColumns::Grouping* grouping = nullptr;  ///< null: nobody is a peer, or groups can't be told by number
  std::vector<const LaneGather*> of;                  ///< by class, as its program has it; null: it does not read it
  const LaneGather* shape = nullptr;                  ///< one of these that brings something
  std::vector<Absence> lacks;                         ///< by class: of peers who bring nothing; else `present`

  /// What a class brings, if anything.
  const LaneGather* brought_by(std::size_t number) const {
    return of[number] != nullptr && of[number]->brings ? of[number] : nullptr;
  }
};

/// By gather; all of them have a shape. Tables of earlier stages are made. O(officers).
std::vector<GroupSums> class_sums(const LaneClasses& classes, const ClassPrograms& programs,
                                  const std::vector<const ClassGather*>& gathers, std::size_t officers,
                                  const ScoreOptions& options);

}  // namespace cwp
