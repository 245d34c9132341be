#pragma once
// LeafFigures: the rows of a cohort for metrics in periods of their own grain, laid side by side in one walk over each
// officer's rows.

#include <optional>
#include <unordered_map>

#include "cohort/cohort.hpp"

namespace cwp {

struct ColumnStore;

class LeafFigures {
 public:
  struct Row {
    enum class Kind : std::uint8_t {
      none,   ///< there is no row
      plain,  ///< a figure of 64 bits
      odd,    ///< refused, incomplete or large: to be evaluated
    };
    std::int64_t numerator = 0, denominator = 1;
    Kind kind = Kind::none;
  };

  /// O(rows of the cohort).
  explicit LeafFigures(const Cohort& cohort);

  /// By officer of the cohort; null where rows alone do not tell the figure (it is carried on, or made of others).
  const std::vector<Row>* rows(const Instance& leaf) const;
  /// What the metric is without a row, for whoever has the model's days; nothing where not even a row would count.
  std::optional<Value> without_row(const Instance& leaf) const;

 private:
  using Leaves = std::unordered_map<std::int32_t, std::size_t>;  ///< by period: into rows_

  void take_columns(const ColumnStore& columns);

  const Cohort& cohort_;
  std::vector<Leaves> leaves_;  ///< by metric
  std::vector<std::vector<Row>> rows_;
};

}  // namespace cwp
