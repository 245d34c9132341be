#pragma once
// FigureTrials: one officer scored again and again, each time with another figure.

#include <functional>
#include <vector>

#include "reasons/officer_in_period.hpp"

namespace cwp {

/// A figure that is to be another one: a cell of the officer's record, there already or not.
struct TriedFigure {
  std::uint32_t metric = 0;
  std::int32_t at = 0;  ///< ordinal in the metric's own grain
  Rational value;
};

class FigureTrials {
 public:
  FigureTrials(const Scores& scores, std::size_t officer, Period period);

  const Run& run() const { return *base_.run; }
  const OfficerInPeriod& base() const { return base_; }
  /// Whether somebody's figures hang on those of others.
  bool has_gathers() const { return has_gathers_; }
  std::size_t scorings() const { return scorings_; }

  /// The figure of a metric in a period of its own grain; null: there is none.
  const MetricCell* figure(std::uint32_t metric, std::int32_t at) const;
  /// The officer with other figures; the others as they are.
  const OfficerRun& tried(const std::vector<TriedFigure>& figures);
  /// Everybody scored, with his other figures.
  Scores scored(const std::vector<TriedFigure>& figures) const;

  /// The smallest number of steps, up to `most`, that helps; nothing: none was found.
  static std::optional<std::int64_t> nearest(std::int64_t most, const std::function<bool(std::int64_t)>& helps);

 private:
  std::shared_ptr<const OfficerRecord> changed(const std::vector<TriedFigure>& figures) const;

  const Scores& scores_;
  OfficerInPeriod base_;
  std::optional<OfficerRun> tried_;
  bool has_gathers_ = false;
  std::size_t scorings_ = 0;
};

}  // namespace cwp
