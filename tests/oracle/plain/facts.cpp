// Metrics that are derived, day by day, from tables of facts.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {

void Oracle::derive(std::size_t index, const InputRows& rows) {
  const ScoreDerived& derived = card_.derived[index].value();
  const EventTable& table = card_.rulebook->events[derived.table];
  struct Facts {
    Numbers counted;
    bool incomplete = false;
  };
  std::map<std::pair<std::size_t, Period>, Facts> days;
  for (const FactRow& row : rows.facts) {
    if (row.table != table.id.value) continue;
    std::vector<Value> values;
    for (const EventColumn& column : table.columns) {
      const auto written = row.values.find(column.id.value);
      values.push_back(data_.column(column, written == row.values.end() ? "" : written->second));
    }
    std::string key = row.officer;
    if (derived.officer_column) {
      const Value& named = values[*derived.officer_column];
      key = named.present() ? *named.text : "";
    }
    const auto officer = data_.officer(key);
    const auto day = days_.named(row.date, Grain::day);
    if (!officer || !day || data_.present_days(*officer, *day) == 0) continue;
    fact_ = values;
    const Value value = term(*officer, *derived.formula, *day);
    fact_.reset();
    Facts& facts = days[{*officer, *day}];
    facts.incomplete = facts.incomplete || value.incomplete;
    const Derivation kind = card_.rulebook->metrics[index].from->kind;
    const bool asks = kind == Derivation::count || kind == Derivation::days;
    if (asks ? value.is_true() : value.present()) facts.counted.push_back(value.number);
  }
  for (const auto& [place, facts] : days) {
    const Day day = days_.first_day(place.second);
    if (facts.counted.empty()) {
      if (facts.incomplete) data_.set_derived(place.first, index, day, std::nullopt, true);
      continue;
    }
    Rational value(1);
    switch (card_.rulebook->metrics[index].from->kind) {
      case Derivation::count:
      case Derivation::sum:
        value = sum_of(facts.counted);
        break;
      case Derivation::max:
        value = sorted(facts.counted).back();
        break;
      case Derivation::days:
        break;
    }
    data_.set_derived(place.first, index, day, value, facts.incomplete);
  }
}

}  // namespace cwp::oracle
