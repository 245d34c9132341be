#include "scorer/amend_figures.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "check/checked_state.hpp"
#include "data/figure_cells.hpp"
#include "row/known_rows.hpp"

namespace cwp {
namespace {

struct RecordedFigure {
  FigureInput figure;
  Recorded recorded;
};

/// The figures that were added, and the older ones of the same officer, metric and period: by that, then in the order
/// in which they came.
class AlikeFigures {
 public:
  AlikeFigures(const PackedFigures& older, const InputRows& added) {
    for (const FigureInput& figure : added.figures) keys_.push_back(key_of(figure));
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    first_of_.resize(added.keys.size() + 1);
    for (const Key& key : keys_) ++first_of_[std::get<0>(key) + 1];
    std::partial_sum(first_of_.begin(), first_of_.end(), first_of_.begin());
    for (const std::uint32_t chunk : chunks_of(older)) {
      InputRows some;
      older.unpack(chunk, some);
      take(some);
    }
    take(added);
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.key < b.key; });
  }

  /// Calls `visit` with each group of them until it says false; whether it never did.
  template <typename Visit>
  bool each(Visit visit) const {
    std::vector<RecordedFigure> alike;
    for (std::size_t begin = 0; begin < found_.size();) {
      alike.clear();
      const std::uint32_t key = found_[begin].key;
      for (; begin < found_.size() && found_[begin].key == key; ++begin) alike.push_back(found_[begin].it);
      if (!visit(alike)) return false;
    }
    return true;
  }

 private:
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::int32_t>;  // officer, metric, period
  struct Found {
    std::uint32_t key = 0;  ///< into keys_
    RecordedFigure it;
  };
  static Key key_of(const FigureInput& figure) { return {figure.officer, figure.metric, figure.period}; }

  std::vector<std::uint32_t> chunks_of(const PackedFigures& older) const {
    std::vector<std::uint32_t> chunks;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const std::uint32_t officer = std::get<0>(keys_[i]);
      if (i > 0 && officer == std::get<0>(keys_[i - 1])) continue;
      const std::vector<std::uint32_t>& own = older.chunks_of(officer);
      chunks.insert(chunks.end(), own.begin(), own.end());
    }
    std::sort(chunks.begin(), chunks.end());
    chunks.erase(std::unique(chunks.begin(), chunks.end()), chunks.end());
    return chunks;
  }
  void take(const InputRows& rows) {
    for (std::size_t i = 0; i < rows.figures.size(); ++i) {
      const FigureInput& figure = rows.figures[i];
      const auto begin = keys_.begin() + first_of_[figure.officer], end = keys_.begin() + first_of_[figure.officer + 1];
      if (begin == end) continue;
      const auto key = std::lower_bound(begin, end, key_of(figure));
      if (key == end || *key != key_of(figure)) continue;
      const Recorded recorded = i < rows.figures_recorded.size() ? rows.figures_recorded[i] : Recorded{};
      found_.push_back({std::uint32_t(key - keys_.begin()), {figure, recorded}});
    }
  }

  std::vector<Key> keys_;                ///< sorted
  std::vector<std::uint32_t> first_of_;  ///< by officer: where his begin; at last their number
  std::vector<Found> found_;
};

class Amender {
 public:
  Amender(const CheckedRulebook& rules, const InputRows& rows, const DatasetState& data)
      : rules_(rules), rows_(rows), data_(data) {}

  /// `figures`: all of this officer, metric and period.
  std::optional<Amendment> amend(const std::vector<RecordedFigure>& figures, std::size_t officer) {
    const Rulebook& rulebook = rules_.rulebook();
    const FigureInput& figure = figures.front().figure;
    const Period period{rulebook.metrics[figure.metric].per.value, figure.period};
    if (!is_counted(officer, period)) return std::nullopt;
    InputRows alike;
    for (const RecordedFigure& one : figures)
      if (!take(one, alike)) return std::nullopt;
    keep_known(alike, rulebook);
    Amendment amendment{officer, figure.metric, figure.period, {}};
    if (alike.figures.empty() && !rows_.span && is_at_an_end(period)) return std::nullopt;
    DatasetState none{rules_, {}, {}, {}, {}, {}};
    DatasetMaking making{rulebook, rules_.state().scorecard, rules_.calendar(), alike, none, {}, {}, {}, {}};
    FigureCells cells(making);
    std::vector<std::uint32_t> all(alike.figures.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    cells.make(all, [&](std::uint32_t, MetricCell cell) { amendment.cell = std::move(cell); });
    const bool plain = alike.issues.empty() && may_be_together(alike, figure.metric);
    return plain ? std::optional(std::move(amendment)) : std::nullopt;
  }

 private:
  /// A figure twice is an error, and told with the names of all files.
  bool may_be_together(const InputRows& alike, std::uint32_t metric) const {
    return alike.figures.size() < 2 || rules_.rulebook().metrics[metric].on_duplicate != OnDuplicate::error;
  }

  bool is_counted(std::size_t officer, Period period) const {
    const DayRange days = rules_.calendar().days(period);
    if (!present_within(data_.officers[officer], days)) return false;
    if (too_late(rules_.rulebook(), rows_.span, days.first)) return false;
    return rows_.span || (data_.span->first <= days.first && days.last <= data_.span->last);
  }
  bool is_at_an_end(Period period) const {
    const DayRange days = rules_.calendar().days(period);
    return days.first <= data_.span->first || data_.span->last <= days.last;
  }

  /// False for one that is refused: that is told, or was.
  bool take(const RecordedFigure& one, InputRows& alike) const {
    if (rows_.refused(one.figure)) return false;
    alike.figures.push_back(one.figure);
    alike.figures.back().remark = kNoRemark;
    alike.figures_recorded.push_back(one.recorded);
    return true;
  }

  const CheckedRulebook& rules_;
  const InputRows& rows_;
  const DatasetState& data_;
};

}  // namespace

std::optional<std::vector<Amendment>> amend_figures(const CheckedRulebook& rules, const PackedFigures& older,
                                                    const InputRows& rows,
                                                    const std::vector<std::optional<std::size_t>>& officer_of_key,
                                                    const DatasetState& data) {
  Amender amender(rules, rows, data);
  std::vector<Amendment> amendments;
  const auto amend = [&](const std::vector<RecordedFigure>& alike) {
    const FigureInput& figure = alike.front().figure;
    const auto officer = figure.officer < officer_of_key.size() ? officer_of_key[figure.officer] : std::nullopt;
    if (!officer || rules.state().scorecard.about[figure.metric]) return false;
    std::optional<Amendment> amendment = amender.amend(alike, *officer);
    if (amendment) amendments.push_back(std::move(*amendment));
    return amendment.has_value();
  };
  if (!AlikeFigures(older, rows).each(amend)) return std::nullopt;
  return amendments;
}

DataChange put(std::vector<Amendment> amendments, DatasetState& data) {
  DataChange change;
  ++data.amended;
  for (Amendment& one : amendments) {
    std::vector<MetricCell>& cells = data.officers[one.officer].metrics[one.metric];
    const auto place = place_of(cells, one.period);
    const bool there = place != cells.end() && place->period == one.period;
    if (!there && !one.cell) continue;
    const bool same = there && one.cell && same_figure(*place, *one.cell);
    if (there && one.cell)
      *place = std::move(*one.cell);
    else if (there)
      cells.erase(place);
    else
      cells.insert(place, std::move(*one.cell));
    if (!same) change.officers[one.officer].figures.emplace_back(one.metric, one.period);
  }
  return change;
}

}  // namespace cwp
