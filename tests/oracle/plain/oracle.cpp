// What is published, and how it is printed.

#include "oracle/plain/oracle.hpp"

#include <algorithm>

#include "oracle/plain/folds.hpp"

namespace cwp::oracle {

Oracle::Oracle(const Scorecard& card, const InputRows& rows)
    : card_(card), days_(card.calendar.rules()), data_(card, rows, days_) {
  for (std::size_t metric = 0; metric < card_.derived.size(); ++metric)
    if (card_.derived[metric]) derive(metric, rows);
}

bool Oracle::holds_weeks(Grain grain) const {
  if (grain <= Grain::week) return false;
  const bool items = std::any_of(card_.items.begin(), card_.items.end(), [&](const ScoreItem& item) {
    return item.grain == Grain::week && item.roll_up != RollUpKind::none;
  });
  return items || std::any_of(card_.adjustments.begin(), card_.adjustments.end(), [&](const ScoreAdjustment& one) {
           return one.grain == Grain::week && card_.acts(grain, one);
         });
}

bool Oracle::provisional(Period period) const { return !data_.complete(period, holds_weeks(period.grain)); }

std::vector<Period> Oracle::published(Grain grain, bool with_provisional) const {
  std::vector<Period> periods;
  for (Period period = days_.containing(data_.span().first, grain); data_.begun(period); period = period + 1)
    if (!data_.begins_before_data(period) && in_force(period) && (with_provisional || !provisional(period)))
      periods.push_back(period);
  return periods;
}

Printed Oracle::print(const Worth& worth, const RoundingRule& rule, Period period) const {
  Printed figure;
  const auto marks = [&](const std::optional<Rational>& value) {
    return value ? printed(*value, rule.decimals, Rounding::half_up) : std::string();
  };
  if (worth.points.present()) figure.points = printed(worth.points.number, rule.decimals, rule.rounding);
  figure.full = marks(worth.full);
  figure.reachable = marks(worth.reachable);
  if (worth.coverage) figure.coverage = printed(*worth.coverage, 4, Rounding::half_up);
  figure.state = provisional(period) ? "provisional" : worth.points.incomplete ? "incomplete" : "final";
  figure.clamped = worth.clamped;
  figure.filled = worth.filled;
  figure.vetoed = worth.vetoed;
  return figure;
}

std::map<std::string, Printed> Oracle::row(std::size_t officer, Period period) {
  std::map<std::string, Printed> figures;
  const Printed nothing = print(Worth{}, card_.rounding, period);
  for (std::size_t i = 0; i < card_.items.size(); ++i) {
    const ScoreItem& one = card_.items[i];
    const bool held = card_.holds(period.grain, one);
    figures[one.written->id.value] = held ? print(item(officer, i, period), one.rounding, period) : nothing;
  }
  for (std::size_t i = 0; i < card_.categories.size(); ++i) {
    const ScoreCategory& one = card_.categories[i];
    const bool held = card_.holds(period.grain, one);
    figures[one.written->id.value] = held ? print(category(officer, i, period), one.rounding, period) : nothing;
  }
  for (std::size_t i = 0; i < card_.adjustments.size(); ++i) {
    const ScoreAdjustment& one = card_.adjustments[i];
    Worth worth;
    if (card_.acts(period.grain, one)) worth.points = adjustment(officer, i, period);
    figures[one.written->id.value] = print(worth, one.rounding, period);
  }
  const ScoreAssessment& assessment = card_.assessments[static_cast<std::size_t>(period.grain)].value();
  figures["total"] = print(total(officer, period), assessment.rounding, period);
  return figures;
}

}  // namespace cwp::oracle
