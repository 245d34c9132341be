#include "engine/class_run.hpp"

#include <algorithm>

#include "engine/officer_classes.hpp"
#include "engine/officer_threads.hpp"
#include "kernel/choose_isa.hpp"

namespace cwp {
namespace {

constexpr std::size_t kModelsTried = 8;

}  // namespace

ClassRun::ClassRun(const Run& run, std::vector<std::uint32_t> officers, const EngineOptions& options)
    : run_(run), officers_(std::move(officers)), options_(options) {
  if (!find_model()) return;
  lanes_ = std::make_unique<ClassLanes>(run_, *model_, officers_);
  program_ = build_lanes(run_.schedule(), model_->context(run_.gathers()), *model_, *lanes_);
  const std::vector<LaneRegister> outputs = wanted();
  usable_ = can_be_taken();
  if (!usable_) return;
  pass_ = program_.pass(outputs, true);
  fill_tables();
  block_ = lanes_in_block(pass_, options_.block);
}

bool ClassRun::find_model() {
  for (std::size_t i = 0; i < std::min(kModelsTried, officers_.size()); ++i) {
    model_ = std::make_unique<OfficerRun>(run_, officers_[i]);
    if (is_ordinary(run_, *model_)) return true;
  }
  return false;
}

/// What is asked for must be the same for everyone, in lanes, or stand in the data.
bool ClassRun::can_be_taken() const {
  const std::vector<Instance> roots = run_.roots();
  return std::all_of(roots.begin(), roots.end(), [&](const Instance& root) {
    const NodeOp op = run_.graph().nodes[root.node].op;
    return program_.known[run_.schedule().slot(root.node, root.period)].kind != LaneProgram::Known::Kind::opaque ||
           op == NodeOp::metric || op == NodeOp::attribute;
  });
}

std::vector<LaneRegister> ClassRun::wanted() const {
  std::vector<LaneRegister> registers;
  for (const Instance& root : run_.roots()) {
    const LaneProgram::Known& known = program_.known[run_.schedule().slot(root.node, root.period)];
    if (known.kind != LaneProgram::Known::Kind::lanes) continue;
    registers.push_back(known.figure.number);
    if (known.figure.divisor) registers.push_back(*known.figure.divisor);
  }
  return registers;
}

void ClassRun::fill_tables() {
  for (const LaneGather& gather : program_.gathers) {
    tables_.push_back(narrowed(gather.numerators, gather.lane));
    tables_.push_back(narrowed(gather.denominators, gather.lane));
  }
}

void ClassRun::for_each(int threads, const std::function<void(const OfficerRun&)>& visit) const {
  const auto count = std::size_t(std::max(threads, 1));
  for_each_officer(count, threads, [&](std::size_t thread) { run_blocks(thread, count, visit); });
}

void ClassRun::run_blocks(std::size_t thread, std::size_t threads,
                          const std::function<void(const OfficerRun&)>& visit) const {
  LaneBlock block(program_, pass_, tables_, block_, lanes_for(options_.isa));
  for (std::size_t first = thread * block_; first < officers_.size(); first += threads * block_) {
    const std::size_t count = std::min(block_, officers_.size() - first);
    block.run(first, count);
    for (std::size_t i = 0; i < count; ++i) {
      if (lanes_->judges()[first + i] != 0 || block.flags()[i] != 0) {
        visit(OfficerRun(run_, officers_[first + i]));
        continue;
      }
      taken_.fetch_add(1, std::memory_order_relaxed);
      const LaneView view{*model_, program_, block.registers(), i};
      visit(OfficerRun(run_, officers_[first + i], view));
    }
  }
}

void ClassRun::report(EngineReport& report) const {
  ++report.classes;
  report.officers_in_lanes += taken_;
  report.officers_judged += officers_.size() - taken_;
  report.steps += pass_.steps.size();
  for (const LaneStep& step : pass_.steps) ++report.steps_of_lane[std::size_t(step.lane)];
  for (const Instance& instance : run_.schedule().order()) {
    const auto kind = program_.known[run_.schedule().slot(instance.node, instance.period)].kind;
    if (kind == LaneProgram::Known::Kind::lanes) ++report.instances_in_lanes;
    if (kind == LaneProgram::Known::Kind::uniform) ++report.instances_uniform;
  }
  report.instances_judged += program_.judged;
  report.bytes_per_officer = std::max(report.bytes_per_officer, pass_.bytes_per_lane);
  report.block = std::max(report.block, block_);
}

EngineReport for_each_officer_run(const Run& run, const ScoreOptions& options,
                                  const std::function<void(const OfficerRun&)>& visit) {
  EngineReport report;
  std::vector<std::uint32_t> alone;
  for (auto& officers : officer_classes(run.data(), run.schedule().days())) {
    if (options.engine.least_in_lanes != 0 && officers.size() >= options.engine.least_in_lanes) {
      const ClassRun lanes(run, std::move(officers), options.engine);
      if (lanes.usable()) {
        lanes.for_each(options.threads, visit);
        lanes.report(report);
        continue;
      }
      officers = lanes.officers();
    }
    alone.insert(alone.end(), officers.begin(), officers.end());
  }
  for_each_officer(alone.size(), options.threads, [&](std::size_t i) { visit(OfficerRun(run, alone[i])); });
  report.officers_judged += alone.size();
  return report;
}

}  // namespace cwp
