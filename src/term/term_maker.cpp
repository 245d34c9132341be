#include "term/term_maker.hpp"

#include <algorithm>

#include "model/word_meant.hpp"

namespace cwp {
namespace {

constexpr std::uint32_t kTermLimit = 20'000;  // nodes of one formula with its `values` in place

Term constant(Value value) {
  Term term;
  term.kind = TermKind::constant;
  term.type = value.type;
  term.constant = std::move(value);
  return term;
}

}  // namespace

TermPtr TermMaker::report(std::string_view slug, const Place& place, std::vector<std::string> arguments,
                          std::vector<Note> notes) {
  diagnostics_.push_back({slug, place, std::move(arguments), std::move(notes)});
  return std::make_shared<const Term>();
}

TermPtr TermMaker::finish(Term term, const Expr& expr) {
  term.source = expr.place;
  term.size = 1;
  for (const TermPtr& child : term.children) {
    if (child->kind == TermKind::invalid) return std::make_shared<const Term>();
    term.size += child->size;
  }
  if (term.size > kTermLimit) return report("formula-too-large", expr.place, {std::to_string(kTermLimit)});
  return std::make_shared<const Term>(std::move(term));
}

TermPtr TermMaker::make(const Expr& expr, Grain place) {
  Term term;
  switch (expr.kind) {
    case ExprKind::number:
      term = constant(Value::of(Rational(expr.number)));
      break;
    case ExprKind::text:
      term = constant(Value::of_text(expr.text));
      break;
    case ExprKind::date:
      term = constant(Value::of_date(expr.date));
      break;
    case ExprKind::boolean:
      term = constant(Value::of_truth(expr.boolean));
      break;
    case ExprKind::name:
      return name(expr, place);
    case ExprKind::call:
      return call(expr, place);
    case ExprKind::lag:
      return lag(expr, place);
    case ExprKind::arrow:
      return report("arrow-outside-table", expr.place);
    case ExprKind::invalid:
      return std::make_shared<const Term>();
  }
  term.place = place;
  return finish(std::move(term), expr);
}

TermPtr TermMaker::make_number(const Expr& expr, Grain place) {
  const TermPtr term = make(expr, place);
  if (term->kind == TermKind::invalid || term->type == ValueType::number || term->type == ValueType::boolean)
    return term;
  return report("wrong-type", expr.place, {"number", std::string(to_text(term->type))});
}

TermPtr TermMaker::make_condition(const Expr& expr, Grain place) {
  const TermPtr term = make(expr, place);
  if (term->kind == TermKind::invalid || term->type == ValueType::boolean) return term;
  return report("wrong-type", expr.place, {"condition", std::string(to_text(term->type))});
}

TermPtr TermMaker::make_fixed_number(const Expr& expr, Grain place) {
  const TermPtr term = make_number(expr, place);
  const auto moved_by_data = [](const auto& self, const Term& t) -> bool {
    switch (t.kind) {
      case TermKind::constant:
      case TermKind::parameter:
      case TermKind::attribute:
      case TermKind::call:
      case TermKind::invalid:
        break;
      default:
        return true;
    }
    return std::any_of(t.children.begin(), t.children.end(), [&](const TermPtr& child) { return self(self, *child); });
  };
  if (moved_by_data(moved_by_data, *term)) return report("not-a-fixed-number", expr.place);
  return term;
}

TermPtr TermMaker::make_quietly(const Expr& expr, Grain place) {
  const std::size_t before = diagnostics_.size();
  TermPtr term = make(expr, place);
  diagnostics_.erase(diagnostics_.begin() + std::ptrdiff_t(before), diagnostics_.end());
  return term;
}

TermPtr zero_term(Grain place) {
  Term term = constant(Value::of(Rational(0)));
  term.place = place;
  return std::make_shared<const Term>(std::move(term));
}

TermPtr TermMaker::name(const Expr& expr, Grain place) {
  Term term;
  term.place = place;
  const std::string place_text(to_text(place));
  if (columns_)
    if (TermPtr column = column_name(expr, place)) return column;
  if (expr.text == "total") {
    if (!card_.assessments[std::size_t(place)]) return report("no-assessment", expr.place, {place_text});
    term.kind = TermKind::total;
    return finish(std::move(term), expr);
  }
  if (expr.text == "rank" || expr.text == "grade")
    if (TermPtr standing = standing_name(expr, place)) return standing;
  const Symbol* symbol = symbols_.find(expr.text);
  if (!symbol) {
    const FunctionRow* row = find_function(expr.text);
    if (row && row->place != PlaceFunction::none && row->most == 0) return call(expr, place);
    return unknown_name(expr);
  }
  term.index = symbol->index;
  const auto too_long = [&](Grain grain) {
    return report("grain-too-long", expr.place, {expr.text, std::string(to_text(grain)), place_text},
                  {{"defined-here", symbol->place, {expr.text}}});
  };
  switch (symbol->kind) {
    case SymbolKind::metric: {
      const Metric& metric = rulebook_.metrics[symbol->index];
      if (metric.per.value > place) return too_long(metric.per.value);
      term.kind = TermKind::metric;
      const bool counted = metric.per.value < place &&
                           (metric.fold == Fold::sum || metric.fold == Fold::mean || metric.fold == Fold::count);
      term.type = metric.type == NumberType::boolean && !counted ? ValueType::boolean : ValueType::number;
      break;
    }
    case SymbolKind::parameter:
      term.kind = TermKind::parameter;
      break;
    case SymbolKind::attribute:
      term.kind = TermKind::attribute;
      term.type = value_type(rulebook_.attributes[symbol->index].type);
      break;
    case SymbolKind::value:
      return value_of(symbol->index, expr, place);
    case SymbolKind::item: {
      const ScoreItem& item = card_.items[symbol->index];
      if (item.grain > place) return too_long(item.grain);
      if (!card_.holds(place, item))
        return report("item-not-rolled-up", expr.place, {expr.text, place_text},
                      {{"defined-here", symbol->place, {expr.text}}});
      term.kind = TermKind::item;
      break;
    }
    case SymbolKind::category:
      if (!card_.holds(place, card_.categories[symbol->index]))
        return report("category-not-held", expr.place, {expr.text, place_text},
                      {{"defined-here", symbol->place, {expr.text}}});
      term.kind = TermKind::category;
      break;
    case SymbolKind::adjustment: {
      const ScoreAdjustment& adjustment = card_.adjustments[symbol->index];
      if (adjustment.grain > place) return too_long(adjustment.grain);
      if (adjustment.grain < place && adjustment.roll_up[std::size_t(place)] == AdjustmentRollUp::none)
        return report("item-not-rolled-up", expr.place, {expr.text, place_text},
                      {{"defined-here", symbol->place, {expr.text}}});
      term.kind = TermKind::adjustment;
      break;
    }
  }
  return finish(std::move(term), expr);
}

TermPtr TermMaker::value_of(std::uint32_t index, const Expr& use, Grain place) {
  const auto open = std::find(open_values_.begin(), open_values_.end(), index);
  if (open != open_values_.end()) {
    std::vector<Note> notes;
    for (auto step = open; step != open_values_.end(); ++step) {
      const NamedFormula& value = rulebook_.values[*step];
      const auto next = step + 1 == open_values_.end() ? open : step + 1;
      notes.push_back({"cycle-step", value.formula.place, {value.id.value, rulebook_.values[*next].id.value}});
    }
    return report("cycle", use.place, {rulebook_.values[index].id.value}, std::move(notes));
  }
  const auto known = values_.find({index, place});
  if (known != values_.end()) return known->second;
  open_values_.push_back(index);
  const TermPtr term = make(*rulebook_.values[index].formula.root, place);
  open_values_.pop_back();
  return values_[{index, place}] = term;
}

TermPtr TermMaker::unknown_name(const Expr& expr) {
  const FunctionRow* row = find_function(expr.text);
  if (row) return report("function-without-arguments", expr.place, {expr.text, std::string(row->doc.signature)});
  std::vector<std::string> known = symbols_.names();
  known.emplace_back("total");
  const std::string titled = id_titled(rulebook_, expr.text);
  const std::string near = titled.empty() ? word_meant(expr.text, known) : titled;
  std::vector<Note> notes;
  if (const auto symbol = symbols_.all().find(near); symbol != symbols_.all().end())
    notes.push_back({"defined-here", symbol->second.place, {near}});
  return report("unknown-name", expr.place, {expr.text, near}, std::move(notes));
}

TermPtr TermMaker::lag(const Expr& expr, Grain place) {
  if (columns_) return not_of_a_fact(expr);
  const Grain steps = expr.lag_grain.value_or(place);
  const std::string steps_text(to_text(steps)), place_text(to_text(place));
  if (steps < place) return report("lag-too-short", expr.place, {steps_text, place_text});
  NamedGrains named;
  collect_grains(*expr.arguments[0], named);
  const bool own_grain = !named.grains.empty() && *named.grains.rbegin() == steps;
  if (place == Grain::week && !own_grain && steps != Grain::week && steps != Grain::year)
    return report("lag-in-week", expr.place, {steps_text});
  Term term;
  term.kind = TermKind::lag;
  term.place = place;
  term.steps = expr.lag;
  term.lag_grain = steps;
  term.children = {make(*expr.arguments[0], own_grain ? steps : place)};
  term.type = term.children[0]->type;
  return finish(std::move(term), expr);
}

void TermMaker::collect_grains(const Expr& expr, NamedGrains& found) const {
  if (expr.kind == ExprKind::name) {
    if (expr.text == "total") found.scores = true;
    const auto symbol = symbols_.all().find(expr.text);
    if (symbol == symbols_.all().end()) return;
    const std::uint32_t index = symbol->second.index;
    switch (symbol->second.kind) {
      case SymbolKind::metric:
        found.grains.insert(rulebook_.metrics[index].per.value);
        break;
      case SymbolKind::item:
        found.grains.insert(card_.items[index].grain);
        break;
      case SymbolKind::adjustment:
        found.grains.insert(card_.adjustments[index].grain);
        break;
      case SymbolKind::category:
        found.scores = true;
        break;
      case SymbolKind::value:
        if (found.values.insert(index).second) collect_grains(*rulebook_.values[index].formula.root, found);
        break;
      default:
        break;
    }
    return;
  }
  if (expr.kind == ExprKind::call) {
    const FunctionRow* row = find_function(expr.text);
    if (row && is_fold(expr, *row)) return;
  }
  for (const ExprPtr& argument : expr.arguments) collect_grains(*argument, found);
}

}  // namespace cwp
