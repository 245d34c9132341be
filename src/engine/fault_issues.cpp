#include <unordered_set>

#include "engine/officer_results.hpp"

namespace cwp {
namespace {

/// The text of a place in the rulebook, shortened to one line.
std::string text_at(const Place& place) {
  std::string text(place.source.text().substr(place.span.begin, place.span.end - place.span.begin));
  if (const std::size_t end = text.find('\n'); end != std::string::npos) text = text.substr(0, end) + " …";
  return text;
}

std::string score_name(const Run& run, const Node& node, const std::string& inherited) {
  switch (node.op) {
    case NodeOp::item:
    case NodeOp::rolled_item:
      return run.card().items[node.index].written->id.value;
    case NodeOp::category:
      return run.card().categories[node.index].written->id.value;
    case NodeOp::total:
      return "total";
    case NodeOp::adjustment:
    case NodeOp::rolled_adjustment:
      return run.card().adjustments[node.index].written->id.value;
    case NodeOp::veto:
      return run.card().vetoes[node.index].written->id.value;
    default:
      return inherited;
  }
}

}  // namespace

RowIssue fault_issue(const Run& run, const std::string& officer, Instance instance, Fault fault,
                     const std::string& score) {
  const Node& node = run.graph().nodes[instance.node];
  RowIssue issue;
  issue.reason = reason_of(fault);
  issue.file = node.source.source.name();
  issue.line = node.source.source.position(node.source.span.begin).line;
  issue.officer = officer;
  issue.date = run.card().calendar.label(instance.period);
  issue.metric = node.op == NodeOp::metric ? run.card().rulebook->metrics[node.index].id.value : score;
  issue.expected = node.op == NodeOp::call ? text_at(node.source) : issue.metric;
  return issue;
}

void for_each_used(const Run& run, const OfficerRun& officer, Instance instance,
                   const std::function<void(Instance)>& visit) {
  const Node& node = run.graph().nodes[instance.node];
  const std::uint64_t used = officer.cell(instance.node, instance.period).used;
  if (node.op == NodeOp::call || node.op == NodeOp::item) {
    for (std::size_t i = 0; i < node.inputs.size(); ++i)
      if (node.inputs[i] != kNoNode && (used >> (i < 63 ? i : 63) & 1)) visit({node.inputs[i], instance.period});
    return;
  }
  for_each_need(run.graph(), run.card(), run.timeline(), instance, visit);
}

void collect_fault_issues(const Run& run, const OfficerRun& officer, const std::vector<Instance>& roots,
                          std::vector<RowIssue>& issues) {
  std::unordered_set<std::size_t> seen;
  struct Step {
    Instance instance;
    std::string score;
  };
  std::vector<Step> open;
  for (const Instance& root : roots) {
    open.push_back({root, ""});
    while (!open.empty()) {
      const Step step = std::move(open.back());
      open.pop_back();
      const Cell& cell = officer.cell(step.instance.node, step.instance.period);
      if (!cell.value.faulty || !seen.insert(run.schedule().slot(step.instance.node, step.instance.period)).second)
        continue;
      const std::string score = score_name(run, run.graph().nodes[step.instance.node], step.score);
      if (cell.value.fault != Fault::none)
        issues.push_back(fault_issue(run, officer.record().key, step.instance, cell.value.fault, score));
      for_each_used(run, officer, step.instance, [&](Instance need) { open.push_back({need, score}); });
    }
  }
}

}  // namespace cwp
