#include "exact/gather_table.hpp"

#include <algorithm>

namespace cwp {

GatherTable make_gather_table(const Node& gather, std::vector<std::uint32_t> group_of,
                              const std::vector<PeerEntry>& entries, const BodyContext& context) {
  GatherTable table;
  table.group_of = std::move(group_of);
  table.among.assign(entries.size(), false);
  for (std::size_t officer = 0; officer < entries.size(); ++officer) {
    const std::uint32_t number = table.group_of[officer];
    if (number == kNoGroup) continue;
    if (table.groups.size() <= number) table.groups.resize(number + 1);
    const PeerEntry& entry = entries[officer];
    PeerGroup& group = table.groups[number];
    group.on_duty = group.on_duty || entry.on_duty;
    if (!entry.peer) continue;
    ++group.peers;
    group.all_exempt = group.all_exempt && entry.value.absence == Absence::exempt;
    if (!entry.value.present()) continue;
    table.among[officer] = true;
    group.ascending.push_back(entry.value);
  }
  const FunctionRow& function = *gather.function;
  for (PeerGroup& group : table.groups) {
    // Peers' flags are their own: `incomplete` does not travel across officers.
    for (Value& value : group.ascending) value.incomplete = value.faulty = false;
    std::stable_sort(group.ascending.begin(), group.ascending.end(),
                     [](const Value& a, const Value& b) { return a.number < b.number; });
    if (group.ascending.empty()) continue;
    if (function.group) group.facts = function.group(group.ascending, context);
    if (!function.among && function.fold_extra == 0) group.aggregate = function.fold(group.ascending, {}, context);
  }
  return table;
}

Value gathered(const Node& gather, const GatherTable& table, std::size_t officer, const Value& own,
               const std::vector<Value>& extras, const BodyContext& context) {
  Value result = Value::missing(gather.type);
  if (table.group_of[officer] == kNoGroup) return result;
  for (const Value& extra : extras)
    if (!extra.present()) {
      result.absence = extra.absence;
      return result;
    }
  const PeerGroup& group = table.groups[table.group_of[officer]];
  const FunctionRow& function = *gather.function;
  if (function.among) return table.among[officer] ? function.among(own, group.ascending, group.facts, context) : result;
  if (!group.ascending.empty())
    return function.fold_extra == 0 ? group.aggregate : function.fold(group.ascending, extras, context);
  if (function.counts && group.on_duty) return Value::of(Rational(0));
  if (group.peers == 0) return result;
  if (group.all_exempt) result.absence = Absence::exempt;
  return result;
}

}  // namespace cwp
