#include "cwp/why_moved.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "check/checked_state.hpp"
#include "reasons/asked_row.hpp"
#include "reasons/value_lines.hpp"

namespace cwp {
namespace {

/// One period of a ranking as the group of one row sees it.
struct SeenGroup {
  std::map<std::string, const RankedOfficer*> ranked;  ///< with a rank, by name
  RankedThen own;
};

SeenGroup seen_group(const RankingTable& table, const Scores& scores, const RankedOfficer& own) {
  SeenGroup seen;
  for (const RankedOfficer& row : table.rows)
    if (row.period == own.period && row.group == own.group && row.rank) seen.ranked.emplace(who(row, scores), &row);
  seen.own = {own.period, own.group, own.rank, own.value, own.reason, seen.ranked.size()};
  return seen;
}

/// What another one adds to a rank, in halves: 2 where he is ahead, with `fractional` 1 where he is level.
int halves_of(const RankedOfficer* other, const Decimal& rank, RankMethod method) {
  if (other == nullptr) return 0;
  if (*other->rank < rank) return 2;
  return method == RankMethod::fractional && *other->rank == rank ? 1 : 0;
}

/// How many of those ahead share a rank with another one ahead, but for the first of each rank.
std::int64_t level_ahead(const SeenGroup& seen) {
  std::set<Decimal> ranks;
  std::int64_t ahead = 0;
  for (const auto& [name, row] : seen.ranked)
    if (*row->rank < *seen.own.rank) {
      ++ahead;
      ranks.insert(*row->rank);
    }
  return ahead - std::int64_t(ranks.size());
}

std::optional<Decimal> less(const std::optional<Decimal>& after, const std::optional<Decimal>& before) {
  if (!after || !before) return std::nullopt;
  return (Rational(*after) - Rational(*before)).to_decimal(std::max(after->decimals, before->decimals));
}

void add_others(const SeenGroup& before, const SeenGroup& after, RankMethod method, RankMove& move) {
  const bool fractional = method == RankMethod::fractional;
  std::set<std::string> names;
  for (const SeenGroup* seen : {&before, &after})
    for (const auto& [name, row] : seen->ranked) names.insert(name);
  names.erase(move.who);
  for (const std::string& name : names) {
    const auto row_in = [&](const SeenGroup& seen) {
      const auto found = seen.ranked.find(name);
      return found == seen.ranked.end() ? nullptr : found->second;
    };
    const RankedOfficer *then = row_in(before), *now = row_in(after);
    const int halves = halves_of(now, *after.own.rank, method) - halves_of(then, *before.own.rank, method);
    if (halves == 0) continue;
    PassingOne one;
    one.who = name;
    one.passing = !then        ? Passing::joined_above
                  : !now       ? Passing::left_above
                  : halves > 0 ? Passing::passed_me
                               : Passing::i_passed;
    if (then) one.rank_before = then->rank, one.value_before = then->value;
    if (now) one.rank_after = now->rank, one.value_after = now->value;
    one.by = fractional ? Decimal{halves * 5, 1} : Decimal{halves / 2, 0};
    move.others.push_back(std::move(one));
  }
  std::stable_sort(move.others.begin(), move.others.end(), [](const PassingOne& a, const PassingOne& b) {
    if (a.passing != b.passing) return a.passing < b.passing;
    const auto rank = [](const PassingOne& one) { return one.rank_after ? *one.rank_after : *one.rank_before; };
    return rank(a) < rank(b);
  });
  if (method == RankMethod::dense) move.level = {level_ahead(after) - level_ahead(before), 0};
}

}  // namespace

std::string_view to_text(ValueLineKind kind) {
  constexpr std::string_view kTexts[] = {"item", "category", "adjustment", "formula",
                                         "base", "factor",   "veto",       "limits"};
  return kTexts[static_cast<std::size_t>(kind)];
}

std::string_view to_text(Passing passing) {
  constexpr std::string_view kTexts[] = {"passed_me", "i_passed", "joined_above", "left_above"};
  return kTexts[static_cast<std::size_t>(passing)];
}

Result<RankMove> why_moved(const Scores& scores, std::string_view ranking, std::string_view name, Period since,
                           Period period) {
  const Scorecard& card = scores.state().plan.rules().state().scorecard;
  const ScoreRanking* written = ranking_named(card, ranking);
  const RankingTable* table = scores.ranking(ranking);
  if (!written || !table) return ranking_not_there(ranking);
  const RankedOfficer *then = listed_row(*table, scores, since, name), *now = listed_row(*table, scores, period, name);
  for (const auto& [row, at] : {std::pair(then, since), std::pair(now, period)})
    if (!row) return not_in_ranking(scores, name, *table, at);

  const SeenGroup before = seen_group(*table, scores, *then), after = seen_group(*table, scores, *now);
  RankMove move;
  move.ranking = ranking;
  move.who = who(*now, scores);
  move.before = before.own;
  move.after = after.own;
  move.value_change = less(after.own.value, before.own.value);
  move.rank_change = less(after.own.rank, before.own.rank);
  if (move.rank_change) add_others(before, after, written->written->method, move);
  if (move.value_change) {
    const OfficerInPeriod old_side(scores, then->officer, since), new_side(scores, now->officer, period);
    const NodeId of = new_side.run->graph().rankings[std::size_t(written - card.rankings.data())].of;
    auto lines = value_lines(of, old_side, new_side, *before.own.value, *after.own.value);
    if (lines)
      move.lines = std::move(*lines);
    else
      move.value_change.reset();
  }
  return move;
}

}  // namespace cwp
