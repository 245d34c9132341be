#include "row/spread_sheets.hpp"

#include <algorithm>
#include <numeric>

namespace cwp {
namespace {

template <typename Row>
bool stands_before(const Row& a, const Row& b) {
  return std::pair(a.origin.file, a.origin.line) < std::pair(b.origin.file, b.origin.line);
}

/// The things from `first` on are those of `order`.
template <typename Thing>
void permute(std::vector<Thing>& things, std::size_t first, const std::vector<std::uint32_t>& order) {
  std::vector<Thing> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(things[i]));
  std::move(sorted.begin(), sorted.end(), things.begin() + std::ptrdiff_t(first));
}

}  // namespace

Decimal large_figure(std::int32_t written) {
  constexpr std::int32_t kPlaces = (1 << PlainColumn::kPlaces) - 1;
  return {written >> PlainColumn::kPlaces, std::uint8_t(written & kPlaces)};
}

void spread_row(const PlainSheet& sheet, std::size_t row, std::vector<FigureInput>& figures) {
  FigureInput figure;
  figure.officer = sheet.officers[row];
  const PlainSheet::Date date = sheet.date(row);
  figure.period = date.period;
  if (date.day != PlainSheet::kNoDay) figure.day = Day{date.day};
  figure.origin = {sheet.file, sheet.lines[row]};
  for (const PlainColumn& column : sheet.columns) {
    figure.metric = column.metric;
    if (column.small) {
      if (column.small[row] == PlainColumn::kNoSmall) continue;
      figure.value = {column.small[row], 0};
    } else {
      if (column.large[row] == PlainColumn::kNoLarge) continue;
      figure.value = large_figure(column.large[row]);
    }
    figures.push_back(figure);
  }
}

RosterInput roster_row(const PlainRoster& roster, std::size_t row) {
  RosterInput input;
  input.officer = roster.officers[row];
  input.origin = {roster.file, roster.lines[row]};
  for (const PlainRoster::Column& column : roster.columns)
    input.attributes.emplace(column.attribute, column.texts[column.numbers[row]]);
  return input;
}

void sort_by_place(InputRows& rows, std::size_t first) {
  if (!rows.figures_recorded.empty()) rows.figures_recorded.resize(rows.figures.size());
  const auto begin = rows.figures.begin() + std::ptrdiff_t(first);
  if (std::is_sorted(begin, rows.figures.end(), stands_before<FigureInput>)) return;
  std::vector<std::uint32_t> order(rows.figures.size() - first);
  std::iota(order.begin(), order.end(), std::uint32_t(first));
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return stands_before(rows.figures[a], rows.figures[b]); });
  permute(rows.figures, first, order);
  if (!rows.figures_recorded.empty()) permute(rows.figures_recorded, first, order);
}

void spread_sheets(InputRows& rows, const RowsMark& before) {
  for (std::size_t i = before.rosters; i < rows.rosters.size(); ++i)
    for (std::size_t row = 0; row < rows.rosters[i].officers.size(); ++row)
      rows.roster.push_back(roster_row(rows.rosters[i], row));
  if (rows.rosters.size() > before.rosters)
    std::stable_sort(rows.roster.begin() + std::ptrdiff_t(before.roster), rows.roster.end(),
                     stands_before<RosterInput>);
  rows.rosters.resize(before.rosters);
  if (rows.sheets.size() == before.sheets) return;
  for (std::size_t i = before.sheets; i < rows.sheets.size(); ++i)
    for (std::size_t row = 0; row < rows.sheets[i].rows; ++row)
      if (rows.sheets[i].officers[row] != PlainSheet::kNoRow) spread_row(rows.sheets[i], row, rows.figures);
  rows.sheets.resize(before.sheets);
  sort_by_place(rows, before.figures);
}

}  // namespace cwp
