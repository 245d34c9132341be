#include "graph/unroll.hpp"

#include <algorithm>
#include <unordered_map>

#include "graph/order.hpp"

namespace cwp {
namespace {

constexpr int kMonthsIn[kGrains] = {0, 0, 1, 3, 6, 12};

std::optional<Period> in_range(Period period, const Calendar& calendar) {
  const DayRange days = calendar.days(period);
  if (days.first < kFirstDay || kLastDay < days.last) return std::nullopt;
  return period;
}

/// The same day number of the calendar month `months` earlier.
std::optional<Period> day_months_earlier(Day day, int months) {
  const int index = day.year() * 12 + day.month() - 1 - months;
  const auto earlier = Day::from_date(index / 12, index % 12 + 1, day.day_of_month());
  if (!earlier) return std::nullopt;
  return Period{Grain::day, earlier->number};
}

std::optional<Period> week_years_earlier(Period week, int years, const Calendar& calendar) {
  const std::string label = calendar.label(week);  // 2026-W12
  const int year = (calendar.first_day(week) + 3).year() - years;
  if (year < 1900) return std::nullopt;
  return Period::parse(std::to_string(year) + label.substr(label.find('-')), calendar);
}

std::uint64_t key(Instance instance) {
  return (std::uint64_t{instance.node} << 32) | std::uint32_t(instance.period.ordinal);
}

}  // namespace

PeriodRange fold_range(const Node& fold, Period period, const Timeline& timeline) {
  PeriodRange range = timeline.calendar.inner(period, fold.inner);
  if (fold.over_to_date) {
    const Period longer = timeline.calendar.holder(period, *fold.over_to_date);
    range.first = timeline.calendar.inner(longer, fold.inner).first;
  }
  if (fold.over_last) range.first = range.last - (*fold.over_last - 1);
  if (!fold.function->before_outer) return timeline.counting(range, fold.inner_holds_weeks);
  if (!fold.over_last && !fold.over_to_date)
    range.first = timeline.calendar.containing(timeline.span.first, fold.inner);
  while (!range.empty() && !timeline.complete(range.last, fold.inner_holds_weeks)) range.last = range.last - 1;
  return range;
}

PeriodRange rolled_periods(Grain item_grain, Period period, const Timeline& timeline) {
  PeriodRange range = timeline.calendar.inner(period, item_grain);
  while (!range.empty() && timeline.begins_before_data(range.first)) range.first = range.first + 1;
  return range;
}

bool is_rolled_in_force(Grain own_grain, const DayRange& own, Period period, const Timeline& timeline) {
  // All of them, whether the data hold them or not: what is in force is the rulebook's and the calendar's to say.
  const PeriodRange all = timeline.calendar.inner(period, own_grain);
  for (Period p = all.first; p.ordinal <= all.last.ordinal; p = p + 1)
    if (timeline.in_force(p, own)) return true;
  return all.empty();
}

PeriodRange rolled_counting(Grain item_grain, Period period, const Timeline& timeline) {
  return timeline.counting(timeline.calendar.inner(period, item_grain), false);
}

PeriodRange veto_range(const ScoreVeto& veto, Period period, const Timeline& timeline) {
  if (!veto.written->lasts_year) return {period, period};
  const Calendar& calendar = timeline.calendar;
  PeriodRange range{calendar.inner(calendar.holder(period, Grain::year), period.grain).first, period};
  while (!range.empty() && timeline.begins_before_data(range.first)) range.first = range.first + 1;
  return range;
}

std::optional<Period> lag_target(Period period, int steps, Grain lag_grain, Grain inside, const Calendar& calendar) {
  const auto moved = [&](Period from) { return in_range(from - steps, calendar); };
  if (inside == lag_grain) return moved(inside == period.grain ? period : calendar.holder(period, inside));
  if (lag_grain == period.grain) return moved(period);
  if (period.grain == Grain::day) {
    const Day day = calendar.first_day(period);
    if (lag_grain == Grain::week) return in_range(period - 7 * steps, calendar);
    return day_months_earlier(day, steps * kMonthsIn[std::size_t(lag_grain)]);
  }
  if (period.grain == Grain::week) return week_years_earlier(period, steps, calendar);
  return in_range(period - steps * kMonthsIn[std::size_t(lag_grain)] / kMonthsIn[std::size_t(period.grain)], calendar);
}

void for_each_need(const Graph& graph, const Scorecard& card, const Timeline& timeline, Instance instance,
                   const std::function<void(Instance)>& visit) {
  const Node& node = graph.nodes[instance.node];
  // What begins before the data counts nowhere; so a chain of lags ends there, too.
  const bool of_data = node.op >= NodeOp::item || node.op == NodeOp::fold || node.op == NodeOp::gather;
  if (of_data && timeline.begins_before_data(instance.period)) return;
  const auto visit_range = [&](NodeId input, PeriodRange range) {
    for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) visit({input, p});
  };
  switch (node.op) {
    case NodeOp::fold:
      for (std::size_t i = 0; i + 1 < node.inputs.size(); ++i) visit({node.inputs[i], instance.period});
      visit_range(node.inputs.back(), fold_range(node, instance.period, timeline));
      break;
    case NodeOp::lag: {
      const Grain inside = graph.nodes[node.inputs[0]].grain;
      if (const auto target = lag_target(instance.period, node.steps, node.lag_grain, inside, timeline.calendar))
        visit({node.inputs[0], *target});
      break;
    }
    case NodeOp::rolled_item:
      visit_range(node.inputs[kOwn], rolled_periods(card.items[node.index].grain, instance.period, timeline));
      for (std::size_t i = kRolledFull; i < node.inputs.size(); ++i)
        if (node.inputs[i] != kNoNode) visit({node.inputs[i], instance.period});
      break;
    case NodeOp::rolled_adjustment:
      visit_range(node.inputs[0], rolled_counting(card.adjustments[node.index].grain, instance.period, timeline));
      break;
    case NodeOp::veto:
      visit_range(node.inputs[0], veto_range(card.vetoes[node.index], instance.period, timeline));
      break;
    case NodeOp::item:
      if (!timeline.in_force(instance.period)) break;
      if (!timeline.begun(instance.period)) {
        if (node.inputs[kFull] != kNoNode) visit({node.inputs[kFull], instance.period});
        break;
      }
      [[fallthrough]];
    default:
      for (const NodeId input : node.inputs)
        if (input != kNoNode) visit({input, instance.period});
  }
}

Unrolled unroll(const Graph& graph, const Scorecard& card, const Timeline& timeline,
                const std::vector<Instance>& roots) {
  std::vector<Instance> instances;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  const auto number_of = [&](Instance instance) {
    const auto [known, fresh] = numbers.try_emplace(key(instance), std::uint32_t(instances.size()));
    if (fresh) instances.push_back(instance);
    return known->second;
  };
  for (const Instance& root : roots) number_of(root);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> needs;
  for (std::uint32_t next = 0; next < instances.size(); ++next) {
    const Instance instance = instances[next];
    for_each_need(graph, card, timeline, instance, [&](Instance need) { needs.emplace_back(next, number_of(need)); });
  }
  const Ordering ordering = order_or_cycle(instances.size(), needs);
  Unrolled result;
  for (const std::uint32_t i : ordering.order) result.order.push_back(instances[i]);
  for (const std::uint32_t i : ordering.cycle) result.cycle.push_back(instances[i]);
  return result;
}

}  // namespace cwp
