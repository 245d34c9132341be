// What acts on a category or total: adjustments and vetoes, in the order in which they act.

#include "explain/explainer.hpp"

namespace cwp {

Explanation Explainer::adjustment(const Node& node, Instance instance) const {
  const ScoreAdjustment& adjustment = run_.card().adjustments[node.index];
  const Adjustment& written = *adjustment.written;
  const Cell& own = cell(instance.node, instance.period);
  Explanation result;
  result.label = title_of(written.title, written.id.value);
  result.value = shown(own, adjustment.rounding, false);
  result.rule = written.place;
  result.remark = why(own.facts.reason);
  if (!own.facts.counted || reach_ == Reach::scores) return result;
  if (node.op == NodeOp::rolled_adjustment) {
    const bool mean = adjustment.roll_up[std::size_t(node.grain)] == AdjustmentRollUp::mean;
    result.remark = say("explain-adjustment-rolled", {mean ? "mean" : "sum", std::string(to_text(adjustment.grain))});
    const PeriodRange range = rolled_counting(adjustment.grain, instance.period, run_.timeline());
    for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
      if (run_.timeline().begins_before_data(p)) continue;
      Explanation step = explain({node.inputs[0], p});
      step.label = label_of(p);
      result.steps.push_back(std::move(step));
    }
    return result;
  }
  const Value& amount = cell(node.inputs[kAmount], instance.period).value;
  if (amount.present() && carried(amount.number, adjustment.rounding) != own.value.number)
    result.remark = say("explain-clamped", {amount.number.to_text(), own.value.number.to_text()});
  result.steps.push_back(explain({node.inputs[kAmount], instance.period}));
  if (node.inputs[kUpTo] != kNoNode && run_.graph().nodes[node.inputs[kUpTo]].op != NodeOp::constant)
    result.steps.push_back(explain({node.inputs[kUpTo], instance.period}));
  return result;
}

Explanation Explainer::veto(const Node& node, Instance instance) const {
  const Veto& written = *run_.card().vetoes[node.index].written;
  const bool fired = cell(instance.node, instance.period).value.is_true();
  Explanation result;
  result.label = title_of(written.title, written.id.value);
  result.value = say(fired ? "explain-veto-in-force" : "explain-veto-not");
  result.rule = written.place;
  if (fired) {
    const auto add = [&](std::string_view slug, const std::vector<std::string>& arguments = {}) {
      add_remark(result, say(slug, arguments));
    };
    if (written.no_score) add("explain-veto-no-score");
    if (written.set) add("explain-veto-set", {written.set->value.to_text()});
    if (written.cap) add("explain-veto-cap", {written.cap->value.to_text()});
    if (written.factor) add("explain-veto-factor", {written.factor->value.to_text()});
    if (written.ranking == VetoRanking::exclude) add("explain-veto-exclude");
    if (written.ranking == VetoRanking::last) add("explain-veto-last");
    if (written.grade_at_most) add("explain-veto-grade", {written.grade_at_most->text});
    if (written.bars_honours) add("explain-veto-honours");
  }
  for_each_need(run_.graph(), run_.card(), run_.timeline(), instance, [&](Instance need) {
    if (!fired && need.period != instance.period) return;  // earlier months matter where the veto lasts
    Explanation step = explain(need);
    if (need.period != instance.period) step.label = label_of(need.period) + "  " + step.label;
    result.steps.push_back(std::move(step));
  });
  return result;
}

void Explainer::add_what_acts(const Node& node, Instance instance, Explanation& explanation) const {
  const std::size_t vetoes = node.inputs.size() - node.vetoes;
  for (std::size_t i = vetoes - node.adjustments; i < vetoes; ++i) {
    const ScoreAdjustment& one = run_.card().adjustments[run_.graph().nodes[node.inputs[i]].index];
    Explanation step = explain({node.inputs[i], instance.period});
    step.label = (one.written->gives ? "+ " : "- ") + step.label;
    if (one.group) {
      const AdjustmentGroup& group = *run_.card().groups[*one.group].written;
      add_remark(step, say("explain-group", {group.id.value, group.up_to ? group.up_to->text : "-"}));
    }
    explanation.steps.push_back(std::move(step));
  }
  for (std::size_t i = vetoes; i < node.inputs.size(); ++i)
    explanation.steps.push_back(explain({node.inputs[i], instance.period}));
}

}  // namespace cwp
