#pragma once
// PartBounds: what nobody's points can be beyond, by the promises and by what an assessment does to them.

#include <map>
#include <string>

#include "bounds/value_bounds.hpp"

namespace cwp {

using PartBound = std::optional<Rational>;
/// Full marks of categories in one assessment, by id, as published.
using PublishedFull = std::map<std::string, Decimal>;

class PartBounds {
 public:
  explicit PartBounds(const Scorecard& card) : card_(card) {}

  ValueBounds item(std::uint32_t index, Grain grain) const;
  ValueBounds adjustment(std::uint32_t index, Grain grain) const { return of(TermKind::adjustment, index, grain); }
  ValueBounds category(std::uint32_t index, Grain grain, const PublishedFull& full) const;
  ValueBounds total(const ScoreAssessment& assessment, const PublishedFull& full) const;

 private:
  ValueBounds of(TermKind kind, std::uint32_t index, Grain grain) const;
  PartBound most_of_category(std::uint32_t index, Grain grain, const PublishedFull& full) const;
  PartBound most_of_parts(std::uint32_t index, Grain grain, const PublishedFull& full) const;
  PartBound most_of_sum(const ScoreAssessment& assessment, const PublishedFull& full) const;

  const Scorecard& card_;
};

}  // namespace cwp
