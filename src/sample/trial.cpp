#include "sample/trial.hpp"

#include <algorithm>

namespace cwp {
namespace {

constexpr std::int64_t kWorkdays[kGrains] = {1, 5, 21, 63, 126, 252};
constexpr std::int64_t kCalendarDays[kGrains] = {1, 7, 30, 91, 182, 365};
constexpr int kPoints = 80;                // of a hundred: what a score is taken for that is not worked out
constexpr std::int64_t kMostCopies = 400;  // of `over last n`
/// What stands for a number without default and bounds.
constexpr int kPlainNumber = 100;
constexpr std::string_view kSomeWord = "其他";

class Trial {
 public:
  Trial(const Scorecard& card, const TrialFigures& figures) : card_(card), figures_(figures) {}

  Value value(const Term& term) const {
    switch (term.kind) {
      case TermKind::constant:
        return term.constant;
      case TermKind::metric:
        return metric(term);
      case TermKind::parameter:
        return parameter(term.index);
      case TermKind::attribute:
        return figures_.attributes.empty() ? usual_attribute(card_.rulebook->attributes[term.index], figures_.day)
                                           : figures_.attributes[term.index];
      case TermKind::item:
        return share_of(card_.items[term.index].full);
      case TermKind::category: {
        const auto& full = card_.categories[term.index].full;
        return Value::of((full ? *full : Rational(100)) * Rational(kPoints, 100));
      }
      case TermKind::total:
        return Value::of(kPoints);
      case TermKind::adjustment:
        return Value::of(0);
      case TermKind::rank:
        return Value::of(3);
      case TermKind::place:
        return place(term);
      case TermKind::call:
        return call(term);
      case TermKind::fold:
        return fold(term);
      case TermKind::lag:
        return value(*term.children.back());
      case TermKind::gather:
        return gather(term);
      case TermKind::column:
      case TermKind::grade:
      case TermKind::invalid:
        break;
    }
    return Value::missing(term.type);
  }

 private:
  Value metric(const Term& term) const {
    const Metric& metric = card_.rulebook->metrics[term.index];
    const Rational& figure = figures_.own[term.index];
    const bool adds = metric.fold == Fold::sum || metric.fold == Fold::count;
    Value result = Value::of(adds ? figure * figures_in(term.place, metric.per.value) : figure);
    result.type = term.type;
    return result;
  }

  /// How many figures of a metric a period has.
  std::int64_t figures_in(Grain place, Grain own) const {
    if (!figures_.every) return usual_periods(place, own);
    if (*figures_.every == Grain::day && own == Grain::day) return kCalendarDays[std::size_t(place)];
    return usual_periods(place, std::max(own, *figures_.every));
  }

  Value parameter(std::uint32_t index) const {
    Value result = Value::missing();
    for (const auto& [from, figure] : card_.parameters[index].values)
      if (!result.present() || from <= figures_.day) result = Value::of(figure);
    return result;
  }

  Value share_of(const TermPtr& full) const {
    const Value marks = full ? value(*full) : Value::of(100);
    return marks.present() ? Value::of(marks.number * Rational(kPoints, 100)) : marks;
  }

  Value place(const Term& term) const {
    const auto grain = std::size_t(term.place);
    const Period period = card_.calendar.containing(figures_.day, term.place);
    switch (term.function->place) {
      case PlaceFunction::calendar_days:
        return Value::of(kCalendarDays[grain]);
      case PlaceFunction::work_days:
      case PlaceFunction::duty_days:
      case PlaceFunction::present_days:
        return Value::of(kWorkdays[grain]);
      case PlaceFunction::days_with:
        return Value::of(0);
      case PlaceFunction::period_start:
        return Value::of_date(card_.calendar.first_day(period));
      case PlaceFunction::period_end:
        return Value::of_date(card_.calendar.last_day(period));
      case PlaceFunction::month_of_year:
        return Value::of(6);
      case PlaceFunction::duty_share:
      case PlaceFunction::present_share:
        return Value::of(1);
      case PlaceFunction::none:
        break;
    }
    return Value::missing(term.type);
  }

  Value call(const Term& term) const {
    std::vector<Value> values;
    values.reserve(term.children.size());
    for (const TermPtr& child : term.children) values.push_back(value(*child));
    std::vector<const Value*> operands;
    for (const Value& operand : values) operands.push_back(&operand);
    const Value result = apply_scalar(*term.function, operands, context());
    // A word that is in no row of the table stands for the first that is.
    if (!result.present() && term.function->types == TypeRule::text_table && values.size() > 2) return values[2];
    return result;
  }

  /// The children before the inside; false when one is absent.
  bool extras(const Term& term, std::size_t count, std::vector<Value>& found) const {
    for (std::size_t i = 0; i < count; ++i) found.push_back(value(*term.children[i]));
    return std::all_of(found.begin(), found.end(), [](const Value& extra) { return extra.present(); });
  }

  Value fold(const Term& term) const {
    const Value inside = value(*term.children.back());
    std::vector<Value> extra;
    if (!inside.present() || !term.function->fold || !extras(term, term.children.size() - 1, extra))
      return Value::missing(term.type);
    std::int64_t periods = usual_periods(term.place, term.inner);
    if (term.over_to_date) periods = std::max<std::int64_t>(1, usual_periods(*term.over_to_date, term.inner) / 2);
    if (term.over_last) periods = std::min<std::int64_t>(*term.over_last, kMostCopies);
    return term.function->fold(std::vector<Value>(std::size_t(periods), inside), extra, context());
  }

  /// He among peers who all are as usual.
  Value gather(const Term& term) const {
    const FunctionRow& row = *term.function;
    const Term& inside = *term.children.back();
    TrialFigures peers = figures_;
    peers.own = figures_.usual;
    peers.attributes.clear();
    peers.every.reset();
    const Value usual = Trial(card_, peers).value(inside);
    const Value own = value(inside);
    std::vector<Value> extra;
    const std::size_t before = term.children.size() - 1 - (term.has_where ? 1 : 0);
    if (!usual.present() || !own.present() || !extras(term, before, extra)) return Value::missing(term.type);
    if (!row.among) return row.fold ? row.fold(std::vector<Value>{usual}, extra, context()) : usual;
    std::vector<Value> ascending = {usual, own, usual};
    std::sort(ascending.begin(), ascending.end(), [](const Value& a, const Value& b) { return a.number < b.number; });
    return row.among(own, ascending, row.group ? row.group(ascending, context()) : std::vector<Value>{}, context());
  }

  BodyContext context() const { return {card_.rounding.rounding}; }

  const Scorecard& card_;
  const TrialFigures& figures_;
};

}  // namespace

std::int64_t usual_periods(Grain outer, Grain inner) {
  if (outer <= inner) return 1;
  if (inner == Grain::day) return kWorkdays[std::size_t(outer)];
  constexpr std::int64_t kWeeks[kGrains] = {1, 1, 4, 13, 26, 52};
  constexpr std::int64_t kMonths[kGrains] = {1, 1, 1, 3, 6, 12};
  if (inner == Grain::week) return kWeeks[std::size_t(outer)];
  return kMonths[std::size_t(outer)] / kMonths[std::size_t(inner)];
}

Value usual_attribute(const Attribute& attribute, Day day) {
  switch (attribute.type) {
    case AttributeType::text:
      if (attribute.default_value) return Value::of_text(*attribute.default_value);
      return Value::of_text(attribute.one_of.empty() ? std::string(kSomeWord) : attribute.one_of.front());
    case AttributeType::number: {
      const auto written = attribute.default_value ? Decimal::parse(*attribute.default_value) : std::nullopt;
      if (written) return Value::of(Rational(*written));
      if (attribute.min && attribute.max)
        return Value::of((Rational(*attribute.min) + Rational(*attribute.max)) / Rational(2));
      const Rational plain(kPlainNumber);
      if (attribute.min) return Value::of(std::max(Rational(*attribute.min), plain));
      return Value::of(attribute.max ? std::min(Rational(*attribute.max), plain) : plain);
    }
    case AttributeType::date:
      return Value::of_date(day - 3650);
    case AttributeType::boolean:
      return Value::of_truth(false);
  }
  return Value::missing();
}

Value trial_value(const Term& term, const Scorecard& card, const TrialFigures& figures) {
  return Trial(card, figures).value(term);
}

}  // namespace cwp
