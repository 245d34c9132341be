// Items: in their own grain, and rolled up to longer ones.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {
namespace {

void take_flags(Worth& worth, const Value& looked_at) {
  worth.points.incomplete = worth.points.incomplete || looked_at.incomplete;
  worth.points.faulty = worth.points.faulty || looked_at.faulty;
}

void set_points(Worth& worth, const Value& points) {
  const bool incomplete = worth.points.incomplete;
  worth.points = points;
  worth.points.incomplete = worth.points.incomplete || incomplete;
}

Rational best_of(Numbers values, int some) {
  const Numbers ascending = sorted(std::move(values));
  const auto most = std::min<std::size_t>(ascending.size(), static_cast<std::size_t>(some));
  return mean_of(Numbers(ascending.end() - static_cast<std::ptrdiff_t>(most), ascending.end()));
}

}  // namespace

Value Oracle::carried(const Rational& value, const RoundingRule& rule) const {
  return Value::of(rule.carry == Carry::shown ? rounded(value, rule.decimals, rule.rounding) : value);
}

bool Oracle::in_force(Period period) const {
  return card_.effective_from <= days_.last_day(period) && days_.last_day(period) <= card_.effective_to;
}

// A daily item has a period on each of its days only; a longer one always.
bool Oracle::is_own_period(std::size_t officer, const ScoreItem& item, Period period) const {
  if (item.grain != Grain::day) return true;
  const cwp::Day date = days_.first_day(period);
  const DayOfDuty& day = data_.day(officer, date);
  if (day.row == nullptr) return false;
  switch (item.written->days.value) {
    case DaysRule::duty:
      return day.meaning == DutyMeaning::assessed;
    case DaysRule::workdays:
      return days_.is_workday(date) && day.meaning != DutyMeaning::exempt;
    case DaysRule::all:
      break;
  }
  return true;
}

Worth Oracle::item(std::size_t officer, std::size_t index, Period period) {
  const Key key{officer, index, period};
  const auto known = items_.find(key);
  if (known != items_.end()) return known->second;
  const ScoreItem& item = card_.items[index];
  Worth worth = item.grain == period.grain ? own_item(officer, index, period) : rolled_item(officer, item, period);
  const bool counted = worth.counted;
  let_vetoes_act(officer, VetoTarget::item, index, period, worth);
  if (worth.vetoed) {
    const Value result = carried(worth.points.number, item.rounding);
    worth.points.number = result.number;
  }
  if (counted && !worth.counted) {
    if (worth.reachable) worth.reachable = Rational(0);
    worth.coverage = Rational(0);
  }
  items_[key] = worth;
  return worth;
}

// What a period of its own grain is worth, its peers asked, before vetoes.
Worth Oracle::own_item(std::size_t officer, std::size_t index, Period period) {
  const ScoreItem& item = card_.items[index];
  Worth worth = item_without_peers(officer, item, period);
  if (!worth.needs_peers) return worth;
  // The published points of all others whose figure is their own.
  Numbers points;
  for (std::size_t other = 0; other < data_.officers().size(); ++other) {
    if (other == officer || data_.duty_days(other, period) == 0) continue;
    if (item_without_peers(other, item, period).needs_peers) continue;
    const Worth one = this->item(other, index, period);
    if (one.points.present()) points.push_back(one.points.number);
  }
  const bool incomplete = worth.points.incomplete;
  worth.points = points.empty() ? Value::exempt() : carried(mean_of(points), item.rounding);
  worth.points.incomplete = incomplete;
  worth.counted = !points.empty();
  if (worth.full) worth.reachable = worth.counted ? *worth.full : Rational(0);
  worth.coverage = Rational(worth.counted ? 1 : 0);
  return worth;
}

Worth Oracle::item_without_peers(std::size_t officer, const ScoreItem& item, Period period) {
  const Key key{officer, static_cast<std::size_t>(&item - card_.items.data()), period};
  const auto known = unfilled_.find(key);
  if (known != unfilled_.end()) return known->second;
  const Worth worth = make_own_item(officer, item, period);
  unfilled_[key] = worth;
  return worth;
}

Worth Oracle::make_own_item(std::size_t officer, const ScoreItem& item, Period period) {
  Worth worth;
  if (data_.begins_before_data(period) || !in_force(item, period)) return worth;

  // Full marks stand whether the period counts or not; a bound that has no value takes them away.
  bool bounds_known = true;
  if (item.full) {
    const Value full = term(officer, *item.full, period);
    if (full.present()) worth.full = full.number;
    bounds_known = full.present();
  }
  for (const TermPtr& bound : {item.min, item.max})
    if (bound && !term(officer, *bound, period).present()) bounds_known = false;
  if (!bounds_known) worth.full.reset();

  if (data_.begun(period)) {
    const Worth in_force_worth = own_item_in_force(officer, item, period);
    worth.points = in_force_worth.points;
    worth.counted = in_force_worth.counted;
    worth.clamped = in_force_worth.clamped;
    worth.filled = in_force_worth.filled;
    worth.needs_peers = in_force_worth.needs_peers;
  }
  if (worth.full) worth.reachable = worth.counted ? *worth.full : Rational(0);
  worth.coverage = Rational(worth.counted ? 1 : 0);
  return worth;
}

Worth Oracle::own_item_in_force(std::size_t officer, const ScoreItem& item, Period period) {
  Worth worth;
  if (data_.present_days(officer, period) == 0) return worth;
  const bool assessed =
      item.grain == Grain::day ? is_own_period(officer, item, period) : data_.duty_days(officer, period) > 0;
  if (!assessed) {
    worth.points = Value::exempt();
    return worth;
  }
  bool unknown = false;
  if (item.exempt) {
    const Value condition = term(officer, *item.exempt, period);
    take_flags(worth, condition);
    if (condition.absence == Absence::exempt || condition.is_true()) {
      set_points(worth, Value::exempt());
      return worth;
    }
    unknown = !condition.present();
  }
  bool applies = true;
  if (item.applies && !unknown) {
    const Value condition = term(officer, *item.applies, period);
    take_flags(worth, condition);
    if (condition.absence == Absence::exempt ||
        (condition.is_false() && item.written->if_not_applicable == IfNotApplicable::drop)) {
      set_points(worth, Value::exempt());
      return worth;
    }
    applies = !condition.is_false();
    unknown = !condition.present();
  }

  std::optional<Rational> full, least, most;
  const auto known = [&](const TermPtr& bound, std::optional<Rational>& into) {
    if (!bound) return true;
    const Value value = term(officer, *bound, period);
    take_flags(worth, value);
    if (value.present()) into = value.number;
    return value.present();
  };
  const bool full_known = known(item.full, full);
  const bool least_known = known(item.min, least);
  const bool most_known = known(item.max, most);
  if (!full_known || !least_known || !most_known) {
    set_points(worth, Value::missing());
    return worth;
  }

  const auto count = [&](const Rational& points) {
    set_points(worth, carried(points, item.rounding));
    worth.counted = true;
    return worth;
  };
  if (!applies) {
    worth.filled = true;
    return count(item.written->if_not_applicable == IfNotApplicable::full ? full.value_or(Rational(0)) : Rational(0));
  }
  Value points = Value::missing();
  if (!unknown) {
    points = term(officer, *item.points, period);
    take_flags(worth, points);
    if (points.absence == Absence::exempt) {
      set_points(worth, Value::exempt());
      return worth;
    }
  }
  if (!points.present()) {
    worth.filled = true;
    switch (item.if_missing) {
      case IfMissing::zero:
        return count(Rational(0));
      case IfMissing::full:
        return count(full.value_or(Rational(0)));
      case IfMissing::drop:
        set_points(worth, Value::exempt());
        return worth;
      case IfMissing::peers:
        set_points(worth, Value::missing());
        worth.needs_peers = true;
        return worth;
      case IfMissing::error:
        set_points(worth, Value::missing());
        worth.points.incomplete = true;
        return worth;
    }
  }
  Rational value = points.number;
  if (most && value > *most) value = *most;
  if (least && value < *least) value = *least;
  worth.clamped = value != points.number;
  return count(value);
}

// The item's periods that belong to a longer one: from the data's start on, in force, on its days.
std::vector<Period> Oracle::own_periods(std::size_t officer, const ScoreItem& item, Period period) {
  std::vector<Period> periods;
  for (const Period inner : days_.inner(period, item.grain))
    if (!data_.begins_before_data(inner) && in_force(item, inner) && is_own_period(officer, item, inner))
      periods.push_back(inner);
  return periods;
}

Worth Oracle::rolled_item(std::size_t officer, const ScoreItem& item, Period period) {
  Worth worth;
  if (data_.begins_before_data(period) || !in_force(item, period)) return worth;
  if (data_.present_days(officer, period) == 0) return worth;  // nor where he was there for a straddling week only
  const std::size_t index = static_cast<std::size_t>(&item - card_.items.data());

  const std::vector<Period> periods = own_periods(officer, item, period);
  Rational full_of_all(0);
  for (const Period inner : periods) full_of_all += this->item(officer, index, inner).full.value_or(Rational(0));

  Numbers values;
  int looked_at = 0, exempt = 0;
  for (const Period inner : data_.counting(days_.inner(period, item.grain), false)) {
    if (data_.begins_before_data(inner) || !in_force(item, inner)) continue;
    const Worth one = this->item(officer, index, inner);
    take_flags(worth, one.points);
    if (data_.present_days(officer, inner) == 0) continue;  // not his period: decision 0010, 22
    ++looked_at;
    exempt += one.points.absence == Absence::exempt;
    if (one.counted) values.push_back(one.points.number);
  }
  const RolledItem& rolled = item.rolled[static_cast<std::size_t>(period.grain)].value();
  if (item.roll_up == RollUpKind::sum) {
    if (item.full) worth.full = full_of_all;
  } else if (rolled.full) {
    const Value full = term(officer, *rolled.full, period);
    if (full.present()) worth.full = full.number;
  }
  worth.coverage = periods.empty() ? Rational(0)
                                   : Rational(static_cast<std::int64_t>(values.size())) /
                                         Rational(static_cast<std::int64_t>(periods.size()));
  if (worth.full) worth.reachable = values.empty() ? Rational(0) : *worth.full;
  if (values.empty()) {
    if (looked_at > 0 && looked_at == exempt) set_points(worth, Value::exempt());
    return worth;
  }
  if (item.full && !worth.full) return worth;  // ruling 52
  Rational points;
  switch (item.roll_up) {
    case RollUpKind::sum:
      points = sum_of(values);
      break;
    case RollUpKind::last:
      points = values.back();
      break;
    case RollUpKind::max:
      points = sorted(values).back();
      break;
    case RollUpKind::min:
      points = sorted(values).front();
      break;
    case RollUpKind::best:
      points = best_of(values, item.written->roll_up.best);
      break;
    case RollUpKind::formula: {
      const Value result = term(officer, *rolled.formula, period);
      take_flags(worth, result);
      if (!result.present()) {
        set_points(worth, result);
        if (worth.reachable) worth.reachable = Rational(0);
        return worth;
      }
      points = result.number;
      break;
    }
    default:
      points = mean_of(values);
  }
  set_points(worth, carried(points, item.rounding));
  worth.counted = true;
  return worth;
}

}  // namespace cwp::oracle
