#pragma once
// Plan: the evaluation graph of a checked rulebook, without data. compile cannot fail.

#include <memory>
#include <string>

#include "cwp/check.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

struct PlanState;

/// The logical evaluation DAG: every metric, item, roll-up, category, total and ranking value is a node with a grain;
/// equal sub-formulas are one node. Immutable and cheap to copy; threads may use it at the same time. Behind it stands
/// what scorings made for their columns, so that the next one of columns of the same kind (the same span, types and
/// ranges, as large groups) need not make it again; no result hangs on that.
class Plan {
 public:
  const CheckedRulebook& rules() const;  ///< what it was compiled from
  /// Number of nodes.
  std::size_t size() const;
  /// One line a node: number, operator, grain, inputs, how far it looks back.
  std::string to_text(Language language = Language::en) const;
  /// The same as a Graphviz digraph.
  std::string to_dot(Language language = Language::en) const;

  /// For the library itself.
  explicit Plan(std::shared_ptr<const PlanState> state) : state_(std::move(state)) {}
  /// For the library itself.
  const PlanState& state() const { return *state_; }

 private:
  std::shared_ptr<const PlanState> state_;
};

/// The graph of a rulebook: always succeeds, and needs no data. O(nodes of all formulas, by the logarithm of their
/// number).
Plan compile(const CheckedRulebook& rules);

}  // namespace cwp
