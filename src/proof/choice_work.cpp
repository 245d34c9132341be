#include "proof/choice_work.hpp"

#include <algorithm>

namespace cwp {
namespace {

const Rational kFar(-1'000'000);  // of what cannot be measured

TermPtr comparison_term(std::string_view name, const TermPtr& a, const TermPtr& b) {
  auto term = std::make_shared<Term>();
  term->kind = TermKind::call;
  term->type = ValueType::boolean;
  term->place = a->place;
  term->function = find_function(name);
  term->children = {a, b};
  term->size = a->size + b->size + 1;
  term->source = b->source;
  return term;
}

/// How far a condition is from what is wanted: 0 when it is met, else below.
Rational closeness(const ExampleSearch& search, const Term& term, bool wanted, const Figures& figures) {
  const Value value = search.value(term, figures);
  if (value.present() && value.truth() == wanted) return Rational(0);
  if (term.kind != TermKind::call) return kFar;
  const std::string_view name = term.function->doc.name;
  if (name == "not") return closeness(search, *term.children[0], !wanted, figures);
  if (name == "and" || name == "or") {
    Rational sum;
    std::optional<Rational> nearest;
    for (const TermPtr& child : term.children) {
      const Rational one = closeness(search, *child, wanted, figures);
      sum += one;
      nearest = nearest ? std::max(*nearest, one) : one;
    }
    return (name == "and") == wanted ? sum : nearest.value_or(kFar);
  }
  if (term.children.size() != 2 || term.children[0]->type != ValueType::number) return kFar;
  const Value a = search.value(*term.children[0], figures), b = search.value(*term.children[1], figures);
  return a.present() && b.present() ? -(a.number - b.number).abs() - Rational(1) : kFar;
}

}  // namespace

ChoiceWork::ChoiceWork(const ProofWork& work, const ChoiceOwner& owner, const Choice& choice)
    : work_(work), owner_(owner), choice_(choice) {
  for (const Guard& guard : choice.path) conditions_.push_back(guard.condition);
  for (const TermPtr& condition : choice.conditions)
    conditions_.push_back(
        choice.kind == ChoiceKind::table
            ? comparison_term(choice.above || choice.cumulative ? ">" : ">=", choice.figure, condition)
            : condition);
  std::vector<const Term*> all;
  for (const TermPtr& condition : conditions_) all.push_back(condition.get());
  cells_ = FigureGrid::of(all, work.card);
  asked_ = {owner.part};
  asked_.insert(asked_.end(), conditions_.begin(), conditions_.end());
  asked_.insert(asked_.end(), choice.values.begin(), choice.values.end());
  asked_.push_back(choice.rest);
  if (cells_)
    for (const FigureGrid::Figure& figure : cells_->figures())
      asked_.push_back({TermPtr(), figure.term});  // the conditions keep it
}

std::vector<ChoiceWork::Wanted> ChoiceWork::path() const {
  std::vector<Wanted> wanted;
  for (std::size_t i = 0; i < choice_.path.size(); ++i) wanted.push_back({i, choice_.path[i].wanted});
  return wanted;
}

bool ChoiceWork::holds_in(const std::vector<Wanted>& wanted, std::size_t cell) const {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const Wanted& one) { return cells_->holds(one.condition, cell) == one.holds; });
}

bool ChoiceWork::can_be(const std::vector<Wanted>& wanted) const {
  for (const Wanted& one : wanted)
    if (const auto only = bounds_of(*conditions_[one.condition], work_.card).only();
        only && only->is_zero() == one.holds)
      return false;
  if (!cells_) return true;
  for (std::size_t cell = 0; cell < cells_->count(); ++cell)
    if (holds_in(wanted, cell)) return true;
  return false;
}

const ProbedValue* ChoiceWork::part_at(const ExampleProbes::Values& values, const Period& period) const {
  const Calendar& calendar = work_.examples.calendar();
  for (const ProbedValue& part : values[0])
    if (part.period == period ||
        (period.grain < part.period.grain && calendar.holder(period, part.period.grain) == part.period))
      return &part;
  return nullptr;
}

Value ChoiceWork::points(const Found& found) const {
  const ProbedValue* part = owner_.part ? part_at(*found.values, (*found.values)[1][found.number].period) : nullptr;
  return part != nullptr ? part->value : Value::missing();
}

std::optional<Figures> ChoiceWork::look(const ExampleSearch::Part& part, const std::vector<Wanted>& wanted,
                                        const Takes& takes) {
  const Figures figures = work_.search.closest(part);
  if (part.amount(figures).sign() < 0) return std::nullopt;
  auto seen = seen_.find(figures);
  if (seen == seen_.end()) {
    if (!probes_) probes_.emplace(work_.rules, work_.examples, asked_);
    auto values = probes_->values({figures});
    seen = seen_.emplace(figures, values ? std::optional(std::move(values->front())) : std::nullopt).first;
  }
  if (!seen->second) return std::nullopt;
  const ExampleProbes::Values& values = *seen->second;
  for (std::size_t number = 0; number < values[1].size(); ++number) {
    const bool met = std::all_of(wanted.begin(), wanted.end(), [&](const Wanted& one) {
      const Value& value = values[1 + one.condition][number].value;
      return value.present() && value.truth() == one.holds;
    });
    if (!met) continue;
    const ProbedValue* owner = owner_.part ? part_at(values, values[1][number].period) : nullptr;
    if (owner_.part && (owner == nullptr || !owner->counted || !owner->value.present())) continue;
    if (takes({&values, number})) return figures;
  }
  return std::nullopt;
}

std::optional<Figures> ChoiceWork::somebody(const std::vector<Wanted>& wanted, const Takes& takes) {
  std::vector<const Term*> terms;
  for (const Wanted& one : wanted) terms.push_back(conditions_[one.condition].get());
  const auto amount = [&](const Figures& figures) {
    Rational sum;
    for (const Wanted& one : wanted) sum += closeness(work_.search, *conditions_[one.condition], one.holds, figures);
    return sum;
  };
  return look({work_.search.axes_of(terms), amount}, wanted, takes);
}

std::optional<Figures> ChoiceWork::somebody_in(std::size_t cell, const Takes& takes) {
  const std::vector<std::size_t> pieces = cells_->pieces(cell);
  std::vector<const Term*> terms;
  for (const FigureGrid::Figure& figure : cells_->figures()) terms.push_back(figure.term);
  const auto is_there = [&](std::size_t f, const Value& value) {
    const FigureGrid::Figure& figure = cells_->figures()[f];
    return value.present() && figure.alike(value.number, figure.pieces[pieces[f]]);
  };
  const auto amount = [&](const Figures& figures) {
    Rational sum;
    for (std::size_t f = 0; f < pieces.size(); ++f) {
      const FigureGrid::Figure& figure = cells_->figures()[f];
      const Value value = work_.search.value(*figure.term, figures);
      if (is_there(f, value)) continue;
      sum += value.present() ? -(value.number - figure.pieces[pieces[f]]).abs() - Rational(1) : kFar;
    }
    return sum;
  };
  return look({work_.search.axes_of(terms), amount}, path(), [&](const Found& found) {
    for (std::size_t f = 0; f < pieces.size(); ++f)
      if (!is_there(f, figure(found, f))) return false;
    return takes(found);
  });
}

}  // namespace cwp
