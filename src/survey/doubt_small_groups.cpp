#include <algorithm>
#include <map>
#include <set>

#include "data/dataset_state.hpp"
#include "exact/evaluate.hpp"
#include "graph/visit_terms.hpp"
#include "survey/data_doubts.hpp"

namespace cwp {
namespace {

constexpr std::size_t kFewPeers = 5;

/// Officers by group, in one period.
using GroupSizes = std::map<std::string, std::size_t>;

void report_groups(const DataDoubts& doubts, const Place& place, const GroupSizes& sizes, Period period) {
  std::size_t small = 0;
  const std::pair<const std::string, std::size_t>* smallest = nullptr;
  for (const auto& group : sizes) {
    if (group.second >= kFewPeers) continue;
    ++small;
    if (smallest == nullptr || group.second < smallest->second) smallest = &group;
  }
  if (smallest == nullptr) return;
  doubts.add("data-few-peers", place,
             {std::to_string(smallest->second), smallest->first.empty() ? "-" : smallest->first,
              doubts.card.calendar.label(period), std::to_string(small), std::to_string(sizes.size())});
}

/// The table of the grain, else the longest: in which period groups are counted.
const ScoreTable* counted_in(const DataDoubts& doubts, Grain grain) {
  const ScoreTable* table = doubts.scores.table(grain);
  if (table != nullptr && !table->rows.empty()) return table;
  for (const ScoreTable& other : doubts.scores.tables())
    if (!other.rows.empty()) table = &other;
  return table;
}

GroupSizes groups_by(const DataDoubts& doubts, const std::vector<std::uint32_t>& by, const ScoreTable& table) {
  const DatasetState& data = doubts.scores.data().state();
  const Period period = table.rows.back().period;
  GroupSizes sizes;
  for (auto row = table.rows.rbegin(); row != table.rows.rend() && row->period == period; ++row) {
    const auto officer = data.officer(row->officer);
    std::string name;
    bool known = true;
    for (const std::uint32_t attribute : by) {
      const RosterRow* roster =
          attribute_row(doubts.card, data, *officer, attribute, doubts.card.calendar.days(period));
      known = known && roster != nullptr && roster->attributes[attribute].present();
      if (known) name += (name.empty() ? "" : "/") + plain_text(roster->attributes[attribute]);
    }
    if (known) ++sizes[name];
  }
  return sizes;
}

}  // namespace

void doubt_small_groups(const DataDoubts& doubts) {
  if (doubts.scores.data().officer_count() < kFewOfficers) return;
  for (const RankingTable& ranking : doubts.scores.rankings()) {
    if (ranking.rows.empty()) continue;
    const Period period = ranking.rows.back().period;
    GroupSizes sizes;
    for (auto row = ranking.rows.rbegin(); row != ranking.rows.rend() && row->period == period; ++row)
      if (row->rank) ++sizes[row->group];
    for (const ScoreRanking& written : doubts.card.rankings)
      if (written.written->id.value == ranking.id && !written.unit)
        report_groups(doubts, written.written->id.place, sizes, period);
  }
  std::set<std::pair<std::vector<std::uint32_t>, const void*>> seen;
  visit_terms(doubts.card, [&](const Term& term) {
    if (term.kind != TermKind::gather || term.by.empty()) return;
    const ScoreTable* table = counted_in(doubts, term.place);
    // One warning for each way of grouping: the first formula that has it.
    if (table == nullptr || table->rows.empty() || !seen.emplace(term.by, table).second) return;
    report_groups(doubts, term.source, groups_by(doubts, term.by, *table), table->rows.back().period);
  });
}

}  // namespace cwp
