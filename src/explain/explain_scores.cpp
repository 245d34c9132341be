#include "explain/explainer.hpp"
#include "text/shown_words.hpp"

namespace cwp {

std::string value_text(const Value& value, Language language) {
  if (value.absence == Absence::missing) return wording("explain-missing", {}, language);
  if (value.absence == Absence::exempt) return wording("explain-exempt", {}, language);
  if (value.type == ValueType::boolean) return wording(value.truth() ? "explain-true" : "explain-false", {}, language);
  return to_text(value);
}

void add_remark(Explanation& step, const std::string& text, Language language) {
  if (text.empty()) return;
  step.remark = step.remark.empty() ? text : wording("words-further", {step.remark, text}, language);
}

std::string Explainer::why(Reason reason) const {
  return reason == Reason::none ? std::string() : word_of("reason", to_text(reason), language_);
}

bool Explainer::ends_at(const Cell& cell) const {
  // Nothing was evaluated then.
  const bool out_of_time = cell.facts.reason == Reason::before_data || cell.facts.reason == Reason::out_of_force;
  return out_of_time || reach_ == Reach::scores;
}

std::string titled(const Title& title, const std::string& id, Language language) {
  const std::string& text = language == Language::zh ? title.zh : title.en;
  return text.empty() || text == id ? id : id + " " + text;
}

std::string Explainer::shown(const Cell& cell, const RoundingRule& rule, bool with_full) const {
  if (!cell.facts.counted)
    return cell.value.absence == Absence::exempt ? say("explain-exempt") : say("explain-no-points");
  const auto text = [&](const Rational& value, Rounding rounding) {
    const auto decimal = value.rounded(rule.decimals, rounding).to_decimal(rule.decimals);
    return decimal ? decimal->to_text() : value.to_text();
  };
  std::string points = text(cell.value.number, rule.rounding);
  if (with_full && cell.facts.has_full) points += " / " + cell.facts.full.to_text();
  return points;
}

bool Explainer::tells(const Node& node, Instance instance) const {
  constexpr std::size_t kFreely = 1000;  // steps; a shorter tree is read more easily with every reason at its place
  switch (node.op) {
    case NodeOp::total:
    case NodeOp::category:
    case NodeOp::rolled_item:
    case NodeOp::item:
    case NodeOp::adjustment:
    case NodeOp::rolled_adjustment:
      return told_.emplace(instance.node, instance.period.ordinal).second || steps_ < kFreely;
    default:
      return true;
  }
}

Explanation Explainer::explain(Instance instance) const {
  const Node& node = run_.graph().nodes[instance.node];
  ++steps_;
  if (reach_ == Reach::rows && !tells(node, instance)) {
    Explanation result = Explainer(run_, officer_, language_, Reach::scores).explain(instance);
    add_remark(result, say("explain-told-above"));
    return result;
  }
  switch (node.op) {
    case NodeOp::total:
      return total(node, instance);
    case NodeOp::category:
      return category(node, instance);
    case NodeOp::rolled_item:
      return rolled_item(node, instance);
    case NodeOp::item:
      return item(node, instance);
    case NodeOp::adjustment:
    case NodeOp::rolled_adjustment:
      return adjustment(node, instance);
    case NodeOp::veto:
      return veto(node, instance);
    case NodeOp::gather:
      return gather(node, instance);
    case NodeOp::metric:
      return metric(node, instance);
    case NodeOp::attribute:
      return attribute(node, instance);
    default:
      return formula(node, instance);
  }
}

Explanation Explainer::total(const Node& node, Instance instance) const {
  const ScoreAssessment& assessment = *run_.card().assessments[std::size_t(node.grain)];
  const Cell& own = cell(instance.node, instance.period);
  Explanation result;
  result.label = say("explain-total", {label_of(instance.period)});
  const bool scaled = assessment.scale && own.facts.counted;
  result.value = shown(own, assessment.rounding, !scaled);
  if (scaled && own.facts.has_full) result.value += " / " + assessment.scale->to_text();
  result.remark = why(own.facts.reason);
  if (assessment.written) result.rule = assessment.written->place;
  if (ends_at(own)) return result;
  const auto remark = [&](const std::string& text) { add_remark(result, text); };
  if (scaled) remark(say("explain-scale", {assessment.scale->to_text(), own.facts.reachable.to_text()}));
  if (node.inputs[kCoefficient] != kNoNode) {
    result.steps.push_back(explain({node.inputs[kCoefficient], instance.period}));
    remark(say("explain-coefficient", {result.steps.back().value}));
  }
  if (node.inputs[kFormula] != kNoNode) result.steps.push_back(explain({node.inputs[kFormula], instance.period}));
  for (std::size_t i = kTotalInputs; i + node.adjustments + node.vetoes < node.inputs.size(); ++i)
    result.steps.push_back(explain({node.inputs[i], instance.period}));
  add_what_acts(node, instance, result);
  return result;
}

Explanation Explainer::category(const Node& node, Instance instance) const {
  const ScoreCategory& group = run_.card().categories[node.index];
  const Cell& own = cell(instance.node, instance.period);
  Explanation result;
  result.label = title_of(group.written->title, group.written->id.value);
  result.value = shown(own, group.rounding, true);
  result.rule = group.written->place;
  result.remark = why(own.facts.reason);
  if (ends_at(own)) return result;
  const auto remark = [&](const std::string& text) { add_remark(result, text); };
  if (own.facts.counted && group.written->combine == Combine::scaled)
    remark(say("explain-scaled", {group.full->to_text()}));
  if (own.facts.counted && group.written->combine == Combine::capped)
    remark(say("explain-capped", {group.full->to_text()}));
  if (own.facts.counted && !group.start.is_zero()) remark(say("explain-start", {group.start.to_text()}));
  if (own.facts.counted && group.written->combine > Combine::capped) {
    constexpr std::string_view kShares[] = {"", "", "", "mean", "geometric", "min"};
    remark(say("explain-shares", {std::string(kShares[std::size_t(group.written->combine)]), group.full->to_text()}));
  }
  for (std::size_t i = 0; i + node.adjustments + node.vetoes < node.inputs.size(); ++i)
    result.steps.push_back(explain({node.inputs[i], instance.period}));
  add_what_acts(node, instance, result);
  return result;
}

Explanation Explainer::rolled_item(const Node& node, Instance instance) const {
  const ScoreItem& line = run_.card().items[node.index];
  const Cell& own = cell(instance.node, instance.period);
  Explanation result;
  result.label = title_of(line.written->title, line.written->id.value);
  result.value = shown(own, line.rounding, true);
  result.rule = line.written->place;
  constexpr std::string_view kKinds[] = {"", "mean", "sum", "last", "max", "min", "best", "none", "formula"};
  result.remark =
      say("explain-rolled-up", {std::string(kKinds[std::size_t(line.roll_up)]), std::string(to_text(line.grain)),
                                std::to_string(own.facts.counted_periods), std::to_string(own.facts.periods)});
  if (!own.facts.counted) result.remark = why(own.facts.reason);
  if (ends_at(own)) return result;
  if (node.inputs[kRollFormula] != kNoNode) {
    result.steps.push_back(explain({node.inputs[kRollFormula], instance.period}));
    add_what_acts(node, instance, result);
    return result;
  }
  const PeriodRange range = rolled_counting(line.grain, instance.period, run_.timeline());
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (run_.timeline().begins_before_data(p)) continue;
    const Cell& inner = cell(node.inputs[kOwn], p);
    if (!inner.facts.counted && !inner.facts.is_period) continue;  // a day off is no period of a daily item
    Explanation step = explain({node.inputs[kOwn], p});
    step.label = label_of(p);
    result.steps.push_back(std::move(step));
  }
  add_what_acts(node, instance, result);
  return result;
}

Explanation Explainer::item(const Node& node, Instance instance) const {
  const ScoreItem& line = run_.card().items[node.index];
  const Cell& own = cell(instance.node, instance.period);
  Explanation result;
  result.label = title_of(line.written->title, line.written->id.value);
  result.value = shown(own, line.rounding, true);
  result.rule = line.written->place;
  result.remark = why(own.facts.reason);
  if (reach_ == Reach::scores) return result;
  for (const ItemInput input : {kExempt, kApplies, kPoints}) {
    if (node.inputs[input] == kNoNode || !(own.used >> input & 1)) continue;
    const Value& value = cell(node.inputs[input], instance.period).value;
    if (input == kPoints && value.present() && own.facts.counted) {
      const Rational carried_points = carried(value.number, line.rounding);
      if (carried_points != own.value.number)
        result.remark = say("explain-clamped", {value.number.to_text(), own.value.number.to_text()});
    }
    result.steps.push_back(explain({node.inputs[input], instance.period}));
  }
  if (node.inputs[kPeers] != kNoNode && own.used >> kPeers & 1)
    result.steps.push_back(explain({node.inputs[kPeers], instance.period}));
  add_what_acts(node, instance, result);
  return result;
}

}  // namespace cwp
