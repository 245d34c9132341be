#include "scorer/data_change.hpp"

#include <algorithm>

namespace cwp {
namespace {

bool same_attributes(const RosterRow& a, const RosterRow& b) {
  return std::equal(a.attributes.begin(), a.attributes.end(), b.attributes.begin(), b.attributes.end(), same_value);
}

bool same_days(const OfficerRecord& a, const DatasetState& of_a, const OfficerRecord& b, const DatasetState& of_b) {
  const auto present = [&](const PresenceStretch& one, const PresenceStretch& other) {
    return one.days == other.days &&
           same_attributes(of_a.roster_rows[one.roster_row], of_b.roster_rows[other.roster_row]);
  };
  const auto on_duty = [](const DutyStretch& one, const DutyStretch& other) {
    return one.days == other.days && one.status == other.status;
  };
  return std::equal(a.presence.begin(), a.presence.end(), b.presence.begin(), b.presence.end(), present) &&
         std::equal(a.duty.begin(), a.duty.end(), b.duty.begin(), b.duty.end(), on_duty);
}

void compare_figures(std::uint32_t metric, const std::vector<MetricCell>& before, const std::vector<MetricCell>& after,
                     OfficerChange& change) {
  auto old = before.begin(), now = after.begin();
  while (old != before.end() || now != after.end()) {
    if (now == after.end() || (old != before.end() && old->period < now->period)) {
      change.figures.emplace_back(metric, (old++)->period);
    } else if (old == before.end() || now->period < old->period) {
      change.figures.emplace_back(metric, (now++)->period);
    } else {
      if (!same_figure(*old, *now)) change.figures.emplace_back(metric, now->period);
      ++old;
      ++now;
    }
  }
}

}  // namespace

bool same_with_flags(const Value& a, const Value& b) {
  return same_value(a, b) && a.fault == b.fault && a.incomplete == b.incomplete && a.faulty == b.faulty;
}

bool same_with_flags(const std::vector<Value>& a, const std::vector<Value>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Value& one, const Value& other) { return same_with_flags(one, other); });
}

bool same_figure(const MetricCell& a, const MetricCell& b) {
  return a.period == b.period && a.refused == b.refused && a.incomplete == b.incomplete && a.value == b.value;
}

DataChange change_between(const DatasetState& before, const DatasetState& after) {
  DataChange change;
  const auto same_key = [](const OfficerRecord& a, const OfficerRecord& b) { return a.key == b.key; };
  change.everything = before.columns || after.columns || !before.span || !after.span ||
                      before.span->first != after.span->first ||
                      !std::equal(before.officers.begin(), before.officers.end(), after.officers.begin(),
                                  after.officers.end(), same_key);
  if (change.everything) return change;
  for (std::size_t i = 0; i < before.officers.size(); ++i) {
    const OfficerRecord& old = before.officers[i];
    const OfficerRecord& now = after.officers[i];
    OfficerChange one;
    one.whole = !same_days(old, before, now, after);
    for (std::uint32_t metric = 0; metric < now.metrics.size() && !one.whole; ++metric)
      compare_figures(metric, old.metrics[metric], now.metrics[metric], one);
    if (one.whole || !one.figures.empty()) change.officers.emplace(i, std::move(one));
  }
  return change;
}

}  // namespace cwp
