#include "row/known_rows.hpp"

#include <algorithm>
#include <tuple>

namespace cwp {
namespace {

/// Rows that have a key and were recorded: `recorded(i)` of row i, `key(i)` its key, `clashes(i)` whether a row and a
/// withdrawal of one day contradict each other. `standing` lists the rows that stand, each where the first row with its
/// key was.
template <typename RecordedOf, typename KeyOf, typename Clashes>
std::vector<std::uint32_t> standing(std::size_t size, RecordedOf recorded, KeyOf key, Clashes clashes) {
  std::vector<std::uint32_t> rows(size);
  for (std::uint32_t i = 0; i < size; ++i) rows[i] = i;
  std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(key(a), recorded(a).day, a) < std::tuple(key(b), recorded(b).day, b);
  });
  std::vector<std::pair<std::uint32_t, std::uint32_t>> kept;  // the place of the first row with the key, the row
  for (std::size_t begin = 0, end = 0; begin < size; begin = end) {
    std::uint32_t place = rows[begin];
    std::size_t last = begin;  // where those begin that were recorded last
    for (; end < size && key(rows[end]) == key(rows[begin]); ++end) {
      place = std::min(place, rows[end]);
      if (recorded(rows[end]).day != recorded(rows[last]).day) last = end;
    }
    const auto withdrawals = std::count_if(rows.begin() + std::ptrdiff_t(last), rows.begin() + std::ptrdiff_t(end),
                                           [&](std::uint32_t i) { return recorded(i).withdrawn; });
    const bool contradict =
        withdrawals > 0 && std::size_t(withdrawals) < end - last && recorded(rows[last]).day && clashes(rows[last]);
    if (withdrawals > 0 && !contradict) continue;
    for (std::size_t i = last; i < end; ++i) kept.emplace_back(place, rows[i]);
  }
  std::sort(kept.begin(), kept.end());
  for (std::size_t i = 0; i < kept.size(); ++i) rows[i] = kept[i].second;
  rows.resize(kept.size());
  return rows;
}

template <typename Row>
void keep(std::vector<Row>& rows, const std::vector<std::uint32_t>& standing) {
  std::vector<Row> kept;
  kept.reserve(standing.size());
  for (const std::uint32_t i : standing) kept.push_back(std::move(rows[i]));
  rows = std::move(kept);
}

template <typename Row>
bool any_recorded(const std::vector<Row>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const Row& row) { return row.recorded != Recorded{}; });
}

template <typename Row>
void keep_stretches(std::vector<Row>& rows) {
  if (!any_recorded(rows)) return;
  keep(rows, standing(
                 rows.size(), [&](std::uint32_t i) { return rows[i].recorded; },
                 [&](std::uint32_t i) { return std::tuple(rows[i].officer, rows[i].from); },
                 [](std::uint32_t) { return false; }));
}

/// Of many millions of figures a few were recorded: only those that share a key with them are held against each other.
void keep_figures(InputRows& rows, const Rulebook& rulebook) {
  if (rows.figures_recorded.empty()) return;
  std::vector<FigureInput>& figures = rows.figures;
  const std::vector<Recorded>& recorded = rows.figures_recorded;
  const auto key_of = [](const FigureInput& figure) {
    return std::tuple(figure.officer, figure.metric, figure.period);
  };
  std::vector<decltype(key_of(figures[0]))> keys;
  for (std::size_t i = 0; i < recorded.size(); ++i)
    if (recorded[i] != Recorded{}) keys.push_back(key_of(figures[i]));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::vector<bool> of_whom;  // by officer: one of his was recorded
  for (const auto& key : keys) of_whom.resize(std::max<std::size_t>(of_whom.size(), std::get<0>(key) + 1));
  for (const auto& key : keys) of_whom[std::get<0>(key)] = true;
  std::vector<std::uint32_t> some;  // figures with one of these keys
  for (std::uint32_t i = 0; i < figures.size(); ++i)
    if (figures[i].officer < of_whom.size() && of_whom[figures[i].officer] &&
        std::binary_search(keys.begin(), keys.end(), key_of(figures[i])))
      some.push_back(i);
  std::vector<std::uint32_t> stand = standing(
      some.size(), [&](std::uint32_t i) { return some[i] < recorded.size() ? recorded[some[i]] : Recorded{}; },
      [&](std::uint32_t i) { return key_of(figures[some[i]]); },
      [&](std::uint32_t i) { return rulebook.metrics[figures[some[i]].metric].on_duplicate == OnDuplicate::error; });
  std::sort(stand.begin(), stand.end());
  std::size_t to = 0;
  auto next_some = some.begin();
  auto next_standing = stand.begin();
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (next_some != some.end() && *next_some == i) {
      const auto at = std::uint32_t(next_some++ - some.begin());
      if (next_standing == stand.end() || *next_standing != at) continue;
      ++next_standing;
    }
    figures[to++] = figures[i];
  }
  figures.resize(to);
  rows.figures_recorded.clear();
}

/// All that a fact says. Numbers by value: 5 and 5.0 are the same.
std::string content(const FactInput& fact) {
  std::string text;
  for (const Value& value : fact.values) text += to_text(value) + '\n';
  for (const ColumnRefusal& refused : fact.refused) text += std::to_string(refused.column) + refused.written + '\n';
  return text;
}

void keep_facts(std::vector<FactInput>& facts) {
  if (!any_recorded(facts)) return;
  std::vector<std::string> contents;
  for (const FactInput& fact : facts) contents.push_back(content(fact));
  keep(facts, standing(
                  facts.size(), [&](std::uint32_t i) { return facts[i].recorded; },
                  [&](std::uint32_t i) {
                    return std::tuple(facts[i].table, facts[i].officer, facts[i].day, std::string_view(contents[i]));
                  },
                  [](std::uint32_t) { return false; }));
}

}  // namespace

void keep_known(InputRows& rows, const Rulebook& rulebook) {
  keep_stretches(rows.roster);
  keep_stretches(rows.duty);
  keep_figures(rows, rulebook);
  keep_facts(rows.facts);
}

}  // namespace cwp
