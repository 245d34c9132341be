#include <map>
#include <set>

#include "lint/doubts.hpp"

namespace cwp {

void doubt_parameters(const Doubts& doubts) {
  const Scorecard& card = doubts.card;
  std::map<std::uint32_t, std::set<Grain>> uses;  // by parameter: the kinds of periods for which its value is taken
  visit_terms(card, [&](const Term& term) {
    if (term.kind == TermKind::parameter) uses[term.index].insert(term.place);
  });
  for (std::uint32_t i = 0; i < card.parameters.size(); ++i) {
    const ScoreParameter& parameter = card.parameters[i];
    if (parameter.values.empty() || parameter.values.front().first == kFirstDay) continue;  // it never changes
    const auto places = uses.find(i);
    if (places == uses.end()) continue;
    const std::string& id = parameter.written->id.value;
    const auto place_of = [&](Day day) {
      for (const Parameter::Value& value : parameter.written->values)
        if (value.from && value.from->value == day) return value.from->place;
      return parameter.written->id.place;
    };
    const Day first = parameter.values.front().first;
    if (card.effective_from != kFirstDay && card.effective_from < first)
      doubts.add("parameter-begins-late", place_of(first), {id, first.to_text(), card.effective_from.to_text()});
    for (std::size_t v = 1; v < parameter.values.size(); ++v) {
      const Day day = parameter.values[v].first;
      for (const Grain grain : places->second) {
        const Period period = card.calendar.containing(day, grain);
        const Day start = card.calendar.first_day(period);
        if (start == day) continue;
        doubts.add("parameter-changes-inside", place_of(day),
                   {id, std::string(to_text(grain)), card.calendar.label(period), start.to_text(),
                    (card.calendar.last_day(period) + 1).to_text()});
        break;
      }
    }
  }
}

}  // namespace cwp
