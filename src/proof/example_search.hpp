#pragma once
// ExampleSearch: figures that make something as small or as large as can be, found on trial. What was found is only a
// suggestion: whoever uses it scores it.

#include <functional>
#include <vector>

#include "bounds/value_bounds.hpp"
#include "graph/scorecard.hpp"
#include "sample/trial.hpp"
#include "term/made_fact.hpp"

namespace cwp {

/// What is assumed of an officer. By axis: first the metrics, each with a figure for one of its own periods; then the
/// attributes, each with the number of a choice, 0 for that of an ordinary officer.
struct Figures {
  std::vector<Rational> by_axis;
  std::optional<Grain> every = {};  ///< as in ExampleOfficer

  Rational& operator[](std::size_t axis) { return by_axis[axis]; }
  const Rational& operator[](std::size_t axis) const { return by_axis[axis]; }
  friend bool operator==(const Figures&, const Figures&) = default;
  friend auto operator<=>(const Figures&, const Figures&) = default;
};

class ExampleSearch {
 public:
  /// `day`: one of the period that will be scored.
  ExampleSearch(const Scorecard& card, Day day);

  /// Figures of a metric worth trying, ascending: the ends of its promises, 0, 1, and those at which a formula turns.
  /// Of an attribute the numbers of its choices.
  const std::vector<Rational>& values(std::uint32_t axis) const { return values_[axis]; }
  /// All at the least, or all at the greatest figure.
  Figures all_least() const;
  Figures all_most() const;

  /// What an item's points come to, cut to its min and max; nothing: there is no value.
  std::optional<Rational> points(std::uint32_t item, const Figures& figures) const;
  Value value(const Term& term, const Figures& figures) const { return value(term, figures, card_); }
  /// With the parameters of another scorecard.
  Value value(const Term& term, const Figures& figures, const Scorecard& card) const;
  /// The metrics of a term, ascending.
  static std::vector<std::uint32_t> metrics_of(const Term& term);
  /// The metrics and attributes of terms, ascending; null terms have none.
  std::vector<std::uint32_t> axes_of(const std::vector<const Term*>& terms) const;
  /// Those that an item's points hang on.
  std::vector<std::uint32_t> axes_of(const ScoreItem& item) const;
  /// The fact by which a derived metric gets its figure: so many of them as make it up. Null for others.
  const MadeFact* fact(std::uint32_t metric) const { return facts_[metric] ? &*facts_[metric] : nullptr; }
  /// What an attribute is for these figures.
  const Value& attribute(std::size_t attribute, const Figures& figures) const;

  /// A thing to make small or large, as a sum of parts, each with the axes that it hangs on.
  struct Part {
    std::vector<std::uint32_t> axes;
    std::function<Rational(const Figures&)> amount;
  };
  /// The figures with the greatest sum that were found.
  Figures most(const std::vector<Part>& parts, std::optional<Grain> every = {}) const;
  /// The same for one part that is 0 when it is met and below 0 otherwise: where `most` does not meet it, figures near
  /// those that were found are tried as well, and figures that come once a week, a month and so on.
  Figures closest(const Part& part) const;

 private:
  std::size_t metric_count() const { return bounds_.size(); }
  Figures nearer(const Part& part, const Figures& from) const;
  bool is_folded(const Part& part, Grain every) const;
  /// As a metric takes it; nothing where its promises forbid it.
  std::optional<Rational> taken(std::uint32_t metric, const Rational& value) const;

  const Scorecard& card_;
  Day day_;
  std::vector<std::vector<Rational>> values_;
  std::vector<ValueBounds> bounds_;  ///< by metric
  std::vector<std::optional<MadeFact>> facts_;
  std::vector<std::vector<Value>> choices_;  ///< by attribute
  Figures usual_;
};

}  // namespace cwp
