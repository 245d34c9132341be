#include "stream/class_program.hpp"

#include "engine/officer_results.hpp"
#include "kernel/choose_isa.hpp"

namespace cwp {

ClassProgram::ClassProgram(const Run& run, const OfficerRun& model, const GatherTables& gathers,
                           LaneClasses::Number number, ColumnLanes lanes)
    : run_(run),
      model_(model),
      bound_(run.program(number, model.context(gathers), model, lanes)),
      form_(made(), bound_.kept->form()) {
  for (std::size_t g = 0; g < made().gathers.size(); ++g)
    gathers_.emplace(std::pair(made().gathers[g].instance.node, made().gathers[g].instance.period), g);
  tables_.resize(2 * made().gathers.size());
}

bool ClassProgram::is_complete() const {
  if (made().judged == 0) return true;
  std::vector<bool> seen(run_.schedule().slots());
  std::vector<Instance> open = run_.roots();
  while (!open.empty()) {
    const Instance instance = open.back();
    open.pop_back();
    const std::size_t slot = run_.schedule().slot(instance.node, instance.period);
    if (seen[slot]) continue;
    seen[slot] = true;
    if (made().known[slot].kind == LaneProgram::Known::Kind::opaque) return false;
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
  return found == gathers_.end() ? nullptr : &gathers()[found->second];
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
      ProgramForm::Question shown;
      shown.about = ProgramForm::Question::About::shown;
      shown.slot = run_.schedule().slot(output.node, output.period);
      shown.decimals = rule.decimals;
      shown.rounding = rule.rounding;
      const ProgramForm::Answer answer = form_.ask(shown);
      if (!answer.is_there) return false;
      output.lanes = answer.figures;
    }
  }
  outputs_.push_back(std::move(output));
  return true;
}

ProgramForm::Question ClassProgram::about_ranked(ProgramForm::Question::About about, NodeId node, Period period) const {
  ProgramForm::Question question;
  question.about = about;
  question.slot = run_.schedule().slot(node, period);
  const Value& model = model_.cell(node, period).value;
  if (known(node, period).kind == LaneProgram::Known::Kind::uniform && model.present()) question.of_all = model.number;
  return question;
}

std::optional<std::int64_t> ClassProgram::denominator(NodeId node, Period period) {
  if (known(node, period).kind == LaneProgram::Known::Kind::opaque) return std::nullopt;
  const ProgramForm::Answer answer = form_.ask(about_ranked(ProgramForm::Question::About::denominator, node, period));
  return answer.is_there ? std::optional(answer.denominator) : std::nullopt;
}

std::optional<ClassProgram::Ranked> ClassProgram::add_ranked(NodeId node, Period period, std::int64_t denominator) {
  ProgramForm::Question question = about_ranked(ProgramForm::Question::About::ranked, node, period);
  question.denominator = denominator;
  const ProgramForm::Answer answer = form_.ask(question);
  if (!answer.is_there) return std::nullopt;
  Ranked ranked;
  ranked.of_nobody =
      known(node, period).kind == LaneProgram::Known::Kind::uniform && !model_.cell(node, period).value.present();
  ranked.lanes = answer.figures;
  ranked.range = answer.range;
  ranked_.push_back(ranked);
  return ranked;
}

void ClassProgram::rank_as(std::size_t number, Lane lane) {
  ProgramForm::Question question;
  question.about = ProgramForm::Question::About::lane;
  question.figures = ranked_[number].lanes;
  question.lane = lane;
  ranked_[number].lanes = form_.ask(question).figures;
}

std::unique_ptr<LaneBlock> ClassProgram::block(const LanePass& pass, std::size_t lanes, Isa isa) const {
  return std::make_unique<LaneBlock>(program(), pass, bound_.columns, tables_, lanes, lanes_for(isa));
}

std::shared_ptr<const LanePass> ClassProgram::pass_of(std::vector<LaneRegister> wanted, bool with_flags) {
  ProgramForm::Question question;
  question.about = ProgramForm::Question::About::pass;
  question.wanted = std::move(wanted);
  question.with_flags = with_flags;
  return form_.ask(question).pass;
}

void ClassProgram::finish(bool with_flags) {
  std::vector<LaneRegister> wanted;
  for (const LaneOutput& output : outputs_)
    if (output.lanes) wanted.push_back(*output.lanes);
  for (const Ranked& ranked : ranked_) wanted.push_back(ranked.lanes);
  pass_ = pass_of(std::move(wanted), with_flags && made().has_flags);
}

}  // namespace cwp
