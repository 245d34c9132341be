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
  Name id;                       ///< its name in formulas and results
  Title title;                   ///< what people call it
  std::optional<Formula> up_to;  ///< the cap of its gives, and of its takes
};
/// A bonus or penalty outside the items: `{id: merit, per: month, gives: 5 * citations, up_to: 10}`.
struct Adjustment {
  Name id;                       ///< its name in formulas and results
  Title title;                   ///< what people call it
  Written<Grain> per;            ///< the period it is worked out for
  bool gives = true;             ///< else it takes
  Formula amount;                ///< points, not below 0
  std::optional<Formula> up_to;  ///< its cap
  std::optional<NameUse> on;     ///< a category; else the total
  std::optional<NameUse> group;  ///< whose cap it shares
  RoundingRules rounding;        ///< what it says of its own rounding
  Effective effective;           ///< when it is in force
  std::string source;            ///< where the figures come from, for people
  std::string basis;             ///< the paragraph it rests on, for people
  Place place;                   ///< of the whole entry in the rulebook
};
/// How a shorter adjustment comes into a longer assessment.
enum class AdjustmentRollUp : std::uint8_t { unsaid, sum, mean, none };

/// Where a veto in force puts somebody in rankings.
enum class VetoRanking : std::uint8_t { unsaid, exclude, last };
/// `{id: serious_case, per: month, when: serious_cases > 0, set: 0, ranking: exclude}`
struct Veto {
  Name id;                                    ///< its name in formulas and results
  Title title;                                ///< what people call it
  Written<Grain> per;                         ///< the period it is looked at for
  Formula when;                               ///< a condition
  std::optional<NameUse> on;                  ///< a category or item; else the total
  std::optional<Written<Decimal>> set;        ///< the points become this
  std::optional<Written<Decimal>> cap;        ///< the points are at most this
  std::optional<Written<Decimal>> factor;     ///< the points are multiplied by this
  bool no_score = false;                      ///< there are no points
  std::optional<NameUse> grade_at_most;       ///< no better level than this
  VetoRanking ranking = VetoRanking::unsaid;  ///< in rankings
  bool bars_honours = false;                  ///< `honours: none`
  bool lasts_year = false;                    ///< `lasts: year`
  std::string basis;                          ///< the paragraph it rests on, for people
  Place place;                                ///< of the whole entry in the rulebook
};

/// What is published for one grain.
struct Assessment {
  Written<Grain> grain;                                       ///< of the periods that are published
  std::optional<Written<Decimal>> scale;                      ///< points are scaled to so many reachable marks
  std::optional<Formula> coefficient;                         ///< the sum is multiplied by it
  std::optional<Formula> total;                               ///< makes the total, in place of the sum
  std::optional<Written<Decimal>> floor;                      ///< unsaid: 0
  bool no_floor = false;                                      ///< `floor: none`
  std::optional<Written<Decimal>> cap;                        ///< the total is at most this
  std::vector<std::pair<NameUse, AdjustmentRollUp>> roll_up;  ///< of shorter adjustments
  RoundingRules rounding;                                     ///< what it says of its own rounding
  Place place;                                                ///< of the whole entry in the rulebook
};

/// `balance: {enforcement: 50%, service: [20%, 40%]}`: what part of all full marks a category may have.
struct ShareLimit {
  NameUse category;  ///< whose full marks they are
  Decimal least;     ///< of all full marks, 0 to 1
  Decimal most;      ///< of all full marks, 0 to 1
  Place place;       ///< of the entry in the rulebook
};

}  // namespace cwp
