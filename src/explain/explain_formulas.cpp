#include <algorithm>

#include "explain/explainer.hpp"

namespace cwp {

int operator_strength(std::string_view name) {
  struct Row {
    std::string_view name;
    int strength;
  };
  constexpr Row kOperators[] = {{"or", 1}, {"and", 2}, {"=", 3}, {"!=", 3}, {"<", 3}, {"<=", 3}, {">", 3},
                                {">=", 3}, {"+", 4},   {"-", 4}, {"*", 5},  {"/", 5}, {"^", 6}};
  const auto row =
      std::find_if(std::begin(kOperators), std::end(kOperators), [&](const Row& one) { return one.name == name; });
  return row == std::end(kOperators) ? 0 : row->strength;
}

namespace {

/// Of a call with two operands; 0: it needs no brackets.
int strength(const Node& node) {
  return node.op == NodeOp::call && node.inputs.size() == 2 ? operator_strength(node.function->doc.name) : 0;
}

}  // namespace

std::string text_at(const Place& place) {
  std::string text;
  for (const char c : place.source.text().substr(place.span.begin, place.span.end - place.span.begin)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      text += c;
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  }
  return text;
}

bool is_form_text(std::string_view text) {
  return text.starts_with('{') || text.starts_with('[') || text.starts_with("- ") ||
         text.find(": ") != std::string_view::npos;
}

bool is_made_around(std::string_view text, const std::vector<std::string>& parts) {
  const bool quoted = text.size() > 1 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
  const std::string_view within = quoted ? text.substr(1, text.size() - 2) : text;
  return std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return part == text || part == within; });
}

std::string Explainer::formula_text(NodeId id, int depth) const {
  const Node& node = run_.graph().nodes[id];
  const Rulebook& rulebook = *run_.card().rulebook;
  switch (node.op) {
    case NodeOp::constant:
      return to_text(node.constant);
    case NodeOp::metric:
      return rulebook.metrics[node.index].id.value;
    case NodeOp::parameter:
      return rulebook.parameters[node.index].id.value;
    case NodeOp::attribute:
      return rulebook.attributes[node.index].id.value;
    case NodeOp::place:
      return std::string(node.function->doc.name);
    case NodeOp::call:
      break;
    default:
      return text_at(node.source);
  }
  const std::string name(node.function->doc.name);
  if (depth > 3) return "…";
  if (const int own = strength(node); own > 0) {
    const auto operand = [&](std::size_t i, int at_least) {
      const int inner = strength(run_.graph().nodes[node.inputs[i]]);
      const std::string text = formula_text(node.inputs[i], depth + 1);
      return inner > 0 && inner < at_least ? "(" + text + ")" : text;
    };
    return operand(0, own) + " " + name + " " + operand(1, own + 1);
  }
  std::string text = name + "(";
  const bool table = node.function->types == TypeRule::number_table || node.function->types == TypeRule::text_table;
  for (std::size_t i = 0; i < node.inputs.size(); ++i) {
    if (i > 0) text += table && i % 2 == 0 ? " -> " : ", ";
    text += formula_text(node.inputs[i], depth + 1);
  }
  return text + ")";
}

Explanation Explainer::formula(const Node& node, Instance instance) const {
  const Cell& own = cell(instance.node, instance.period);
  Explanation result;
  result.label = node.op == NodeOp::constant ? to_text(node.constant) : text_at(node.source);
  result.value = value_of(instance);
  result.rule = node.source;
  result.also = node.also;
  // What a form stands for has no text of its own in the rulebook: show the formula.
  std::vector<std::string> parts;
  for (const NodeId input : node.inputs) parts.push_back(text_at(run_.graph().nodes[input].source));
  const bool from_form = is_form_text(result.label) || is_made_around(result.label, parts);
  if (from_form && (node.op == NodeOp::call || node.op == NodeOp::fold)) {
    result.label = node.op == NodeOp::call
                       ? formula_text(instance.node)
                       : std::string(node.function->doc.name) + "(" + formula_text(node.inputs.back()) + ")";
  }
  if (own.value.fault != Fault::none) result.remark = say("explain-fault");
  switch (node.op) {
    case NodeOp::place:
      result.label = std::string(node.function->doc.name);
      break;
    case NodeOp::parameter:
      result.label = run_.card().rulebook->parameters[node.index].id.value;
      break;
    case NodeOp::fold: {
      if (run_.timeline().begins_before_data(instance.period)) break;
      const PeriodRange range = fold_range(node, instance.period, run_.timeline());
      result.remark = range.empty()
                          ? say("explain-no-periods")
                          : say("explain-fold", {std::string(node.function->doc.name), std::to_string(range.size()),
                                                 std::string(to_text(node.inner))});
      for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
        if (run_.timeline().begins_before_data(p)) continue;
        Explanation step = explain({node.inputs.back(), p});
        step.label = label_of(p) + "  " + step.label;
        result.steps.push_back(std::move(step));
      }
      break;
    }
    case NodeOp::lag:
      for_each_need(run_.graph(), run_.card(), run_.timeline(), instance, [&](Instance need) {
        Explanation step = explain(need);
        step.label = label_of(need.period) + "  " + step.label;
        result.steps.push_back(std::move(step));
      });
      break;
    case NodeOp::call:
      for_each_used(run_, officer_, instance, [&](Instance need) {
        if (run_.graph().nodes[need.node].op != NodeOp::constant) result.steps.push_back(explain(need));
      });
      break;
    default:
      break;
  }
  return result;
}

Explanation Explainer::gather(const Node& node, Instance instance) const {
  Explanation result;
  result.label = node.source.source.text().empty() ? std::string(node.function->doc.name) : text_at(node.source);
  result.value = value_of(instance);
  result.rule = node.source;
  result.also = node.also;
  if (run_.timeline().begins_before_data(instance.period)) return result;
  const GatherTable& table = run_.gathers().at(instance.node, instance.period);
  const std::uint32_t number = table.group_of[officer_.number()];
  if (number == kNoGroup) {
    result.remark = say("explain-no-group");
    return result;
  }
  const PeerGroup& group = table.groups[number];
  result.remark = say("explain-peers", {std::to_string(group.peers), std::to_string(group.ascending.size())});
  if (table.among[officer_.number()]) {
    result.steps.push_back(explain({node.inputs.back(), instance.period}));
  } else {
    add_remark(result, say("explain-no-peer"));
  }
  return result;
}

Explanation Explainer::metric(const Node& node, Instance instance) const {
  const Metric& metric = run_.card().rulebook->metrics[node.index];
  Explanation result;
  result.label = title_of(metric.title, metric.id.value);
  result.value = value_of(instance);
  if (!metric.unit.empty()) result.value += " " + metric.unit;
  result.rule = metric.id.place;
  PeriodRange periods{instance.period, instance.period};
  if (metric.per.value != instance.period.grain) {
    periods = run_.card().calendar.inner(instance.period, metric.per.value);
    constexpr std::string_view kFolds[] = {"sum", "mean", "last", "first", "max", "min", "count"};
    result.remark = say("explain-metric-fold", {std::string(kFolds[std::size_t(metric.fold)])});
  }
  add_rows(metric, node.index, periods, result);
  if (result.steps.empty()) result.remark = say("explain-no-rows");
  return result;
}

void Explainer::add_rows(const Metric&, std::uint32_t index, PeriodRange periods, Explanation& explanation) const {
  const auto& cells = officer_.record().metrics[index];
  for (const MetricCell& row : cells) {
    if (row.period < periods.first.ordinal || periods.last.ordinal < row.period) continue;
    Explanation step;
    step.label = label_of({periods.first.grain, row.period});
    step.value = row.refused ? say("explain-refused") : row.value.to_text();
    for (const Origin& origin : row.origins)
      if (origin.file >= 0) step.remark += (step.remark.empty() ? "" : ", ") + place_of(origin);
    explanation.steps.push_back(std::move(step));
  }
}

std::string Explainer::place_of(Origin origin) const {
  return run_.data().files[std::size_t(origin.file)] + ":" + std::to_string(origin.line);
}

Explanation Explainer::attribute(const Node& node, Instance instance) const {
  const Attribute& attribute = run_.card().rulebook->attributes[node.index];
  const DayRange days = run_.card().calendar.days(instance.period);
  Explanation result;
  result.label = title_of(attribute.title, attribute.id.value);
  result.value = value_of(instance);
  result.rule = attribute.id.place;
  const RosterRow* row = attribute_row(officer_.context(run_.gathers()), node.index, days);
  if (row && row->origin.file >= 0) result.remark = place_of(row->origin);
  return result;
}

}  // namespace cwp
