#include "standing/late_formula.hpp"

#include <algorithm>
#include <stdexcept>

namespace cwp {

Value LateFormulas::value(NodeId formula, const RankingEntry& entry, const LateNames& names,
                          std::vector<LateFault>* faults) const {
  const Node& node = graph_.nodes[formula];
  if (!graph_.late[formula]) {
    const auto leaf = std::lower_bound(leaves_.begin(), leaves_.end(), formula);
    return entry.leaves[std::size_t(leaf - leaves_.begin())];
  }
  if (node.op == NodeOp::rank) return names.rank;
  if (node.op == NodeOp::grade) return names.grade;
  if (node.op != NodeOp::call)
    throw std::logic_error("a rank inside something that looks at other periods or officers");
  std::vector<Value> values;
  std::vector<std::vector<LateFault>> below(node.inputs.size());
  for (std::size_t i = 0; i < node.inputs.size(); ++i) {
    values.push_back(value(node.inputs[i], entry, names, faults ? &below[i] : nullptr));
    if (!graph_.late[node.inputs[i]] && values[i].fault != Fault::none)
      below[i].push_back({node.inputs[i], values[i].fault});
  }
  std::vector<const Value*> operands;
  for (const Value& one : values) operands.push_back(&one);
  std::uint64_t used = 0;
  Value result = apply_scalar(*node.function, operands, context_, &used);
  if (!faults) return result;
  for (std::size_t i = 0; i < below.size(); ++i)  // what was not looked at may be at fault
    if (used >> std::min<std::size_t>(i, 63) & 1) faults->insert(faults->end(), below[i].begin(), below[i].end());
  if (result.fault != Fault::none) faults->push_back({formula, result.fault});
  return result;
}

Value LateFormulas::condition(NodeId formula, const RankingEntry& entry, const LateNames& names) const {
  return formula == kNoNode ? Value::of_truth(true) : value(formula, entry, names);
}

}  // namespace cwp
