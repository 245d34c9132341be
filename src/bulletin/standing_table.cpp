#include "bulletin/standing_table.hpp"

#include <algorithm>
#include <utility>

#include "bulletin/titles.hpp"

namespace cwp {
namespace {

std::pair<Period, std::size_t> place_of(const RankedOfficer* row) { return {row->period, row->officer}; }

bool ranks_people(const RankingTable& table, const Rulebook& rulebook) {
  return std::none_of(rulebook.rankings.begin(), rulebook.rankings.end(),
                      [&](const Ranking& one) { return one.id.value == table.id && one.unit; });
}

}  // namespace

StandingTable::StandingTable(const ScoreTable& table, const Scores& scores) {
  for (std::size_t i = 0; i < table.ids.size(); ++i)
    if (stands_in_standing(table.kinds[i])) parts_.push_back(i), ids_.push_back(table.ids[i]);
  for (const RankingTable& ranking : scores.rankings()) {
    if (ranking.every != table.grain || !ranks_people(ranking, rules_of(scores).rulebook())) continue;
    rankings_.push_back(ranking.id);
    std::vector<const RankedOfficer*>& rows = ranked_.emplace_back();
    for (const RankedOfficer& row : ranking.rows)
      if (row.rank) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](auto* a, auto* b) { return place_of(a) < place_of(b); });
  }
}

std::optional<Decimal> StandingTable::rank(std::size_t ranking, const ScoreRow& row) const {
  const std::pair place(row.period, row.officer);
  const std::vector<const RankedOfficer*>& rows = ranked_[ranking];
  const auto found = std::lower_bound(rows.begin(), rows.end(), place,
                                      [](const RankedOfficer* one, const auto& at) { return place_of(one) < at; });
  return found != rows.end() && place_of(*found) == place ? (*found)->rank : std::nullopt;
}

}  // namespace cwp
