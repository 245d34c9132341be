// What `effective` says of items, categories and adjustments.

#include <algorithm>

#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {
namespace {

bool lies_in(const Effective& dates, cwp::Day day) {
  return !(dates.from && day < dates.from->value) && !(dates.to && dates.to->value < day);
}

}  // namespace

bool Oracle::category_lasts(std::size_t index, Period period) const {
  for (std::optional<std::uint32_t> one = static_cast<std::uint32_t>(index); one; one = card_.categories[*one].parent)
    if (!lies_in(card_.categories[*one].written->effective, days_.last_day(period))) return false;
  return true;
}

bool Oracle::in_force(const ScoreItem& item, Period period) const {
  if (item.grain == period.grain)
    return in_force(period) && lies_in(item.written->effective, days_.last_day(period)) &&
           category_lasts(item.category, period);
  const std::vector<Period> own = days_.inner(period, item.grain);
  return in_force(period) && category_lasts(item.category, period) &&
         std::any_of(own.begin(), own.end(), [&](Period inner) { return in_force(item, inner); });
}

bool Oracle::in_force(const ScoreCategory& category, Period period) const {
  if (!category_lasts(static_cast<std::size_t>(&category - card_.categories.data()), period)) return false;
  const auto is_left = [&](std::uint32_t part) {
    return card_.holds(period.grain, card_.items[part]) && in_force(card_.items[part], period);
  };
  const auto holds_some = [&](std::uint32_t part) {
    return card_.holds(period.grain, card_.categories[part]) && in_force(card_.categories[part], period);
  };
  return std::any_of(category.items.begin(), category.items.end(), is_left) ||
         std::any_of(category.categories.begin(), category.categories.end(), holds_some);
}

bool Oracle::in_force(const ScoreAdjustment& adjustment, Period period) const {
  if (adjustment.grain == period.grain)
    return in_force(period) && lies_in(adjustment.written->effective, days_.last_day(period));
  const std::vector<Period> own = days_.inner(period, adjustment.grain);
  return in_force(period) && std::any_of(own.begin(), own.end(), [&](Period one) { return in_force(adjustment, one); });
}

}  // namespace cwp::oracle
