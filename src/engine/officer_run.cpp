#include <algorithm>

#include "engine/run.hpp"

namespace cwp {

OfficerRun::OfficerRun(const Run& run, std::size_t officer, const Extent& extent)
    : OfficerRun(run, officer, run.data().officer(officer), extent) {}

OfficerRun::OfficerRun(const Run& run, std::size_t officer, std::shared_ptr<const OfficerRecord> record,
                       const Extent& extent)
    : run_(run), number_(officer), record_(std::move(record)) {
  days_ = &own_days_.emplace(*record_, *run.card().rulebook, run.card().calendar, run.schedule().days());
  const Schedule& schedule = run.schedule();
  cells_.resize(schedule.slots());
  const ExactContext here = context(extent.gathers);
  for (std::size_t i = 0; i < schedule.order().size(); ++i) {
    if (!extent.holds(schedule, i)) continue;
    const Instance& instance = schedule.order()[i];
    cells_[schedule.slot(instance.node, instance.period)] = evaluate(here, *this, instance);
  }
}

OfficerRun::OfficerRun(const Run& run, std::size_t officer, std::shared_ptr<const OfficerRecord> record,
                       const CellLookup& cells, const OfficerDays& days)
    : run_(run), number_(officer), record_(std::move(record)), days_(&days), elsewhere_(&cells) {}

ExactContext OfficerRun::context(const GatherTables& gathers) const { return context_of(number_, *record_, gathers); }

ExactContext OfficerRun::context_of(std::size_t officer, const OfficerRecord& record,
                                    const GatherTables& gathers) const {
  return {run_.graph(), run_.card(), run_.timeline(), run_.data(), record, days(), officer, gathers};
}

bool is_extraordinary(const Node& node, const Cell& cell) {
  return cell.value.faulty || cell.value.incomplete || (node.op == NodeOp::veto && cell.value.is_true());
}

bool is_ordinary(const Run& run, const OfficerRun& officer) {
  const auto& order = run.schedule().order();
  return std::none_of(order.begin(), order.end(), [&](const Instance& instance) {
    return is_extraordinary(run.graph().nodes[instance.node], officer.cell(instance.node, instance.period));
  });
}

}  // namespace cwp
