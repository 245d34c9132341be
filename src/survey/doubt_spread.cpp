#include <algorithm>
#include <cmath>
#include <set>

#include "survey/data_doubts.hpp"

namespace cwp {
namespace {

__extension__ typedef __int128 SumOfProducts;

Rational exact_sum(SumOfProducts sum) {
  constexpr std::int64_t kHalf = std::int64_t{1} << 62;
  return Rational(std::int64_t(sum / kHalf)) * Rational(kHalf) + Rational(std::int64_t(sum % kHalf));
}

/// Points of the items that an assessment holds, in units of 10^-decimals, of the rows in which all have some.
struct SpreadTable {
  Grain grain = Grain::month;
  std::vector<const ScoreItem*> items;
  std::vector<std::vector<std::int64_t>> points;  // by item, then row
  std::vector<std::size_t> period_ends;           // rows up to the end of each period
  std::vector<SumOfProducts> full;                // by item, over all rows
  std::size_t rows = 0, officers = 0;
};

constexpr std::size_t kMostItems = 100;
constexpr int kPlaces = 6;  // the most that points have

std::int64_t units_of(const Decimal& decimal) { return decimal.units * power_of_ten(kPlaces - decimal.decimals); }

SpreadTable spread_table(const DataDoubts& doubts, const ScoreTable& table) {
  SpreadTable spread;
  spread.grain = table.grain;
  std::vector<std::size_t> columns;
  for (const ScoreItem& item : doubts.card.items) {
    const auto found = std::find(table.ids.begin(), table.ids.end(), item.written->id.value);
    if (!item.full || !doubts.card.holds(table.grain, item) || found == table.ids.end() || columns.size() == kMostItems)
      continue;
    columns.push_back(std::size_t(found - table.ids.begin()));
    spread.items.push_back(&item);
  }
  spread.points.resize(columns.size());
  spread.full.resize(columns.size());
  std::set<std::size_t> officers;
  const ScoreRow* last = nullptr;
  for (const ScoreRow& row : table.rows) {
    const bool whole = std::all_of(columns.begin(), columns.end(), [&](std::size_t column) {
      const Part& part = row.parts[column];
      return part.points && part.full && part.points->decimals <= kPlaces && part.full->decimals <= kPlaces;
    });
    if (!whole) continue;
    if (last != nullptr && last->period != row.period) spread.period_ends.push_back(spread.rows);
    last = &row;
    officers.insert(row.officer);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      spread.points[i].push_back(units_of(*row.parts[columns[i]].points));
      spread.full[i] += units_of(*row.parts[columns[i]].full);
    }
    ++spread.rows;
  }
  spread.period_ends.push_back(spread.rows);
  spread.officers = officers.size();
  return spread;
}

/// The sum of (x - mean of x) × (y - mean of y), the means being those of each period.
Rational within_periods(const std::vector<std::int64_t>& x, const std::vector<std::int64_t>& y,
                        const std::vector<std::size_t>& ends) {
  Rational sum;
  std::size_t from = 0;
  for (const std::size_t to : ends) {
    SumOfProducts xy = 0, only_x = 0, only_y = 0;
    for (std::size_t i = from; i < to; ++i) {
      xy += SumOfProducts(x[i]) * y[i];
      only_x += x[i];
      only_y += y[i];
    }
    if (to > from) sum += exact_sum(xy) - exact_sum(only_x) * exact_sum(only_y) / Rational(std::int64_t(to - from));
    from = to;
  }
  return sum;
}

/// `0.93`, of the square of it.
std::string correlation_text(const Rational& squared, bool negative) {
  const auto hundredths = std::int64_t(std::floor(std::sqrt(squared.to_double()) * 100 + 0.5));
  return (negative ? "-" : "") + Decimal{hundredths, 2}.to_text();
}

void look_at_weights(const DataDoubts& doubts, const SpreadTable& spread) {
  std::vector<std::int64_t> total(spread.rows);
  for (const auto& points : spread.points)
    for (std::size_t i = 0; i < spread.rows; ++i) total[i] += points[i];
  const Rational variance = within_periods(total, total, spread.period_ends);
  SumOfProducts all_full = 0;
  for (const SumOfProducts full : spread.full) all_full += full;
  if (variance.sign() <= 0 || all_full <= 0) return;
  const Rational two(2), tenth(1, 10);
  for (std::size_t i = 0; i < spread.items.size(); ++i) {
    const Rational said = exact_sum(spread.full[i]) / exact_sum(all_full);
    const Rational real = within_periods(spread.points[i], total, spread.period_ends) / variance;
    const bool more = real >= two * said && real - said >= tenth, less = two * real <= said && said - real >= tenth;
    const bool against = real <= Rational(-1, 20);
    if (more || less || against)
      doubts.add(against ? "data-weight-against"
                 : more  ? "data-weight-more"
                         : "data-weight-less",
                 spread.items[i]->written->id.place,
                 {spread.items[i]->written->id.value, percent_text(said), percent_text(real),
                  std::string(to_text(spread.grain)), std::to_string(spread.rows)});
  }
}

void look_at_pairs(const DataDoubts& doubts, const SpreadTable& spread) {
  std::vector<Rational> variances;
  for (const auto& points : spread.points) variances.push_back(within_periods(points, points, spread.period_ends));
  const Rational least(81, 100);
  for (std::size_t j = 1; j < spread.items.size(); ++j)
    for (std::size_t i = 0; i < j; ++i) {
      if (variances[i].sign() <= 0 || variances[j].sign() <= 0) continue;
      const Rational both = within_periods(spread.points[i], spread.points[j], spread.period_ends);
      const Rational squared = both * both / (variances[i] * variances[j]);
      if (squared >= least)
        doubts.add("data-items-alike", spread.items[j]->written->id.place,
                   {spread.items[j]->written->id.value, spread.items[i]->written->id.value,
                    correlation_text(squared, both.sign() < 0), std::string(to_text(spread.grain)),
                    std::to_string(spread.rows)});
    }
}

}  // namespace

void doubt_spread(const DataDoubts& doubts) {
  const auto& tables = doubts.scores.tables();
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    const SpreadTable spread = spread_table(doubts, *table);
    if (spread.items.size() < 2 || spread.rows < kFewFigures || spread.officers < kFewOfficers) continue;
    look_at_weights(doubts, spread);
    look_at_pairs(doubts, spread);
    return;
  }
}

}  // namespace cwp
