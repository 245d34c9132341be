#include <algorithm>

#include "lint/doubts.hpp"

namespace cwp {
namespace {

/// A quotient of figures, usually between 0 and 1.
bool is_rate(const Term& term) {
  if (term.kind != TermKind::call) return false;
  const std::string_view name = term.function->doc.name;
  const auto counts = [](const Term& part) {
    return any_term(part, [](const Term& inner) { return inner.kind == TermKind::metric; });
  };
  return name == "ratio" || name == "growth" || (name == "/" && counts(*term.children[0]) && counts(*term.children[1]));
}

/// A figure that is reported in percent, or in points of a hundred.
bool is_of_hundred(const Term& term, const Scorecard& card) {
  if (term.kind != TermKind::metric) return false;
  const Metric& metric = card.rulebook->metrics[term.index];
  return metric.fold != Fold::sum && metric.fold != Fold::count &&
         ((metric.max && *metric.max == Decimal{100, 0}) || (metric.unit == "%" && !metric.max));
}

/// The rate in `max(0, 90% - rate)`, in the difference, or the rate itself; null where there is none.
const Term* counted_rate(const Term& term) {
  if (is_rate(term)) return &term;
  if (term.kind != TermKind::call || (term.function->doc.name != "max" && term.function->doc.name != "-"))
    return nullptr;
  const Term* rate = nullptr;
  for (const TermPtr& child : term.children) {
    const bool share = child->kind == TermKind::constant && child->constant.present() &&
                       child->type == ValueType::number && child->constant.number.abs() <= Rational(1);
    if (share) continue;
    if (rate != nullptr) return nullptr;
    rate = counted_rate(*child);
    if (rate == nullptr) return nullptr;
  }
  return rate;
}

class Percents {
 public:
  explicit Percents(const Doubts& doubts) : doubts_(doubts) {}

  void look(const Term& term) const {
    if (term.kind != TermKind::call) return;
    const std::string_view name = term.function->doc.name;
    const auto& children = term.children;
    if (name == "<" || name == "<=" || name == ">" || name == ">=" || name == "=" || name == "!=") {
      compare(*children[0], *children[1]);
      compare(*children[1], *children[0]);
    } else if (name.starts_with("attainment")) {
      compare(*children[0], *children[1]);
      compare(*children[0], *children[2]);
    } else if (name == "step" || name == "step_above" || name == "linear" || name == "marginal") {
      for (std::size_t i = 1; i < children.size(); i += 2) compare(*children[0], *children[i]);
    } else if (name == "/") {
      count_by(*children[0], *children[1]);
    } else if (name == "-" || name == "min" || name == "max") {  // what is short of a threshold, or beyond it
      compare(*children[0], *children[1]);
      compare(*children[1], *children[0]);
    }
  }

 private:
  void compare(const Term& figure, const Term& number) const {
    if (number.kind != TermKind::constant || !number.constant.present() || number.type != ValueType::number) return;
    if (!is_written_number(number.source)) return;
    const Rational& value = number.constant.number;
    const std::string written = written_at(number.source);
    if (is_rate(figure) && Rational(5) <= value.abs())
      doubts_.add("percent-as-number", number.source, {written_at(figure.source), written, written + "%"});
    const bool share = value.sign() > 0 && value <= Rational(1) && !value.is_integer();
    if ((share || (value == Rational(1) && written.ends_with('%'))) && is_of_hundred(figure, doubts_.card))
      doubts_.add("number-as-percent", number.source,
                  {written_at(figure.source), written, (value * Rational(100)).to_text()});
  }

  /// `below: 90%, unit: 1`: no rate falls short by a whole unit.
  void count_by(const Term& counted, const Term& unit) const {
    const Term* rate = counted_rate(counted);
    if (rate == nullptr || unit.kind != TermKind::constant || !unit.constant.present()) return;
    if (!is_written_number(unit.source) || unit.constant.number < Rational(1)) return;
    const std::string written = written_at(unit.source);
    if (!written.ends_with('%'))
      doubts_.add("percent-as-number", unit.source, {written_at(rate->source), written, written + "%"});
  }

  const Doubts& doubts_;
};

}  // namespace

void doubt_percents(const Doubts& doubts) {
  visit_terms(doubts.card, [&](const Term& term) { Percents(doubts).look(term); });
}

}  // namespace cwp
