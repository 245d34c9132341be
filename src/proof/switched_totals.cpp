#include "proof/switched_totals.hpp"

#include <algorithm>
#include <set>

#include "check/checked_state.hpp"
#include "cohort/gather.hpp"
#include "engine/run.hpp"
#include "graph/visit_terms.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostKept = 24;

TermPtr term_of(TermKind kind, const Term& like, ValueType type) {
  auto term = std::make_shared<Term>();
  term->kind = kind;
  term->type = type;
  term->place = like.place;
  term->source = like.source;
  return term;
}

TermPtr call_of(std::string_view name, const Term& like, ValueType type, std::vector<TermPtr> children) {
  auto term = std::make_shared<Term>(*term_of(TermKind::call, like, type));
  term->function = find_function(name);
  term->children = std::move(children);
  for (const TermPtr& child : term->children) term->size += child->size;
  return term;
}

TermPtr number_of(const Rational& number, const Term& like) {
  auto term = std::make_shared<Term>(*term_of(TermKind::constant, like, ValueType::number));
  term->constant = Value::of(number);
  return term;
}

/// `if(switch = number, 0 * term, term)`
TermPtr switched(const TermPtr& term, std::uint32_t parameter, std::size_t number) {
  if (!term || term->kind == TermKind::invalid) return term;
  auto turned = std::make_shared<Term>(*term_of(TermKind::parameter, *term, ValueType::number));
  turned->index = parameter;
  const TermPtr off =
      call_of("=", *term, ValueType::boolean, {turned, number_of(Rational(std::int64_t(number)), *term)});
  const TermPtr nothing = call_of("*", *term, ValueType::number, {number_of(Rational(0), *term), term});
  return call_of("if", *term, ValueType::number, {off, nothing, term});
}

std::shared_ptr<CheckedState> switched_state(const CheckedRulebook& rules) {
  auto state = std::make_shared<CheckedState>(rules.state());
  Scorecard& card = state->scorecard;
  card.rulebook = &state->rulebook;
  const auto parameter = std::uint32_t(card.parameters.size());
  card.parameters.push_back({nullptr, {{kFirstDay, Rational(0)}}});
  std::size_t number = 0;
  for (ScoreItem& item : card.items) item.points = switched(item.points, parameter, ++number);
  for (ScoreAdjustment& adjustment : card.adjustments)
    adjustment.amount = switched(adjustment.amount, parameter, ++number);
  card.rankings.clear();
  card.grades.clear();
  card.awards.clear();
  card.expectations.clear();
  card.test_formulas.clear();
  return state;
}

void mark_parameters(const Term& formula, UsedParts& used) {
  visit_terms(formula, [&](const Term& term) {
    if (term.kind == TermKind::parameter) used.parameters[term.index] = true;
  });
}

UsedParts used_by(const Plan& plan, const std::vector<NodeId>& roots) {
  const Scorecard& card = plan.rules().state().scorecard;
  const Graph& graph = plan.state().graph;
  UsedParts used{std::vector<bool>(card.items.size()), std::vector<bool>(card.adjustments.size()),
                 std::vector<bool>(card.parameters.size())};
  std::vector<bool> seen(graph.nodes.size());
  std::vector<NodeId> open;
  const auto look = [&](NodeId node) {
    if (node == kNoNode || seen[node]) return;
    seen[node] = true;
    open.push_back(node);
  };
  for (const NodeId root : roots) look(root);
  while (!open.empty()) {
    const Node& node = graph.nodes[open.back()];
    open.pop_back();
    if (node.op == NodeOp::item || node.op == NodeOp::rolled_item) used.items[node.index] = true;
    if (node.op == NodeOp::parameter) used.parameters[node.index] = true;
    if (node.op == NodeOp::adjustment || node.op == NodeOp::rolled_adjustment) {
      used.adjustments[node.index] = true;
      const auto group = card.adjustments[node.index].group;
      if (group && card.groups[*group].up_to) mark_parameters(*card.groups[*group].up_to, used);
    }
    if (node.op == NodeOp::metric && card.derived[node.index])
      mark_parameters(*card.derived[node.index]->formula, used);
    for (const NodeId input : node.inputs) look(input);
  }
  return used;
}

}  // namespace

SwitchedTotals::SwitchedTotals(const CheckedRulebook& rules, const ExampleScores& examples)
    : examples_(examples),
      state_(switched_state(rules)),
      switch_(std::uint32_t(state_->scorecard.parameters.size() - 1)),
      plan_(compile(CheckedRulebook(state_))) {}

SwitchedTotals::~SwitchedTotals() = default;

SwitchedTotals::Example& SwitchedTotals::example(const Figures& figures) {
  const auto known = kept_.find(figures);
  if (known != kept_.end()) return known->second;
  if (kept_.size() >= kMostKept) kept_.clear();
  Example& example = kept_[figures];
  example.data = examples_.data({figures});
  if (!example.data) return example;
  example.run = std::make_unique<Run>(plan_, *example.data, options());
  example.totals = totals(example);
  return example;
}

ScoreOptions SwitchedTotals::options() const {
  ScoreOptions options;
  options.window = examples_.window();
  return options;
}

std::optional<SwitchedTotals::Totals> SwitchedTotals::totals(const Example& example) const {
  Run& run = *example.run;
  gather_all(run, options());
  const OfficerRun own(run, 0);
  Totals totals;
  for (const PublishedGrain& published : run.published())
    for (const Period& period : published.periods)
      totals.emplace(period, own.cell(run.graph().totals[std::size_t(published.grain)], period).value);
  return totals;
}

const SwitchedTotals::Totals* SwitchedTotals::with_all(const Figures& figures) {
  const Example& found = example(figures);
  return found.totals ? &*found.totals : nullptr;
}

std::optional<SwitchedTotals::Totals> SwitchedTotals::with_switch(const Figures& figures, std::size_t number) {
  const Example& found = example(figures);
  if (!found.data) return std::nullopt;
  Rational& turned = state_->scorecard.parameters[switch_].values.front().second;
  turned = Rational(std::int64_t(number));
  auto totals = this->totals(found);
  turned = Rational(0);
  return totals;
}

std::optional<SwitchedTotals::Totals> SwitchedTotals::without_item(const Figures& figures, std::uint32_t item) {
  return with_switch(figures, item + 1);
}

std::optional<SwitchedTotals::Totals> SwitchedTotals::without_adjustment(const Figures& figures,
                                                                         std::uint32_t adjustment) {
  return with_switch(figures, state_->scorecard.items.size() + adjustment + 1);
}

std::optional<SwitchedTotals::Totals> SwitchedTotals::with_parameter(const Figures& figures, std::uint32_t parameter,
                                                                     Rational (*change)(const Rational&)) {
  const Example& found = example(figures);
  if (!found.data) return std::nullopt;
  auto& values = state_->scorecard.parameters[parameter].values;
  const auto kept = values;
  for (auto& [from, value] : values) value = change(value);
  auto totals = this->totals(found);
  values = kept;
  return totals;
}

UsedParts used_by_totals(const Plan& plan) {
  const Graph& graph = plan.state().graph;
  std::vector<NodeId> roots;
  for (std::size_t grain = 0; grain < std::size_t(kGrains); ++grain)
    if (plan.rules().state().scorecard.assessments[grain]) roots.push_back(graph.totals[grain]);
  return used_by(plan, roots);
}

UsedParts used_by_standing(const Plan& plan) {
  const Graph& graph = plan.state().graph;
  std::vector<NodeId> roots = graph.expectations;
  for (const auto& ranking : graph.rankings) {
    roots.insert(roots.end(), {ranking.of, ranking.eligible});
    roots.insert(roots.end(), ranking.ties.begin(), ranking.ties.end());
  }
  for (const auto& grades : graph.grades) {
    roots.insert(roots.end(), grades.when.begin(), grades.when.end());
    roots.push_back(grades.lower_by);
  }
  for (const auto& award : graph.awards) roots.insert(roots.end(), {award.when, award.pays});
  return used_by(plan, roots);
}

}  // namespace cwp
