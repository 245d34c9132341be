#include "cohort/cohort_run.hpp"

#include <algorithm>

#include "cohort/lane_cells.hpp"
#include "engine/officer_threads.hpp"
#include "kernel/choose_isa.hpp"

namespace cwp {

CohortRun::CohortRun(const Run& run, const Extent& extent, const std::vector<OfficerClass>& classes,
                     const EngineOptions& options)
    : run_(run), options_(options), cohort_(run, extent, classes), lanes_(cohort_) {
  const OfficerRun& model = cohort_.model();
  program_ = build_lanes(run_.schedule(), model.context(extent.gathers), model, lanes_);
  pass_ = program_.pass(wanted(), false);
  for (const LaneGather& gather : program_.gathers) {
    tables_.push_back(table_of(gather.numerators, gather.lane));
    tables_.push_back(table_of(gather.denominators, gather.lane));
  }
  block_ = lanes_in_block(pass_, options_.block);
}

/// Anything may be looked up, since judged cells need others: all figures in lanes, and all flags.
std::vector<LaneRegister> CohortRun::wanted() const {
  std::vector<LaneRegister> registers;
  for (const LaneProgram::Known& known : program_.known) {
    if (known.kind != LaneProgram::Known::Kind::lanes) continue;
    registers.push_back(known.figure.number);
    if (known.figure.divisor) registers.push_back(*known.figure.divisor);
  }
  for (const auto& [position, flags] : program_.flags) registers.push_back(flags);
  return registers;
}

void CohortRun::for_each(int threads, const std::function<void(const OfficerRun&)>& visit) const {
  const auto count = std::size_t(std::max(threads, 1));
  for_each_officer(count, threads, [&](std::size_t thread) { run_blocks(thread, count, visit); });
}

void CohortRun::run_blocks(std::size_t thread, std::size_t threads,
                           const std::function<void(const OfficerRun&)>& visit) const {
  const std::size_t officers = cohort_.officers().size();
  LaneBlock block(program_, pass_, tables_, block_, lanes_for(options_.isa));
  LaneCells cells(cohort_, program_, block.registers());
  std::vector<Planes::Word> judged(run_.schedule().order().size());
  std::vector<std::uint32_t> of_officer;
  for (std::size_t first = thread * block_; first < officers; first += threads * block_) {
    const std::size_t in_block = std::min(block_, officers - first);
    block.run(first, in_block);
    for (std::size_t i = 0; i < in_block; ++i) {
      if (i % Planes::kBits == 0)
        find_judged(first + i, std::min(in_block - i, Planes::kBits), block.registers(), i, judged);
      of_officer.clear();
      for (std::uint32_t k = 0; k < judged.size(); ++k)
        if ((judged[k] >> i % Planes::kBits & 1) != 0) of_officer.push_back(k);
      const std::uint32_t number = cohort_.officers()[first + i];
      const auto record = run_.data().officer(number);  // made anew for each question, where the data are columns
      std::optional<OfficerDays> own;
      if (cohort_.has_own_days(first + i))
        own.emplace(*record, *run_.card().rulebook, run_.card().calendar, run_.schedule().days());
      const OfficerDays& days = own ? *own : cohort_.model().days();
      cells.take(number, *record, days, i, of_officer);
      visit(OfficerRun(run_, number, record, cells, days));
      judged_.fetch_add(of_officer.size(), std::memory_order_relaxed);
      if (!of_officer.empty()) unlike_.fetch_add(1, std::memory_order_relaxed);
    }
  }
}

void CohortRun::find_judged(std::size_t first, std::size_t count, void* const* registers, std::size_t lane,
                            std::vector<Planes::Word>& judged) const {
  const Planes& planes = lanes_.planes();
  for (std::size_t k = 0; k < judged.size(); ++k) judged[k] = planes.bits(k, first, count);
  bool flagged = false;
  for (const auto& [position, flags] : program_.flags) {
    const auto* lanes = static_cast<const std::uint8_t*>(registers[flags]) + lane;
    for (std::size_t i = 0; i < count; ++i) {
      if (lanes[i] == 0) continue;
      judged[position] |= Planes::Word{1} << i;
      flagged = true;
    }
  }
  if (!flagged) return;
  for (std::size_t k = 0; k < judged.size(); ++k)
    for (const std::uint32_t need : lanes_.needs(k)) judged[k] |= judged[need];
}

void CohortRun::report(EngineReport& report) const {
  const std::size_t officers = cohort_.officers().size();
  ++report.classes;
  report.officers_in_lanes += officers;
  report.officers_unlike += unlike_;
  report.cells_judged += judged_;
  report.steps += pass_.steps.size();
  for (const LaneStep& step : pass_.steps) ++report.steps_of_lane[std::size_t(step.lane)];
  std::size_t instances = 0;
  for (std::size_t i = 0; i < run_.schedule().order().size(); ++i) {
    if (!cohort_.extent().holds(run_.schedule(), i)) continue;
    const Instance& instance = run_.schedule().order()[i];
    const auto kind = program_.known[run_.schedule().slot(instance.node, instance.period)].kind;
    if (kind == LaneProgram::Known::Kind::lanes) ++report.instances_in_lanes;
    if (kind == LaneProgram::Known::Kind::uniform) ++report.instances_uniform;
    ++instances;
  }
  report.cells += instances * officers;
  report.instances_judged += program_.judged;
  report.bytes_per_officer = std::max(report.bytes_per_officer, pass_.bytes_per_lane);
  report.block = std::max(report.block, block_);
}

EngineReport for_each_officer_run(const Run& run, const Extent& extent, const ScoreOptions& options,
                                  const std::function<void(const OfficerRun&)>& visit) {
  EngineReport report;
  std::vector<std::uint32_t> alone;
  const EngineOptions& engine = options.engine;
  for (const auto& classes : cohorts_of(officer_classes(run.data(), run.schedule().days()), engine.least_in_cohort)) {
    const std::vector<std::uint32_t> officers = officers_of(classes);
    if (engine.least_in_lanes != 0 && officers.size() >= engine.least_in_lanes) {
      const CohortRun lanes(run, extent, classes, engine);
      lanes.for_each(options.threads, visit);
      lanes.report(report);
    } else {
      alone.insert(alone.end(), officers.begin(), officers.end());
    }
  }
  for_each_officer(alone.size(), options.threads, [&](std::size_t i) { visit(OfficerRun(run, alone[i], extent)); });
  report.officers_judged += alone.size();
  return report;
}

}  // namespace cwp
