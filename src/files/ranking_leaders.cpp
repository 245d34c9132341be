#include <algorithm>

#include "files/leaders.hpp"
#include "files/ranked_groups.hpp"
#include "files/ranking_rows.hpp"

namespace cwp {
namespace {

/// Who is there in a period and has a figure.
class Present {
 public:
  Present(const PlainScoring& scoring, const LaneScoring::RankedFigures& figures, Period period)
      : scoring_(scoring), figures_(figures), place_(scoring.place_of(period)) {
    for (const LaneScoring::AllFacts& facts : scoring.class_facts())
      of_class_.push_back(facts[place_.first][place_.second].is_there);
  }
  bool is_there(std::uint32_t officer) const {
    if (const LaneScoring::AllFacts* own = scoring_.lanes().own_facts(officer))
      return (*own)[place_.first][place_.second].is_there;
    return of_class_[scoring_.lanes().classes().of(officer)] != 0;
  }
  template <typename Number>
  bool has_figure(Number figure) const {
    return figures_.all_ranked || figure != figures_.unranked;
  }

 private:
  const PlainScoring& scoring_;
  const LaneScoring::RankedFigures& figures_;
  std::pair<std::size_t, std::size_t> place_;
  std::vector<std::uint8_t> of_class_;
};

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
  const auto group_of = group_of_officer(figures);
  const Present present(scoring, figures, period);
  const bool ascending = card.written->ascending;

  RankingRows rows;
  rows.leaders.leaders = {card.written->id.value, card.grain, {}};
  std::vector<std::uint8_t> has(names.size());  // by group
  std::vector<std::vector<std::uint32_t>> best;
  figures.units.visit([&](const auto& units) {
    const auto for_each_ranked = [&](const auto& take) {
      for (std::uint32_t officer = 0; officer < ranks.size(); ++officer)
        if (present.has_figure(units[officer]) && present.is_there(officer)) take(officer);
    };
    for (std::uint32_t officer = 0; officer < ranks.size(); ++officer) rows.count += present.is_there(officer) ? 1 : 0;
    for_each_ranked([&](std::uint32_t officer) { has[group_of(officer)] = 1; });
    const std::vector<std::uint32_t> shown = groups_shown(has, names);
    rows.leaders.more_groups = std::size_t(std::count(has.begin(), has.end(), 1)) - shown.size();
    std::fill(has.begin(), has.end(), 0);
    for (std::size_t i = 0; i < shown.size(); ++i) has[shown[i]] = std::uint8_t(i + 1);
    best.resize(shown.size());
    const auto is_better = [&](std::uint32_t a, std::uint32_t b) {
      return ascending ? units[a] < units[b] : units[b] < units[a];
    };
    for_each_ranked([&](std::uint32_t officer) {
      const std::uint8_t place = has[group_of(officer)];
      if (place == 0) return;
      std::vector<std::uint32_t>& own = best[place - 1];
      if (own.size() == LeaderList::kLeaders && !is_better(officer, own.back())) return;
      own.insert(std::upper_bound(own.begin(), own.end(), officer, is_better), officer);
      if (own.size() > LeaderList::kLeaders) own.pop_back();
    });
  });
  for (const std::vector<std::uint32_t>& group : best)
    for (const std::uint32_t officer : group) {
      RankedOfficer row;
      row.period = period;
      row.group = names[group_of(officer)];
      row.rank = Decimal{ranks[officer], std::uint8_t(rank_decimals)};
      row.officer = officer;
      row.value = Decimal{figures.units[officer], std::uint8_t(figures.decimals)};
      rows.leaders.leaders.rows.push_back(std::move(row));
    }
  return rows;
}

}  // namespace cwp
