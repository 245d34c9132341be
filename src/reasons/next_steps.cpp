#include "cwp/next_steps.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "bounds/value_bounds.hpp"
#include "check/checked_state.hpp"
#include "reasons/asked_row.hpp"
#include "reasons/figure_trials.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostScorings = 20'000;
constexpr std::int64_t kMostSteps = std::int64_t{1} << 16;
/// More periods of an item than that are not tried one by one for a rank: a day's figure gains none.
constexpr std::size_t kFewPeriods = 6;

/// An item or adjustment as a trial looks at it.
struct TriedPart {
  NodeId node = kNoNode;
  std::string id;
  Grain grain = Grain::month;
  RoundingRule rounding;
  bool less = false;  ///< what it takes should be less
  bool best = false;  ///< full marks already, or nothing taken
  std::vector<std::uint32_t> metrics;
};

/// One figure for each period in which it is to be another one.
struct TriedPlaces {
  std::vector<Period> periods;   ///< of the part's grain
  std::vector<std::int32_t> at;  ///< of the metric's grain, one for each
  bool down = false;             ///< there is to be less
};

class StepFinder {
 public:
  StepFinder(const Scores& scores, const ScoreRanking& ranking, NodeId of, FigureTrials& trials, NextSteps& steps)
      : scores_(scores),
        card_(scores.state().plan.rules().state().scorecard),
        ranking_(ranking),
        of_(of),
        trials_(trials),
        graph_(trials.run().graph()),
        steps_(steps) {
    find_parts();
  }

  void find() {
    for (const TriedPart& part : parts_) better_part(part);
    if (steps_.rank && !(*steps_.rank == Decimal{1, 0}))
      for (std::uint32_t metric = 0; metric < card_.rulebook->metrics.size(); ++metric) gain_rank(metric);
    steps_.scorings = trials_.scorings();
  }

 private:
  void find_parts() {
    const Grain grain = steps_.period.grain;
    for (const Run::Column& column : trials_.run().columns()) {
      const NodeId node = trials_.run().node_of(column, grain);
      if (node == kNoNode || (column.kind != PartKind::item && column.kind != PartKind::adjustment)) continue;
      TriedPart part;
      part.node = node;
      part.id = trials_.run().id_of(column).value;
      part.rounding = trials_.run().rounding_of(column, grain);
      const bool adjusts = column.kind == PartKind::adjustment;
      part.grain = adjusts ? card_.adjustments[column.index].grain : card_.items[column.index].grain;
      part.less = adjusts && !card_.adjustments[column.index].written->gives;
      const Cell& cell = trials_.base().cell(node);
      part.best = adjusts
                      ? part.less && cell.value.present() && cell.value.number.is_zero()
                      : cell.facts.counted && cell.facts.has_full && !goes_beyond(*card_.items[column.index].written) &&
                            !(cell.value.number < cell.facts.full);
      std::set<NodeId> seen;
      std::set<std::uint32_t> metrics;
      collect_metrics(node, seen, metrics);
      part.metrics.assign(metrics.begin(), metrics.end());
      parts_.push_back(std::move(part));
    }
  }
  /// More than full marks can be had.
  static bool goes_beyond(const Item& item) {
    const auto beyond = [](const FormKey& key) { return key.key.value == "beyond"; };
    return item.max.none || item.max.formula || std::any_of(item.form.keys.begin(), item.form.keys.end(), beyond);
  }
  void collect_metrics(NodeId id, std::set<NodeId>& seen, std::set<std::uint32_t>& metrics) const {
    if (id == kNoNode || !seen.insert(id).second) return;
    const Node& node = graph_.nodes[id];
    if (node.op == NodeOp::metric && !card_.about[node.index]) metrics.insert(node.index);
    for (const NodeId input : node.inputs) collect_metrics(input, seen, metrics);
  }

  bool spent() {
    if (trials_.scorings() < kMostScorings) return false;
    steps_.whole = false;
    return true;
  }

  std::optional<Decimal> printed(const CellLookup& cells, NodeId node, const RoundingRule& rule) const {
    const Cell& cell = cells.cell(node, steps_.period);
    if (!cell.value.present()) return std::nullopt;
    return cell.value.number.rounded(rule.decimals, rule.rounding).to_decimal(rule.decimals);
  }
  std::optional<Decimal> printed_value(const CellLookup& cells) const {
    const auto& assessment = card_.assessments[std::size_t(ranking_.grain)];
    return printed(cells, of_, assessment ? assessment->rounding : card_.rounding);
  }

  /// The least by which a figure of the metric is another one.
  Rational step_of(std::uint32_t index) const {
    const Metric& metric = card_.rulebook->metrics[index];
    if (metric.type != NumberType::f64 && metric.type != NumberType::f32) return Rational(1);
    int decimals = metric.decimals.value_or(0);
    if (!metric.decimals)
      for (const MetricCell& cell : trials_.base().own.record().metrics[index])
        while (decimals < 6 && !cell.value.to_decimal(decimals)) ++decimals;
    return Rational(1, power_of_ten(decimals));
  }

  /// What the promises allow a single figure to be.
  ValueBounds allowed(std::uint32_t metric) const {
    Term term;
    term.kind = TermKind::metric;
    term.index = metric;
    term.place = card_.rulebook->metrics[metric].per.value;
    return bounds_of(term, card_);
  }

  /// Whether a figure of `cell` tells more of what the fold makes than that of `best`.
  static bool tells_more(const MetricCell& cell, const MetricCell& best, Fold fold) {
    if (fold == Fold::first) return false;
    if (fold == Fold::max) return best.value < cell.value;
    if (fold == Fold::min) return cell.value < best.value;
    return true;  // the last
  }

  /// Where a figure of the metric in a period of the part is to be another one: a figure that is there and can be
  /// changed in this direction, else a day of duty without one. Nothing where there is neither.
  std::optional<std::int32_t> place_in(std::uint32_t index, Period period, bool down) const {
    const Metric& metric = card_.rulebook->metrics[index];
    const Grain own = metric.per.value;
    const Timeline& timeline = trials_.run().timeline();
    if (own > period.grain || timeline.begins_before_data(period)) return std::nullopt;
    const OfficerDays& days = trials_.base().own.days();
    const ValueBounds bounds = allowed(index);
    const PeriodRange range = own == period.grain ? PeriodRange{period, period} : rolled_periods(own, period, timeline);
    std::optional<std::int32_t> empty;
    const MetricCell* best = nullptr;
    for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
      const DayRange its = card_.calendar.days(p);
      if (!timeline.begun(p) || timeline.begins_before_data(p) || days.present_days(its) == 0) continue;
      const MetricCell* cell = trials_.figure(index, p.ordinal);
      if (!cell && days.duty_days(its) > 0) empty = p.ordinal;
      if (!cell || cell->refused) continue;
      const std::optional<Rational>& end = down ? bounds.low : bounds.high;
      if (end && cell->value == *end) continue;
      if (!best || tells_more(*cell, *best, metric.fold)) best = cell;
    }
    if (best) return best->period;
    return empty;
  }

  /// The periods of a part's grain in the period that is ranked, each with the place of a figure.
  TriedPlaces places_of(std::uint32_t metric, Grain grain, bool down) const {
    TriedPlaces places;
    places.down = down;
    const PeriodRange range = grain == steps_.period.grain
                                  ? PeriodRange{steps_.period, steps_.period}
                                  : rolled_counting(grain, steps_.period, trials_.run().timeline());
    for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1)
      if (const auto at = place_in(metric, p, down)) places.periods.push_back(p), places.at.push_back(*at);
    return places;
  }
  bool goes(std::uint32_t metric, bool down) const {
    const Better better = card_.rulebook->metrics[metric].better;
    return better == Better::unsaid || (better == Better::less) == down;
  }
  static TriedPlaces only(const TriedPlaces& places, std::size_t i) {
    return {{places.periods[i]}, {places.at[i]}, places.down};
  }

  std::vector<TriedFigure> figures(std::uint32_t metric, const TriedPlaces& places, const Rational& by) const {
    std::vector<TriedFigure> all;
    for (const std::int32_t at : places.at) {
      const MetricCell* cell = trials_.figure(metric, at);
      all.push_back({metric, at, (cell ? cell->value : Rational(0)) + by});
    }
    return all;
  }

  /// How many steps the promises allow, in all of the places.
  std::int64_t most_steps(std::uint32_t metric, const TriedPlaces& places, const Rational& step) const {
    const ValueBounds bounds = allowed(metric);
    const std::optional<Rational>& end = places.down ? bounds.low : bounds.high;
    std::int64_t most = kMostSteps;
    for (const TriedFigure& one : figures(metric, places, Rational(0))) {
      if (!end) continue;
      const Rational room = ((*end - one.value).abs() / step).floor();
      most = std::min(most, room.to_int64().value_or(kMostSteps));
    }
    return most;
  }

  /// The nearest change for which `helps` holds, and nearer than `limit`.
  template <class Helps>
  std::optional<Rational> nearest(std::uint32_t metric, const TriedPlaces& places, const std::optional<Rational>& limit,
                                  Helps helps) {
    const Rational step = step_of(metric);
    std::int64_t most = most_steps(metric, places, step);
    if (limit) most = std::min(most, (*limit / step).to_int64().value_or(most) - 1);
    const auto change = [&](std::int64_t steps) { return (places.down ? -Rational(steps) : Rational(steps)) * step; };
    const auto try_steps = [&](std::int64_t steps) { return !spent() && helps(change(steps)); };
    // Only a nearer one is worth looking for.
    if (most <= 0 || (limit && !try_steps(most))) return std::nullopt;
    const auto steps = FigureTrials::nearest(most, try_steps);
    return steps ? std::optional(change(*steps)) : std::nullopt;
  }

  NextStep told(std::uint32_t metric, const TriedPlaces& places, const Rational& by) const {
    NextStep step;
    const auto decimal = [&](const Rational& value) {
      for (int places_behind = 0; places_behind <= 6; ++places_behind)
        if (const auto fits = value.to_decimal(places_behind)) return *fits;
      return Decimal{};
    };
    step.metric = card_.rulebook->metrics[metric].id.value;
    step.first = places.periods.front();
    step.periods = places.periods.size();
    if (const MetricCell* cell = trials_.figure(metric, places.at.front())) step.figure = decimal(cell->value);
    step.by = decimal(by);
    step.value_before = printed_value(trials_.base().own);
    return step;
  }

  void better_part(const TriedPart& part) {
    if (part.best) return;
    const auto before = printed(trials_.base().own, part.node, part.rounding);
    const auto better = [&](const std::optional<Decimal>& after) {
      if (!after || !before) return after.has_value() && !part.less;
      return part.less ? *after < *before : *before < *after;
    };
    bool any = false;
    for (const std::uint32_t metric : part.metrics) {
      std::optional<Rational> best;
      TriedPlaces here;
      for (const bool down : {true, false}) {
        if (!goes(metric, down)) continue;
        const TriedPlaces places = places_of(metric, part.grain, down);
        for (std::size_t i = 0; i < places.at.size(); ++i) {
          const TriedPlaces one = only(places, i);
          const auto limit = best ? std::optional(best->abs()) : std::nullopt;
          const auto found = nearest(metric, one, limit, [&](const Rational& by) {
            return better(printed(trials_.tried(figures(metric, one, by)), part.node, part.rounding));
          });
          if (found) best = found, here = one;
        }
      }
      if (!best) continue;
      NextStep step = told(metric, here, *best);
      step.part = part.id;
      step.points_before = before;
      const OfficerRun& tried = trials_.tried(figures(metric, here, *best));
      step.points_after = printed(tried, part.node, part.rounding);
      step.value_after = printed_value(tried);
      if (trials_.has_gathers() && !as_scored(step, trials_.scored(figures(metric, here, *best)), better)) continue;
      any = true;
      steps_.parts.push_back(std::move(step));
    }
    if (!any) steps_.stuck.push_back(part.id);
  }

  /// What the scoring of everybody says instead; false: it does not help.
  template <class Better>
  bool as_scored(NextStep& step, const Scores& scored, Better better) const {
    const ScoreTable& table = *scored.table(steps_.period.grain);
    const ScoreRow* row = table.find(steps_.period, trials_.base().own.number());
    const auto column = std::size_t(std::find(table.ids.begin(), table.ids.end(), step.part) - table.ids.begin());
    step.points_after = row ? row->parts[column].points : std::nullopt;
    const RankedOfficer* ranked = listed_row(*scored.ranking(steps_.ranking), scored, steps_.period, steps_.officer);
    step.value_after = ranked ? ranked->value : std::nullopt;
    return better(step.points_after);
  }

  /// The exact value of the one who stands just above.
  std::optional<Rational> value_above() const {
    const RankedOfficer* above = nullptr;
    for (const RankedOfficer& row : scores_.ranking(steps_.ranking)->rows) {
      if (row.period != steps_.period || row.group != group() || !row.rank || !(*row.rank < *steps_.rank)) continue;
      if (!above || *above->rank <= *row.rank) above = &row;
    }
    if (!above) return std::nullopt;
    const Value value = OfficerRun(trials_.run(), above->officer).cell(of_, steps_.period).value;
    return value.present() ? std::optional(value.number) : std::nullopt;
  }
  const std::string& group() const {
    return listed_row(*scores_.ranking(steps_.ranking), scores_, steps_.period, steps_.officer)->group;
  }

  void gain_rank(std::uint32_t metric) {
    if (!above_) above_ = value_above();
    if (!above_ || card_.about[metric]) return;
    std::set<Grain> grains;
    for (const TriedPart& part : parts_)
      if (std::find(part.metrics.begin(), part.metrics.end(), metric) != part.metrics.end()) grains.insert(part.grain);
    std::vector<TriedPlaces> all;
    for (const Grain grain : grains)
      for (const bool down : {true, false}) {
        if (!goes(metric, down)) continue;
        const TriedPlaces places = places_of(metric, grain, down);
        for (std::size_t i = 0; i < places.at.size() && places.at.size() <= kFewPeriods; ++i)
          all.push_back(only(places, i));
        if (places.at.size() > 1) all.push_back(places);
      }
    std::optional<NextStep> best;
    for (const TriedPlaces& places : all) {
      // Level with the one above is enough where ties decide for him; a scoring of all tells.
      for (const bool beyond : {false, true}) {
        const auto found = nearest(metric, places, std::nullopt, [&](const Rational& by) {
          const Value& value = trials_.tried(figures(metric, places, by)).cell(of_, steps_.period).value;
          if (!value.present()) return false;
          const auto order = value.number <=> *above_;
          return order == 0 ? !beyond : ranking_.written->ascending == (order < 0);
        });
        if (!found) break;
        NextStep step = told(metric, places, *found);
        const Rational all_of_it = found->abs() * Rational(std::int64_t(places.at.size()));
        if (best && Rational(best->by).abs() * Rational(std::int64_t(best->periods)) <= all_of_it) break;
        const Scores scored = trials_.scored(figures(metric, places, *found));
        const RankedOfficer* row = listed_row(*scored.ranking(steps_.ranking), scored, steps_.period, steps_.officer);
        if (!row || !row->rank || !(*row->rank < *steps_.rank)) continue;
        step.value_after = row->value;
        step.rank_before = steps_.rank;
        step.rank_after = row->rank;
        best = std::move(step);
        break;
      }
    }
    if (best) steps_.ranks.push_back(std::move(*best));
  }

  const Scores& scores_;
  const Scorecard& card_;
  const ScoreRanking& ranking_;
  NodeId of_;
  FigureTrials& trials_;
  const Graph& graph_;
  NextSteps& steps_;
  std::vector<TriedPart> parts_;
  std::optional<Rational> above_;
};

}  // namespace

Result<NextSteps> next_steps(const Scores& scores, std::string_view ranking, std::string_view officer, Period period) {
  const Scorecard& card = scores.state().plan.rules().state().scorecard;
  const RankingTable* table = scores.ranking(ranking);
  const ScoreRanking* written = ranking_named(card, ranking);
  if (!table || !written) return ranking_not_there(ranking);
  const RankedOfficer* row = listed_row(*table, scores, period, officer);
  if (!row || written->unit) return not_in_ranking(scores, officer, *table, period);
  NextSteps steps;
  steps.ranking = ranking;
  steps.officer = who(*row, scores);
  steps.period = period;
  steps.rank = row->rank;
  steps.value = row->value;
  for (const RankedOfficer& other : table->rows)
    if (other.period == period && other.group == row->group && other.rank) ++steps.ranked;
  FigureTrials trials(scores, row->officer, period);
  const NodeId of = trials.run().graph().rankings[std::size_t(written - card.rankings.data())].of;
  StepFinder(scores, *written, of, trials, steps).find();
  return steps;
}

}  // namespace cwp
