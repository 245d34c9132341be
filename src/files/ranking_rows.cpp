#include "files/ranking_rows.hpp"

#include <algorithm>
#include <memory>
#include <numeric>

#include "data/column_store.hpp"
#include "files/csv_rows.hpp"
#include "files/leaders.hpp"

namespace cwp {
namespace {

using Officers = std::vector<std::uint32_t>;

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

template <typename Number>
Officers sorted_by_value(std::span<const Number> values, std::int64_t low, std::int64_t high, bool ascending) {
  Officers officers(values.size());
  std::iota(officers.begin(), officers.end(), 0U);
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

/// Of the ranking's groups; one without a name where there are none.
std::vector<std::string> group_names(const Run& run, const ScoreRanking& ranking) {
  if (ranking.by.empty()) return {""};
  std::vector<std::string> names;
  for (const Value& value : run.data().columns->attributes[ranking.by[0]].values) names.push_back(plain_text(value));
  return names;
}

}  // namespace

RankingRows ranking_rows(const PlainScoring& scoring, std::size_t ranking, Period period,
                         const std::vector<std::uint32_t>& ranks, int rank_decimals) {
  const Run& run = scoring.run();
  const ScoreRanking& card = run.card().rankings[ranking];
  const LaneScoring::RankedFigures figures = scoring.lanes().ranked(ranking, period);
  const bool ascending = card.written->ascending;
  Officers officers = figures.units.visit(
      [&](const auto& units) { return sorted_by_value(units, figures.low, figures.high, ascending); });
  const std::vector<std::string> names = group_names(run, card);
  const auto group_of = [numbers = figures.grouping->numbers](std::uint32_t officer) {
    return numbers == nullptr ? std::size_t{0} : std::size_t(numbers[officer]);
  };
  if (!card.by.empty()) {
    Officers by_name(names.size()), place(names.size());
    std::iota(by_name.begin(), by_name.end(), 0U);
    std::sort(by_name.begin(), by_name.end(), [&](auto a, auto b) { return names[a] < names[b]; });
    for (std::uint32_t i = 0; i < by_name.size(); ++i) place[by_name[i]] = i;
    officers = sorted_by_counting(officers, names.size(),
                                  [&](std::uint32_t officer) { return std::size_t(place[group_of(officer)]); });
  }

  std::string start(most_of_cell(run.card().calendar.label(period)) + 1, '\0');
  start.resize(std::size_t(put_cell(start.data(), run.card().calendar.label(period)) - start.data()));
  start += ',';
  std::vector<std::string> group_cells;
  for (const std::string& name : names) {
    std::string& cell = group_cells.emplace_back(most_of_cell(name), '\0');
    cell.resize(std::size_t(put_cell(cell.data(), name) - cell.data()));
  }
  std::size_t most = 0;
  for (std::size_t officer = 0; officer < officers.size(); ++officer)
    most += most_of_cell(run.data().key(officer)) + group_cells[group_of(std::uint32_t(officer))].size();
  most += officers.size() * (start.size() + 2 * FigureTexts::kMost + 16) + 16;
  const auto text = std::make_unique_for_overwrite<char[]>(most);
  const FigureTexts value_texts(figures.decimals), rank_texts(rank_decimals);
  char* at = text.get();
  LeaderList leaders(card.written->id.value, card.grain);
  for (const std::uint32_t officer : officers) {
    const std::size_t group = group_of(officer);
    at = put_text(at, start);
    at = put_text(at, group_cells[group]);
    at = rank_texts.put(at, ranks[officer]);
    *at++ = ',';
    at = put_cell(at, run.data().key(officer));
    at = value_texts.put(at, figures.units[officer]);
    at = put_text(at, ",true,\n");
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
  return {std::string(text.get(), std::size_t(at - text.get())), std::move(leaders).take()};
}

}  // namespace cwp
