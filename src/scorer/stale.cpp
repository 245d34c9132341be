#include "scorer/stale.hpp"

#include <algorithm>

namespace cwp {
namespace {

/// A week reaches so many days at most beyond the longer period it belongs to.
constexpr int kStraddle = 6;

}  // namespace

Stale::Stale(const Run& run, const ScheduleNeeds& needs, const DataChange& change, std::optional<Day> last_day)
    : run_(run), needs_(needs), leaves_(run.card().rulebook->metrics.size()) {
  const std::vector<Instance>& order = run.schedule().order();
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const Node& node = run.graph().nodes[order[i].node];
    if (node.op == NodeOp::metric) leaves_[node.index].push_back(i);
    // What ends before that day was over before and is now; the rest has other days behind it, or is not over any more.
    const int beyond = order[i].period.grain > Grain::week ? kStraddle : 0;
    if (last_day && *last_day < run.card().calendar.last_day(order[i].period) + beyond) of_all_.insert(i);
  }
  if (!of_all_.empty())
    for (std::size_t officer = 0; officer < run.data().officer_count(); ++officer) officers_.insert(officer);
  for (const auto& [officer, one] : change.officers) {
    officers_.insert(officer);
    if (one.whole)
      whole_.insert(officer);
    else
      add_figures(officer, one);
  }
}

void Stale::add_figures(std::size_t officer, const OfficerChange& change) {
  const Calendar& calendar = run_.card().calendar;
  for (const auto& [number, ordinal] : change.figures) {
    const Metric& metric = run_.card().rulebook->metrics[number];
    const DayRange changed = calendar.days({metric.per.value, ordinal});
    for (const std::uint32_t position : leaves_[number]) {
      const DayRange days = calendar.days(run_.schedule().order()[position].period);
      const bool carried = metric.absent == AbsentRule::carry && changed.first <= days.last + kStraddle;
      if (carried || (changed.first <= days.last && days.first <= changed.last)) seeds_[officer].insert(position);
    }
  }
}

void Stale::add(std::size_t officer, Instance gather) {
  officers_.insert(officer);
  seeds_[officer].insert(needs_.position(run_.schedule(), gather));
}

StalePattern& Stale::find(std::size_t officer) {
  if (whole(officer)) {
    if (!everything_) everything_.emplace().stale.assign(needs_.size(), true);
    return *everything_;
  }
  const auto own = seeds_.find(officer);
  static const std::set<std::uint32_t> kNone;
  const auto [found, fresh] = patterns_.try_emplace(own == seeds_.end() ? kNone : own->second);
  if (fresh) {
    std::vector<bool>& stale = found->second.stale;
    stale.assign(needs_.size(), false);
    for (const std::uint32_t position : of_all_) stale[position] = true;
    for (const std::uint32_t position : found->first) stale[position] = true;
    needs_.mark_users(stale);
  }
  return found->second;
}

const StalePattern::Brought& Stale::brought(std::size_t officer, std::uint32_t stage) {
  StalePattern& pattern = find(officer);
  const auto [found, fresh] = pattern.brought.try_emplace(stage);
  if (!fresh) return found->second;
  std::vector<bool> inputs(needs_.size());
  const std::vector<Instance>& order = run_.schedule().order();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Node& node = run_.graph().nodes[order[i].node];
    if (node.op != NodeOp::gather || run_.schedule().stage(i) != stage || !pattern.stale[i]) continue;
    if (run_.timeline().begins_before_data(order[i].period)) continue;
    found->second.gathers.push_back(order[i]);
    for (const std::uint32_t need : needs_.of(i)) inputs[need] = true;
  }
  found->second.needed = needs_.with_needs(std::move(inputs));
  return found->second;
}

bool Stale::any_marked(const std::vector<NodeId>& nodes, Period period, const std::vector<bool>& marked) const {
  return std::any_of(nodes.begin(), nodes.end(), [&](NodeId node) {
    return marked[needs_.position(run_.schedule(), {node, period})];
  });
}

void Stale::list(StalePattern& pattern) const {
  std::vector<bool> wanted(needs_.size());
  const auto want = [&](const std::vector<NodeId>& nodes, Period period) {
    for (const NodeId node : nodes) wanted[needs_.position(run_.schedule(), {node, period})] = true;
  };
  const auto look_at = [&](const std::vector<NodeId>& nodes, Period period, auto& list, std::size_t a, std::size_t b) {
    if (!any_marked(nodes, period, pattern.stale)) return;
    list.emplace_back(a, b);
    want(nodes, period);
  };
  for (std::size_t g = 0; g < run_.published().size(); ++g) {
    const std::vector<NodeId> nodes = run_.row_nodes(run_.published()[g].grain);
    for (std::size_t i = 0; i < run_.published()[g].periods.size(); ++i)
      look_at(nodes, run_.published()[g].periods[i], pattern.rows, g, i);
  }
  for (std::size_t r = 0; r < run_.card().rankings.size(); ++r) {
    const std::vector<NodeId> nodes = run_.standing().nodes(run_.graph(), run_.card(), r);
    const auto& periods = run_.standing().rankings[r];
    for (std::size_t i = 0; i < periods.size(); ++i) look_at(nodes, periods[i].period, pattern.entries, r, i);
  }
  for (std::size_t e = 0; e < run_.card().expectations.size(); ++e)
    for (std::size_t i = 0; i < run_.standing().promises[e].size(); ++i)
      look_at({run_.graph().expectations[e]}, run_.standing().promises[e][i], pattern.promises, e, i);
  pattern.needed = needs_.with_needs(std::move(wanted));
  pattern.listed = true;
}

const StalePattern& Stale::pattern(std::size_t officer) {
  StalePattern& pattern = find(officer);
  if (!pattern.listed) list(pattern);
  return pattern;
}

}  // namespace cwp
