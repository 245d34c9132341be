#pragma once
// FigureCells: figures to cells: refused values, several rows with one key.

#include <functional>
#include <span>

#include "data/finish_dataset.hpp"

namespace cwp {

class FigureCells {
 public:
  explicit FigureCells(DatasetMaking& making)
      : rows_(making.rows), rulebook_(making.rulebook), calendar_(making.calendar) {}

  /// Makes the cells of one subject (an officer, or a value of an attribute) out of his figures, indices into
  /// InputRows::figures, which are sorted; `put` gets each with its metric, by metric and period. Refused values are
  /// reported.
  void make(std::vector<std::uint32_t>& figures, const std::function<void(std::uint32_t, MetricCell)>& put);
  /// The figures that stand twice under `on_duplicate: error`, of all subjects.
  std::vector<Diagnostic> duplicates();

 private:
  Period period(const FigureInput& figure) const { return {rulebook_.metrics[figure.metric].per.value, figure.period}; }
  MetricCell cell(std::span<const std::uint32_t> figures);
  void merge(MetricCell& cell, std::span<const std::uint32_t> figures, const Metric& metric);
  void report(const FigureInput& figure, std::string_view reason, const std::string& expected);

  InputRows& rows_;
  const Rulebook& rulebook_;
  const Calendar& calendar_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> twice_;  // of one key, the first figure and a later one
};

/// Figures about values of attributes, indices into InputRows::figures: every officer who has the value on the last day
/// of the figure's period gets the cell (take_about.cpp).
void take_about(DatasetMaking& making, FigureCells& cells, const std::vector<std::uint32_t>& figures);

}  // namespace cwp
