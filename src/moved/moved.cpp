#include "cwp/moved.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>

#include "bulletin/titles.hpp"
#include "decimal/rational.hpp"
#include "moved/moved_between.hpp"
#include "row/officer_order.hpp"
#include "table/cell_text.hpp"

namespace cwp {
namespace {

/// A printed cell, and the number in it.
struct MovedCell {
  std::string text;
  std::optional<Decimal> number;

  MovedCell() = default;
  MovedCell(std::string_view word) : text(word) {}  // NOLINT: a word is a cell
  MovedCell(const std::optional<Decimal>& figure)   // NOLINT: so is a figure
      : text(figure ? figure->to_text() : ""), number(figure) {}
};

std::optional<Decimal> moved_by(const MovedCell& before, const MovedCell& after) {
  if (!before.number || !after.number) return {};
  const int places = std::max(before.number->decimals, after.number->decimals);
  return (Rational(*after.number) - Rational(*before.number)).to_decimal(places);
}

// Whether two cells are printed alike, where that is seen without printing them.
bool same_cell(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a.has_value() == b.has_value() && (!a || (a->units == b->units && a->decimals == b->decimals));
}
bool same_cell(std::string_view a, std::string_view b) { return a == b; }
bool same_cell(const MovedCell& a, const MovedCell& b) { return a.text == b.text; }

/// Whom a row is about, and when; sorted as figures are listed: officers in their order, then units by their names.
struct MovedKey {
  static constexpr std::size_t kUnit = SIZE_MAX;

  Period period;
  std::size_t place = kUnit;  ///< of the officer's key among all
  std::string_view unit;      ///< empty: an officer
  friend auto operator<=>(const MovedKey&, const MovedKey&) = default;
};

/// Where the officers of both scores stand among all of them.
class MovedOfficers {
 public:
  MovedOfficers(const Scores& before, const Scores& after) : before_(before), after_(after) {
    if (&before.data().state() == &after.data().state()) return;
    for (const Scores* scores : {&before, &after})
      for (std::size_t officer = 0; officer < scores->data().officer_count(); ++officer)
        keys_.emplace_back(scores->data().officer_key(officer));
    sort_officer_keys(keys_);
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    std::unordered_map<std::string_view, std::size_t> place;
    for (std::size_t i = 0; i < keys_.size(); ++i) place.emplace(keys_[i], i);
    for (const Scores* scores : {&before, &after}) {
      std::vector<std::size_t>& places = scores == &before ? places_before_ : places_after_;
      for (std::size_t officer = 0; officer < scores->data().officer_count(); ++officer)
        places.push_back(place.at(scores->data().officer_key(officer)));
    }
  }

  /// Of an officer in one of the two; where both are of the same data, these know the order.
  std::size_t place(const Scores& scores, std::size_t officer) const {
    if (keys_.empty()) return officer;
    return (&scores == &before_ ? places_before_ : places_after_)[officer];
  }
  std::string_view key(std::size_t place) const {
    return keys_.empty() ? after_.data().officer_key(place) : std::string_view(keys_[place]);
  }

 private:
  const Scores& before_;
  const Scores& after_;
  std::vector<std::string> keys_;  ///< in their order; none where the data of both are the same
  std::vector<std::size_t> places_before_, places_after_;
};

/// Rows of one of the two by whom they are about, the first where there are more; `rows` outlives them.
template <class Row>
using RowsByKey = std::vector<std::pair<MovedKey, const Row*>>;
template <class Row, class KeyOf>
RowsByKey<Row> rows_by_key(const std::vector<Row>& rows, KeyOf key_of_row) {
  RowsByKey<Row> found;
  found.reserve(rows.size());
  for (const Row& row : rows) found.emplace_back(key_of_row(row), &row);
  const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (!std::is_sorted(found.begin(), found.end(), before)) std::stable_sort(found.begin(), found.end(), before);
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

/// The periods of rows that are sorted by them.
template <class Row>
void add_periods(const std::vector<Row>& rows, std::set<Period>& periods) {
  for (auto row = rows.begin(); row != rows.end();) {
    const Period period = row->period;
    periods.insert(period);
    row = std::partition_point(row, rows.end(), [&](const Row& one) { return !(period < one.period); });
  }
}

template <class Table>
const Table* table_named(const std::vector<Table>& tables, const std::string& id) {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& table) { return table.id == id; });
  return found == tables.end() ? nullptr : &*found;
}

class MovedLister {
 public:
  MovedLister(const Scores& before, const Scores& after) : before_(before), after_(after), officers_(before, after) {}

  Movement all(const std::set<Period>& before, const std::set<Period>& after) {
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(movement_.only_before));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                        std::back_inserter(movement_.only_after));
    std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::inserter(both_, both_.end()));
    for (const ScoreTable& table : after_.tables()) points(before_.table(table.grain), &table);
    for (const ScoreTable& table : before_.tables())
      if (!after_.table(table.grain)) points(&table, nullptr);
    named(before_.rankings(), after_.rankings(), &MovedLister::ranks);
    named(before_.grades(), after_.grades(), &MovedLister::grades);
    named(before_.awards(), after_.awards(), &MovedLister::awards);
    promises();
    sort();
    return std::move(movement_);
  }

 private:
  void add(const MovedKey& key, Moving what, const std::string& id, const MovedCell& before, const MovedCell& after) {
    if (before.text == after.text) return;
    const bool unit = key.place == MovedKey::kUnit;
    movement_.figures.push_back({key.period, std::string(unit ? std::string_view(key.unit) : officers_.key(key.place)),
                                 unit, what, id, before.text, after.text, moved_by(before, after)});
    keys_.push_back(key);
  }

  /// Calls `compare(key, row before, row after)` for everybody in one of them; null where he is not.
  template <class Row, class KeyBefore, class KeyAfter, class Compare>
  void pairs(const std::vector<Row>* before, const std::vector<Row>* after, KeyBefore key_before, KeyAfter key_after,
             Compare compare) {
    static const std::vector<Row> none;
    const RowsByKey<Row> of_before = rows_by_key(before ? *before : none, key_before);
    const RowsByKey<Row> of_after = rows_by_key(after ? *after : none, key_after);
    auto old = of_before.begin();
    auto now = of_after.begin();
    while (old != of_before.end() || now != of_after.end()) {
      const bool has_old = old != of_before.end() && (now == of_after.end() || old->first <= now->first);
      const bool has_now = now != of_after.end() && (!has_old || old->first == now->first);
      const MovedKey& key = has_old ? old->first : now->first;
      if (both_.contains(key.period)) compare(key, has_old ? old->second : nullptr, has_now ? now->second : nullptr);
      if (has_old) ++old;
      if (has_now) ++now;
    }
  }
  template <class Table, class Compare>
  void standing_pairs(const Table* before, const Table* after, Compare compare) {
    const auto key_in = [&](const Scores& scores) {
      return [&](const auto& row) {
        if (!row.subject.empty()) return MovedKey{row.period, MovedKey::kUnit, row.subject};
        return MovedKey{row.period, officers_.place(scores, row.officer), {}};
      };
    };
    pairs(before ? &before->rows : nullptr, after ? &after->rows : nullptr, key_in(before_), key_in(after_), compare);
  }

  void points(const ScoreTable* before, const ScoreTable* after) {
    const auto key = [this](const Scores& scores) {
      return [this, &scores](const ScoreRow& row) {
        return MovedKey{row.period, officers_.place(scores, row.officer), {}};
      };
    };
    std::vector<std::string> ids = after ? after->ids : before->ids;
    if (before && after)
      for (const std::string& id : before->ids)
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    const auto columns_of = [&](const ScoreTable* table) {
      std::vector<std::size_t> columns(ids.size(), std::string::npos);
      for (std::size_t i = 0; table && i < table->ids.size(); ++i)
        columns[static_cast<std::size_t>(std::find(ids.begin(), ids.end(), table->ids[i]) - ids.begin())] = i;
      return columns;
    };
    const std::vector<std::size_t> columns_before = columns_of(before), columns_after = columns_of(after);
    const auto points_of = [](const ScoreRow* row, std::size_t column) {
      return row && column != std::string::npos ? row->parts[column].points : std::nullopt;
    };
    pairs(before ? &before->rows : nullptr, after ? &after->rows : nullptr, key(before_), key(after_),
          [&](const MovedKey& who, const ScoreRow* old_row, const ScoreRow* new_row) {
            for (std::size_t i = 0; i < ids.size(); ++i) {
              const auto was = points_of(old_row, columns_before[i]), is = points_of(new_row, columns_after[i]);
              if (!same_cell(was, is)) add(who, Moving::points, ids[i], was, is);
            }
            const auto both = [&](Moving what, auto read) { cell(who, what, "", old_row, new_row, read); };
            both(Moving::reachable, [](const ScoreRow& row) { return row.total().reachable; });
            both(Moving::coverage, [](const ScoreRow& row) { return row.total().coverage; });
            both(Moving::state, [](const ScoreRow& row) { return to_text(row.state); });
            both(Moving::vetoes, [&](const ScoreRow& row) {
              return row.vetoes.empty() ? std::string() : vetoes_cell(row, *(&row == old_row ? before : after));
            });
          });
  }

  template <class Table>
  void named(const std::vector<Table>& before, const std::vector<Table>& after,
             void (MovedLister::*compare)(const std::string&, const Table*, const Table*)) {
    for (const Table& table : after) (this->*compare)(table.id, table_named(before, table.id), &table);
    for (const Table& table : before)
      if (!table_named(after, table.id)) (this->*compare)(table.id, &table, nullptr);
  }

  /// One cell of a row that may not be there.
  template <class Row, class Read>
  void cell(const MovedKey& who, Moving what, const std::string& id, const Row* before, const Row* after, Read read) {
    if (before && after && same_cell(read(*before), read(*after))) return;
    add(who, what, id, before ? MovedCell(read(*before)) : MovedCell(), after ? MovedCell(read(*after)) : MovedCell());
  }

  void ranks(const std::string& id, const RankingTable* before, const RankingTable* after) {
    using Row = RankedOfficer;
    standing_pairs(before, after, [&](const MovedKey& who, const Row* old_row, const Row* new_row) {
      cell(who, Moving::group, id, old_row, new_row, [](const Row& row) { return std::string_view(row.group); });
      cell(who, Moving::rank, id, old_row, new_row, [](const Row& row) { return row.rank; });
      cell(who, Moving::value, id, old_row, new_row, [](const Row& row) { return row.value; });
      cell(who, Moving::eligible, id, old_row, new_row,
           [](const Row& row) { return std::string_view(row.eligible ? "true" : "false"); });
      cell(who, Moving::no_rank, id, old_row, new_row, [](const Row& row) { return no_rank_cell(row); });
    });
  }
  void grades(const std::string& id, const GradeTable* before, const GradeTable* after) {
    using Row = GradedOfficer;
    standing_pairs(before, after, [&](const MovedKey& who, const Row* old_row, const Row* new_row) {
      cell(who, Moving::grade, id, old_row, new_row, [](const Row& row) { return std::string_view(row.grade); });
      cell(who, Moving::no_grade, id, old_row, new_row,
           [](const Row& row) { return row.reason == Ungraded::none ? std::string_view() : to_text(row.reason); });
    });
  }
  void awards(const std::string& id, const AwardTable* before, const AwardTable* after) {
    using Row = AwardedOfficer;
    standing_pairs(before, after, [&](const MovedKey& who, const Row* old_row, const Row* new_row) {
      cell(who, Moving::award, id, old_row, new_row,
           [](const Row& row) { return row.amount ? MovedCell(row.amount) : MovedCell("true"); });
      cell(who, Moving::award_rank, id, old_row, new_row, [](const Row& row) { return row.rank; });
    });
  }
  void promises() {
    using Told = std::set<std::pair<MovedKey, std::string>>;
    const auto told = [this](const Scores& scores) {
      Told broken;
      for (const BrokenExpectation& one : scores.broken_expectations()) {
        if (!both_.contains(one.period)) continue;
        if (one.officer)
          broken.emplace(MovedKey{one.period, officers_.place(scores, *one.officer), {}}, one.id);
        else
          broken.emplace(MovedKey{one.period, MovedKey::kUnit, one.group}, one.id);
      }
      return broken;
    };
    const Told before = told(before_), after = told(after_);
    const auto cell_of = [](const Told& all, const Told::value_type& one) {
      return MovedCell(all.contains(one) ? std::string_view("broken") : std::string_view());
    };
    for (const Told* some : {&after, &before})
      for (const auto& one : *some)
        if (some == &after || !after.contains(one))
          add(one.first, Moving::promise, one.second, cell_of(before, one), cell_of(after, one));
  }

  /// By keys; what somebody has in one period stays in the order in which it was compared.
  void sort() {
    std::vector<std::uint32_t> order(keys_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return keys_[a] < keys_[b]; });
    std::vector<MovedFigure> sorted;
    sorted.reserve(order.size());
    for (const std::uint32_t i : order) sorted.push_back(std::move(movement_.figures[i]));
    movement_.figures = std::move(sorted);
  }

  const Scores& before_;
  const Scores& after_;
  const MovedOfficers officers_;
  std::set<Period> both_;
  Movement movement_;
  std::vector<MovedKey> keys_;  ///< by figure
};

}  // namespace

std::string_view to_text(Moving what) {
  constexpr std::string_view kTexts[] = {"points", "reachable", "coverage", "state",      "vetoes",
                                         "group",  "rank",      "value",    "eligible",   "no_rank",
                                         "grade",  "no_grade",  "award",    "award_rank", "promise"};
  return kTexts[static_cast<std::size_t>(what)];
}

std::set<Period> published_periods(const Scores& scores) {
  std::set<Period> periods;
  for (const ScoreTable& table : scores.tables()) add_periods(table.rows, periods);
  for (const RankingTable& table : scores.rankings()) add_periods(table.rows, periods);
  return periods;
}

Movement moved_between(const Scores& before, const Scores& after, const std::set<Period>& published_before,
                       const std::set<Period>& published_after) {
  return MovedLister(before, after).all(published_before, published_after);
}

Movement what_moved(const Scores& before, const Scores& after) {
  return moved_between(before, after, published_periods(before), published_periods(after));
}

}  // namespace cwp
