#pragma once
// OpenFigures: which figures of an officer may still come, and between which bounds what is computed from them then
// lies.

#include <map>
#include <set>

#include "bounds/value_bounds.hpp"
#include "engine/run.hpp"

namespace cwp {

/// What can still become of a value. Of a score: of its points, where it counts.
struct OpenReach {
  ValueBounds bounds;     ///< of the value, where it is there; of texts and dates nothing
  bool open = false;      ///< false: it is what it is
  bool absent = false;    ///< it may be missing, exempt, or not count
  bool exempt = false;    ///< it may be exempt
  bool there = true;      ///< it may have a value, or count
  ValueBounds reachable;  ///< of a score that counts, its reachable marks
};

/// The hull of both.
OpenReach either(const OpenReach& a, const OpenReach& b);

/// A figure in a period of the metric's own grain that anybody may still get: of gathers, all of theirs are looked at.
using OpenInstances = std::set<std::pair<NodeId, std::int32_t>>;

/// One officer in a run whose data reach to the end of all that is asked for. `known`: the last day of which the
/// figures are known.
class OpenFigures {
 public:
  OpenFigures(const Run& run, const OfficerRun& officer, Day known, const OpenInstances& of_all)
      : run_(run), officer_(officer), known_(known), of_all_(of_all) {}

  /// What can become of a node's value in a period. O(instances below it), once.
  const OpenReach& reach(NodeId node, Period period);
  /// The metric instances below it that are open; `found` gathers them over all officers.
  void find_open(NodeId node, Period period, OpenInstances& found);

 private:
  const Graph& graph() const { return run_.graph(); }
  const Scorecard& card() const { return run_.card(); }
  const Cell& cell(NodeId node, Period period) const { return officer_.cell(node, period); }
  OpenReach closed(NodeId node, Period period) const;
  bool is_open(NodeId node, Period period);
  /// Whether a figure below it is open of anybody.
  bool is_open_of_any(NodeId node, Period period);
  OpenReach worked_out(NodeId id, Period period);

  /// open_figures.cpp
  struct OwnPeriods;
  OwnPeriods own_periods(std::uint32_t metric, Period period) const;
  OpenReach metric(NodeId id, Period period);
  OpenReach call(NodeId id, Period period);
  OpenReach fold(NodeId id, Period period);
  OpenReach lag(NodeId id, Period period);

  /// open_scores.cpp
  OpenReach item(NodeId id, Period period);
  OpenReach rolled_item(NodeId id, Period period);
  OpenReach adjustment(NodeId id, Period period);
  OpenReach rolled_adjustment(NodeId id, Period period);
  OpenReach category(NodeId id, Period period);
  OpenReach total(NodeId id, Period period);
  OpenReach veto(NodeId id, Period period);
  struct Parts;
  Parts parts(NodeId id, std::size_t first, Period period);
  void adjust(NodeId id, Period period, ValueBounds& points);
  void apply_vetoes(NodeId id, Period period, const RoundingRule& rule, OpenReach& points);

  const Run& run_;
  const OfficerRun& officer_;
  Day known_;
  const OpenInstances& of_all_;
  std::map<std::pair<NodeId, std::int32_t>, OpenReach> known_reaches_;
  std::map<std::pair<NodeId, std::int32_t>, bool> known_open_, known_open_of_any_;
  OpenInstances searched_;
};

}  // namespace cwp
