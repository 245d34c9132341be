#pragma once
// The exact scalar evaluator: one officer, one node, one period, on fractions. First engine, judge, and source of every
// explanation.

#include "cwp/rulebook.hpp"
#include "exact/cell.hpp"
#include "exact/gather_table.hpp"
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
  std::size_t number;  ///< of the officer
  const GatherTables& gathers;
};

/// The cell of an instance whose needs (graph/unroll.hpp) have been evaluated.
Cell evaluate(const ExactContext& context, const CellLookup& cells, Instance instance);

/// Parts of `evaluate`, a source file each.
Cell evaluate_item(const ExactContext& context, const CellLookup& cells, Instance instance);
Cell evaluate_rolled_item(const ExactContext& context, const CellLookup& cells, Instance instance);
Cell evaluate_category(const ExactContext& context, const CellLookup& cells, Instance instance);
Cell evaluate_total(const ExactContext& context, const CellLookup& cells, Instance instance);
Cell evaluate_adjustment(const ExactContext& context, const CellLookup& cells, Instance instance);
Cell evaluate_rolled_adjustment(const ExactContext& context, const CellLookup& cells, Instance instance);
Cell evaluate_veto(const ExactContext& context, const CellLookup& cells, Instance instance);

/// Before the data and outside `effective` there is no score.
std::optional<Reason> out_of_time(const Timeline& timeline, Period period);
/// Adds the adjustments on the node to `points`, capped by their groups; gives and takes each.
void adjust(const ExactContext& context, const CellLookup& cells, Instance instance, Cell& cell, Rational& points);
/// Lets the vetoes on the node act on the points of its cell, which have been carried.
void apply_vetoes(const ExactContext& context, const CellLookup& cells, Instance instance, const RoundingRule& rounding,
                  Cell& cell);

/// The row of the roster whose attribute `attribute` is the officer's in `days`: that of his last present day, or what
/// `attributes_at` says instead; null where there is no present day.
const RosterRow* attribute_row(const Scorecard& card, const DatasetState& data, const OfficerRecord& officer,
                               std::uint32_t attribute, DayRange days);
inline const RosterRow* attribute_row(const ExactContext& context, std::uint32_t attribute, DayRange days) {
  return attribute_row(context.card, context.data, context.officer, attribute, days);
}
/// Its value; missing where there is no present day.
Value attribute_value(const ExactContext& context, std::uint32_t attribute, DayRange days);

/// The value that everything else computes with: rounded under `carry: shown`.
Rational carried(const Rational& value, const RoundingRule& rule);

}  // namespace cwp
