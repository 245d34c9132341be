#include "scorer/officers_anew.hpp"

#include <algorithm>
#include <numeric>

namespace cwp {
namespace {

bool same_entry(const RankingEntry& a, const RankingEntry& b) {
  const auto same_group = [](const RankingEntry::LevelGroup& one, const RankingEntry::LevelGroup& other) {
    return one.text == other.text && one.whole == other.whole;
  };
  return a.ranking == b.ranking && a.period == b.period && a.group == b.group && a.has_group == b.has_group &&
         a.unit == b.unit && a.value == b.value && a.eligible == b.eligible && a.on_duty == b.on_duty &&
         same_with_flags(a.ties, b.ties) && a.vetoes == b.vetoes &&
         std::equal(a.level_groups.begin(), a.level_groups.end(), b.level_groups.begin(), b.level_groups.end(),
                    same_group) &&
         same_with_flags(a.leaves, b.leaves);
}

bool same_promise(const PromiseEntry& a, const PromiseEntry& b) {
  return a.expectation == b.expectation && a.period == b.period && a.group == b.group && a.holds == b.holds;
}

std::pair<std::size_t, Period> key_of(const RankingEntry& entry) { return {entry.ranking, entry.period}; }
std::pair<std::size_t, Period> key_of(const PromiseEntry& entry) { return {entry.expectation, entry.period}; }

/// Where an entry of this key stands, or would.
template <typename Entry>
auto place_of(std::vector<Entry>& entries, const std::pair<std::size_t, Period>& key) {
  return std::lower_bound(entries.begin(), entries.end(), key,
                          [](const Entry& one, const auto& sought) { return key_of(one) < sought; });
}

}  // namespace

OfficersAnew::OfficersAnew(LiveScoring& live, Stale& stale, CellsAnew& cells, bool same_periods)
    : live_(live), run_(*live.whole.run), stale_(stale), cells_(cells), same_periods_(same_periods) {
  anew_.rows.resize(run_.published().size());
}

Anew OfficersAnew::make() {
  if (!same_periods_) drop_other_periods();
  for (const std::size_t officer : stale_.officers())
    if (stale_.whole(officer) || !live_.whole.results[officer].issues.empty() || !make_stale(officer))
      make_whole(officer);
  for (auto& rows : anew_.rows)
    std::sort(rows.begin(), rows.end(), [](const ScoreRow& a, const ScoreRow& b) {
      return std::pair(a.period, a.officer) < std::pair(b.period, b.officer);
    });
  return std::move(anew_);
}

bool OfficersAnew::make_stale(std::size_t officer) {
  const StalePattern& pattern = stale_.pattern(officer);
  cells_.begin(officer);
  cells_.evaluate(pattern.needed);
  if (cells_.has_fault(pattern.needed)) return false;
  std::vector<RowIssue> issues;
  std::vector<std::pair<std::size_t, ScoreRow>> rows;
  for (const auto& [grain, period] : pattern.rows)
    if (auto row = score_row(run_, cells_.officer(), grain, period, keeper_, issues))
      rows.emplace_back(grain, std::move(*row));
  if (!issues.empty()) return false;
  for (auto& [grain, row] : rows) anew_.rows[grain].push_back(std::move(row));
  OfficerResults& results = live_.whole.results[officer];
  const auto present = [&](Period period) {
    return cells_.officer().days().present_days(run_.card().calendar.days(period)) > 0;
  };
  for (const auto& [ranking, i] : pattern.entries)
    if (const Period period = run_.standing().rankings[ranking][i].period; present(period))
      put_entry(officer, results, ranking_entry(run_, cells_.officer(), ranking, period));
  for (const auto& [expectation, i] : pattern.promises)
    if (const Period period = run_.standing().promises[expectation][i]; present(period))
      put_promise(results, expectation, period, promise_entry(run_, cells_.officer(), expectation, period));
  return true;
}

void OfficersAnew::put_entry(std::size_t officer, OfficerResults& results, RankingEntry entry) {
  const auto place = place_of(results.entries, key_of(entry));
  const bool there = place != results.entries.end() && key_of(*place) == key_of(entry);
  if (there && same_entry(*place, entry)) return;
  RankedAnew& ranked = anew_.ranked[key_of(entry)];
  ranked.officers.push_back(officer);
  ranked.members = ranked.members || !there;
  if (there)
    *place = std::move(entry);
  else
    results.entries.insert(place, std::move(entry));
}

void OfficersAnew::put_promise(OfficerResults& results, std::size_t expectation, Period period,
                               std::optional<PromiseEntry> promise) {
  const auto place = place_of(results.promises, {expectation, period});
  const bool there = place != results.promises.end() && key_of(*place) == std::pair(expectation, period);
  if (there && promise && same_promise(*place, *promise)) return;
  if (!there && !promise) return;
  anew_.promises = true;
  if (there && promise)
    *place = std::move(*promise);
  else if (there)
    results.promises.erase(place);
  else
    results.promises.insert(place, std::move(*promise));
}

void OfficersAnew::make_whole(std::size_t officer) {
  std::vector<std::uint32_t> all(live_.needs->size());
  std::iota(all.begin(), all.end(), 0U);
  cells_.begin(officer);
  cells_.evaluate(all);
  OfficerResults made = collect_results(run_, cells_.officer(), keeper_);
  OfficerResults& results = live_.whole.results[officer];
  // Standings point to the entries: those of every period in which he has one are made again.
  const auto mark = [&](const std::vector<RankingEntry>& some, std::vector<RankingEntry>& others) {
    for (const RankingEntry& entry : some) {
      RankedAnew& ranked = anew_.ranked[key_of(entry)];
      if (ranked.officers.empty() || ranked.officers.back() != officer) ranked.officers.push_back(officer);
      const auto place = place_of(others, key_of(entry));
      ranked.members = ranked.members || place == others.end() || key_of(*place) != key_of(entry);
    }
  };
  mark(results.entries, made.entries);
  mark(made.entries, results.entries);
  for (std::size_t g = 0; g < made.rows.size(); ++g)
    std::move(made.rows[g].begin(), made.rows[g].end(), std::back_inserter(anew_.rows[g]));
  made.rows.clear();
  anew_.whole.insert(officer);
  anew_.promises = anew_.promises || !results.promises.empty() || !made.promises.empty();
  anew_.issues = anew_.issues || !results.issues.empty() || !made.issues.empty();
  results = std::move(made);
}

void OfficersAnew::drop_other_periods() {
  const StandingNeeds& standing = run_.standing();
  const auto ranked = [&](const RankingEntry& entry) {
    const auto& periods = standing.rankings[entry.ranking];
    return std::any_of(periods.begin(), periods.end(), [&](const auto& one) { return one.period == entry.period; });
  };
  const auto promised = [&](const PromiseEntry& entry) {
    const auto& periods = standing.promises[entry.expectation];
    return std::find(periods.begin(), periods.end(), entry.period) != periods.end();
  };
  for (OfficerResults& results : live_.whole.results) {
    std::erase_if(results.entries, [&](const RankingEntry& entry) { return !ranked(entry); });
    std::erase_if(results.promises, [&](const PromiseEntry& entry) { return !promised(entry); });
  }
}

}  // namespace cwp
