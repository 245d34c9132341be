// Formulas: names, operators, aggregates over time, lags.

#include <algorithm>
#include <stdexcept>

#include "oracle/plain/folds.hpp"
#include "oracle/plain/oracle.hpp"

namespace cwp::oracle {
namespace {

bool is_one_of(const std::string& name, std::initializer_list<const char*> names) {
  return std::any_of(names.begin(), names.end(), [&](const char* one) { return name == one; });
}

void take_flags(Value& value, const Value& looked_at) {
  value.incomplete = value.incomplete || looked_at.incomplete;
  value.faulty = value.faulty || looked_at.faulty;
}

Value compared(const std::string& name, const Value& a, const Value& b) {
  if (a.type == ValueType::text) {
    const bool same = *a.text == *b.text;
    return Value::of_truth(name == "=" ? same : !same);
  }
  const Rational difference = a.number - b.number;
  const int sign = difference.sign();
  if (name == "=") return Value::of_truth(sign == 0);
  if (name == "!=") return Value::of_truth(sign != 0);
  if (name == "<") return Value::of_truth(sign < 0);
  if (name == "<=") return Value::of_truth(sign <= 0);
  if (name == ">") return Value::of_truth(sign > 0);
  return Value::of_truth(sign >= 0);
}

Value calculated(const std::string& name, const std::vector<Value>& x) {
  if (name == "+") return Value::of(x[0].number + x[1].number);
  if (name == "-") return Value::of(x[0].number - x[1].number);
  if (name == "*") return Value::of(x[0].number * x[1].number);
  if (name == "neg") return Value::of(Rational(0) - x[0].number);
  if (name == "/")
    return x[1].number.is_zero() ? Value::failed(Fault::division_by_zero) : Value::of(x[0].number / x[1].number);
  return compared(name, x[0], x[1]);
}

bool asks_for_standing(const Term& term) {
  return term.kind == TermKind::rank || term.kind == TermKind::grade ||
         std::any_of(term.children.begin(), term.children.end(),
                     [](const TermPtr& child) { return asks_for_standing(*child); });
}

}  // namespace

Value Oracle::term(std::size_t officer, const Term& term, Period period) {
  if (fact_ || (standing_ && asks_for_standing(term))) return make_term(officer, term, period);
  const auto known = terms_.find({officer, &term, period});
  if (known != terms_.end()) return known->second;
  const Value value = make_term(officer, term, period);
  terms_[{officer, &term, period}] = value;
  return value;
}

Value Oracle::late_term(std::size_t officer, const Term& term, Period period, const Value& rank, const Value& grade) {
  standing_.emplace(rank, grade);
  const Value value = this->term(officer, term, period);
  standing_.reset();
  return value;
}

Value Oracle::make_term(std::size_t officer, const Term& term, Period period) {
  Value value;
  switch (term.kind) {
    case TermKind::constant:
      value = term.constant;
      break;
    case TermKind::metric:
      value = data_.metric(officer, term.index, period);
      found_["figures about a group of officers"] += value.present() && card_.about[term.index];
      found_["figures derived from facts"] += value.present() && card_.derived[term.index];
      break;
    case TermKind::attribute:
      value = data_.attribute(officer, term.index, period);
      found_["attributes as of the start"] += card_.attributes_at[term.index] == AttributesAt::start;
      found_["attributes as on most days"] += card_.attributes_at[term.index] == AttributesAt::most;
      break;
    case TermKind::parameter:
      for (const auto& [from, number] : card_.parameters[term.index].values)
        if (from <= days_.last_day(period)) value = Value::of(number);
      break;
    case TermKind::item:
      value = item(officer, term.index, period).points;
      break;
    case TermKind::category:
      value = category(officer, term.index, period).points;
      break;
    case TermKind::total:
      value = total(officer, period).points;
      break;
    case TermKind::place:
      value = place(officer, term, period);
      break;
    case TermKind::call:
      value = call(officer, term, period);
      break;
    case TermKind::fold:
      value = fold(officer, term, period);
      found_["over time: " + std::string(term.function->doc.name)] += value.present();
      break;
    case TermKind::lag:
      value = lag(officer, term, period);
      break;
    case TermKind::gather:
      value = gather(officer, term, period);
      found_["across officers: " + std::string(term.function->doc.name)] += value.present();
      break;
    case TermKind::adjustment:
      value = adjustment(officer, term.index, period);
      break;
    case TermKind::column:
      value = fact_.value().at(term.index);
      break;
    case TermKind::rank:
      value = standing_.value().first;
      break;
    case TermKind::grade:
      value = standing_.value().second;
      break;
    default:
      throw std::logic_error("a term that the oracle does not know");
  }
  return value;
}

Value Oracle::call(std::size_t officer, const Term& term, Period period) {
  const std::string name(term.function->doc.name);
  std::vector<Value> x;
  for (const TermPtr& child : term.children) x.push_back(this->term(officer, *child, period));

  if (name == "if") {
    Value result;
    if (x[0].present())
      result = x[0].truth() ? x[1] : x[2];
    else
      result.absence = x[0].absence;
    result.type = term.type;
    take_flags(result, x[0]);
    return result;
  }
  if (name == "and" || name == "or") {
    // Three-valued: what decides alone decides; else an absent operand leaves it open.
    const bool decides = name == "or";
    Value result = Value::of_truth(!decides);
    for (const Value& one : x)
      if (!one.present() && (result.present() || one.absence == Absence::exempt)) {
        const bool exempt = one.absence == Absence::exempt;
        result = exempt ? Value::exempt(ValueType::boolean) : Value::missing(ValueType::boolean);
      }
    for (const Value& one : x)
      if (one.present() && one.truth() == decides) result = Value::of_truth(decides);
    for (const Value& one : x) take_flags(result, one);
    return result;
  }
  if (is_one_of(name, {"+", "-", "*", "/", "neg", "=", "!=", "<", "<=", ">", ">=", "not"})) {
    Value result = Value::missing(term.type);
    const auto any = [&](Absence absence) {
      return std::any_of(x.begin(), x.end(), [&](const Value& one) { return one.absence == absence; });
    };
    if (any(Absence::exempt))
      result = Value::exempt(term.type);
    else if (!any(Absence::missing))
      result = name == "not" ? Value::of_truth(!x[0].truth()) : calculated(name, x);
    for (const Value& one : x) take_flags(result, one);
    return result;
  }
  std::vector<const Value*> operands;
  for (const Value& one : x) operands.push_back(&one);
  return apply_scalar(*term.function, operands, BodyContext{.rounding = text_rounding()});
}

Value Oracle::fold(std::size_t officer, const Term& term, Period period) {
  Value none = Value::missing(term.type);
  if (data_.begins_before_data(period)) return none;
  std::vector<Rational> extras;
  for (std::size_t i = 0; i + 1 < term.children.size(); ++i) {
    const Value extra = this->term(officer, *term.children[i], period);
    take_flags(none, extra);
    if (!extra.present()) {
      none.absence = extra.absence;
      return none;
    }
    extras.push_back(extra.number);
  }

  std::vector<Period> range = days_.inner(period, term.inner);
  if (range.empty()) return none;
  if (term.over_last)
    range = {range.back() - (*term.over_last - 1), range.back()};
  else if (term.over_to_date)
    range = {days_.inner(days_.holder(period, *term.over_to_date), term.inner).front(), range.back()};
  if (term.over_last || term.over_to_date) {
    const Period last = range.back();
    for (range.pop_back(); range.back() < last; range.push_back(range.back() + 1)) {
    }
  }
  if (term.function->run != nullptr) return run(officer, term, range);

  std::vector<Value> values;
  int looked_at = 0, exempt = 0;
  bool assessable = false;
  for (const Period inner : data_.counting(range, waits_for_weeks(*term.children.back(), term.inner))) {
    if (data_.begins_before_data(inner)) continue;
    const Value value = this->term(officer, *term.children.back(), inner);
    ++looked_at;
    exempt += value.absence == Absence::exempt;
    assessable = assessable || data_.duty_days(officer, inner) > 0;
    take_flags(none, value);
    if (value.present()) values.push_back(value);
  }
  if (values.empty() && term.function->counts && assessable) {
    Value zero = Value::of(Rational(0));
    take_flags(zero, none);
    return zero;
  }
  if (values.empty()) {
    if (looked_at > 0 && looked_at == exempt) none.absence = Absence::exempt;
    return none;
  }
  Value result = aggregate(std::string(term.function->doc.name), values, extras);
  take_flags(result, none);
  return result;
}

Value Oracle::lag(std::size_t officer, const Term& term, Period period) {
  const Term& inside = *term.children.front();
  const Period from = inside.place == period.grain ? period : days_.holder(period, inside.place);
  const auto earlier = days_.earlier(from, term.steps, term.lag_grain);
  return earlier ? this->term(officer, inside, *earlier) : Value::missing(term.type);
}

Value Oracle::place(std::size_t officer, const Term& term, Period period) const {
  const auto number = [](int value) { return Value::of(Rational(value)); };
  const DayRange range = days_.days(period);
  const int work_days = days_.workdays(range);
  switch (term.function->place) {
    case PlaceFunction::calendar_days:
      return number(range.size());
    case PlaceFunction::work_days:
      return number(work_days);
    case PlaceFunction::duty_days:
      return number(data_.duty_days(officer, period));
    case PlaceFunction::present_days:
      return number(data_.present_days(officer, period));
    case PlaceFunction::days_with:
      return number(data_.days_with(officer, period, term.status));
    case PlaceFunction::period_start:
      return Value::of_date(range.first);
    case PlaceFunction::period_end:
      return Value::of_date(range.last);
    case PlaceFunction::month_of_year:
      return number(days_.month_of_year(period));
    case PlaceFunction::duty_share:
      return work_days == 0 ? number(1) : Value::of(Rational(data_.duty_days(officer, period)) / Rational(work_days));
    case PlaceFunction::present_share:
      return Value::of(Rational(data_.present_days(officer, period)) / Rational(range.size()));
    case PlaceFunction::none:
      break;
  }
  throw std::logic_error("not a function of place");
}

}  // namespace cwp::oracle
