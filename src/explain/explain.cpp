#include "cwp/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cohort/gather.hpp"
#include "cwp/nearest.hpp"
#include "engine/scores_state.hpp"
#include "explain/explain_standing.hpp"
#include "explain/explainer.hpp"
#include "explain/reward_explainer.hpp"
#include "model/nearest_note.hpp"
#include "standing/score_problems.hpp"
#include "text/shown_words.hpp"

namespace cwp {
namespace {

std::string rule_text(const Place& rule) {
  if (rule.source.text().empty()) return {};
  return fmt::format("{}:{}", rule.source.name(), rule.source.position(rule.span.begin).line);
}

/// `rules.yaml:20, 21`: the lines of the file of the rule, and those of others.
std::string rules_text(const Explanation& step) {
  if (step.also.empty()) return rule_text(step.rule);
  std::vector<Position> lines{step.rule.source.position(step.rule.span.begin)};
  std::string others;
  for (const Place& other : step.also)
    if (other.source == step.rule.source)
      lines.push_back(other.source.position(other.span.begin));
    else
      others += ", " + rule_text(other);
  std::sort(lines.begin(), lines.end(), [](const Position& a, const Position& b) { return a.line < b.line; });
  std::string text;
  for (const Position& line : lines)
    text += text.empty() ? fmt::format("{}:{}", step.rule.source.name(), line.line) : fmt::format(", {}", line.line);
  return text + others;
}

void append_text(const Explanation& step, std::size_t depth, std::string& text) {
  text += fmt::format("{:>{}}{}", "", depth * 2, step.label);
  if (!step.value.empty()) text += " = " + step.value;
  if (!step.remark.empty()) text += "   (" + step.remark + ")";
  if (const std::string rules = rules_text(step); !rules.empty()) text += "   [" + rules + "]";
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
  for (const Place& other : step.also) json["also"].push_back(rule_text(other));
  if (!step.steps.empty()) {
    json["steps"] = nlohmann::ordered_json::array();
    for (const Explanation& inner : step.steps) json["steps"].push_back(json_of(inner));
  }
  return json;
}

Diagnostic unknown_officer(const Dataset& data, std::string_view officer) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < data.officer_count(); ++i) known.emplace_back(data.officer_key(i));
  Diagnostic problem{"unknown-officer", {}, {std::string(officer)}};
  add_nearest(problem, nearest_names(officer, known));
  return problem;
}

Diagnostic unknown_item(const Run& run, std::string_view item) {
  std::vector<std::string> known{"total"};
  for (const Run::Column& column : run.columns()) known.push_back(run.id_of(column).value);
  Diagnostic problem{"unknown-item", {}, {std::string(item)}};
  add_nearest(problem, nearest_names(item, known));
  return problem;
}

/// With the first and the last period that could be asked for.
Diagnostic not_published(const ScoresState& state, Grain grain, std::string what) {
  Diagnostic problem{"period-not-published", {}, {std::move(what)}};
  ScoreOptions options;
  options.grains = {grain};
  options.provisional = true;
  const Run all(state.plan, state.data, options);
  if (all.published().empty() || all.published().front().periods.empty()) {
    if (const auto span = state.data.span())
      problem.notes.push_back({"data-reach", {}, {span->first.to_text(), span->last.to_text()}});
    return problem;
  }
  const std::vector<Period>& periods = all.published().front().periods;
  const Calendar& calendar = state.plan.rules().calendar();
  problem.notes.push_back({"periods-there", {}, {calendar.label(periods.front()), calendar.label(periods.back())}});
  return problem;
}

}  // namespace

Result<Explanation> explain(const Scores& scores, std::string_view officer, Period period, std::string_view item,
                            Language language) {
  const ScoresState& state = scores.state();
  const auto number = state.data.find_officer(officer);
  if (!number) return unknown_officer(state.data, officer);
  ScoreOptions options;
  options.window = state.plan.rules().calendar().days(period);
  options.grains = {period.grain};
  options.provisional = true;
  const std::string label = state.plan.rules().calendar().label(period);
  if (!state.plan.rules().state().scorecard.assessments[std::size_t(period.grain)])
    return grain_not_assessed(state.plan.rules().state().scorecard, period.grain);
  Run run(state.plan, state.data, options);
  if (has_all_gathers(run, *state.gathers))
    run.set_gathers(state.gathers);
  else
    gather_all(run, state.options);  // a period that was not scored then
  if (run.published().empty() || run.published().front().periods.empty())
    return not_published(state, period.grain, label);
  const OfficerRun own(run, *number);
  if (own.days().present_days(run.card().calendar.days(period)) == 0)
    return Diagnostic{"period-not-published", {}, {label + ", " + std::string(officer)}};

  Run::Column column{PartKind::total, 0};
  if (!item.empty() && item != "total") {
    const auto named = std::find_if(run.columns().begin(), run.columns().end(),
                                    [&](const Run::Column& other) { return run.id_of(other).value == item; });
    if (named == run.columns().end()) return unknown_item(run, item);
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
