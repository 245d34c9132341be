#include "files/ranking_rows.hpp"

#include <algorithm>
#include <numeric>

#include "files/csv_rows.hpp"
#include "files/leaders.hpp"
#include "files/ranked_groups.hpp"
#include "table/csv_text.hpp"
#include "table/result_rows.hpp"

namespace cwp {
namespace {

using Officers = std::vector<std::uint32_t>;

/// So many bytes of rows are handed on at once; of so many rows on memory is asked for what they need.
constexpr std::size_t kRoom = std::size_t{1} << 18, kAhead = 16;

/// Stable: officers in the order of their keys, which lie in 0 … most.
template <typename KeyOf>
Officers sorted_by_counting(const Officers& officers, std::size_t most, const KeyOf& key) {
  std::vector<std::uint32_t> begins(most + 2);
  for (const std::uint32_t officer : officers) ++begins[key(officer) + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  Officers sorted(officers.size());
  for (const std::uint32_t officer : officers) sorted[begins[key(officer)]++] = officer;
  return sorted;
}

/// `officers` ascending. Their values may be beyond low..high where not all of them come from lanes.
template <typename Number>
Officers sorted_by_value(Officers officers, std::span<const Number> values, std::int64_t low, std::int64_t high,
                         bool all_ranked, bool ascending) {
  if (!all_ranked && !officers.empty()) {
    low = high = values[officers[0]];
    for (const std::uint32_t officer : officers) {
      low = std::min<std::int64_t>(low, values[officer]);
      high = std::max<std::int64_t>(high, values[officer]);
    }
  }
  const auto range = std::uint64_t(high) - std::uint64_t(low);
  if (range <= 4 * values.size() + 65'536)
    return sorted_by_counting(officers, std::size_t(range), [&](std::uint32_t officer) {
      return std::size_t(ascending ? values[officer] - low : high - values[officer]);
    });
  std::stable_sort(officers.begin(), officers.end(), [&](std::uint32_t a, std::uint32_t b) {
    return ascending ? values[a] < values[b] : values[b] < values[a];
  });
  return officers;
}

}  // namespace

RankingRows ranking_rows(const PlainScoring& scoring, std::size_t ranking, Period period,
                         std::span<const std::uint32_t> ranks, int rank_decimals,
                         const std::function<void(std::string_view)>& take) {
  const Run& run = scoring.run();
  const ScoreRanking& card = run.card().rankings[ranking];
  const LaneScoring::RankedFigures figures = scoring.lanes().ranked(ranking, period);
  const bool ascending = card.written->ascending;
  const auto [grain, number] = scoring.place_of(period);
  const auto has_rank = [&](std::uint32_t officer) {
    return figures.all_ranked || figures.units[officer] != figures.unranked;
  };
  Officers ranked, unranked;
  for (std::uint32_t officer = 0; officer < ranks.size(); ++officer)
    if (scoring.facts(officer, grain, number).is_there) (has_rank(officer) ? ranked : unranked).push_back(officer);
  const std::size_t count = ranked.size() + unranked.size();
  const std::vector<std::string> names = group_names(run, card);
  const auto group_of = group_of_officer(figures);
  Officers officers = figures.units.visit([&](const auto& units) {
    return sorted_by_value(std::move(ranked), units, figures.low, figures.high, figures.all_ranked, ascending);
  });
  officers.insert(officers.end(), unranked.begin(), unranked.end());
  if (!card.by.empty()) {
    Officers by_name(names.size()), place(names.size());
    std::iota(by_name.begin(), by_name.end(), 0U);
    std::sort(by_name.begin(), by_name.end(), [&](auto a, auto b) { return names[a] < names[b]; });
    for (std::uint32_t i = 0; i < by_name.size(); ++i) place[by_name[i]] = i;
    officers = sorted_by_counting(officers, names.size(),
                                  [&](std::uint32_t officer) { return std::size_t(place[group_of(officer)]); });
  }

  const std::string start = csv_cell(run.card().calendar.label(period)) + ",";
  std::vector<std::string> group_cells;
  for (const std::string& name : names) group_cells.push_back(csv_cell(name));
  const std::string state = csv_cell(period_state(run.published()[grain].provisional[number])) + "\n";
  const std::string has_total = ",true,," + state;
  const std::string no_total = ",,true," + csv_cell(std::string(to_text(Unranked::no_total))) + "," + state;
  const FigureTexts value_texts(figures.decimals), rank_texts(rank_decimals);
  const DatasetState& data = run.data();
  std::vector<char> room(kRoom);
  char* at = room.data();
  const auto make_room = [&](std::size_t bytes) {
    if (std::size_t(room.data() + room.size() - at) >= bytes) return;
    take({room.data(), std::size_t(at - room.data())});
    room.resize(std::max(kRoom, bytes));
    at = room.data();
  };
  LeaderList leaders(card.written->id.value, card.grain);
  for (std::size_t i = 0; i < officers.size(); ++i) {
    const std::uint32_t officer = officers[i];
    // In the order of their ranks officers lie anywhere.
    if (i + 2 * kAhead < officers.size()) data.ask_where_key_is(officers[i + 2 * kAhead]);
    if (i + kAhead < officers.size()) {
      const std::uint32_t later = officers[i + kAhead];
      data.ask_for_key(later);
      __builtin_prefetch(&ranks[later]);
    }
    const std::size_t group = group_of(officer);
    const std::string_view key = data.key(officer);
    make_room(start.size() + group_cells[group].size() + most_of_cell(key) + 3 * FigureTexts::kMost + no_total.size());
    at = put_text(at, start);
    at = put_text(at, group_cells[group]);
    if (!has_rank(officer)) {
      at = put_text(at, ",,");
      at = put_short_cell(at, key);
      at = put_text(at, no_total);
      continue;
    }
    at = rank_texts.put(at, ranks[officer]);
    *at++ = ',';
    at = put_short_cell(at, key);
    at = value_texts.put(at, figures.units[officer]);
    at = put_text(at, has_total);
    if (leaders.wants(names[group])) {
      RankedOfficer row;
      row.period = period;
      row.group = names[group];
      row.rank = Decimal{ranks[officer], std::uint8_t(rank_decimals)};
      row.officer = officer;
      row.value = Decimal{figures.units[officer], std::uint8_t(figures.decimals)};
      leaders.add(std::move(row));
    }
  }
  take({room.data(), std::size_t(at - room.data())});
  return {count, std::move(leaders).take()};
}

}  // namespace cwp
