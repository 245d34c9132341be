#include "program/lane_builder.hpp"

#include <algorithm>
#include <numeric>

namespace cwp {

LaneProgram build_lanes(const Schedule& schedule, const ExactContext& model, const CellLookup& cells,
                        LaneSource& source) {
  LaneProgram program;
  LaneBuilder(schedule, model, cells, source, program).build();
  const auto& steps = program.writer.steps();
  program.tried.clear();
  program.has_flags =
      std::any_of(steps.begin(), steps.end(), [](const LaneStep& step) { return step.op == LaneOp::flag; });
  return program;
}

void LaneBuilder::build() {
  program_.known.resize(schedule_.slots());
  for (std::size_t i = 0; i < schedule_.order().size(); ++i) {
    const Instance instance = schedule_.order()[i];
    if (!source_.begin(i, instance)) continue;
    if (source_.flags_by_instance()) program_.writer.begin_flags();
    program_.known[schedule_.slot(instance.node, instance.period)] = build(instance, schedule_.stage(i));
    if (const auto& flags = program_.writer.flags()) program_.flags.emplace_back(i, *flags);
  }
}

LaneBuilder::Figure LaneBuilder::figure(Instance instance) {
  const Known& known = this->known(instance);
  if (known.kind == Known::Kind::lanes) return known.figure;
  const Value& value = cell(instance).value;
  const bool is_number = value.type == ValueType::number || value.type == ValueType::boolean;
  if (known.kind == Known::Kind::opaque || !value.present() || !is_number) return std::nullopt;
  const LaneFigure constant = math_.of(value.number);
  if (program_.writer.failed()) return std::nullopt;
  return constant;
}

bool LaneBuilder::needs_are_uniform(Instance instance) const {
  bool uniform = true;
  for_each_need(model_.graph, model_.card, model_.timeline, instance,
                [&](Instance need) { uniform = uniform && is_uniform(need); });
  return uniform;
}

bool LaneBuilder::looks_at_uniform(Instance instance, std::size_t inputs) const {
  const Node& node = this->node(instance.node);
  const std::uint64_t used = cell(instance).used;
  for (std::size_t i = 0; i < std::min(inputs, node.inputs.size()); ++i)
    if (node.inputs[i] != kNoNode && (used >> std::min<std::size_t>(i, 63) & 1) != 0 &&
        !is_uniform({node.inputs[i], instance.period}))
      return false;
  return true;
}

bool LaneBuilder::counts_for_nobody(Instance instance) const {
  const Node& node = this->node(instance.node);
  if ((node.op != NodeOp::category && node.op != NodeOp::total) || cell(instance).facts.counted) return false;
  // Whether a geometric mean has a value hangs on its figures.
  if (node.op == NodeOp::category && model_.card.categories[node.index].written->combine == Combine::geometric)
    return false;
  bool all_known = true;
  for_each_need(model_.graph, model_.card, model_.timeline, instance,
                [&](Instance need) { all_known = all_known && known(need).kind != Known::Kind::opaque; });
  return all_known;
}

bool LaneBuilder::has_absent_operand(Instance instance) const {
  const Node& node = this->node(instance.node);
  if (node.op != NodeOp::call || !node.function->strict) return false;
  return std::any_of(node.inputs.begin(), node.inputs.end(), [&](NodeId input) {
    return is_uniform({input, instance.period}) && !cells_.cell(input, instance.period).value.present();
  });
}

LaneBuilder::Known LaneBuilder::build(Instance instance, std::uint32_t stage) {
  const Known uniform{Known::Kind::uniform, {}};
  switch (node(instance.node).op) {
    case NodeOp::constant:
    case NodeOp::parameter:
    case NodeOp::place:
      return uniform;
    case NodeOp::metric:
    case NodeOp::attribute:
      return leaf(instance);
    case NodeOp::gather:
      return gather(instance, stage);
    case NodeOp::veto:
      return veto(instance);
    case NodeOp::lag:
      return lag(instance);
    default:
      break;
  }
  if (needs_are_uniform(instance) || has_absent_operand(instance) || counts_for_nobody(instance)) return uniform;
  const NodeOp op = node(instance.node).op;
  if ((op == NodeOp::call || op == NodeOp::item) &&
      looks_at_uniform(instance, op == NodeOp::item ? std::size_t{kItemInputs} : ~std::size_t{0}))
    return uniform;
  const LaneWriter::Mark mark = program_.writer.mark();
  if (const Figure figure = steps_of(instance); figure && !program_.writer.failed())
    return {Known::Kind::lanes, *figure};
  program_.writer.undo(mark);
  return judged(instance);
}

LaneBuilder::Figure LaneBuilder::steps_of(Instance instance) {
  switch (node(instance.node).op) {
    case NodeOp::call:
      return call(instance);
    case NodeOp::fold:
      return fold(instance);
    case NodeOp::item:
      return item(instance);
    case NodeOp::rolled_item:
      return rolled_item(instance);
    case NodeOp::category:
      return category(instance);
    case NodeOp::total:
      return total(instance);
    case NodeOp::adjustment:
      return adjustment(instance);
    case NodeOp::rolled_adjustment:
      return rolled_adjustment(instance);
    default:
      return std::nullopt;
  }
}

LaneBuilder::Known LaneBuilder::of_column(const LaneColumn& column, ValueType type) {
  if (type != ValueType::number && type != ValueType::boolean) return {};
  LaneWriter& writer = program_.writer;
  // A day's figures are read for the day, and for its week and month: they are one column.
  const auto [known, is_new] = columns_.try_emplace(column.data, 0);
  const RegisterInfo& info = writer.info(known->second);
  if (is_new || info.lane != column.lane || info.range != column.range) {
    known->second = writer.column(column.lane, column.range);
    program_.columns.emplace_back(known->second, column.data);
  }
  return {Known::Kind::lanes, {known->second, column.denominator, std::nullopt}};
}

LaneBuilder::Known LaneBuilder::leaf(Instance instance) {
  const Cell& model = cell(instance);
  if (model.value.type != ValueType::number && model.value.type != ValueType::boolean) return {};
  const auto column = source_.leaf(instance);
  if (!column) return added_up(instance);
  if (column->uniform || !model.value.present())
    return {Known::Kind::uniform, {}};  // those who have a figure are the judge's
  return of_column(*column, model.value.type);
}

/// A metric in a longer period as the sum of its figures; those of a period that has been added up before and lies
/// inside, as of a month's weeks, by their sum. So many sums of shorter periods may be held for that: those of a year's
/// weeks would push all else out of the caches.
LaneBuilder::Known LaneBuilder::added_up(Instance instance) {
  const Node& node = this->node(instance.node);
  if (node.op != NodeOp::metric) return {};
  const Metric& metric = model_.card.rulebook->metrics[node.index];
  if (metric.per.value == node.grain || metric.fold != Fold::sum) return {};
  std::vector<LaneFigure> figures;
  const PeriodRange range = model_.card.calendar.inner(instance.period, metric.per.value);
  constexpr std::size_t kMostHeldSums = 256;
  const auto longer = sums_of_.begin() + std::ptrdiff_t(node.grain);
  const bool takes_sums = std::accumulate(sums_of_.begin(), longer, std::size_t{0}) <= kMostHeldSums;
  std::map<std::int32_t, AddedUp>& before = added_up_[node.index];
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    if (const auto known = before.find(p.ordinal);
        takes_sums && known != before.end() && known->second.last <= range.last.ordinal) {
      figures.push_back(known->second.sum);
      p.ordinal = known->second.last;
      continue;
    }
    const auto column = source_.summand(instance, p);
    if (!column) return {};
    if (!column->uniform) figures.push_back(of_column(*column, ValueType::number).figure);
  }
  if (figures.empty()) return {Known::Kind::uniform, {}};  // everybody has what the model has without a row
  if (!cell(instance).value.present()) return {};
  const LaneFigure sum = math_.sum(figures);
  if (program_.writer.failed()) return {};
  program_.writer.as_column(sum.number);
  if (range.first.ordinal < range.last.ordinal) before[range.first.ordinal] = {range.last.ordinal, sum};
  ++sums_of_[std::size_t(node.grain)];
  return {Known::Kind::lanes, sum};
}

LaneBuilder::Known LaneBuilder::judged(Instance instance) {
  const Cell& model = cell(instance);
  if (model.value.type != ValueType::number && model.value.type != ValueType::boolean) return {};
  ++program_.judged;
  const auto column = source_.judged(instance);
  if (!column) return {};
  if (!model.value.present()) return {Known::Kind::uniform, {}};
  return of_column(*column, model.value.type);
}

LaneBuilder::Known LaneBuilder::veto(Instance instance) {
  const Known uniform{Known::Kind::uniform, {}};
  if (needs_are_uniform(instance)) return uniform;
  // The model is not vetoed; whoever is, is the judge's.
  const Node& node = this->node(instance.node);
  const LaneWriter::Mark mark = program_.writer.mark();
  const PeriodRange range = veto_range(model_.card.vetoes[node.index], instance.period, model_.timeline);
  for (Period p = range.first; p.ordinal <= range.last.ordinal; p = p + 1) {
    const Instance when{node.inputs[0], p};
    if (is_uniform(when)) continue;
    const Figure fires = figure(when);
    if (!fires || !program_.writer.flag(fires->number) || program_.writer.failed()) {
      program_.writer.undo(mark);
      return judged(instance);
    }
  }
  return uniform;
}

LaneBuilder::Known LaneBuilder::lag(Instance instance) {
  const Node& node = this->node(instance.node);
  const Grain inside = this->node(node.inputs[0]).grain;
  const auto target = lag_target(instance.period, node.steps, node.lag_grain, inside, model_.card.calendar);
  if (!target) return {Known::Kind::uniform, {}};
  return known({node.inputs[0], *target});
}

LaneBuilder::Known LaneBuilder::gather(Instance instance, std::uint32_t stage) {
  if (model_.timeline.begins_before_data(instance.period)) return {Known::Kind::uniform, {}};
  if (source_.nobody_reads(instance)) return {Known::Kind::uniform, {}};
  if (!cell(instance).value.present()) return judged(instance);
  auto groups = source_.groups(instance);
  if (!groups) return judged(instance);
  LaneGather gather;
  gather.instance = instance;
  gather.stage = stage;
  LaneRange numerators, denominators{1, 1};
  if (groups->known) {
    numerators = groups->figures.numerator_range;
    denominators = groups->figures.denominator_range;
    gather.numerators = std::move(groups->figures.numerators);
    gather.denominators = std::move(groups->figures.denominators);
  } else {
    if (!take_kind(instance, gather)) return judged(instance);
    LaneRange each;
    if (brings_nothing(instance)) {
      if (!groups->for_guests || !groups->each) return judged(instance);
      gather.brings = false;
      gather.denominator = groups->each->denominator;
      each = groups->each->range;
    } else {
      if (!take_summand(instance, groups->each, gather)) return judged(instance);
      each = groups->each ? groups->each->range : gather.own.range;
    }
    if (!fits(each, Lane::i64)) return judged(instance);  // nor would its multiple fit 128 bits
    const Wide most = gather.kind == LaneGather::Kind::sum ? groups->most : 1;
    numerators = {std::min(each.low, each.low * most), std::max(each.high, each.high * most)};
    if (gather.counted) denominators = {1, groups->most};
  }
  if (!fits(numerators, Lane::i64) || !fits(denominators, Lane::i64)) return judged(instance);
  if (!groups->known && gather.brings && program_.writer.info(gather.value).lane == Lane::i128)
    gather.value = program_.writer.as(gather.value, Lane::i64);
  gather.range = numerators;
  gather.lane = fits(numerators, Lane::i32) && fits(denominators, Lane::i32) ? Lane::i32 : Lane::i64;
  LaneWriter& writer = program_.writer;
  const auto [numbers, is_new] = group_numbers_.try_emplace(groups->column.data, 0);
  if (is_new) {
    numbers->second = writer.column(Lane::i32, groups->column.range);
    program_.columns.emplace_back(numbers->second, groups->column.data);
    if (groups->column.ascending) program_.ascending.push_back(numbers->second);
  }
  gather.groups = numbers->second;
  const auto number = std::uint32_t(program_.gathers.size());
  LaneFigure figure{writer.spread(gather.groups, gather.lane, numerators, 2 * number), gather.denominator,
                    std::nullopt};
  if (!denominators.is_one() || denominators.low != 1) {
    // Means over the same groups divide by the same numbers, once there is their table.
    const auto key = std::pair(groups->column.data, gather.lane);
    const bool shares = gather.counted && !groups->counted_alone;
    const auto known = shares ? peers_.find(key) : peers_.end();
    gather.divides = known == peers_.end() || known->second.stage > stage;
    figure.divisor =
        gather.divides ? writer.spread(gather.groups, gather.lane, denominators, 2 * number + 1) : known->second.number;
    if (shares && gather.divides) peers_[key] = {*figure.divisor, stage};
  }
  program_.gathers.push_back(std::move(gather));
  return {Known::Kind::lanes, figure};
}

bool LaneBuilder::take_kind(Instance instance, LaneGather& gather) const {
  const Node& node = this->node(instance.node);
  const std::string_view name = node.function->doc.name;
  if (node.inputs.size() != 1) return false;
  gather.counted = name == "mean";
  if (name == "sum" || name == "mean")
    gather.kind = LaneGather::Kind::sum;
  else if (name == "min")
    gather.kind = LaneGather::Kind::least;
  else if (name == "max")
    gather.kind = LaneGather::Kind::greatest;
  else
    return false;
  return true;
}

/// Whoever is exempt in all of the period is nobody's peer, and a peer may have no value.
bool LaneBuilder::brings_nothing(Instance instance) const {
  const Instance inside{node(instance.node).inputs[0], instance.period};
  return model_.days.duty_days(model_.card.calendar.days(instance.period)) == 0 ||
         (is_uniform(inside) && !cell(inside).value.present());
}

bool LaneBuilder::take_summand(Instance instance, const std::optional<LaneSummands>& each, LaneGather& gather) {
  LaneWriter& writer = program_.writer;
  const Figure value = figure(node(instance.node).inputs[0], instance.period);
  if (!value || value->divisor) return false;
  gather.own = {writer.range(value->number), value->denominator};
  gather.denominator = value->denominator;
  gather.value = value->number;
  if (!each) return true;
  if (!fits(gather.own.range, Lane::i64) || each->denominator % value->denominator != 0) return false;
  gather.denominator = each->denominator;
  gather.value = writer.scale(value->number, each->denominator / value->denominator, 0);
  const LaneRange& own = writer.range(gather.value);
  return !writer.failed() && each->range.low <= own.low && own.high <= each->range.high;
}

}  // namespace cwp
