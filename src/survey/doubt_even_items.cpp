#include <algorithm>
#include <set>

#include "survey/data_doubts.hpp"

namespace cwp {
namespace {

/// Where an item's points stand: in the assessment of its own grain, else in the shortest that holds it.
const ScoreTable* table_of(const DataDoubts& doubts, const ScoreItem& item, std::size_t& column) {
  for (const ScoreTable& table : doubts.scores.tables()) {
    if (table.grain < item.grain || !doubts.card.holds(table.grain, item)) continue;
    const auto found = std::find(table.ids.begin(), table.ids.end(), item.written->id.value);
    if (found == table.ids.end()) continue;
    column = std::size_t(found - table.ids.begin());
    return &table;
  }
  return nullptr;
}

}  // namespace

void doubt_even_items(const DataDoubts& doubts) {
  const Rational nearly_all(19, 20);
  for (const ScoreItem& item : doubts.card.items) {
    std::size_t column = 0;
    const ScoreTable* table = table_of(doubts, item, column);
    if (table == nullptr) continue;
    std::int64_t figures = 0, full = 0, nothing = 0;
    std::set<std::size_t> officers;
    for (const ScoreRow& row : table->rows) {
      const Part& part = row.parts[column];
      if (!part.points || !part.full || part.full->units <= 0) continue;
      ++figures;
      officers.insert(row.officer);
      if (*part.points >= *part.full) ++full;
      if (part.points->units <= 0) ++nothing;
    }
    if (std::size_t(figures) < kFewFigures || officers.size() < kFewOfficers) continue;
    for (const auto& [slug, count] : {std::pair("data-all-full", full), {"data-all-nothing", nothing}})
      if (Rational(count, figures) >= nearly_all)
        doubts.add(slug, item.written->id.place,
                   {item.written->id.value, std::to_string(count), std::to_string(figures),
                    percent_text(Rational(count, figures))});
  }
}

}  // namespace cwp
