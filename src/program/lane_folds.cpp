// Aggregates over time in lanes: which inner periods have a value is the same for everyone.

#include <algorithm>

#include "program/lane_builder.hpp"

namespace cwp {

LaneBuilder::Figure LaneBuilder::fold(Instance instance) {
  const Node& node = this->node(instance.node);
  if (node.inputs.size() != 1 || node.function->run != nullptr) return std::nullopt;
  const PeriodRange range = fold_range(node, instance.period, model_.timeline);
  std::vector<LaneFigure> values;
  bool truths = true;
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (model_.timeline.begins_before_data(p)) continue;
    const Instance inner{node.inputs[0], p};
    if (is_uniform(inner) && !cell(inner).value.present()) continue;
    const Figure value = figure(inner);
    if (!value) return std::nullopt;
    truths = truths && cell(inner).value.type == ValueType::boolean;
    values.push_back(*value);
  }
  if (values.empty()) return std::nullopt;
  return folded(node.function->doc.name, std::move(values), truths);
}

LaneBuilder::Figure LaneBuilder::folded(std::string_view name, std::vector<LaneFigure> values, bool truths) {
  const auto count = std::int64_t(values.size());
  if (name == "sum") return math_.sum(values);
  if (name == "mean") return math_.multiply(math_.sum(values), math_.of(Rational(1, count)));
  if (name == "count") return truths ? math_.sum(values) : math_.of(Rational(count));
  if (name == "first") return values.front();
  if (name == "last") return values.back();
  if (name != "min" && name != "max") return std::nullopt;
  LaneFigure result = values.front();
  for (const LaneFigure& value : values)
    result = name == "min" ? math_.least(result, value) : math_.greatest(result, value);
  return result;
}

}  // namespace cwp
