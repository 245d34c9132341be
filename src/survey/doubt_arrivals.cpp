#include <algorithm>
#include <set>

#include "data/dataset_state.hpp"
#include "engine/scores_state.hpp"
#include "graph/visit_terms.hpp"
#include "survey/data_doubts.hpp"

namespace cwp {
namespace {

/// In which periods somebody has a figure, by metric.
std::vector<std::set<std::int32_t>> periods_with_figures(const DatasetState& data, std::size_t metrics) {
  std::vector<std::set<std::int32_t>> periods(metrics);
  for (std::size_t i = 0; i < data.officer_count(); ++i) {
    const auto officer = data.officer(i);
    for (std::size_t m = 0; m < metrics && m < officer->metrics.size(); ++m)
      for (const MetricCell& cell : officer->metrics[m]) periods[m].insert(cell.period);
  }
  return periods;
}

}  // namespace

void doubt_arrivals(const DataDoubts& doubts) {
  const DatasetState& data = doubts.scores.data().state();
  const Calendar& calendar = doubts.card.calendar;
  const DayRange span = doubts.scores.state().span;
  const auto& metrics = doubts.card.rulebook->metrics;
  std::vector<bool> used(metrics.size());
  visit_terms(doubts.card, [&](const Term& term) {
    if (term.kind == TermKind::metric) used[term.index] = true;
  });
  const auto all = periods_with_figures(data, metrics.size());
  for (std::size_t m = 0; m < metrics.size(); ++m) {
    const Metric& metric = metrics[m];
    const Grain grain = metric.per.value;
    if (!used[m] || metric.from) continue;
    Period last = calendar.containing(span.last, grain);
    if (span.last < calendar.last_day(last)) last = last - 1;
    const bool one_is_over = span.first <= calendar.first_day(last);
    if (all[m].empty()) {
      // What is missed or complained of may well have happened to nobody.
      const bool may_be_nothing = metric.absent == AbsentRule::zero && metric.better == Better::less;
      if (one_is_over && !may_be_nothing) doubts.add("data-metric-never", metric.id.place, {metric.id.value});
      continue;
    }
    if (all[m].size() < 3) continue;
    std::int32_t longest = 0, before = *all[m].begin();
    for (const std::int32_t period : all[m]) {
      longest = std::max(longest, period - before - 1);
      before = period;
    }
    const Period seen{grain, *all[m].rbegin()};
    const std::int32_t silent = last.ordinal - seen.ordinal;
    const bool daily = grain == Grain::day;
    // Days off have no figures; after a long holiday they begin again.
    const bool stopped =
        daily ? silent >= 5 && silent > 2 * longest && calendar.workdays({calendar.last_day(seen) + 1, span.last}) >= 3
              : silent > longest;
    if (stopped)
      doubts.add("data-metric-stopped", metric.id.place,
                 {metric.id.value, calendar.label(seen), std::to_string(silent), std::string(to_text(grain)),
                  std::to_string(longest)});
  }
}

}  // namespace cwp
