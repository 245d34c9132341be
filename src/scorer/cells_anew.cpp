#include "scorer/cells_anew.hpp"

#include <algorithm>
#include <stdexcept>

namespace cwp {

CellsAnew::CellsAnew(const Run& run) : run_(run), cells_(run.schedule().slots()), made_for_(run.schedule().slots()) {}

void CellsAnew::begin(std::size_t officer) {
  ++now_;
  auto record = run_.data().officer(officer);
  days_.emplace(*record, *run_.card().rulebook, run_.card().calendar, run_.schedule().days());
  officer_.emplace(run_, officer, std::move(record), *this, *days_);
}

void CellsAnew::evaluate(const std::vector<std::uint32_t>& positions) {
  const ExactContext context = officer_->context(run_.gathers());
  for (const std::uint32_t position : positions) {
    const Instance& instance = run_.schedule().order()[position];
    const std::size_t slot = run_.schedule().slot(instance.node, instance.period);
    if (made_for_[slot] == now_) continue;
    cells_[slot] = cwp::evaluate(context, *this, instance);
    made_for_[slot] = now_;
    ++evaluated_;
  }
}

const Cell& CellsAnew::cell(NodeId node, Period period) const {
  const std::size_t slot = run_.schedule().slot(node, period);
  if (made_for_[slot] != now_) throw std::logic_error("a cell is looked at that was not evaluated again");
  return cells_[slot];
}

bool CellsAnew::has_fault(const std::vector<std::uint32_t>& positions) const {
  return std::any_of(positions.begin(), positions.end(), [&](std::uint32_t position) {
    const Instance& instance = run_.schedule().order()[position];
    return cell(instance.node, instance.period).value.faulty;
  });
}

}  // namespace cwp
