#include <algorithm>

#include "files/leaders.hpp"
#include "files/ranked_groups.hpp"
#include "files/ranking_rows.hpp"

namespace cwp {
namespace {

/// By officer: who is there in a period; empty: all are.
std::vector<std::uint8_t> who_is_there(const PlainScoring& scoring, Period period) {
  const auto [grain, number] = scoring.place_of(period);
  const LaneClasses& classes = scoring.lanes().classes();
  const std::vector<LaneScoring::AllFacts>& of_class = scoring.class_facts();
  if (classes.all_alike() && !scoring.lanes().keeps_facts() && of_class[0][grain][number].is_there) return {};
  std::vector<std::uint8_t> there(scoring.run().data().officer_count());
  for (std::size_t officer = 0; officer < there.size(); ++officer)
    there[officer] = scoring.facts(officer, grain, number).is_there ? 1 : 0;
  return there;
}

/// Groups by number, of which somebody `has` a rank: those that a summary shows, in the order of their names.
std::vector<std::uint32_t> groups_shown(const std::vector<std::uint8_t>& has, const std::vector<std::string>& names) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t group = 0; group < has.size(); ++group)
    if (has[group] != 0) groups.push_back(group);
  const auto shown = std::min(groups.size(), LeaderList::kGroups);
  std::partial_sort(groups.begin(), groups.begin() + std::ptrdiff_t(shown), groups.end(),
                    [&](auto a, auto b) { return names[a] < names[b]; });
  groups.resize(shown);
  return groups;
}

}  // namespace

RankingRows ranking_leaders(const PlainScoring& scoring, std::size_t ranking, Period period,
                            std::span<const std::uint32_t> ranks, int rank_decimals) {
  const ScoreRanking& card = scoring.run().card().rankings[ranking];
  const LaneScoring::RankedFigures figures = scoring.lanes().ranked(ranking, period);
  const std::vector<std::string> names = group_names(scoring.run(), card);
  const auto* const numbers = figures.grouping->numbers;
  const std::vector<std::uint8_t> there = who_is_there(scoring, period);
  const bool ascending = card.written->ascending;

  RankingRows rows;
  rows.count = there.empty() ? ranks.size() : std::size_t(std::count(there.begin(), there.end(), 1));
  rows.leaders.leaders = {card.written->id.value, card.grain, {}};
  std::vector<std::uint8_t> has(names.size());  // by group
  std::vector<std::vector<std::uint32_t>> best;
  figures.units.visit([&](const auto& units) {
    const bool all = there.empty() && figures.all_ranked;
    const auto for_each_ranked = [&](const auto& take) {
      for (std::uint32_t officer = 0, officers = std::uint32_t(ranks.size()); officer < officers; ++officer)
        if (all ||
            ((there.empty() || there[officer] != 0) && (figures.all_ranked || units[officer] != figures.unranked)))
          take(officer);
    };
    if (all && numbers == nullptr)
      has[0] = ranks.empty() ? 0 : 1;
    else
      for_each_ranked([&](std::uint32_t officer) { has[numbers == nullptr ? 0 : std::size_t(numbers[officer])] = 1; });
    const std::vector<std::uint32_t> shown = groups_shown(has, names);
    rows.leaders.more_groups = std::size_t(std::count(has.begin(), has.end(), 1)) - shown.size();
    std::fill(has.begin(), has.end(), 0);
    for (std::size_t i = 0; i < shown.size(); ++i) has[shown[i]] = std::uint8_t(i + 1);
    best.resize(shown.size());
    const auto is_better = [&](std::uint32_t a, std::uint32_t b) {
      return ascending ? units[a] < units[b] : units[b] < units[a];
    };
    const auto take = [&](std::uint32_t officer, std::vector<std::uint32_t>& own) {
      own.insert(std::upper_bound(own.begin(), own.end(), officer, is_better), officer);
      if (own.size() > LeaderList::kLeaders) own.pop_back();
    };
    if (numbers != nullptr) {
      for_each_ranked([&](std::uint32_t officer) {
        const std::uint8_t place = has[std::size_t(numbers[officer])];
        if (place == 0) return;
        std::vector<std::uint32_t>& own = best[place - 1];
        if (own.size() < LeaderList::kLeaders || is_better(officer, own.back())) take(officer, own);
      });
    } else if (!best.empty()) {
      std::vector<std::uint32_t>& own = best[0];
      std::int64_t least = 0;  // the last of the best, once they are enough
      for_each_ranked([&](std::uint32_t officer) {
        const std::int64_t figure = units[officer];
        if (own.size() == LeaderList::kLeaders && (ascending ? figure >= least : figure <= least)) return;
        take(officer, own);
        least = units[own.back()];
      });
    }
  });
  for (const std::vector<std::uint32_t>& group : best)
    for (const std::uint32_t officer : group) {
      RankedOfficer row;
      row.period = period;
      row.group = names[numbers == nullptr ? 0 : std::size_t(numbers[officer])];
      row.rank = Decimal{ranks[officer], std::uint8_t(rank_decimals)};
      row.officer = officer;
      row.value = Decimal{figures.units[officer], std::uint8_t(figures.decimals)};
      rows.leaders.leaders.rows.push_back(std::move(row));
    }
  return rows;
}

}  // namespace cwp
