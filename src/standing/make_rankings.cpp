#include "standing/make_rankings.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "standing/units.hpp"

namespace cwp {
namespace {

struct Entrant {
  std::size_t officer = 0;
  const RankingEntry* entry = nullptr;
};

/// A veto is against officers: a unit is hit when it is in force for each of them who was on duty.
std::vector<std::uint32_t> common_vetoes(const Unit& unit, const std::vector<Entrant>& entrants, bool on_duty) {
  std::optional<std::vector<std::uint32_t>> common;
  for (const std::size_t member : unit.members) {
    const RankingEntry& entry = *entrants[member].entry;
    if (on_duty && !entry.on_duty) continue;
    if (!common) common = entry.vetoes.list();
    std::erase_if(*common, [&](std::uint32_t veto) {
      return std::find(entry.vetoes.begin(), entry.vetoes.end(), veto) == entry.vetoes.end();
    });
  }
  return common.value_or(std::vector<std::uint32_t>());
}

/// Each of the first member who has it, as the unit's group in the ranking: where they are by the same attributes, they
/// are the same.
std::vector<std::string> unit_level_groups(const Unit& unit, const std::vector<Entrant>& entrants) {
  std::vector<std::string> groups;
  for (std::size_t level = 0; level < entrants[unit.members.front()].entry->level_groups.size(); ++level) {
    const auto of = [&](std::size_t member) { return entrants[member].entry->level_groups[level]; };
    const auto found =
        std::find_if(unit.members.begin(), unit.members.end(), [&](std::size_t member) { return of(member).whole; });
    groups.push_back(of(found == unit.members.end() ? unit.members.front() : *found).text);
  }
  return groups;
}

std::optional<std::string> unit_of(const RankingEntry& entry) {
  return entry.unit.empty() ? std::nullopt : std::optional(entry.unit[0]);
}

std::vector<Contestant> unit_contestants(const std::vector<Entrant>& entrants) {
  std::vector<UnitMember> members;
  for (const Entrant& entrant : entrants)
    members.push_back({unit_of(*entrant.entry), entrant.entry->value.has_value(), entrant.entry->has_group});
  std::vector<Contestant> contestants;
  for (const Unit& unit : form_units(members)) {
    Contestant contestant = contestant_of(entrants[unit.value_from].officer, *entrants[unit.value_from].entry);
    contestant.subject = unit.name;
    contestant.group = entrants[unit.group_from].entry->group;
    contestant.level_groups = unit_level_groups(unit, entrants);
    contestant.on_duty = std::any_of(unit.members.begin(), unit.members.end(),
                                     [&](std::size_t member) { return entrants[member].entry->on_duty; });
    contestant.vetoes = common_vetoes(unit, entrants, contestant.on_duty);
    contestants.push_back(std::move(contestant));
  }
  return contestants;
}

std::vector<Contestant> contestants_of(const ScoreRanking& ranking, const std::vector<Entrant>& entrants) {
  if (ranking.unit) return unit_contestants(entrants);
  std::vector<Contestant> contestants;
  contestants.reserve(entrants.size());
  for (const Entrant& entrant : entrants) contestants.push_back(contestant_of(entrant.officer, *entrant.entry));
  return contestants;
}

Contender contender(const Contestant& contestant, std::size_t position, const Scorecard& card) {
  return {position, *contestant.value, contestant.entry->ties, ranked_by(contestant, card).behind};
}

RankedOfficer listed(const Contestant& contestant, const PeriodStanding& standing, const RoundingRule& rounding,
                     const Scorecard& card) {
  RankedOfficer row;
  row.period = standing.at.period;
  row.group = contestant.group;
  row.rank = contestant.rank;
  row.officer = contestant.officer;
  row.eligible = contestant.entry->eligible;
  if (contestant.value)
    row.value = contestant.value->rounded(rounding.decimals, rounding.rounding).to_decimal(rounding.decimals);
  row.reason = contestant.reason;
  if (contestant.reason == Unranked::excluded) row.veto = card.vetoes[contestant.excluded_by].written->id.value;
  row.subject = contestant.subject;
  return row;
}

}  // namespace

Contestant contestant_of(std::size_t officer, const RankingEntry& entry) {
  Contestant contestant;
  contestant.entry = &entry;
  contestant.officer = std::uint32_t(officer);
  contestant.group = entry.group;
  contestant.value = entry.value;
  contestant.on_duty = entry.on_duty;
  contestant.vetoes = entry.vetoes;
  return contestant;
}

void find_reason(Contestant& contestant, const Scorecard& card) {
  contestant.reason = Unranked::none;
  contestant.rank.reset();
  if (!contestant.value) {
    contestant.reason = Unranked::no_total;
  } else if (!contestant.entry->eligible) {
    contestant.reason = Unranked::not_eligible;
  } else {
    const auto excludes = [&](std::uint32_t veto) {
      return card.vetoes[veto].written->ranking == VetoRanking::exclude;
    };
    const auto first = std::find_if(contestant.vetoes.begin(), contestant.vetoes.end(), excludes);
    if (first == contestant.vetoes.end()) return;
    contestant.reason = Unranked::excluded;
    contestant.excluded_by = *first;
  }
}

RankedBy ranked_by(const Contestant& contestant, const Scorecard& card) {
  const bool behind = !contestant.vetoes.empty() &&
                      std::any_of(contestant.vetoes.begin(), contestant.vetoes.end(), [&](std::uint32_t veto) {
                        return card.vetoes[veto].written->ranking == VetoRanking::last;
                      });
  return {&*contestant.value, &contestant.entry->ties, behind};
}

std::vector<bool> ties_ascending(const ScoreRanking& ranking) {
  std::vector<bool> ascending;
  for (const ScoreTie& tie : ranking.ties) ascending.push_back(tie.ascending);
  return ascending;
}

void place(std::vector<Contestant>& contestants, const ScoreRanking& ranking, const Scorecard& card) {
  const std::vector<bool> tied = ties_ascending(ranking);
  std::vector<Contender> all;
  std::map<std::string, std::vector<Contender>> groups;
  for (std::size_t i = 0; i < contestants.size(); ++i) {
    find_reason(contestants[i], card);
    if (contestants[i].reason != Unranked::none) continue;
    all.push_back(contender(contestants[i], i, card));
    groups[contestants[i].group].push_back(all.back());
  }
  const RankMethod method = ranking.written->method;
  const bool ascending = ranking.written->ascending;
  const RankMethod overall = method == RankMethod::ordinal ? RankMethod::ordinal : RankMethod::competition;
  std::vector<std::size_t> places(contestants.size());
  std::size_t next = 0;
  for (const Ranked& ranked : rank(std::move(all), ascending, tied, overall)) {
    contestants[ranked.officer].order = std::uint32_t(ranked.rank.units);
    places[ranked.officer] = next++;
  }
  for (auto& [name, group] : groups)
    for (const Ranked& ranked : rank(std::move(group), ascending, tied, method))
      contestants[ranked.officer].rank = ranked.rank;
  std::vector<std::size_t> turns(contestants.size());
  std::iota(turns.begin(), turns.end(), std::size_t{0});
  std::stable_sort(turns.begin(), turns.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) {
      return std::tuple<const std::string&, bool, std::size_t>(contestants[i].group, !contestants[i].rank, places[i]);
    };
    return key(a) < key(b);
  });
  std::vector<Contestant> sorted;
  sorted.reserve(contestants.size());
  for (const std::size_t i : turns) sorted.push_back(std::move(contestants[i]));
  contestants = std::move(sorted);
}

PeriodStanding make_standing(const Run& run, const std::vector<OfficerResults>& results, std::size_t ranking,
                             const RankedPeriod& at) {
  std::vector<Entrant> entrants;
  for (std::size_t officer = 0; officer < results.size(); ++officer)
    if (const RankingEntry* entry = entry_of(results[officer], ranking, at.period))
      entrants.push_back({officer, entry});
  PeriodStanding standing{at, contestants_of(run.card().rankings[ranking], entrants)};
  for (std::size_t i = 0; i < standing.contestants.size(); ++i) standing.contestants[i].number = std::uint32_t(i);
  place(standing.contestants, run.card().rankings[ranking], run.card());
  return standing;
}

Standings make_standings(const Run& run, const std::vector<OfficerResults>& results) {
  Standings standings(run.card().rankings.size());
  for (std::size_t r = 0; r < standings.size(); ++r)
    for (const RankedPeriod& ranked : run.standing().rankings[r])
      standings[r].push_back(make_standing(run, results, r, ranked));
  return standings;
}

RankedOfficer listed(const Run& run, std::size_t ranking, const PeriodStanding& standing,
                     const Contestant& contestant) {
  const Scorecard& card = run.card();
  const auto& assessment = card.assessments[std::size_t(card.rankings[ranking].grain)];
  return listed(contestant, standing, assessment ? assessment->rounding : card.rounding, card);
}

std::vector<RankedOfficer> listed(const Run& run, std::size_t ranking, const PeriodStanding& standing) {
  std::vector<RankedOfficer> rows;
  rows.reserve(standing.contestants.size());
  for (const Contestant& contestant : standing.contestants) rows.push_back(listed(run, ranking, standing, contestant));
  return rows;
}

std::vector<RankingTable> make_rankings(const Run& run, const Standings& standings) {
  const Scorecard& card = run.card();
  std::vector<RankingTable> tables;
  for (std::size_t r = 0; r < card.rankings.size(); ++r) {
    if (!run.standing().wanted[r]) continue;
    RankingTable table;
    table.id = card.rankings[r].written->id.value;
    table.every = card.rankings[r].grain;
    std::size_t size = 0;
    for (const PeriodStanding& standing : standings[r])
      if (standing.at.published) size += standing.contestants.size();
    table.rows.reserve(size);
    for (const PeriodStanding& standing : standings[r]) {
      if (!standing.at.published) continue;
      std::vector<RankedOfficer> rows = listed(run, r, standing);
      std::move(rows.begin(), rows.end(), std::back_inserter(table.rows));
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace cwp
