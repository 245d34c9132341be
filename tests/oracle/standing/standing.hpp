#pragma once
// Standing: what stands on totals, by its plain definition: rankings, grades, awards, promises.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {

/// An officer, or a unit, in a ranking.
struct Placed {
  std::size_t officer = 0;            ///< of a unit the first by key
  std::vector<std::size_t> officers;  ///< of a unit all of them; else him alone
  std::string subject;                ///< the unit; else empty
  std::string group;
  Value value;
  std::vector<Value> ties;
  std::size_t key = 0;  ///< the place of his key, or the unit's, among all
  bool last = false;    ///< a veto puts him behind all others
  std::string reason;   ///< why he has no rank
  std::string veto;     ///< `excluded by veto`: which
  std::optional<Rational> rank;
  bool tied = false;
};

/// One line of each output as it should be printed; `officer` is a key or a unit.
struct PrintedRank {
  std::string group, officer, rank, value, reason;
  bool tied = false, vetoed = false;
};
struct PrintedGrade {
  std::string officer, grade, reason;
};
struct PrintedAward {
  std::string group, officer, rank, amount;
};
struct PrintedPromise {
  std::string id, group, officer;
};

class Standing {
 public:
  Standing(const Scorecard& card, Oracle& oracle);

  /// In printed order.
  std::vector<PrintedRank> ranking(std::size_t ranking, Period period);
  std::vector<PrintedGrade> grades(std::size_t set, Period period);
  std::vector<PrintedAward> award(std::size_t award, Period period);
  /// The promises of one index that are broken in the period.
  std::vector<PrintedPromise> broken(std::size_t promise, Period period);

 private:
  using Rows = std::vector<Placed>;
  struct Grade {
    std::optional<std::size_t> level;
    std::string reason;
  };

  // rankings
  const Rows& placed(std::size_t ranking, Period period);
  const Rows& progress(std::size_t ranking, Period period);
  Rows candidates(const ScoreRanking& ranking, Period period);
  Rows unit_candidates(const ScoreRanking& ranking, Period period);
  void look_at_vetoes(const ScoreRanking& ranking, Period period, Placed& one);
  bool is_hit(const Placed& one, const Veto& veto, Period period);
  void give_ranks(const ScoreRanking& ranking, Rows& rows) const;
  int order(const Placed& a, const Placed& b, const ScoreRanking& ranking) const;
  bool are_equal(const Placed& a, const Placed& b, const ScoreRanking& ranking) const;
  std::string group_of(std::size_t officer, const std::vector<std::uint32_t>& by, Period period) const;
  const std::string& name(const Placed& one) const;

  // quotas
  std::size_t size_of(const Quota& quota, const QuotaRules& rules, std::size_t ranked) const;
  std::vector<const Placed*> first_of(std::vector<const Placed*> ordered, std::size_t wanted, QuotaEdge edge,
                                      const ScoreRanking& ranking) const;

  // grades
  const std::vector<Grade>& graded(std::size_t set, Period period);  // as in the ranking
  std::vector<Grade> make_grades(const ScoreGradeSet& set, Period period);
  std::size_t best_allowed(const ScoreGradeSet& set, const Placed& one, Period period);

  // awards
  std::vector<const Placed*> named(const ScoreAward& award, Period period);
  bool is_named_in_a_row(const ScoreAward& award, const Placed& one, Period period);
  bool is_passed_over(const ScoreAward& award, const Placed& one, Period period);
  const Rows& rows_of(const ScoreAward& award, Period period);
  std::vector<std::string> amounts(const ScoreAward& award, const std::vector<const Placed*>& named, Period period);
  std::vector<std::string> pool_shares(const ScoreAward& award, const std::vector<const Placed*>& named, Period period);

  /// `rank` or `grade` in a formula of the grade set or award at hand.
  Value late(std::size_t officer, const Term& term, Period period);

  const Scorecard& card_;
  Oracle& oracle_;
  const OracleData& data_;
  const DayTable& days_;
  bool with_progress_ = false;  // the ranking that `rank` means
  std::map<std::pair<std::size_t, Period>, Rows> rankings_, progress_;
  std::map<std::pair<std::size_t, Period>, std::vector<Grade>> grades_;
};

}  // namespace cwp::oracle
