#pragma once
// PartKeeper: the parts of rows, so that what many have in common is kept once.

#include <map>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "cwp/score_parts.hpp"

namespace cwp {

/// What parts have in common.
struct PartPool {
  struct Alike {
    Part part;                ///< its points are 0, of their decimals, where each part has units of its own
    bool own_points = false;  ///< they are the same for all: more units than Parts::Kept holds, or no points
  };
  std::vector<Alike> alike;
};

/// One row after the other. Whoever looks at its rows from another thread does so when it adds no more.
class PartKeeper {
 public:
  /// The next part of the row.
  void add(const Part& part);
  /// The row of what was added since the last one. O(parts).
  Parts take_row();

 private:
  std::uint32_t number_of(const PartPool::Alike& alike);

  std::shared_ptr<PartPool> pool_ = std::make_shared<PartPool>();
  std::unordered_multimap<std::size_t, std::uint32_t> by_hash_;
  std::vector<std::uint32_t> last_;  ///< by place in the row: what the row before had there
  std::vector<Parts::Kept> row_;
};

/// A keeper for each thread.
class PartKeepers {
 public:
  /// That of the thread that asks.
  PartKeeper& mine();

 private:
  std::mutex mutex_;
  std::map<std::thread::id, PartKeeper> keepers_;
};

}  // namespace cwp
