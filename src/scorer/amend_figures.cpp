#include "scorer/amend_figures.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "check/checked_state.hpp"
#include "data/figure_cells.hpp"
#include "row/known_rows.hpp"

namespace cwp {
namespace {

class Amender {
 public:
  Amender(const CheckedRulebook& rules, const InputRows& rows, const FiguresOfKey& figures_of, const DatasetState& data)
      : rules_(rules), rows_(rows), figures_of_(figures_of), data_(data) {}

  std::optional<Amendment> amend(const FigureInput& figure, std::size_t officer) {
    const Rulebook& rulebook = rules_.rulebook();
    const Period period{rulebook.metrics[figure.metric].per.value, figure.period};
    if (!is_counted(officer, period)) return std::nullopt;
    InputRows alike;
    for (const std::uint32_t i : figures_of_[figure.officer]) {
      const FigureInput& other = rows_.figures[i];
      if (other.metric == figure.metric && other.period == figure.period && !take(i, alike)) return std::nullopt;
    }
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
  bool take(std::uint32_t i, InputRows& alike) const {
    FigureInput figure = rows_.figures[i];
    if (rows_.refused(figure)) return false;
    figure.remark = kNoRemark;
    alike.figures.push_back(figure);
    alike.figures_recorded.push_back(i < rows_.figures_recorded.size() ? rows_.figures_recorded[i] : Recorded{});
    return true;
  }

  const CheckedRulebook& rules_;
  const InputRows& rows_;
  const FiguresOfKey& figures_of_;
  const DatasetState& data_;
};

}  // namespace

std::optional<std::vector<Amendment>> amend_figures(const CheckedRulebook& rules, const InputRows& rows,
                                                    std::size_t first, const FiguresOfKey& figures_of,
                                                    const std::vector<std::optional<std::size_t>>& officer_of_key,
                                                    const DatasetState& data) {
  Amender amender(rules, rows, figures_of, data);
  std::vector<Amendment> amendments;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::int32_t>> seen;
  for (std::size_t i = first; i < rows.figures.size(); ++i) {
    const FigureInput& figure = rows.figures[i];
    if (!seen.emplace(figure.officer, figure.metric, figure.period).second) continue;
    const auto officer = figure.officer < officer_of_key.size() ? officer_of_key[figure.officer] : std::nullopt;
    if (!officer || rules.state().scorecard.about[figure.metric]) return std::nullopt;
    std::optional<Amendment> amendment = amender.amend(figure, *officer);
    if (!amendment) return std::nullopt;
    amendments.push_back(std::move(*amendment));
  }
  return amendments;
}

DataChange put(std::vector<Amendment> amendments, DatasetState& data) {
  DataChange change;
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
