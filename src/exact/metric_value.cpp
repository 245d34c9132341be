#include "exact/metric_value.hpp"

#include <algorithm>

namespace cwp {

/// One period of the metric's own grain. `there`: the officer was present, so that the period is looked at at all.
struct MetricReader::Figure {
  bool there = false;
  bool row = false;      ///< a row, not a supplied or carried value
  bool refused = false;  ///< a row that was refused
  bool duty = false;     ///< there was a duty day
  Value value;
};

namespace {

ValueType type_of(const Metric& metric) {
  return metric.type == NumberType::boolean ? ValueType::boolean : ValueType::number;
}

Value value_of(const MetricCell& cell, ValueType type) {
  Value value = Value::of(cell.value);
  value.type = type;
  value.incomplete = cell.incomplete;
  return value;
}

}  // namespace

MetricReader::Figure MetricReader::figure(std::uint32_t metric_index, Period own) const {
  const Metric& metric = rulebook.metrics[metric_index];
  const ValueType type = type_of(metric);
  const DayRange range = timeline.calendar.days(own);
  Figure result;
  result.value = Value::missing(type);
  if (timeline.begins_before_data(own) || !timeline.begun(own) || days.present_days(range) == 0) return result;
  result.there = true;
  result.duty = days.duty_days(range) > 0;
  const auto& cells = officer.metrics[metric_index];
  const auto next =
      std::upper_bound(cells.begin(), cells.end(), own.ordinal,
                       [](std::int32_t ordinal, const MetricCell& cell) { return ordinal < cell.period; });
  if (next != cells.begin() && std::prev(next)->period == own.ordinal) {
    const MetricCell& cell = *std::prev(next);
    if (cell.refused) {
      result.refused = true;
      result.value.incomplete = true;
    } else {
      result.row = true;
      result.value = value_of(cell, type);
    }
    return result;
  }
  if (metric.absent == AbsentRule::carry) {
    for (auto cell = next; cell != cells.begin();) {
      --cell;
      const Period of_row{own.grain, cell->period};
      if (timeline.begins_before_data(of_row)) break;
      if (metric.carry_for && range.first - timeline.calendar.last_day(of_row) > *metric.carry_for) break;
      if (cell->refused) continue;
      result.value = value_of(*cell, type);
      break;
    }
    return result;
  }
  if (!result.duty)
    result.value = Value::exempt(type);
  else if (metric.absent == AbsentRule::zero) {
    result.value = Value::of(Rational(0));
    result.value.type = type;
  } else if (metric.absent == AbsentRule::error) {
    result.value = Value::failed(Fault::not_allowed, type);
    result.value.incomplete = true;
  }
  return result;
}

Value MetricReader::value(std::uint32_t metric_index, Period period) const {
  const Metric& metric = rulebook.metrics[metric_index];
  const Grain own = metric.per.value;
  if (timeline.begins_before_data(period)) return Value::missing(type_of(metric));
  if (own == period.grain) return figure(metric_index, period).value;
  PeriodRange range = timeline.calendar.inner(period, own);
  if (own == Grain::day)
    range.last.ordinal = std::min(range.last.ordinal, timeline.span.last.number);  // to date
  else
    range = timeline.counting(range, false);
  std::vector<Figure> figures;
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    figures.push_back(figure(metric_index, p));
    if (!figures.back().there) figures.pop_back();
  }
  return fold(metric, figures);
}

Value MetricReader::fold(const Metric& metric, const std::vector<Figure>& figures) const {
  const bool counted = metric.fold == Fold::sum || metric.fold == Fold::mean || metric.fold == Fold::count;
  Value result = Value::missing(counted ? ValueType::number : type_of(metric));
  bool all_exempt = !figures.empty(), incomplete = false, refused = false, duty = false;
  Fault fault = Fault::none;
  std::int64_t present = 0, rows = 0;
  Rational sum;
  std::optional<Rational> chosen;
  for (const Figure& figure : figures) {
    incomplete = incomplete || figure.value.incomplete;
    refused = refused || figure.refused;
    duty = duty || figure.duty;
    if (figure.value.fault != Fault::none) fault = figure.value.fault;
    all_exempt = all_exempt && figure.value.absence == Absence::exempt;
    if (!figure.value.present()) continue;
    const Rational& number = figure.value.number;
    ++present;
    if (figure.row) ++rows;
    switch (metric.fold) {
      case Fold::sum:
      case Fold::mean:
        sum += number;
        break;
      case Fold::count:
        break;
      case Fold::first:
        if (!chosen) chosen = number;
        break;
      case Fold::last:
        chosen = number;
        break;
      case Fold::max:
        if (!chosen || *chosen < number) chosen = number;
        break;
      case Fold::min:
        if (!chosen || number < *chosen) chosen = number;
        break;
    }
  }
  if (present > 0) {
    result.absence = Absence::present;
    if (metric.fold == Fold::count)
      result.number = Rational(rows);
    else if (metric.fold == Fold::sum)
      result.number = sum;
    else if (metric.fold == Fold::mean)
      result.number = sum / Rational(present);
    else
      result.number = *chosen;
  } else if (metric.fold == Fold::count && duty && !refused) {
    result.absence = Absence::present;  // no period has a row, though one could have; a refused row may have been one
  } else if (all_exempt) {
    result.absence = Absence::exempt;
  }
  result.incomplete = incomplete;
  if (fault != Fault::none) {
    result.faulty = true;
    result.fault = fault;  // also of a value that other days make: the figure that is demanded is not there
  }
  return result;
}

}  // namespace cwp
