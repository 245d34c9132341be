#pragma once
// Plan: the evaluation graph of a checked rulebook, without data. compile cannot fail.

#include <memory>
#include <string>

#include "cwp/check.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

struct PlanState;

/// The logical evaluation DAG: every metric, item, roll-up, category, total and ranking value is a node with a grain;
/// equal sub-formulas are one node. Immutable and cheap to copy.
class Plan {
 public:
  const CheckedRulebook& rules() const;
  /// Number of nodes.
  std::size_t size() const;
  /// One line a node: number, operator, grain, inputs, how far it looks back.
  std::string to_text() const;
  /// The same as a Graphviz digraph.
  std::string to_dot() const;

  explicit Plan(std::shared_ptr<const PlanState> state) : state_(std::move(state)) {}
  const PlanState& state() const { return *state_; }

 private:
  std::shared_ptr<const PlanState> state_;
};

Plan compile(const CheckedRulebook& rules);

}  // namespace cwp
