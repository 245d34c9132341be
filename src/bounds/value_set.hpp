#pragma once
// ValueSet: for which values of one figure a condition holds, as intervals.

#include <optional>
#include <vector>

#include "graph/scorecard.hpp"

namespace cwp {

/// A place on the line of numbers: just before a number, or just behind it.
struct Cut {
  Rational at;
  bool behind = false;

  friend bool operator==(const Cut&, const Cut&) = default;
  friend std::strong_ordering operator<=>(const Cut& a, const Cut& b) {
    if (const auto order = a.at <=> b.at; order != 0) return order;
    return a.behind <=> b.behind;
  }
};

/// Intervals in ascending order that do not touch. A start or end that is nothing: it has none.
class ValueSet {
 public:
  struct Interval {
    std::optional<Cut> from, to;
    friend bool operator==(const Interval&, const Interval&) = default;
  };

  static ValueSet none() { return {}; }
  static ValueSet all() { return ValueSet({{std::nullopt, std::nullopt}}); }
  /// The numbers behind `from` and before `to`.
  static ValueSet between(std::optional<Cut> from, std::optional<Cut> to);

  ValueSet complement() const;
  ValueSet intersection(const ValueSet& other) const;
  ValueSet united(const ValueSet& other) const { return complement().intersection(other.complement()).complement(); }
  bool holds_all_of(const ValueSet& other) const { return complement().intersection(other).empty(); }
  bool empty() const { return intervals_.empty(); }
  const std::vector<Interval>& intervals() const { return intervals_; }
  friend bool operator==(const ValueSet&, const ValueSet&) = default;

 private:
  ValueSet() = default;
  explicit ValueSet(std::vector<Interval> intervals) : intervals_(std::move(intervals)) {}
  std::vector<Interval> intervals_;
};

/// True when both compute the same, in the same place.
bool same_term(const Term& a, const Term& b);

/// A condition on one figure. `exact`: it says nothing else; otherwise it holds at most for these values.
struct FigureCondition {
  const Term* figure = nullptr;
  ValueSet values = ValueSet::all();
  bool exact = true;
};

/// Comparisons of one figure with numbers, joined by `and`, `or`, `not`; of two figures joined by `and` the first.
/// Nothing where either of two figures will do.
std::optional<FigureCondition> condition_on_figure(const Term& condition);

}  // namespace cwp
