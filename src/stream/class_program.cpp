#include "stream/class_program.hpp"

#include "engine/officer_results.hpp"
#include "kernel/choose_isa.hpp"

namespace cwp {

ClassProgram::ClassProgram(const Run& run, const OfficerRun& model, const GatherTables& gathers,
                           LaneClasses::Number number, ColumnLanes lanes)
    : run_(run), model_(model), program_(run.program(number, model.context(gathers), model, lanes)) {
  for (std::size_t g = 0; g < program_.gathers.size(); ++g)
    gathers_.emplace(std::pair(program_.gathers[g].instance.node, program_.gathers[g].instance.period), g);
  tables_.resize(2 * program_.gathers.size());
}

bool ClassProgram::is_complete() const {
  if (program_.judged == 0) return true;
  std::vector<bool> seen(run_.schedule().slots());
  std::vector<Instance> open = run_.roots();
  while (!open.empty()) {
    const Instance instance = open.back();
    open.pop_back();
    const std::size_t slot = run_.schedule().slot(instance.node, instance.period);
    if (seen[slot]) continue;
    seen[slot] = true;
    if (program_.known[slot].kind == LaneProgram::Known::Kind::opaque) return false;
    for_each_used(run_, model_, instance, [&](Instance need) { open.push_back(need); });
  }
  return true;
}

ClassProgram::Brings ClassProgram::brings(Instance gather) const {
  if (const LaneGather* known = this->gather(gather)) return known->brings ? Brings::lanes : Brings::nothing;
  const Node& node = run_.graph().nodes[gather.node];
  if (model_.days().duty_days(run_.card().calendar.days(gather.period)) == 0) return Brings::nothing;
  const NodeId inside = node.inputs.back();
  const bool lacks = known(inside, gather.period).kind == LaneProgram::Known::Kind::uniform &&
                     !model_.cell(inside, gather.period).value.present();
  return lacks ? Brings::nothing : Brings::unknown;
}

const LaneGather* ClassProgram::gather(Instance instance) const {
  const auto found = gathers_.find({instance.node, instance.period});
  return found == gathers_.end() ? nullptr : &program_.gathers[found->second];
}

bool ClassProgram::add_outputs(const ScoreSink& sink) {
  for (const PublishedGrain& published : run_.published())
    for (std::size_t p = 0; p < published.periods.size(); ++p) {
      for (const Run::Column& column : run_.columns())
        if (sink.wants(column.kind) && !add_output(column, published, p)) return false;
      if (sink.wants(PartKind::total) && !add_output({PartKind::total, 0}, published, p)) return false;
    }
  return true;
}

bool ClassProgram::add_output(const Run::Column& column, const PublishedGrain& published, std::size_t period) {
  LaneOutput output;
  output.node = run_.node_of(column, published.grain);
  output.period = published.periods[period];
  const RoundingRule rule = run_.rounding_of(column, published.grain);
  output.view.id = column.kind == PartKind::total ? std::string_view("total") : run_.id_of(column).value;
  output.view.kind = column.kind;
  output.view.decimals = rule.decimals;
  output.rounding = rule.rounding;
  if (output.node != kNoNode) {
    const LaneProgram::Known& known = this->known(output.node, output.period);
    const Cell& model = model_.cell(output.node, output.period);
    if (known.kind == LaneProgram::Known::Kind::opaque) return false;
    if (known.kind == LaneProgram::Known::Kind::uniform) {
      if (model.facts.counted) {
        const auto shown = model.value.number.rounded(rule.decimals, rule.rounding).to_decimal(rule.decimals);
        if (!shown) return false;
        output.uniform = shown->units;
      }
    } else if (model.facts.counted) {
      LaneMath math(program_.writer);
      const LaneFigure rounded = math.rounded(known.figure, rule.decimals, rule.rounding);
      const std::int64_t power = power_of_ten(rule.decimals);
      if (program_.writer.failed() || rounded.divisor || power % rounded.denominator != 0) return false;
      const LaneRegister units = program_.writer.scale(rounded.number, power / rounded.denominator, 0);
      const auto lane = handed_lane(program_.writer.range(units));
      if (program_.writer.failed() || !lane) return false;
      output.lanes = program_.writer.as(units, *lane);
    }
  }
  outputs_.push_back(std::move(output));
  return true;
}

LaneFigure ClassProgram::ranked_figure(NodeId node, Period period) {
  const LaneProgram::Known& known = this->known(node, period);
  if (known.kind != LaneProgram::Known::Kind::uniform) return known.figure;
  const Value& model = model_.cell(node, period).value;
  return LaneMath(program_.writer).of(model.present() ? model.number : Rational(0));
}

std::optional<std::int64_t> ClassProgram::denominator(NodeId node, Period period) {
  if (known(node, period).kind == LaneProgram::Known::Kind::opaque) return std::nullopt;
  const LaneFigure figure = ranked_figure(node, period);
  if (program_.writer.failed() || figure.divisor) return std::nullopt;
  return figure.denominator;
}

std::optional<ClassProgram::Ranked> ClassProgram::add_ranked(NodeId node, Period period, std::int64_t denominator) {
  LaneWriter& writer = program_.writer;
  const LaneFigure figure = ranked_figure(node, period);
  Ranked ranked;
  ranked.of_nobody =
      known(node, period).kind == LaneProgram::Known::Kind::uniform && !model_.cell(node, period).value.present();
  ranked.lanes = writer.scale(figure.number, denominator / figure.denominator, 0);
  if (writer.failed()) return std::nullopt;
  ranked.range = writer.range(ranked.lanes);
  ranked_.push_back(ranked);
  return ranked;
}

void ClassProgram::rank_as(std::size_t number, Lane lane) {
  ranked_[number].lanes = program_.writer.as(ranked_[number].lanes, lane);
}

std::unique_ptr<LaneBlock> ClassProgram::block(const LanePass& pass, std::size_t lanes, Isa isa) const {
  return std::make_unique<LaneBlock>(program_, pass, tables_, lanes, lanes_for(isa));
}

void ClassProgram::finish(bool with_flags) {
  std::vector<LaneRegister> wanted;
  for (const LaneOutput& output : outputs_)
    if (output.lanes) wanted.push_back(*output.lanes);
  for (const Ranked& ranked : ranked_) wanted.push_back(ranked.lanes);
  pass_ = program_.pass(wanted, with_flags && program_.has_flags);
}

}  // namespace cwp
