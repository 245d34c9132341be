#pragma once
// The value of a metric for one officer: a period's own figure, or its fold over a longer period.

#include "exact/officer_days.hpp"
#include "graph/timeline.hpp"

namespace cwp {

/// What one officer's metrics are read from.
struct MetricReader {
  const OfficerRecord& officer;
  const OfficerDays& days;
  const Rulebook& rulebook;
  const Timeline& timeline;

  /// Metric `metric` in `period`, which is of its own grain or longer (language.md, sections 3, 4 and 10).
  Value value(std::uint32_t metric, Period period) const;

 private:
  struct Figure;
  Figure figure(std::uint32_t metric, Period own) const;
  Value fold(const Metric& metric, const std::vector<Figure>& figures) const;
};

}  // namespace cwp
