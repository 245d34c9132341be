#include "sample/fact_plan.hpp"

#include <algorithm>

namespace cwp {
namespace {

/// Facts a workday, in thousandths, where no metric says how many there should be.
constexpr std::int64_t kUncounted = 150;
/// Nobody reports more facts of a table on a day.
constexpr std::int64_t kMostADay = 20;
/// A number without bounds and thresholds goes up to here.
constexpr std::int64_t kPlainHighest = 60 * kOne;

/// What formulas compare a column with.
struct Compared {
  std::vector<std::int64_t> numbers;  // thousandths
  std::vector<std::string> words;
};

bool is_name(const Expr& expr, const std::string& name) { return expr.kind == ExprKind::name && expr.text == name; }

void take_constant(const Expr& expr, Compared& found) {
  if (expr.kind == ExprKind::arrow) return take_constant(*expr.arguments[0], found);
  if (expr.kind == ExprKind::number) found.numbers.push_back(thousandths(Rational(expr.number)));
  if (expr.kind == ExprKind::text && std::find(found.words.begin(), found.words.end(), expr.text) == found.words.end())
    found.words.push_back(expr.text);
}

void collect(const Expr& expr, const std::string& column, Compared& found) {
  const bool here = std::any_of(expr.arguments.begin(), expr.arguments.end(),
                                [&](const ExprPtr& argument) { return is_name(*argument, column); });
  for (const ExprPtr& argument : expr.arguments) {
    collect(*argument, column, found);
    if (here) take_constant(*argument, found);
  }
}

Compared compared_with(const Rulebook& rulebook, std::uint32_t table, std::uint32_t column) {
  Compared found;
  for (const Metric& metric : rulebook.metrics)
    if (metric.from && metric.from->table.text == rulebook.events[table].id.value && metric.from->formula.root)
      collect(*metric.from->formula.root, rulebook.events[table].columns[column].id.value, found);
  return found;
}

FactPlan::Column column_plan(const CheckedRulebook& rules, std::uint32_t table, std::uint32_t number) {
  const EventColumn& column = rules.rulebook().events[table].columns[number];
  const Compared compared = compared_with(rules.rulebook(), table, number);
  FactPlan::Column plan;
  plan.words = column.one_of.empty() ? compared.words : column.one_of;
  for (const Metric& metric : rules.rulebook().metrics)
    if (metric.from && metric.from->officer && metric.from->table.text == rules.rulebook().events[table].id.value &&
        metric.from->officer->text == column.id.value)
      plan.officer = true;
  plan.highest = kPlainHighest;
  if (!compared.numbers.empty())
    plan.highest = std::max(2 * *std::max_element(compared.numbers.begin(), compared.numbers.end()), kOne);
  if (column.min) plan.lowest = thousandths(Rational(*column.min));
  if (column.max) plan.highest = thousandths(Rational(*column.max));
  if (plan.highest <= plan.lowest) plan.highest = plan.lowest + (column.max ? 0 : kPlainHighest);
  for (const auto& bound : {column.min, column.max})
    if (bound) plan.decimals = std::max(plan.decimals, std::min<int>(bound->decimals, 3));
  return plan;
}

/// What one fact brings to a sum: the usual figure of a column, the first row of a table of words; else 1.
Rational worth(const Expr& expr, const EventTable& table) {
  if (expr.kind == ExprKind::number) return Rational(expr.number);
  if (expr.kind == ExprKind::call && expr.text == "lookup" && expr.arguments.size() > 1 &&
      expr.arguments[1]->kind == ExprKind::arrow)
    return worth(*expr.arguments[1]->arguments[1], table);
  for (const EventColumn& column : table.columns)
    if (is_name(expr, column.id.value) && column.type == AttributeType::number)
      return column.max ? Rational(*column.max) / Rational(3) : Rational(kPlainHighest / kOne / 3);
  return Rational(1);
}

/// How many facts make so much of a figure, both in thousandths.
std::int64_t facts_for(std::int64_t figure, const DerivedFrom& from, const EventTable& table) {
  if (from.kind == Derivation::max) return figure == 0 ? 0 : kUncounted;  // it takes but one
  if (from.kind != Derivation::sum || !from.formula.root) return figure;
  const Rational each = worth(*from.formula.root, table);
  return each.sign() > 0 ? thousandths(Rational(figure, kOne) / each) : figure;
}

}  // namespace

std::vector<FactPlan> fact_plans(const CheckedRulebook& rules, const Profiles& profiles) {
  const Rulebook& rulebook = rules.rulebook();
  std::vector<FactPlan> plans;
  for (std::uint32_t table = 0; table < rulebook.events.size(); ++table) {
    FactPlan plan;
    plan.table = table;
    plan.profile.highest = kMostADay * kOne;
    plan.profile.less = true;  // until somebody wants more of them
    for (std::uint32_t i = 0; i < rulebook.metrics.size(); ++i) {
      const auto& from = rulebook.metrics[i].from;
      if (!from || from->table.text != rulebook.events[table].id.value) continue;
      const Profile& metric = profiles.metrics[i];
      const auto facts = [&](std::int64_t figure) { return facts_for(figure, *from, rulebook.events[table]); };
      if (plan.profile.less && !metric.less) plan.profile.full = plan.profile.zero = 0;
      if (plan.profile.less < metric.less) continue;
      plan.profile.less = metric.less;
      plan.profile.full = std::max(plan.profile.full, facts(metric.full));
      plan.profile.zero = metric.less ? plan.profile.zero + facts(metric.zero) : facts(metric.zero);
    }
    if (plan.profile.full == plan.profile.zero)
      plan.profile.zero = plan.profile.less ? plan.profile.full + kUncounted : plan.profile.full / 5;
    for (std::uint32_t column = 0; column < rulebook.events[table].columns.size(); ++column)
      plan.columns.push_back(column_plan(rules, table, column));
    plans.push_back(std::move(plan));
  }
  return plans;
}

}  // namespace cwp
