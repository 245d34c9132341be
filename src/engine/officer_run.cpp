#include <algorithm>

#include "engine/run.hpp"

namespace cwp {

OfficerRun::OfficerRun(const Run& run, std::size_t officer, Unevaluated)
    : run_(run), number_(officer), record_(run.data().officer(officer)) {
  days_.emplace(*record_, *run.card().rulebook, run.card().calendar, run.schedule().days());
  cells_.resize(run.schedule().slots());
}

OfficerRun::OfficerRun(const Run& run, std::size_t officer) : OfficerRun(run, officer, run.gathers()) {}

OfficerRun::OfficerRun(const Run& run, std::size_t officer, const GatherTables& gathers)
    : OfficerRun(run, officer, Unevaluated{}) {
  const ExactContext here = context(gathers);
  for (const Instance& instance : run.schedule().order())
    cells_[run.schedule().slot(instance.node, instance.period)] = evaluate(here, *this, instance);
}

OfficerRun::OfficerRun(const Run& run, std::size_t officer, std::uint32_t stage, const GatherTables& gathers)
    : OfficerRun(run, officer, Unevaluated{}) {
  const Schedule& schedule = run.schedule();
  const ExactContext here = context(gathers);
  for (std::size_t i = 0; i < schedule.order().size(); ++i) {
    if (schedule.stage(i) > stage || schedule.feeds(i) <= stage) continue;
    const Instance& instance = schedule.order()[i];
    cells_[schedule.slot(instance.node, instance.period)] = evaluate(here, *this, instance);
  }
}

OfficerRun::OfficerRun(const Run& run, std::size_t officer, const LaneView& view)
    : run_(run), number_(officer), record_(run.data().officer(officer)), view_(&view) {}

ExactContext OfficerRun::context(const GatherTables& gathers) const {
  return {run_.graph(), run_.card(), run_.timeline(), run_.data(), *record_, days(), number_, gathers};
}

ExactContext OfficerRun::context_of(std::size_t officer, const OfficerRecord& record) const {
  return {run_.graph(), run_.card(), run_.timeline(), run_.data(), record, days(), officer, run_.gathers()};
}

const Cell& OfficerRun::lane_cell(NodeId node, Period period) const {
  const std::size_t slot = run_.schedule().slot(node, period);
  const LaneProgram::Known& known = view_->program.known[slot];
  if (known.kind == LaneProgram::Known::Kind::uniform) return view_->model.cell(node, period);
  if (const auto taken = taken_.find(slot); taken != taken_.end()) return taken->second;
  Cell cell;
  if (known.kind == LaneProgram::Known::Kind::lanes) {
    cell = view_->model.cell(node, period);
    cell.value.number = view_->program.value(known.figure, view_->registers, view_->lane);
  } else {  // a text or date, straight from the data
    cell = evaluate(context(run_.gathers()), *this, {node, period});
  }
  return taken_.emplace(slot, std::move(cell)).first->second;
}

bool is_ordinary(const Run& run, const OfficerRun& officer) {
  return std::all_of(run.schedule().order().begin(), run.schedule().order().end(), [&](const Instance& instance) {
    const Value& value = officer.cell(instance.node, instance.period).value;
    const bool vetoed = run.graph().nodes[instance.node].op == NodeOp::veto && value.is_true();
    return !value.faulty && !value.incomplete && !vetoed;
  });
}

}  // namespace cwp
