#include "oracle/random/random_formula.hpp"

#include <algorithm>

namespace cwp::oracle {

std::string random_decimal(Dice& dice, int low, int high, int most_places) {
  std::string text = std::to_string(dice.between(low, high));
  const int places = dice.between(0, most_places);
  if (places > 0) text += '.';
  for (int i = 0; i < places; ++i) text += static_cast<char>('0' + dice.below(10));
  return text;
}

std::string RandomFormula::measure(Grain place) {
  std::vector<std::string> fitting;
  for (const RandomMetric& metric : names_.metrics)
    if (metric.grain <= place && !metric.boolean) fitting.push_back(metric.id);
  // Figures of the place's own grain are rarer, so they are preferred.
  for (const RandomMetric& metric : names_.metrics)
    if (metric.grain == place && place != Grain::day && !metric.boolean) fitting.insert(fitting.end(), 3, metric.id);
  if (!names_.values.empty() && dice_.chance(15)) return dice_.one_of(names_.values);
  return dice_.one_of(fitting);
}

std::string RandomFormula::number(Grain place, int depth) {
  const auto sub = [&] { return number(place, depth - 1); };
  if (depth <= 0) {
    switch (dice_.below(10)) {
      case 0:
        return random_decimal(dice_, 0, 12, 2);
      case 1:
        return names_.parameters.empty() ? std::to_string(dice_.below(9)) : dice_.one_of(names_.parameters);
      case 2:
        return dice_.word({"coefficient", "duty_days", "present_days", "work_days", "calendar_days", "month_of_year",
                           "days_with('leave')", "weight", "months_between(joined, period_end)"});
      case 3: {
        std::vector<std::string> fitting;
        for (const auto* names : {&names_.items, &names_.adjustments})
          for (const auto& item : *names)
            if (item.grain == place || (item.grain < place && item.rolls_up)) fitting.push_back(item.id);
        return fitting.empty() ? measure(place) : dice_.one_of(fitting);
      }
      default:
        return measure(place);
    }
  }
  switch (dice_.below(26)) {
    case 0:
    case 1:
      return "(" + sub() + " + " + sub() + ")";
    case 2:
      return "(" + sub() + " - " + sub() + ")";
    case 3:
      return "(" + sub() + " * " + sub() + ")";
    case 4:
      return sub() + " / " + measure(place);
    case 5:
      return "ratio(" + sub() + ", " + measure(place) + ", " + random_decimal(dice_, 0, 2, 1) + ")";
    case 6:
      return "if(" + condition(place, depth - 1) + ", " + sub() + ", " + sub() + ")";
    case 7:
      return "min(" + sub() + ", " + sub() + ")";
    case 8:
      return "max(" + sub() + ", " + sub() + ", " + sub() + ")";
    case 9:
      return "clamp(" + sub() + ", 1, 8)";
    case 10:
      return dice_.word({"floor(", "ceil(", "abs(", "round("}) + sub() + ")";
    case 11:
      return "round(" + sub() + ", " + std::to_string(dice_.between(0, 2)) + ")";
    case 12:
    case 13:
      return table(place, depth);
    case 14:
      return dice_.word({"first_of(", "highest("}) + sub() + ", " + sub() + ", 1)";
    case 15:
      return "growth(" + sub() + ", " + measure(place) + ", 0)";
    case 16:
      return dice_.chance(40) ? "sqrt(abs(" + sub() + "))" : "-" + measure(place) + " + " + sub();
    case 17:
    case 18:
      return lag(place, depth);
    case 19:
    case 20:
      return peers(place, depth);
    case 21:
      return peers(place, depth);
    case 22:
      return streak(place, depth);
    default:
      return aggregate(place, depth);
  }
}

std::string RandomFormula::peers(Grain place, int depth) {
  std::string by = " by " + dice_.word({"station", "station", "area", "station, area", "area, senior", "all", "all"});
  if (dice_.chance(20)) by += " where " + condition(place, 0);
  if (dice_.chance(10)) return "count(" + condition(place, depth - 1) + by + ")";
  const std::string inside = dice_.chance(50) ? measure(place) : number(place, depth - 1);
  if (dice_.chance(10)) return "geomean(abs(" + measure(place) + ")" + by + ")";
  if (dice_.chance(15))
    return "quantile(" + dice_.word({"0", "0.25", "50%", "0.9", "coefficient", "weight / 4", "1"}) + ", " + inside +
           by + ")";
  return dice_.word({"sum", "sum", "mean", "min", "max", "median", "count", "stdev", "stdev_sample", "rank", "rank",
                     "percent_rank", "percent_rank", "zscore", "zscore", "minmax", "minmax", "share", "share"}) +
         "(" + inside + by + ")";
}

std::string RandomFormula::streak(Grain place, int depth) {
  const Grain inner = dice_.chance(40) ? place : static_cast<Grain>(dice_.below(static_cast<int>(place) + 1));
  std::string clause = " per " + std::string(to_text(inner));
  if (dice_.chance(20)) clause += " over last " + std::to_string(dice_.between(1, 6));
  if (dice_.chance(10) && place != Grain::week)
    clause += std::string(clause.find("over") == std::string::npos ? " over year to date" : "");
  if (dice_.chance(15)) clause += " where " + condition(inner, 0);
  return dice_.word({"streak(", "streak(", "runs("}) + condition(inner, std::min(depth - 1, 1)) + clause + ")";
}

std::string RandomFormula::table(Grain place, int depth) {
  if (dice_.chance(25))
    return std::string("lookup(station, 'A' -> ") + random_decimal(dice_, 0, 9, 1) + ", 'B' -> " +
           random_decimal(dice_, 0, 9, 1) + (dice_.chance(60) ? ", 'C' -> 2.5)" : ")");
  std::string text = dice_.word({"step(", "linear(", "marginal("}) + number(place, depth - 1);
  int edge = dice_.between(-1, 3);
  for (int rows = dice_.between(1, 3); rows > 0; --rows) {
    text += ", " + std::to_string(edge) + " -> " + random_decimal(dice_, 0, 9, 2);
    edge += dice_.between(1, 6);
  }
  return text + ")";
}

std::string RandomFormula::lag(Grain place, int depth) {
  const bool assessed = std::find(names_.assessed.begin(), names_.assessed.end(), place) != names_.assessed.end();
  if (assessed && names_.may_look_at_earlier_totals && dice_.chance(35)) return "first_of(total[-1], 3)";
  if (dice_.chance(25) && place < Grain::year) {
    // A figure of a longer grain, through a lag in its own.
    for (const RandomMetric& metric : names_.metrics)
      if (metric.grain > place && !metric.boolean) return metric.id + "[-1 " + std::string(to_text(metric.grain)) + "]";
  }
  const std::string inside = dice_.chance(50) ? measure(place) : "(" + number(place, depth - 1) + ")";
  if (dice_.chance(60)) return inside + "[-" + std::to_string(dice_.between(1, 2)) + "]";
  std::vector<Grain> steps;
  for (int grain = static_cast<int>(place); grain < kGrains; ++grain) steps.push_back(static_cast<Grain>(grain));
  if (place == Grain::week) steps = {Grain::week, Grain::year};
  return measure(place) + "[-1 " + std::string(to_text(dice_.one_of(steps))) + "]";
}

std::string RandomFormula::aggregate(Grain place, int depth) {
  std::vector<Grain> inners;
  for (int grain = 0; grain <= static_cast<int>(place); ++grain) {
    const Grain one = static_cast<Grain>(grain);
    // Days of years are many, and finer grains of weeks are days only.
    if (place >= Grain::quarter && one == Grain::day && !dice_.chance(30)) continue;
    inners.push_back(one);
  }
  const Grain inner = dice_.one_of(inners);
  std::string clause = " per " + std::string(to_text(inner));
  const bool own = inner == place;
  if (own || dice_.chance(25)) {
    if (dice_.chance(75) || place == Grain::week)
      clause += " over last " + std::to_string(dice_.between(1, 5));
    else
      clause += " over " + std::string(place == Grain::year || dice_.chance(60) ? "year" : to_text(place)) + " to date";
  }
  std::string where;
  if (dice_.chance(15)) where = " where " + condition(inner, 0);
  if (dice_.chance(18)) {
    const std::string inside = dice_.chance(50) ? condition(inner, depth - 1) : number(inner, depth - 1);
    return "count(" + inside + clause + where + ")";
  }
  if (dice_.chance(22)) {
    const std::string name = dice_.word({"best", "worst", "drop_lowest"});
    return name + "(" + std::to_string(dice_.between(1, 3)) + ", " + number(inner, depth - 1) + clause + where + ")";
  }
  const std::string name =
      dice_.word({"sum", "mean", "min", "max", "first", "last", "median", "sum", "mean", "stdev", "geomean"});
  const std::string inside = name == "geomean" ? "abs(" + number(inner, 0) + ")" : number(inner, depth - 1);
  return name + "(" + inside + clause + where + ")";
}

std::string RandomFormula::condition(Grain place, int depth) {
  const auto compare = [&] { return dice_.word({" < ", " <= ", " > ", " >= ", " = ", " != "}); };
  switch (dice_.below(depth > 0 ? 12 : 7)) {
    case 0:
      return "station = '" + dice_.word({"A", "B", "C"}) + "'";
    case 1:
      return "senior";
    case 2:
      return "area in ['urban']";
    case 3: {
      std::vector<std::string> fitting;
      for (const RandomMetric& metric : names_.metrics)
        if (metric.boolean && metric.grain == place) fitting.push_back(metric.id);
      if (!fitting.empty()) return dice_.one_of(fitting);
      return "1 <= " + measure(place) + " < " + std::to_string(dice_.between(3, 30));
    }
    case 4:
      return "is_missing(" + measure(place) + ")";
    case 5:
    case 6:
      return measure(place) + compare() + std::to_string(dice_.between(0, 12));
    case 7:
      return "(" + condition(place, depth - 1) + " and " + condition(place, depth - 1) + ")";
    case 8:
      return "(" + condition(place, depth - 1) + " or " + condition(place, depth - 1) + ")";
    case 9:
      return "not (" + condition(place, depth - 1) + ")";
    case 10:
      return "is_exempt(" + number(place, depth - 1) + ")";
    default:
      return number(place, depth - 1) + compare() + number(place, depth - 1);
  }
}

std::string RandomFormula::fixed_condition() {
  return dice_.word({"senior", "not senior", "station = 'A'", "station != 'B'", "area = 'urban'", "coefficient > 1",
                     "duty_days >= 3", "joined < period_start"});
}

}  // namespace cwp::oracle
