#include "oracle/input/oracle_data.hpp"

#include <algorithm>

#include "oracle/plain/folds.hpp"

namespace cwp::oracle {
namespace {

bool whole_number(const std::string& text) {
  const bool digits = !text.empty() && std::all_of(text.begin() + (text[0] == '-'), text.end(),
                                                   [](char c) { return c >= '0' && c <= '9'; });
  return digits && text != "-";
}

// The value of a figure as written, or nothing when it is no number of the metric or breaks one of its promises.
std::optional<Rational> taken(const Metric& metric, std::string text) {
  if (metric.type == NumberType::boolean) {
    if (text == "1" || text == "true" || text == "是") return Rational(1);
    if (text == "0" || text == "false" || text == "否") return Rational(0);
    return std::nullopt;
  }
  if (metric.unit == "%" && text.ends_with('%')) text.pop_back();
  const std::size_t point = text.find('.');
  std::string digits = text;
  int places = 0;
  if (point != std::string::npos) {
    places = static_cast<int>(text.size() - point - 1);
    if (point == 0 || places == 0) return std::nullopt;
    digits.erase(point, 1);
  }
  if (!whole_number(digits) || digits.size() > 15) return std::nullopt;
  Rational value(std::int64_t{std::stoll(digits)});
  for (int i = 0; i < places; ++i) value = value / Rational(10);

  const auto inside = [&](std::int64_t low, std::int64_t high) {
    return places == 0 && Rational(low) <= value && value <= Rational(high);
  };
  switch (metric.type) {
    case NumberType::u8:
      if (!inside(0, 255)) return std::nullopt;
      break;
    case NumberType::u16:
      if (!inside(0, 65535)) return std::nullopt;
      break;
    case NumberType::u32:
      if (!inside(0, 4294967295)) return std::nullopt;
      break;
    case NumberType::i32:
      if (!inside(-2147483648LL, 2147483647)) return std::nullopt;
      break;
    case NumberType::i64:
      if (places > 0) return std::nullopt;
      break;
    default:
      break;
  }
  if (metric.min && value < Rational(*metric.min)) return std::nullopt;
  if (metric.max && value > Rational(*metric.max)) return std::nullopt;
  if (metric.decimals && places > *metric.decimals) return std::nullopt;
  return value;
}

bool key_before(const std::string& a, const std::string& b) {
  if (whole_number(a) && whole_number(b)) return std::stoll(a) < std::stoll(b);
  return a < b;
}

}  // namespace

OracleData::OracleData(const Scorecard& card, const InputRows& rows, const DayTable& days)
    : card_(card),
      rulebook_(*card.rulebook),
      rows_(rows),
      days_(days),
      from_(rows.span.first - 800),
      to_(rows.span.last + 800) {
  std::set<std::string> keys;
  for (const OfficerRow& row : rows.roster) keys.insert(row.officer);
  officers_.assign(keys.begin(), keys.end());
  const bool all_whole = std::all_of(officers_.begin(), officers_.end(), whole_number);
  if (all_whole) std::sort(officers_.begin(), officers_.end(), key_before);
  for (std::size_t officer = 0; officer < officers_.size(); ++officer) numbers_[officers_[officer]] = officer;

  calendar_.resize(officers_.size());
  for (std::size_t officer = 0; officer < officers_.size(); ++officer)
    for (Day day = from_; day <= to_; day = day + 1) {
      DayOfDuty one;
      const auto covers = [&](const auto& row) {
        return row.officer == officers_[officer] && (!row.from || *row.from <= day) && (!row.to || day <= *row.to);
      };
      for (const OfficerRow& row : rows.roster)
        if (covers(row)) one.row = &row;  // of overlapping rows the last
      if (one.row != nullptr) {
        one.status = days.is_workday(day) ? "on_duty" : "rest";
        one.meaning = days.is_workday(day) ? DutyMeaning::assessed : DutyMeaning::rest;
        for (const DutyRow& row : rows.duty) {
          if (!covers(row)) continue;
          const auto rule = std::find_if(rulebook_.duty.begin(), rulebook_.duty.end(),
                                         [&](const DutyRule& r) { return r.status.value == row.status; });
          if (rule == rulebook_.duty.end()) continue;
          one.status = row.status;
          one.meaning = rule->meaning;
        }
      }
      calendar_[officer].push_back(one);
    }
  take_figures();
}

void OracleData::take_figures() {
  cells_.assign(officers_.size(), std::vector<std::map<Period, Cell>>(rulebook_.metrics.size()));
  about_.resize(rulebook_.metrics.size());
  for (const MetricRow& row : rows_.metrics) {
    const auto officer = numbers_.find(row.officer);
    for (std::size_t index = 0; index < rulebook_.metrics.size(); ++index) {
      const Metric& metric = rulebook_.metrics[index];
      if (metric.id.value != row.metric) continue;
      const auto period = days_.named(row.date, metric.per.value);
      const bool is_about = card_.about[index].has_value();
      if (!period) continue;
      if (!is_about && (officer == numbers_.end() || present_days(officer->second, *period) == 0)) continue;
      const auto value = taken(metric, row.value);
      auto& cells = is_about ? about_[index][row.officer] : cells_[officer->second][index];
      const auto [cell, is_new] = cells.try_emplace(*period);
      if (!value) {
        cell->second.refused = true;
      } else if (is_new || metric.on_duplicate == OnDuplicate::last) {
        cell->second.value = *value;
      } else if (metric.on_duplicate == OnDuplicate::sum) {
        cell->second.value += *value;
      } else if (*value > cell->second.value) {
        cell->second.value = *value;
      }
    }
  }
}

const DayOfDuty& OracleData::day(std::size_t officer, Day day) const {
  static const DayOfDuty nothing;
  if (day < from_ || to_ < day) return nothing;
  return calendar_[officer][static_cast<std::size_t>(day - from_)];
}

int OracleData::present_days(std::size_t officer, Period period) const {
  int count = 0;
  const DayRange days = days_.days(period);
  for (Day one = days.first; one <= days.last; one = one + 1) count += day(officer, one).row != nullptr;
  return count;
}

int OracleData::duty_days(std::size_t officer, Period period) const {
  int count = 0;
  const DayRange days = days_.days(period);
  for (Day one = days.first; one <= days.last; one = one + 1) {
    const DayOfDuty& duty = day(officer, one);
    count += duty.row != nullptr && duty.meaning == DutyMeaning::assessed;
  }
  return count;
}

int OracleData::days_with(std::size_t officer, Period period, const std::string& status) const {
  int count = 0;
  const DayRange days = days_.days(period);
  for (Day one = days.first; one <= days.last; one = one + 1) {
    const DayOfDuty& duty = day(officer, one);
    count += duty.row != nullptr && duty.status == status;
  }
  return count;
}

bool OracleData::complete(Period period, bool holds_weeks) const {
  if (days_.last_day(period) > span().last) return false;
  if (!holds_weeks || period.grain <= Grain::week) return true;
  for (const Period week : days_.inner(period, Grain::week))
    if (days_.last_day(week) > span().last) return false;
  return true;
}

std::vector<Period> OracleData::counting(const std::vector<Period>& periods, bool holds_weeks) const {
  std::vector<Period> done, under_way;
  for (const Period period : periods) {
    if (days_.last_day(period) < span().first) continue;
    if (complete(period, holds_weeks)) done.push_back(period);
    if (begun(period)) under_way.push_back(period);
  }
  if (!done.empty()) return done;
  return under_way.size() == 1 ? under_way : std::vector<Period>{};
}

std::optional<std::size_t> OracleData::officer(const std::string& key) const {
  const auto found = numbers_.find(key);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

Value OracleData::attribute(std::size_t officer, std::size_t index, Period period) const {
  std::vector<std::pair<Value, int>> values;  // with the days that had them, the latest at the end
  const DayRange days = days_.days(period);
  for (Day one = days.first; one <= days.last; one = one + 1) {
    if (day(officer, one).row == nullptr) continue;
    const Value value = attribute_on(officer, index, one);
    if (card_.attributes_at[index] == AttributesAt::start) return value;
    const auto same =
        std::find_if(values.begin(), values.end(), [&](const auto& other) { return same_value(other.first, value); });
    const int before = same == values.end() ? 0 : same->second;
    if (same != values.end()) values.erase(same);
    values.emplace_back(value, before + 1);
  }
  if (values.empty()) return attribute_on(officer, index, days.last);  // absent all the time
  auto chosen = values.back();
  if (card_.attributes_at[index] == AttributesAt::most) {
    std::erase_if(values, [](const auto& one) { return !one.first.present(); });  // no value was not held
    if (!values.empty()) chosen = values.back();
    for (auto one = values.rbegin(); one != values.rend(); ++one)
      if (chosen.second < one->second) chosen = *one;
  }
  return chosen.first;
}

Value OracleData::attribute_on(std::size_t officer, std::size_t index, Day date) const {
  const Attribute& attribute = rulebook_.attributes[index];
  constexpr std::array kTypes = {ValueType::text, ValueType::number, ValueType::date, ValueType::boolean};
  const ValueType type = kTypes[static_cast<std::size_t>(attribute.type)];
  const OfficerRow* row = day(officer, date).row;
  if (row == nullptr) return Value::missing(type);
  const auto found = row->attributes.find(attribute.id.value);
  std::string text = found == row->attributes.end() ? "" : found->second;
  if (text.empty()) text = attribute.default_value.value_or("");
  if (text.empty()) return Value::missing(type);
  switch (attribute.type) {
    case AttributeType::text:
      return Value::of_text(text);
    case AttributeType::date:
      return Value::of_date(days_.first_day(days_.named(text, Grain::day).value()));
    case AttributeType::boolean:
      return Value::of_truth(text == "true");
    case AttributeType::number:
      break;
  }
  Metric plain;
  return Value::of(taken(plain, text).value());
}

const OracleData::Cell* OracleData::cell(std::size_t officer, std::size_t index, Period period) const {
  const std::map<Period, Cell>* cells = &cells_[officer][index];
  if (const auto& attribute = card_.about[index]) {
    const Value value = attribute_on(officer, *attribute, days_.last_day(period));
    if (!value.present()) return nullptr;
    const auto found = about_[index].find(*value.text);
    if (found == about_[index].end()) return nullptr;
    cells = &found->second;
  }
  const auto found = cells->find(period);
  return found == cells->end() ? nullptr : &found->second;
}

Value OracleData::column(const EventColumn& column, const std::string& text) const {
  constexpr std::array kTypes = {ValueType::text, ValueType::number, ValueType::date, ValueType::boolean};
  Value value = Value::missing(kTypes[static_cast<std::size_t>(column.type)]);
  if (text.empty()) return value;
  Metric promises;
  promises.min = column.min;
  promises.max = column.max;
  std::optional<Value> read;
  if (column.type == AttributeType::text) {
    if (column.one_of.empty() || std::find(column.one_of.begin(), column.one_of.end(), text) != column.one_of.end())
      read = Value::of_text(text);
  } else if (column.type == AttributeType::date) {
    if (const auto day = days_.named(text, Grain::day)) read = Value::of_date(days_.first_day(*day));
  } else {
    if (column.type == AttributeType::boolean) promises.type = NumberType::boolean;
    if (const auto number = taken(promises, text)) read = Value::of(*number);
    if (read) read->type = value.type;
  }
  value.incomplete = !read;
  return read.value_or(value);
}

void OracleData::set_derived(std::size_t officer, std::size_t metric, Day day, const std::optional<Rational>& value,
                             bool incomplete) {
  const Cell cell{value.value_or(Rational(0)), !value, incomplete};
  cells_[officer][metric][days_.containing(day, Grain::day)] = cell;
}

OracleData::Figure OracleData::own_figure(std::size_t officer, std::size_t index, Period period) const {
  const Metric& metric = rulebook_.metrics[index];
  const ValueType type = metric.type == NumberType::boolean ? ValueType::boolean : ValueType::number;
  Figure figure{.value = Value::missing(type)};
  if (begins_before_data(period) || !begun(period) || present_days(officer, period) == 0) return figure;
  const auto of = [&](const Rational& number) {
    Value value = Value::of(number);
    value.type = type;
    return value;
  };
  if (const Cell* known = cell(officer, index, period)) {
    figure.has_row = !known->refused;
    figure.refused = known->refused;
    if (!figure.refused) figure.value = of(known->value);
    figure.value.incomplete = known->refused || known->incomplete;
    return figure;
  }
  if (metric.absent == AbsentRule::carry) {
    for (Period one = period - 1; !begins_before_data(one); one = one - 1) {
      // As many days as the rule says may lie behind the last day of the row's period.
      const Day last_carried = days_.last_day(one) + metric.carry_for.value_or(1'000'000);
      if (last_carried < days_.first_day(period)) break;
      const Cell* known = cell(officer, index, one);
      if (known == nullptr || known->refused) continue;
      figure.value = of(known->value);
      figure.value.incomplete = known->incomplete;
      break;
    }
    return figure;
  }
  if (duty_days(officer, period) == 0)
    figure.value = Value::exempt(type);
  else if (metric.absent == AbsentRule::zero)
    figure.value = of(Rational(0));
  else if (metric.absent == AbsentRule::error) {
    figure.value = Value::failed(Fault::not_allowed, type);
    figure.value.incomplete = true;
  }
  return figure;
}

Value OracleData::metric(std::size_t officer, std::size_t index, Period period) const {
  const Metric& metric = rulebook_.metrics[index];
  if (metric.per.value == period.grain) return own_figure(officer, index, period).value;
  const bool stays_boolean = metric.type == NumberType::boolean && metric.fold != Fold::sum &&
                             metric.fold != Fold::mean && metric.fold != Fold::count;
  const ValueType type = stays_boolean ? ValueType::boolean : ValueType::number;
  Value result = Value::missing(type);
  if (begins_before_data(period)) return result;

  std::vector<Rational> values;
  int seen = 0, exempt = 0, with_row = 0, refused = 0;
  bool on_duty = false;
  for (const Period inner : counting(days_.inner(period, metric.per.value), false)) {
    if (begins_before_data(inner) || present_days(officer, inner) == 0) continue;
    const Figure figure = own_figure(officer, index, inner);
    ++seen;
    exempt += figure.value.absence == Absence::exempt;
    with_row += figure.has_row;
    refused += figure.refused;
    on_duty = on_duty || duty_days(officer, inner) > 0;
    result.incomplete = result.incomplete || figure.value.incomplete;
    result.faulty = result.faulty || figure.value.faulty;
    if (figure.value.present()) values.push_back(figure.value.number);
  }
  const bool nothing_to_count = metric.fold == Fold::count && on_duty && refused == 0;
  if (values.empty() && !nothing_to_count) {
    if (seen > 0 && seen == exempt) result.absence = Absence::exempt;
    return result;
  }
  result.absence = Absence::present;
  switch (metric.fold) {
    case Fold::sum:
      result.number = sum_of(values);
      break;
    case Fold::mean:
      result.number = mean_of(values);
      break;
    case Fold::last:
      result.number = values.back();
      break;
    case Fold::first:
      result.number = values.front();
      break;
    case Fold::max:
      result.number = sorted(values).back();
      break;
    case Fold::min:
      result.number = sorted(values).front();
      break;
    case Fold::count:
      result.number = Rational(with_row);
      break;
  }
  return result;
}

}  // namespace cwp::oracle
