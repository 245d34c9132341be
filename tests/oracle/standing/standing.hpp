#pragma once
// Standing: rankings, grades, awards and promises by their plain definitions, on top of the oracle's scores.

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {

/// An officer, or in a ranking of units all officers of one unit, as a ranking sees them.
struct Contender {
  std::vector<std::size_t> officers;  ///< by key, never empty
  std::size_t officer = 0;            ///< whose figures count: the first who has a value
  std::string subject, group;
  Value value;
  std::vector<Value> ties;
  bool eligible = true;
  bool behind = false;      ///< a veto puts him behind all others
  std::string excluded_by;  ///< the veto
  std::string reason;       ///< for having no rank; empty: he has one
  std::optional<Rational> rank;
  bool tied = false;
};

struct Grade {
  std::string level, reason;
  std::optional<std::size_t> index;
};

struct Prize {
  std::size_t contender = 0;
  std::optional<Rational> rank;
  std::optional<Rational> amount;
};

class Standing {
 public:
  Standing(const Scorecard& card, Oracle& oracle) : card_(card), oracle_(oracle) {}

  const std::vector<Contender>& ranking(std::size_t ranking, Period period) {
    return contenders(ranking, period, false);
  }
  /// By contender of the ranking of the set.
  const std::vector<Grade>& grades(std::size_t set, Period period);
  std::vector<Prize> award(std::size_t award, Period period);
  /// Those by whom an award is judged: by rank, or by progress.
  const std::vector<Contender>& judged(const ScoreAward& award, Period period) {
    return contenders(award.ranking, period, award.written->progress);
  }
  /// The groups, or the keys of the officers, for whom a promise is broken.
  std::vector<std::string> broken(std::size_t promise, Period period);

 private:
  using Places = std::vector<std::size_t>;  ///< into the contenders of a ranking, the best first

  const std::vector<Contender>& contenders(std::size_t ranking, Period period, bool progress);
  std::vector<Contender> make_contenders(const ScoreRanking& ranking, Period period, bool progress);
  Value value_before(const ScoreRanking& ranking, const Contender& one, Period before);
  void give_ranks(const ScoreRanking& ranking, std::vector<Contender>& all) const;
  bool hit(const Contender& one, const ScoreVeto& veto, Period period);
  Value ask(const Contender& one, const Term& term, Period period, const Value& rank, const Value& grade);
  Value grade_of(const ScoreAward& award, const Contender& one, Period period);
  std::string group_of(std::size_t officer, const std::vector<std::uint32_t>& by, Period period) const;

  std::vector<Grade> make_grades(const ScoreGradeSet& set, Period period);
  Places selected(const ScoreAward& award, Period period);
  bool in_a_row(const ScoreAward& award, const Contender& one, Period period);
  void pay(const ScoreAward& award, Period period, std::vector<Prize>& prizes);
  void pay_pool(const ScoreAward& award, Period period, std::vector<Prize>& prizes);

  const Scorecard& card_;
  Oracle& oracle_;
  std::map<std::tuple<std::size_t, Period, bool>, std::vector<Contender>> contenders_;
  std::map<std::pair<std::size_t, Period>, std::vector<Grade>> grades_;
};

/// Below 0: a is better.
int compared(const Contender& a, const Contender& b, const ScoreRanking& ranking);
/// So many of the first, at the edge all of those who still tie or none of them.
std::vector<std::size_t> first_of(const std::vector<std::size_t>& ordered, std::int64_t wanted, QuotaEdge edge,
                                  const std::vector<Contender>& all, const ScoreRanking& ranking);
/// How many a quota means in a group with that many ranks.
std::int64_t quota_of(const Quota& quota, const QuotaRules& rules, std::size_t ranked);
/// Those with a rank, the best first, whatever their groups.
std::vector<std::size_t> ordered(const std::vector<Contender>& all, const ScoreRanking& ranking);

}  // namespace cwp::oracle
