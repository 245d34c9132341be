#include "cwp/moved.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

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

/// The officer's key, or the unit.
using MovedKey = std::tuple<Period, bool, std::string>;

template <class Row>
MovedKey key_of(const Row& row, const Scores& scores) {
  return {row.period, !row.subject.empty(), who(row, scores)};
}

/// Rows of one of the two by whom they are about; `rows` outlives it.
template <class Row, class KeyOf>
std::map<MovedKey, const Row*> rows_by_key(const std::vector<Row>& rows, KeyOf key_of_row) {
  std::map<MovedKey, const Row*> found;
  for (const Row& row : rows) found.emplace(key_of_row(row), &row);
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
  MovedLister(const Scores& before, const Scores& after) : before_(before), after_(after) {}

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
    const auto& [period, unit, name] = key;
    if (before.text == after.text || !both_.contains(period)) return;
    movement_.figures.push_back({period, name, unit, what, id, before.text, after.text, moved_by(before, after)});
  }

  /// Calls `compare(key, row before, row after)` for everybody in one of them; null where he is not.
  template <class Row, class KeyBefore, class KeyAfter, class Compare>
  void pairs(const std::vector<Row>* before, const std::vector<Row>* after, KeyBefore key_before, KeyAfter key_after,
             Compare compare) {
    static const std::vector<Row> none;
    const auto of_before = rows_by_key(before ? *before : none, key_before);
    const auto of_after = rows_by_key(after ? *after : none, key_after);
    for (const auto& [key, row] : of_after) {
      const auto found = of_before.find(key);
      compare(key, found == of_before.end() ? nullptr : found->second, row);
    }
    for (const auto& [key, row] : of_before)
      if (!of_after.contains(key)) compare(key, row, nullptr);
  }
  template <class Table, class Compare>
  void standing_pairs(const Table* before, const Table* after, Compare compare) {
    pairs(
        before ? &before->rows : nullptr, after ? &after->rows : nullptr,
        [&](const auto& row) { return key_of(row, before_); }, [&](const auto& row) { return key_of(row, after_); },
        compare);
  }

  void points(const ScoreTable* before, const ScoreTable* after) {
    const auto key = [](const Scores& scores) {
      return [&scores](const ScoreRow& row) {
        return MovedKey(row.period, false, scores.data().officer_key(row.officer));
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
    const auto cell = [](const ScoreRow* row, std::size_t column) {
      return row && column != std::string::npos ? MovedCell(row->parts[column].points) : MovedCell();
    };
    pairs(before ? &before->rows : nullptr, after ? &after->rows : nullptr, key(before_), key(after_),
          [&](const MovedKey& who, const ScoreRow* old_row, const ScoreRow* new_row) {
            for (std::size_t i = 0; i < ids.size(); ++i)
              add(who, Moving::points, ids[i], cell(old_row, columns_before[i]), cell(new_row, columns_after[i]));
            const auto both = [&](Moving what, auto read) {
              add(who, what, "", old_row ? MovedCell(read(*old_row, *before)) : MovedCell(),
                  new_row ? MovedCell(read(*new_row, *after)) : MovedCell());
            };
            both(Moving::reachable, [](const ScoreRow& row, const ScoreTable&) { return row.total().reachable; });
            both(Moving::coverage, [](const ScoreRow& row, const ScoreTable&) { return row.total().coverage; });
            both(Moving::state, [](const ScoreRow& row, const ScoreTable&) { return to_text(row.state); });
            both(Moving::vetoes, [](const ScoreRow& row, const ScoreTable& table) { return vetoes_cell(row, table); });
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
    const auto told = [](const Scores& scores) {
      Told broken;
      for (const BrokenExpectation& one : scores.broken_expectations())
        broken.emplace(
            MovedKey(one.period, !one.officer, one.officer ? scores.data().officer_key(*one.officer) : one.group),
            one.id);
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

  /// The keys that are sorted by: those of everybody, unless the data of both know the order.
  std::vector<std::string> keys_in_order() const {
    std::vector<std::string> keys;
    if (&before_.data().state() == &after_.data().state()) {
      std::set<std::string_view> moved;
      for (const MovedFigure& one : movement_.figures) moved.insert(one.who);
      for (std::size_t officer = 0; officer < after_.data().officer_count(); ++officer)
        if (moved.contains(after_.data().officer_key(officer))) keys.emplace_back(after_.data().officer_key(officer));
      return keys;
    }
    for (const Scores* scores : {&before_, &after_})
      for (std::size_t officer = 0; officer < scores->data().officer_count(); ++officer)
        keys.emplace_back(scores->data().officer_key(officer));
    sort_officer_keys(keys);
    return keys;
  }

  void sort() {
    const std::vector<std::string> keys = keys_in_order();
    std::map<std::string_view, std::size_t> place;
    for (std::size_t i = 0; i < keys.size(); ++i) place.emplace(keys[i], i);
    const auto place_of = [&](const MovedFigure& one) { return one.unit ? keys.size() : place.at(one.who); };
    std::stable_sort(movement_.figures.begin(), movement_.figures.end(), [&](const auto& a, const auto& b) {
      return std::tuple(a.period, place_of(a), a.unit ? a.who : std::string()) <
             std::tuple(b.period, place_of(b), b.unit ? b.who : std::string());
    });
  }

  const Scores& before_;
  const Scores& after_;
  std::set<Period> both_;
  Movement movement_;
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
