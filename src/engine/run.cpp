#include "engine/run.hpp"

#include <algorithm>

namespace cwp {

Run::Run(const Plan& plan, const Dataset& data, const ScoreOptions& options, const RunPart& part)
    : plan_(plan.state()),
      graph_(plan_.graph),
      card_(plan.rules().state().scorecard),
      shared_data_(data.shared_state()),
      data_(data.state()),
      timeline_{card_.calendar, *data.span(), card_.effective_from, card_.effective_to} {
  find_published(options, part);
  find_columns();
  schedule_ = plan_.schedule.of(graph_, card_, timeline_, roots());
}

void Run::find_published(const ScoreOptions& options, const RunPart& part) {
  for (const auto& assessment : card_.assessments)
    if (const auto published = assessment ? published_of(assessment->grain, options, part) : std::nullopt)
      published_.push_back(*published);
  const auto published_grain = [&](Grain grain) { return published_of(grain, options, part); };
  standing_ = StandingNeeds(graph_, card_, timeline_, published_grain, part.awards);
}

std::optional<PublishedGrain> Run::published_of(Grain grain, const ScoreOptions& options, const RunPart& part) const {
  const auto& wanted = options.grains;
  if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), grain) == wanted.end()) return std::nullopt;
  const DayRange window = options.window.value_or(DayRange{kFirstDay, kLastDay});
  PublishedGrain published;
  published.grain = grain;
  for (Period p = card_.calendar.containing(timeline_.span.first, grain); timeline_.begun(p); p = p + 1) {
    const DayRange days = card_.calendar.days(p);
    if (timeline_.begins_before_data(p) || !timeline_.in_force(p)) continue;
    if (days.first < window.first || window.last < days.last) continue;
    if (!part.ends_in.contains(std::min(days.last, timeline_.span.last))) continue;
    const bool provisional = !timeline_.complete(p, waits_for_weeks(card_, grain));
    if (provisional && !options.provisional) continue;
    published.periods.push_back(p);
    published.provisional.push_back(provisional);
  }
  return published;
}

void Run::find_columns() {
  for (std::uint32_t c = 0; c < card_.categories.size(); ++c) {
    columns_.push_back({PartKind::category, c});
    for (const std::uint32_t i : card_.categories[c].items) columns_.push_back({PartKind::item, i});
  }
  for (std::uint32_t a = 0; a < card_.adjustments.size(); ++a) columns_.push_back({PartKind::adjustment, a});
  // In the order of the file; what is written in several has the order of the scorecard.
  if (!card_.rulebook->bases.empty()) return;
  const auto place = [&](const Column& column) { return id_of(column).place.span.begin; };
  std::sort(columns_.begin(), columns_.end(), [&](const Column& a, const Column& b) { return place(a) < place(b); });
}

const Name& Run::id_of(const Column& column) const {
  if (column.kind == PartKind::item) return card_.items[column.index].written->id;
  if (column.kind == PartKind::adjustment) return card_.adjustments[column.index].written->id;
  return card_.categories[column.index].written->id;
}

NodeId Run::node_of(const Column& column, Grain grain) const {
  switch (column.kind) {
    case PartKind::item:
      return graph_.items[std::size_t(grain)][column.index];
    case PartKind::category:
      return graph_.categories[std::size_t(grain)][column.index];
    case PartKind::total:
      return graph_.totals[std::size_t(grain)];
    case PartKind::adjustment:
      return card_.acts(grain, card_.adjustments[column.index]) ? graph_.adjustments[std::size_t(grain)][column.index]
                                                                : kNoNode;
  }
  return kNoNode;
}

RoundingRule Run::rounding_of(const Column& column, Grain grain) const {
  switch (column.kind) {
    case PartKind::item:
      return card_.items[column.index].rounding;
    case PartKind::category:
      return card_.categories[column.index].rounding;
    case PartKind::total:
      return card_.assessments[std::size_t(grain)]->rounding;
    case PartKind::adjustment:
      return card_.adjustments[column.index].rounding;
  }
  return card_.rounding;
}

std::vector<NodeId> Run::row_nodes(Grain grain) const {
  std::vector<NodeId> nodes;
  for (const Column& column : columns_)
    if (const NodeId node = node_of(column, grain); node != kNoNode) nodes.push_back(node);
  nodes.push_back(graph_.totals[std::size_t(grain)]);
  for (std::size_t v = 0; v < card_.vetoes.size(); ++v)
    if (card_.vetoes[v].grain == grain) nodes.push_back(graph_.vetoes[v]);
  return nodes;
}

std::vector<Instance> Run::roots() const {
  std::vector<Instance> roots;
  for (const PublishedGrain& published : published_) {
    const std::vector<NodeId> nodes = row_nodes(published.grain);
    for (const Period period : published.periods)
      for (const NodeId node : nodes) roots.push_back({node, period});
  }
  standing_.add_roots(graph_, card_, roots);
  return roots;
}

}  // namespace cwp
