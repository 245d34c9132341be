#include "scorer/gather_anew.hpp"

#include <algorithm>

#include "data/finish_dataset.hpp"

namespace cwp {
namespace {

bool same_entry(const PeerEntry& a, const PeerEntry& b) {
  return a.on_duty == b.on_duty && a.peer == b.peer && same_with_flags(a.value, b.value);
}

/// What anybody can see of the group is the same.
bool same_group(const PeerGroup& a, const PeerGroup& b) {
  return same_with_flags(a.ascending, b.ascending) && same_with_flags(a.facts, b.facts) &&
         same_with_flags(a.aggregate, b.aggregate) && a.peers == b.peers && a.on_duty == b.on_duty &&
         a.all_exempt == b.all_exempt;
}

}  // namespace

void GatherAnew::make() {
  for (std::uint32_t stage = 1; stage <= run_.schedule().stages(); ++stage) {
    changed_.clear();
    take_entries(stage);
    for (const auto& [key, changed] : changed_) {
      const Instance gather{key.first, key.second};
      if (stale_.any_whole() || !tables_.contains(gather.node, gather.period))
        make_all_groups(gather);
      else if (!changed.empty())
        make_groups(gather, changed);
    }
  }
}

void GatherAnew::take_entries(std::uint32_t stage) {
  for (const std::size_t officer : stale_.officers()) {
    const StalePattern::Brought& brought = stale_.brought(officer, stage);
    if (brought.gathers.empty()) continue;
    cells_.begin(officer);
    cells_.evaluate(brought.needed);
    for (const Instance& gather : brought.gathers) {
      const std::pair key(gather.node, gather.period);
      std::vector<PeerEntry>& entries = entries_[key];
      entries.resize(run_.data().officer_count());
      PeerEntry entry = peer_entry(run_, cells_.officer(), gather);
      std::vector<std::size_t>& changed = changed_[key];
      if (same_entry(entries[officer], entry)) continue;
      entries[officer] = std::move(entry);
      changed.push_back(officer);
    }
  }
}

std::vector<std::uint32_t> GatherAnew::group_numbers_of(Instance gather) const {
  const DayRange days = run_.card().calendar.days(gather.period);
  std::vector<std::optional<std::string>> keys(run_.data().officer_count());
  for (std::size_t officer = 0; officer < keys.size(); ++officer) {
    const OfficerRecord& record = run_.data().officers[officer];
    if (!present_within(record, days)) continue;
    const OfficerDays none(record, *run_.card().rulebook, run_.card().calendar, {days.first, days.first - 1});
    const ExactContext context{run_.graph(), run_.card(), run_.timeline(), run_.data(),
                               record,       none,        officer,         run_.gathers()};
    keys[officer] = group_key(context, run_.graph().nodes[gather.node].by, gather.period);
  }
  return group_numbers(keys);
}

void GatherAnew::make_all_groups(Instance gather) {
  GatherTable made = make_gather_table(run_.graph().nodes[gather.node], group_numbers_of(gather),
                                       entries_[{gather.node, gather.period}], {run_.card().rounding.rounding});
  const bool known = tables_.contains(gather.node, gather.period);
  static const GatherTable kNone;
  const GatherTable& old = known ? tables_.at(gather.node, gather.period) : kNone;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> same;  // old and new group: what is seen of them
  for (std::size_t officer = 0; officer < made.group_of.size(); ++officer) {
    const std::uint32_t now = made.group_of[officer];
    const std::uint32_t was = known ? old.group_of[officer] : kNoGroup;
    if (now == kNoGroup && was == kNoGroup) continue;
    const auto [found, fresh] = same.try_emplace({was, now}, false);
    if (fresh && was != kNoGroup && now != kNoGroup) found->second = same_group(old.groups[was], made.groups[now]);
    if (!found->second) stale_.add(officer, gather);
  }
  tables_.add(gather.node, gather.period, std::move(made));
}

void GatherAnew::make_groups(Instance gather, const Who& changed) {
  GatherTable& table = tables_.at(gather.node, gather.period);
  std::set<std::uint32_t> groups;
  for (const std::size_t officer : changed)
    if (table.group_of[officer] != kNoGroup) groups.insert(table.group_of[officer]);
  for (const std::uint32_t group : groups) make_group(gather, table, group);
}

void GatherAnew::make_group(Instance gather, GatherTable& table, std::uint32_t group) {
  const std::vector<PeerEntry>& entries = entries_[{gather.node, gather.period}];
  std::vector<std::size_t> members;
  std::vector<PeerEntry> of_members;
  for (std::size_t officer = 0; officer < table.group_of.size(); ++officer) {
    if (table.group_of[officer] != group) continue;
    members.push_back(officer);
    of_members.push_back(entries[officer]);
  }
  GatherTable made = make_gather_table(run_.graph().nodes[gather.node], std::vector<std::uint32_t>(members.size(), 0),
                                       of_members, {run_.card().rounding.rounding});
  for (std::size_t i = 0; i < members.size(); ++i) table.among[members[i]] = made.among[i];
  if (same_group(table.groups[group], made.groups[0])) return;
  table.groups[group] = std::move(made.groups[0]);
  for (const std::size_t officer : members) stale_.add(officer, gather);
}

}  // namespace cwp
