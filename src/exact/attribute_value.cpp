// The value of an attribute in a period of more than one day.

#include <algorithm>

#include "exact/evaluate.hpp"
#include "term/term_maker.hpp"

namespace cwp {
namespace {

/// A row of the roster, and on how many present days its value was the officer's.
struct Held {
  const RosterRow* row;
  std::int32_t days;
};

/// The row whose value was held on most days; of several the one held last. `held` is in the order of time. Days
/// without a value count for none, unless there are no others.
const RosterRow* longest(const std::vector<Held>& held, std::uint32_t attribute) {
  std::vector<Held> sums;
  for (const Held& one : held) {
    if (!one.row->attributes[attribute].present()) continue;
    std::int32_t days = one.days;
    const auto same = std::find_if(sums.begin(), sums.end(), [&](const Held& sum) {
      return same_value(sum.row->attributes[attribute], one.row->attributes[attribute]);
    });
    if (same != sums.end()) {
      days += same->days;
      sums.erase(same);
    }
    sums.push_back({one.row, days});
  }
  if (sums.empty()) return held.back().row;
  Held best = sums.front();
  for (const Held& sum : sums)
    if (sum.days >= best.days) best = sum;
  return best.row;
}

}  // namespace

const RosterRow* attribute_row(const Scorecard& card, const DatasetState& data, const OfficerRecord& officer,
                               std::uint32_t attribute, DayRange days) {
  std::vector<Held> held;
  for (const PresenceStretch& stretch : officer.presence) {
    const DayRange part{std::max(days.first, stretch.days.first), std::min(days.last, stretch.days.last)};
    if (part.size() > 0) held.push_back({&data.roster_rows[stretch.roster_row], part.size()});
  }
  if (held.empty()) return nullptr;
  const AttributesAt at = card.attributes_at[attribute];
  if (at == AttributesAt::most) return longest(held, attribute);
  return at == AttributesAt::start ? held.front().row : held.back().row;
}

Value attribute_value(const ExactContext& context, std::uint32_t attribute, DayRange days) {
  if (const RosterRow* row = attribute_row(context, attribute, days)) return row->attributes[attribute];
  return Value::missing(value_type(context.card.rulebook->attributes[attribute].type));
}

}  // namespace cwp
