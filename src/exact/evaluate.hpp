#pragma once
// The exact scalar evaluator: one officer, one node, one period, on fractions. First engine, judge, and source of every
// explanation.

#include "cwp/rulebook.hpp"
#include "exact/cell.hpp"
#include "exact/metric_value.hpp"
#include "graph/node.hpp"
#include "graph/unroll.hpp"

namespace cwp {

/// Where the cells of other instances are found.
class CellLookup {
 public:
  virtual ~CellLookup() = default;
  virtual const Cell& cell(NodeId node, Period period) const = 0;
};

/// Everything about one officer and one run.
struct ExactContext {
  const Graph& graph;
  const Scorecard& card;
  const Timeline& timeline;
  const DatasetState& data;
  const OfficerRecord& officer;
  const OfficerDays& days;
};

/// The cell of an instance whose needs (graph/unroll.hpp) have been evaluated.
Cell evaluate(const ExactContext& context, const CellLookup& cells, Instance instance);

/// Parts of `evaluate`, a source file each.
Cell evaluate_item(const ExactContext& context, const CellLookup& cells, Instance instance);
Cell evaluate_rolled_item(const ExactContext& context, const CellLookup& cells, Instance instance);
Cell evaluate_category(const ExactContext& context, const CellLookup& cells, Instance instance);
Cell evaluate_total(const ExactContext& context, const CellLookup& cells, Instance instance);

/// Attribute `attribute` as of the officer's last present day in `days`; missing where there is none.
Value attribute_value(const ExactContext& context, std::uint32_t attribute, DayRange days);

/// The value that everything else computes with: rounded under `carry: shown`.
Rational carried(const Rational& value, const RoundingRule& rule);

}  // namespace cwp
