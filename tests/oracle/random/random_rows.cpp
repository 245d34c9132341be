#include <algorithm>

#include "oracle/input/day_table.hpp"
#include "oracle/random/random_rulebook.hpp"

namespace cwp::oracle {
namespace {

std::string random_value(Dice& dice, const RandomMetric& metric, bool ordinary) {
  if (metric.boolean) return dice.word({"1", "0", "true", "false", "是", "否"});
  if (ordinary) return random_decimal(dice, metric.least, metric.most - 1, metric.decimals);
  if (dice.chance(2)) return dice.word({std::to_string(metric.most + 1), "n/a", "1e3", "--"});
  if (metric.integer && dice.chance(1)) return "1.5";
  if (dice.chance(20)) return std::to_string(metric.least);
  std::string text = random_decimal(dice, metric.least, metric.most - 1, metric.decimals);
  if (metric.percent && dice.chance(30)) text += '%';
  return text;
}

std::map<std::string, std::string> random_attributes(Dice& dice) {
  std::map<std::string, std::string> attributes;
  attributes["station"] = dice.chance(5) ? "" : dice.word({"A", "B", "C"});
  attributes["area"] = dice.word({"urban", "rural"});
  attributes["coefficient"] = dice.word({"", "1.1", "0.95", "1.25", "0.8"});
  attributes["weight"] = dice.chance(10) ? "" : dice.word({"1", "2", "3.5"});
  attributes["senior"] = dice.word({"true", "false"});
  attributes["joined"] = dice.word({"2018-05-31", "2020-01-15", "2024-02-29", "2025-03-01"});
  return attributes;
}

}  // namespace

InputRows ordinary_rows(Dice& dice, const std::vector<RandomMetric>& metrics, const CalendarRules& rules,
                        DayRange span) {
  const DayTable days(rules);
  InputRows rows;
  rows.span = span;
  std::vector<std::string> keys;
  for (int i = dice.between(9, 20); i > 0; --i) keys.push_back("p" + std::to_string(100 + i));
  const bool away = dice.chance(40);
  for (const std::string& key : keys) {
    auto attributes = random_attributes(dice);
    for (const char* always : {"station", "weight"})
      if (attributes[always].empty()) attributes[always] = always[0] == 's' ? "A" : "2";
    rows.roster.push_back({key, std::nullopt, std::nullopt, attributes});
    if (dice.chance(15)) {
      attributes["station"] = dice.word({"A", "B", "C"});
      rows.roster.push_back({key, span.first + dice.below(span.size()), std::nullopt, attributes});
    }
    if (away && dice.chance(35)) rows.duty.push_back({key, span.first + 20, span.first + 47, "leave"});
  }
  for (const RandomMetric& metric : metrics) {
    if (metric.derived) continue;
    const bool of_station = metric.about == "station";
    for (const std::string& key : metric.about.empty() ? keys
                                  : of_station         ? std::vector<std::string>{"A", "B", "C"}
                                                       : std::vector<std::string>{"urban", "rural"}) {
      const Period last = days.containing(span.last + 6, metric.grain);
      for (Period one = days.containing(span.first - 6, metric.grain); one <= last; one = one + 1)
        if (metric.grain != Grain::day || days.is_workday(days.first_day(one)))
          rows.metrics.push_back({key, days.label(one), metric.id, random_value(dice, metric, true)});
    }
  }
  return rows;
}

InputRows random_rows(Dice& dice, const std::vector<RandomMetric>& metrics, const CalendarRules& rules, DayRange span) {
  const DayTable days(rules);
  InputRows rows;
  rows.span = span;
  const auto any_day = [&] { return span.first + dice.below(span.size()); };

  const int officers = dice.chance(20) ? dice.between(7, 10) : dice.between(2, 6);
  std::vector<std::string> keys;
  for (int i = 0; i < officers; ++i)
    keys.push_back(dice.chance(50) ? "p" + std::to_string(i) : "q" + std::to_string(i));
  if (dice.chance(30))
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = std::to_string(7 + 3 * i);
  for (const std::string& key : keys) {
    OfficerRow row{key, std::nullopt, std::nullopt, random_attributes(dice)};
    if (dice.chance(30)) row.from = any_day();
    if (dice.chance(20)) row.to = row.from ? *row.from + dice.between(0, 90) : any_day();
    rows.roster.push_back(row);
    if (dice.chance(30)) {  // a gap, or a change of attributes
      const Day from = any_day();
      rows.roster.push_back({key, from, dice.chance(50) ? std::optional(from + dice.between(0, 40)) : std::nullopt,
                             random_attributes(dice)});
    }
    if (dice.chance(6)) rows.duty.push_back({key, std::nullopt, std::nullopt, "leave"});  // throughout
    for (int records = dice.between(0, 4); records > 0; --records) {
      const Day from = any_day() - 2;
      const int length = dice.chance(25) ? dice.between(20, 70) : dice.between(0, 9);
      rows.duty.push_back({key, from, dice.chance(3) ? std::nullopt : std::optional(from + length),
                           dice.word({"leave", "leave", "training", "suspended", "standby", "unheard_of"})});
    }
  }
  if (std::any_of(metrics.begin(), metrics.end(), [](const RandomMetric& metric) { return metric.derived; }))
    random_facts(dice, keys, span, rows);
  std::vector<std::string> people = keys;
  people.push_back("stranger");
  for (const RandomMetric& metric : metrics) {
    if (metric.derived) continue;
    if (metric.about.empty())
      keys = people;
    else
      keys = metric.about == "station" ? std::vector<std::string>{"A", "B", "C", "Z"}
                                       : std::vector<std::string>{"urban", "rural"};
    const int density = dice.chance(20) ? 25 : dice.between(50, 95);
    for (const std::string& key : keys) {
      if ((key == "stranger" || key == "Z") && !dice.chance(10)) continue;
      const Period last = days.containing(span.last + 6, metric.grain);
      for (Period one = days.containing(span.first - 6, metric.grain); one <= last; one = one + 1) {
        const bool off = metric.grain == Grain::day && !days.is_workday(days.first_day(one));
        if (!dice.chance(off ? density / 5 : density)) continue;
        std::string date = days.label(one);
        if (dice.chance(50)) date = (days.first_day(one) + dice.below(days.days(one).size())).to_text();
        const std::string value = random_value(dice, metric, false);
        rows.metrics.push_back({key, date, metric.id, value});
        const bool number = value.find_first_not_of("0123456789.%") == std::string::npos;
        if (metric.may_duplicate && number && value != "1.5" && value != std::to_string(metric.most + 1) &&
            dice.chance(8))
          rows.metrics.push_back({key, date, metric.id, std::to_string(dice.between(metric.least, metric.most))});
      }
    }
  }
  return rows;
}

}  // namespace cwp::oracle
