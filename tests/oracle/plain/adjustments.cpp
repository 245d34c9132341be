// Bonuses and penalties, and vetoes.

#include <algorithm>

#include "oracle/plain/folds.hpp"
#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {

Value Oracle::adjustment(std::size_t officer, std::size_t index, Period period) {
  const Key key{officer, index, period};
  const auto known = adjustments_.find(key);
  if (known != adjustments_.end()) return known->second;
  const ScoreAdjustment& adjustment = card_.adjustments[index];
  const Value amount = adjustment.grain == period.grain ? own_adjustment(officer, adjustment, period)
                                                        : rolled_adjustment(officer, adjustment, period);
  adjustments_[key] = amount;
  return amount;
}

Value Oracle::own_adjustment(std::size_t officer, const ScoreAdjustment& adjustment, Period period) {
  if (data_.begins_before_data(period) || !data_.begun(period) || !in_force(adjustment, period))
    return Value::missing();
  if (data_.present_days(officer, period) == 0) return Value::missing();
  Value amount = term(officer, *adjustment.amount, period);
  Value cap = Value::missing();
  if (adjustment.up_to) {
    cap = term(officer, *adjustment.up_to, period);
    amount.incomplete = amount.incomplete || cap.incomplete;
    amount.faulty = amount.faulty || cap.faulty;
  }
  Rational value(0);
  if (amount.present() && (cap.present() || !adjustment.up_to)) {
    value = amount.number;
    if (cap.present() && value > cap.number) value = cap.number;
    if (value < Rational(0)) value = Rational(0);
  } else if (amount.absence != Absence::exempt) {
    amount.incomplete = true;  // it should be there
  }
  Value result = carried(value, adjustment.rounding);
  result.incomplete = amount.incomplete;
  result.faulty = amount.faulty;
  return result;
}

Value Oracle::rolled_adjustment(std::size_t officer, const ScoreAdjustment& adjustment, Period period) {
  Value result = Value::missing();
  if (data_.begins_before_data(period) || !in_force(adjustment, period)) return result;
  if (data_.present_days(officer, period) == 0) return result;
  const auto index = static_cast<std::size_t>(&adjustment - card_.adjustments.data());
  const bool mean = adjustment.roll_up[static_cast<std::size_t>(period.grain)] == AdjustmentRollUp::mean;
  Numbers amounts;
  for (const Period inner : data_.counting(days_.inner(period, adjustment.grain), false)) {
    if (data_.begins_before_data(inner) || !in_force(adjustment, inner)) continue;
    const Value one = this->adjustment(officer, index, inner);
    result.incomplete = result.incomplete || one.incomplete;
    result.faulty = result.faulty || one.faulty;
    if (mean ? data_.duty_days(officer, inner) > 0 : one.present())
      amounts.push_back(one.present() ? one.number : Rational(0));
  }
  const Rational amount = mean && !amounts.empty() ? mean_of(amounts) : sum_of(amounts);
  result.absence = Absence::present;
  result.number = carried(amount, adjustment.rounding).number;
  return result;
}

// What acts on a category, or on the total, in this assessment.
Oracle::Net Oracle::net(std::size_t officer, std::optional<std::uint32_t> category, Period period) {
  Net net;
  std::map<std::pair<std::uint32_t, bool>, Rational> grouped;
  for (std::size_t index = 0; index < card_.adjustments.size(); ++index) {
    const ScoreAdjustment& one = card_.adjustments[index];
    if (one.category != category || !card_.acts(period.grain, one)) continue;
    const Value amount = adjustment(officer, index, period);
    net.incomplete = net.incomplete || amount.incomplete;
    if (!amount.present()) continue;
    const bool gives = one.written->gives;
    if (one.group)
      grouped[{*one.group, gives}] += amount.number;
    else
      net.amount += gives ? amount.number : Rational(0) - amount.number;
  }
  for (const auto& [group, sum] : grouped) {
    Rational amount = sum;
    if (const TermPtr& up_to = card_.groups[group.first].up_to) {
      const Value cap = term(officer, *up_to, period);
      if (cap.present() && amount > cap.number) amount = cap.number;
    }
    net.amount += group.second ? amount : Rational(0) - amount;
  }
  return net;
}

// The condition in this very period.
Value Oracle::holds(std::size_t officer, const ScoreVeto& veto, Period period) {
  if (data_.begins_before_data(period) || !data_.begun(period) || !in_force(period)) return Value::of_truth(false);
  if (data_.present_days(officer, period) == 0) return Value::of_truth(false);  // he was not there to be judged
  return term(officer, *veto.when, period);
}

// With `lasts: year` a period has the vetoes of the earlier ones of its year. Incomplete when nobody knows.
Value Oracle::fires(std::size_t officer, const ScoreVeto& veto, Period period) {
  std::vector<Value> conditions;
  if (veto.written->lasts_year)
    for (const Period one : days_.inner(days_.holder(period, Grain::year), period.grain))
      if (one < period) conditions.push_back(holds(officer, veto, one));
  conditions.push_back(holds(officer, veto, period));
  Value result = Value::of_truth(false);
  bool unknown = false;
  for (const Value& one : conditions) {
    if (one.is_true()) result.number = Rational(1);
    unknown = unknown || one.absence == Absence::missing;
    result.incomplete = result.incomplete || one.incomplete;
  }
  result.incomplete = result.incomplete || (unknown && !result.is_true());
  return result;
}

std::vector<std::string> Oracle::vetoes(std::size_t officer, Period period) {
  std::vector<std::string> ids;
  for (const ScoreVeto& veto : card_.vetoes)
    if (veto.grain == period.grain && fires(officer, veto, period).is_true()) ids.push_back(veto.written->id.value);
  return ids;
}

Oracle::Effects Oracle::effects(std::size_t officer, VetoTarget target, std::size_t index, Period period) {
  Effects effects;
  for (const ScoreVeto& veto : card_.vetoes) {
    if (veto.grain != period.grain || veto.target != target || (target != VetoTarget::total && veto.index != index))
      continue;
    const Value result = fires(officer, veto, period);
    effects.incomplete = effects.incomplete || result.incomplete;
    if (!result.is_true()) continue;
    const Veto& written = *veto.written;
    effects.no_score = effects.no_score || written.no_score;
    if (written.set) effects.set.emplace_back(written.set->value);
    if (written.cap) effects.cap.emplace_back(written.cap->value);
    if (written.factor) effects.factor.emplace_back(written.factor->value);
  }
  return effects;
}

void Oracle::let_vetoes_act(std::size_t officer, VetoTarget target, std::size_t index, Period period, Worth& worth) {
  if (!worth.points.present()) return;
  const Effects effects = this->effects(officer, target, index, period);
  worth.points.incomplete = worth.points.incomplete || effects.incomplete;
  if (effects.no_score) {
    const bool incomplete = worth.points.incomplete;
    worth.points = Value::exempt();
    worth.points.incomplete = incomplete;
    worth.counted = false;
    return;
  }
  const Rational before = worth.points.number;
  Numbers candidates = effects.set;
  if (candidates.empty()) {
    for (const Rational& factor : effects.factor) candidates.push_back(before * factor);
    for (const Rational& cap : effects.cap) candidates.push_back(std::min(before, cap));
  }
  if (candidates.empty()) return;
  worth.points.number = sorted(candidates).front();
  worth.vetoed = true;
}

}  // namespace cwp::oracle
