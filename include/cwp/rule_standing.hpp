#pragma once
// What ranks and rewards: rankings, grades, awards; promises about the figures.

#include <optional>
#include <string>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/rule_text.hpp"

namespace CWP_API cwp {

enum class RankMethod : std::uint8_t { competition, dense, ordinal, fractional };
struct Ranking {
  Name id;
  Title title;
  Written<Grain> every;
  Formula of;
  std::vector<NameUse> by;
  std::optional<NameUse> unit;  ///< the values of this attribute are ranked, not the officers
  bool ascending = false;
  std::optional<Formula> eligible;
  std::vector<Formula> ties;
  RankMethod method = RankMethod::competition;
  Place place;
};

enum class QuotaRounding : std::uint8_t { floor, half_up, ceil };
/// Where those at the edge of a quota still tie: all of them are out, or all in.
enum class QuotaEdge : std::uint8_t { out, in };
/// So many of the ranked: a number, or a share of those with a rank in the group.
struct Quota {
  Decimal number;        ///< of a share: 0.2 for `20%`
  bool percent = false;  ///< a share
  Place place;
};
/// What is said beside quotas.
struct QuotaRules {
  QuotaRounding rounding = QuotaRounding::floor;
  QuotaEdge edge = QuotaEdge::out;
  int at_least = 0;  ///< a share never makes fewer
};

struct GradeLevel {
  Name id;
  Title title;
  std::optional<Formula> when;
  std::optional<Quota> at_most;
  QuotaRules quota;
  std::vector<NameUse> by;  ///< the groups whose shares are counted; empty: those of the ranking
  Place place;
};
struct GradeSet {
  Name id;
  Title title;
  NameUse ranking;
  std::vector<GradeLevel> levels;   ///< best first
  std::optional<Formula> lower_by;  ///< so many levels down, not below the last
  Place place;
};

enum class PayKind : std::uint8_t { none, formula, table, pool };
/// `pays: 1000`, `pays: [[1..3, 500], [4..10, 300]]`, `pays: {pool: 100000, share: total}`
struct Pays {
  struct Row {
    int first = 1, last = 1;  ///< ranks
    Written<Decimal> amount;
  };
  PayKind kind = PayKind::none;
  Formula formula;  ///< the amount, or everybody's share of a pool
  std::vector<Row> table;
  Written<Decimal> pool;
  Place place;
};
struct Award {
  Name id;
  Title title;
  NameUse from;  ///< a ranking or a grade set
  std::optional<Quota> top, bottom;
  QuotaRules quota;
  std::optional<Formula> when;  ///< may use `rank` and `grade`
  int in_a_row = 1;
  bool progress = false;  ///< from the ranking of what was gained since the period before
  Pays pays;
  std::string basis;
  Place place;
};

/// A promise about the figures of a period.
struct Expectation {
  Name id;
  Title title;
  Written<Grain> per;
  std::vector<NameUse> by;  ///< looked at once for each group; empty: for each officer
  Formula holds;
  Place place;
};

}  // namespace cwp
