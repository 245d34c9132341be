#include "reasons/figure_trials.hpp"

#include <algorithm>

namespace cwp {

FigureTrials::FigureTrials(const Scores& scores, std::size_t officer, Period period)
    : scores_(scores), base_(scores, officer, period) {
  const auto& order = run().schedule().order();
  has_gathers_ = std::any_of(order.begin(), order.end(), [&](const Instance& instance) {
    return run().graph().nodes[instance.node].op == NodeOp::gather;
  });
}

const MetricCell* FigureTrials::figure(std::uint32_t metric, std::int32_t at) const {
  return cell_of(base_.own.record().metrics[metric], at);
}

std::shared_ptr<const OfficerRecord> FigureTrials::changed(const std::vector<TriedFigure>& figures) const {
  auto record = std::make_shared<OfficerRecord>(base_.own.record());
  for (const TriedFigure& one : figures) {
    std::vector<MetricCell>& cells = record->metrics[one.metric];
    auto place = place_of(cells, one.at);
    if (place == cells.end() || place->period != one.at) {
      place = cells.insert(place, MetricCell{});
      place->period = one.at;
    }
    place->value = one.value;
  }
  return record;
}

const OfficerRun& FigureTrials::tried(const std::vector<TriedFigure>& figures) {
  ++scorings_;
  tried_.emplace(run(), base_.own.number(), changed(figures), Extent{run().gathers()});
  return *tried_;
}

Scores FigureTrials::scored(const std::vector<TriedFigure>& figures) const {
  const DatasetState& old = scores_.data().state();
  auto state = std::make_shared<DatasetState>(old);
  if (old.columns) {
    state->columns = nullptr;
    for (std::size_t i = 0; i < old.officer_count(); ++i) state->officers.push_back(*old.officer(i));
  }
  state->officers[base_.own.number()] = *changed(figures);
  return score(scores_.state().plan, Dataset(std::move(state)), base_.period).value();
}

std::optional<std::int64_t> FigureTrials::nearest(std::int64_t most, const std::function<bool(std::int64_t)>& helps) {
  std::int64_t not_enough = 0;
  for (; not_enough < std::min<std::int64_t>(most, 8); ++not_enough)
    if (helps(not_enough + 1)) return not_enough + 1;
  std::int64_t enough = not_enough;
  do {
    if (enough >= most) return std::nullopt;
    not_enough = enough;
    enough = std::min(most, 2 * enough);
  } while (!helps(enough));
  while (enough - not_enough > 1) {
    const std::int64_t middle = not_enough + (enough - not_enough) / 2;
    (helps(middle) ? enough : not_enough) = middle;
  }
  return enough;
}

}  // namespace cwp
