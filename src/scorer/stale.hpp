#pragma once
// Stale: which instances of whom hang on what changed.

#include <map>
#include <memory>
#include <set>

#include "engine/run.hpp"
#include "program/schedule_needs.hpp"
#include "scorer/data_change.hpp"

namespace cwp {

/// What is stale of an officer; many have the same.
struct StalePattern {
  std::vector<bool> stale;  ///< by position

  /// Rows (number of the published grain, of its period), entries (ranking, number of its period) and promises
  /// (expectation, number of its period) made of something stale.
  std::vector<std::pair<std::size_t, std::size_t>> rows, entries, promises;
  std::vector<std::uint32_t> needed;  ///< positions of all that these are made of, with their needs
  bool listed = false;                ///< the four above are known

  /// By stage: the gathers that are stale, and the positions of what is brought to them, with its needs.
  struct Brought {
    std::vector<Instance> gathers;
    std::vector<std::uint32_t> needed;
  };
  std::map<std::uint32_t, Brought> brought;
};

class Stale {
 public:
  /// `last_day`: the data's last day, if it is another than before, or that, whichever is earlier.
  Stale(const Run& run, const ScheduleNeeds& needs, const DataChange& change, std::optional<Day> last_day);

  /// Those of whom something is stale, ascending.
  const std::set<std::size_t>& officers() const { return officers_; }
  /// All of the officer's cells are.
  bool whole(std::size_t officer) const { return whole_.contains(officer); }
  bool any_whole() const { return !whole_.empty(); }
  /// The officer sees another figure of his peers.
  void add(std::size_t officer, Instance gather);

  const StalePattern::Brought& brought(std::size_t officer, std::uint32_t stage);
  /// With everything listed.
  const StalePattern& pattern(std::size_t officer);

 private:
  StalePattern& find(std::size_t officer);
  void list(StalePattern& pattern) const;
  void add_figures(std::size_t officer, const OfficerChange& change);
  /// True when one of the nodes is in the schedule in this period and marked.
  bool any_marked(const std::vector<NodeId>& nodes, Period period, const std::vector<bool>& marked) const;

  const Run& run_;
  const ScheduleNeeds& needs_;
  std::set<std::size_t> officers_, whole_;
  std::set<std::uint32_t> of_all_;                        ///< stale of everybody
  std::map<std::size_t, std::set<std::uint32_t>> seeds_;  ///< by officer, what others of his hang on
  std::map<std::set<std::uint32_t>, StalePattern> patterns_;
  std::optional<StalePattern> everything_;
  std::vector<std::vector<std::uint32_t>> leaves_;  ///< by metric: its positions
};

}  // namespace cwp
