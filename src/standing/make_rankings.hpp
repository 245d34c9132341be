#pragma once
// Rankings out of the entries of all officers.

#include <vector>

#include "engine/officer_results.hpp"
#include "standing/rank.hpp"

namespace cwp {

/// One of those whom a ranking lists: an officer, or a unit.
struct Contestant {
  const RankingEntry* entry = nullptr;  ///< his; of a unit that of the officer who has its value
  std::uint32_t officer = 0;            ///< whose entry that is
  std::uint32_t number = 0;             ///< by the order of keys, in this period
  std::string subject;                  ///< the unit; empty: the officer
  std::string group;
  Few<std::string> level_groups;  ///< of a unit: as RankingEntry::level_groups
  std::optional<Rational> value;
  Few<std::uint32_t> vetoes;  ///< in force; of a unit those in force for all of its officers on duty
  std::optional<Decimal> rank;
  std::uint32_t order = 0;  ///< among all ranked of the period, whatever their group: smaller is better, equal ones tie
  std::uint32_t excluded_by = 0;  ///< the veto, where that is the reason
  Unranked reason = Unranked::none;
  bool on_duty = true;  ///< of a unit: anybody
};

/// A ranking in one period. `contestants`: by group, then the ranked by rank and key, then the others by key.
struct PeriodStanding {
  RankedPeriod at;
  std::vector<Contestant> contestants;
};
/// By ranking, then period, ascending.
using Standings = std::vector<std::vector<PeriodStanding>>;

/// All rankings, also in the periods that are only looked back at; the entries of `results` must outlive them.
Standings make_standings(const Run& run, const std::vector<OfficerResults>& results);

/// One ranking in one period, looked at anew.
PeriodStanding make_standing(const Run& run, const std::vector<OfficerResults>& results, std::size_t ranking,
                             const RankedPeriod& at);

/// Gives everybody his rank, or the reason why he has none, by `value`; then sorts. `contestants` in the order of keys.
void place(std::vector<Contestant>& contestants, const ScoreRanking& ranking, const Scorecard& card);

/// An officer, not yet ranked.
Contestant contestant_of(std::size_t officer, const RankingEntry& entry);
/// Why he has no rank, if he can have none; the rank is reset.
void find_reason(Contestant& contestant, const Scorecard& card);
/// What decides where he stands; he can have a rank.
RankedBy ranked_by(const Contestant& contestant, const Scorecard& card);
/// RankedBy's ties, whether the smallest is best.
std::vector<bool> ties_ascending(const ScoreRanking& ranking);

/// The rows of a table that the standing is, or one of them.
std::vector<RankedOfficer> listed(const Run& run, std::size_t ranking, const PeriodStanding& standing);
RankedOfficer listed(const Run& run, std::size_t ranking, const PeriodStanding& standing, const Contestant& contestant);
/// One table for each ranking whose grain is asked for.
std::vector<RankingTable> make_rankings(const Run& run, const Standings& standings);

}  // namespace cwp
