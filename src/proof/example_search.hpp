#pragma once
// ExampleSearch: figures that make something as small or as large as can be, found on trial. What was found is only a
// suggestion: whoever uses it scores it.

#include <functional>
#include <vector>

#include "graph/scorecard.hpp"
#include "sample/trial.hpp"

namespace cwp {

/// A figure for each metric, of one of its own periods.
using Figures = std::vector<Rational>;

class ExampleSearch {
 public:
  /// `day`: one of the period that will be scored.
  ExampleSearch(const Scorecard& card, Day day);

  /// Figures of a metric worth trying, ascending: the ends of its promises, 0, 1, and those at which a formula turns.
  const std::vector<Rational>& values(std::uint32_t metric) const { return values_[metric]; }
  /// All at the least, or all at the greatest figure.
  Figures all_least() const;
  Figures all_most() const;

  /// What an item's points come to, cut to its min and max; nothing: there is no value.
  std::optional<Rational> points(std::uint32_t item, const Figures& figures) const;
  Value value(const Term& term, const Figures& figures) const;
  /// The metrics of a term, ascending.
  static std::vector<std::uint32_t> metrics_of(const Term& term);

  /// A thing to make small or large, as a sum of parts, each with the metrics that it hangs on.
  struct Part {
    std::vector<std::uint32_t> metrics;
    std::function<Rational(const Figures&)> amount;
  };
  /// The figures with the greatest sum that were found.
  Figures most(const std::vector<Part>& parts) const;

 private:
  const Scorecard& card_;
  Day day_;
  std::vector<std::vector<Rational>> values_;
  Figures usual_;
};

}  // namespace cwp
