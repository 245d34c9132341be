#pragma once
// What ranks and rewards: rankings, grades, awards; promises about the figures.

#include <optional>
#include <string>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/rule_text.hpp"

namespace CWP_API cwp {

/// What rank those have who tie, and the next: 1 1 3, 1 1 2, 1 2 3, or 1.5 1.5 3.
enum class RankMethod : std::uint8_t { competition, dense, ordinal, fractional };
/// Who stands before whom.
struct Ranking {
  Name id;                          ///< its name in formulas and results
  Title title;                      ///< what people call it
  Written<Grain> every;             ///< the period that is ranked
  Formula of;                       ///< the value that is compared
  std::vector<NameUse> by;          ///< each combination of these attributes is ranked by itself; empty: all together
  std::optional<NameUse> unit;      ///< the values of this attribute are ranked, not the officers
  bool ascending = false;           ///< less is better
  std::optional<Formula> eligible;  ///< a condition: who is ranked
  std::vector<Formula> ties;        ///< values that part those who tie, one after the other; more is better
  RankMethod method = RankMethod::competition;  ///< the ranks of those who tie
  Place place;                                  ///< of the whole entry in the rulebook
};

/// How a share of the ranked becomes a whole number.
enum class QuotaRounding : std::uint8_t { floor, half_up, ceil };
/// Where those at the edge of a quota still tie: all of them are out, or all in.
enum class QuotaEdge : std::uint8_t { out, in };
/// So many of the ranked: a number, or a share of those with a rank in the group.
struct Quota {
  Decimal number;        ///< of a share: 0.2 for `20%`
  bool percent = false;  ///< a share
  Place place;           ///< of the value
};
/// What is said beside quotas.
struct QuotaRules {
  QuotaRounding rounding = QuotaRounding::floor;  ///< of a share
  QuotaEdge edge = QuotaEdge::out;                ///< who ties at the edge
  int at_least = 0;                               ///< a share never makes fewer
};

/// A level of grades, such as 优秀.
struct GradeLevel {
  Name id;                       ///< its name in formulas and results
  Title title;                   ///< what people call it
  std::optional<Formula> when;   ///< a condition on totals, ranks and items; unsaid: all fulfil it
  std::optional<Quota> at_most;  ///< so many at most
  QuotaRules quota;              ///< how the quota is counted
  std::vector<NameUse> by;       ///< the groups whose shares are counted; empty: those of the ranking
  Place place;                   ///< of the whole entry in the rulebook
};
/// Levels that are given by a ranking.
struct GradeSet {
  Name id;                          ///< its name in formulas and results
  Title title;                      ///< what people call it
  NameUse ranking;                  ///< whom it grades
  std::vector<GradeLevel> levels;   ///< best first
  std::optional<Formula> lower_by;  ///< so many levels down, not below the last
  Place place;                      ///< of the whole entry in the rulebook
};

/// How an award pays.
enum class PayKind : std::uint8_t { none, formula, table, pool };
/// `pays: 1000`, `pays: [[1..3, 500], [4..10, 300]]`, `pays: {pool: 100000, share: total}`
struct Pays {
  /// An amount by rank.
  struct Row {
    int first = 1;            ///< the first rank of the row
    int last = 1;             ///< the last, included
    Written<Decimal> amount;  ///< in the currency of the rulebook
  };
  PayKind kind = PayKind::none;  ///< which of these it is
  Formula formula;               ///< the amount, or everybody's share of a pool
  std::vector<Row> table;        ///< by rank
  Written<Decimal> pool;         ///< what is shared out
  Place place;                   ///< of the value
};
/// What follows from ranks and grades: money, a title, a talk.
struct Award {
  Name id;                      ///< its name in formulas and results
  Title title;                  ///< what people call it
  NameUse from;                 ///< a ranking or a grade set
  std::optional<Quota> top;     ///< the first so many
  std::optional<Quota> bottom;  ///< the last so many
  QuotaRules quota;             ///< how the quota is counted
  std::optional<Formula> when;  ///< may use `rank` and `grade`
  int in_a_row = 1;             ///< so many periods one after the other; 1: this one suffices
  bool progress = false;        ///< from the ranking of what was gained since the period before
  Pays pays;                    ///< what it pays
  std::string basis;            ///< the paragraph it rests on, for people
  Place place;                  ///< of the whole entry in the rulebook
};

/// A promise about the figures of a period.
struct Expectation {
  Name id;                  ///< its name in results
  Title title;              ///< what people call it
  Written<Grain> per;       ///< the period it is looked at for
  std::vector<NameUse> by;  ///< looked at once for each group; empty: for each officer
  Formula holds;            ///< a condition
  Place place;              ///< of the whole entry in the rulebook
};

}  // namespace cwp
