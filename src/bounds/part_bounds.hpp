#pragma once
// PartBounds: what nobody's points can be beyond, by the promises and by what an assessment does to them.

#include <map>
#include <set>
#include <string>
#include <utility>

#include "bounds/value_bounds.hpp"

namespace cwp {

using PartBound = std::optional<Rational>;
/// Full marks of categories in one assessment, by id, as published.
using PublishedFull = std::map<std::string, Decimal>;

class PartBounds {
 public:
  explicit PartBounds(const Scorecard& card) : card_(card) {}
  /// What categories have as full marks in the assessments: nobody's points of a category are more.
  void know_full(std::map<Grain, PublishedFull> full) { full_ = std::move(full); }

  ValueBounds item(std::uint32_t index, Grain grain) const;
  ValueBounds adjustment(std::uint32_t index, Grain grain) const { return of(TermKind::adjustment, index, grain); }
  ValueBounds category(std::uint32_t index, Grain grain) const;
  ValueBounds total(Grain grain) const;

 private:
  ValueBounds of(TermKind kind, std::uint32_t index, Grain grain) const;
  PartBound most_of_category(std::uint32_t index, Grain grain) const;
  PartBound most_of_parts(std::uint32_t index, Grain grain) const;
  PartBound most_of_sum(const ScoreAssessment& assessment) const;

  ValueBounds of_formula(const ScoreAssessment& assessment) const;
  PartBound most_given(Grain grain) const;

  const Scorecard& card_;
  std::map<Grain, PublishedFull> full_;
  mutable std::set<Grain> open_;  ///< totals whose formulas are being looked at
};

}  // namespace cwp
