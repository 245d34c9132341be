#pragma once
// What makes totals: adjustments, vetoes, assessments.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/rule_text.hpp"

namespace CWP_API cwp {

/// Several adjustments that are capped together, gives and takes each.
struct AdjustmentGroup {
  Name id;
  Title title;
  std::optional<Formula> up_to;
};
/// A bonus or penalty outside the items: `{id: merit, per: month, gives: 5 * citations, up_to: 10}`.
struct Adjustment {
  Name id;
  Title title;
  Written<Grain> per;
  bool gives = true;  ///< else it takes
  Formula amount;
  std::optional<Formula> up_to;
  std::optional<NameUse> on;     ///< a category; else the total
  std::optional<NameUse> group;  ///< whose cap it shares
  RoundingRules rounding;
  Effective effective;
  std::string source, basis;
  Place place;
};
/// How a shorter adjustment comes into a longer assessment.
enum class AdjustmentRollUp : std::uint8_t { unsaid, sum, mean, none };

enum class VetoRanking : std::uint8_t { unsaid, exclude, last };
/// `{id: serious_case, per: month, when: serious_cases > 0, set: 0, ranking: exclude}`
struct Veto {
  Name id;
  Title title;
  Written<Grain> per;
  Formula when;
  std::optional<NameUse> on;  ///< a category or item; else the total
  std::optional<Written<Decimal>> set, cap, factor;
  bool no_score = false;
  std::optional<NameUse> grade_at_most;
  VetoRanking ranking = VetoRanking::unsaid;
  bool bars_honours = false;  ///< `honours: none`
  bool lasts_year = false;    ///< `lasts: year`
  std::string basis;
  Place place;
};

/// What is published for one grain.
struct Assessment {
  Written<Grain> grain;
  std::optional<Written<Decimal>> scale;
  std::optional<Formula> coefficient;
  std::optional<Formula> total;
  std::optional<Written<Decimal>> floor;  ///< unsaid: 0
  bool no_floor = false;                  ///< `floor: none`
  std::optional<Written<Decimal>> cap;
  std::vector<std::pair<NameUse, AdjustmentRollUp>> roll_up;  ///< of shorter adjustments
  RoundingRules rounding;
  Place place;
};

/// `balance: {enforcement: 50%, service: [20%, 40%]}`: what part of all full marks a category may have.
struct ShareLimit {
  NameUse category;
  Decimal least, most;  ///< 0 to 1
  Place place;
};

}  // namespace cwp
