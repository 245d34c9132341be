#include "cohort/lane_cells.hpp"

namespace cwp {

LaneCells::LaneCells(const Cohort& cohort, const LaneProgram& program, void* const* registers)
    : cohort_(cohort),
      run_(cohort.run()),
      program_(program),
      registers_(registers),
      cells_(run_.schedule().slots()),
      made_for_(run_.schedule().slots()) {
  for (const Instance& instance : run_.schedule().order()) {
    const std::size_t slot = run_.schedule().slot(instance.node, instance.period);
    if (program_.known[slot].kind == LaneProgram::Known::Kind::lanes)
      cells_[slot] = cohort_.model().cell(instance.node, instance.period);
  }
}

void LaneCells::take(std::size_t number, const OfficerRecord& record, const OfficerDays& days, std::size_t lane,
                     const std::vector<std::uint32_t>& judged) {
  for (const Instance& instance : spoiled_)
    cells_[run_.schedule().slot(instance.node, instance.period)] = cohort_.model().cell(instance.node, instance.period);
  spoiled_.clear();
  ++now_;
  number_ = number;
  lane_ = lane;
  record_ = &record;
  days_ = &days;
  for (const std::uint32_t position : judged) {
    const Instance& instance = run_.schedule().order()[position];
    const std::size_t slot = run_.schedule().slot(instance.node, instance.period);
    Cell cell = evaluated(instance);
    cells_[slot] = std::move(cell);
    made_for_[slot] = now_;
    spoiled_.push_back(instance);
  }
}

Cell LaneCells::evaluated(Instance instance) const {
  const ExactContext context{run_.graph(), run_.card(), run_.timeline(), run_.data(),
                             *record_,     *days_,      number_,         cohort_.extent().gathers};
  return evaluate(context, *this, instance);
}

const Cell& LaneCells::cell(NodeId node, Period period) const {
  const std::size_t slot = run_.schedule().slot(node, period);
  Cell& cell = cells_[slot];
  if (made_for_[slot] == now_) return cell;
  const LaneProgram::Known& known = program_.known[slot];
  switch (known.kind) {
    case LaneProgram::Known::Kind::uniform:
      return cohort_.model().cell(node, period);
    case LaneProgram::Known::Kind::lanes:
      cell.value.number = program_.value(known.figure, registers_, lane_);
      break;
    case LaneProgram::Known::Kind::opaque: {  // a text or date, out of the data
      Cell made = evaluated({node, period});
      cell = std::move(made);
      spoiled_.push_back({node, period});
      break;
    }
  }
  made_for_[slot] = now_;
  return cell;
}

}  // namespace cwp
