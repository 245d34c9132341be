#include "cwp/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cohort/gather.hpp"
#include "engine/scores_state.hpp"
#include "explain/explain_standing.hpp"
#include "explain/explainer.hpp"
#include "explain/reward_explainer.hpp"
#include "text/shown_words.hpp"

namespace cwp {
namespace {

std::string rule_text(const Place& rule) {
  if (rule.source.text().empty()) return {};
  return fmt::format("{}:{}", rule.source.name(), rule.source.position(rule.span.begin).line);
}

void append_text(const Explanation& step, std::size_t depth, std::string& text) {
  text += fmt::format("{:>{}}{}", "", depth * 2, step.label);
  if (!step.value.empty()) text += " = " + step.value;
  if (!step.remark.empty()) text += "   (" + step.remark + ")";
  const std::string rule = rule_text(step.rule);
  if (!rule.empty()) text += "   [" + rule + "]";
  text += '\n';
  for (const Explanation& inner : step.steps) append_text(inner, depth + 1, text);
}

nlohmann::ordered_json json_of(const Explanation& step) {
  nlohmann::ordered_json json;
  json["label"] = step.label;
  json["value"] = step.value;
  if (!step.remark.empty()) json["remark"] = step.remark;
  const std::string rule = rule_text(step.rule);
  if (!rule.empty()) json["rule"] = rule;
  if (!step.steps.empty()) {
    json["steps"] = nlohmann::ordered_json::array();
    for (const Explanation& inner : step.steps) json["steps"].push_back(json_of(inner));
  }
  return json;
}

}  // namespace

Result<Explanation> explain(const Scores& scores, std::string_view officer, Period period, std::string_view item,
                            Language language) {
  const ScoresState& state = scores.state();
  const auto number = state.data.find_officer(officer);
  if (!number) return Diagnostic{"unknown-officer", {}, {std::string(officer)}};
  ScoreOptions options;
  options.window = state.plan.rules().calendar().days(period);
  options.grains = {period.grain};
  options.provisional = true;
  const std::string label = state.plan.rules().calendar().label(period);
  if (!state.plan.rules().state().scorecard.assessments[std::size_t(period.grain)])
    return Diagnostic{"grain-not-assessed", {}, {std::string(to_text(period.grain))}};
  Run run(state.plan, state.data, options);
  if (has_all_gathers(run, *state.gathers))
    run.set_gathers(state.gathers);
  else
    gather_all(run, state.options);  // a period that was not scored then
  if (run.published().empty() || run.published().front().periods.empty())
    return Diagnostic{"period-not-published", {}, {label}};
  const OfficerRun own(run, *number);
  if (own.days().present_days(run.card().calendar.days(period)) == 0)
    return Diagnostic{"period-not-published", {}, {label + ", " + std::string(officer)}};

  Run::Column column{PartKind::total, 0};
  if (!item.empty() && item != "total") {
    const auto named = std::find_if(run.columns().begin(), run.columns().end(),
                                    [&](const Run::Column& other) { return run.id_of(other).value == item; });
    if (named == run.columns().end()) return Diagnostic{"unknown-item", {}, {std::string(item)}};
    column = *named;
  }
  const NodeId node = run.node_of(column, period.grain);
  if (node == kNoNode) return Diagnostic{"period-not-published", {}, {std::string(item) + ", " + label}};
  Explanation explanation = Explainer(run, own, language).explain({node, period});
  if (run.published().front().provisional.front())
    add_remark(explanation, word_of("state", to_text(State::provisional), language), language);
  if (column.kind != PartKind::total) return explanation;
  const auto add = [&](std::vector<Explanation> steps) {
    for (Explanation& step : steps) explanation.steps.push_back(std::move(step));
  };
  add(explain_ranks(scores, *number, period, language));
  const RewardExplainer rewards(scores, run, own, period, language);
  add(rewards.grades());
  add(rewards.awards());
  return explanation;
}

std::string to_text(const Explanation& explanation) {
  std::string text;
  append_text(explanation, 0, text);
  return text;
}

std::string to_json(const Explanation& explanation) { return json_of(explanation).dump(2) + "\n"; }

}  // namespace cwp
