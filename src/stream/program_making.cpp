#include "stream/program_making.hpp"

#include <algorithm>

#include "engine/officer_threads.hpp"

namespace cwp {

std::unique_ptr<ClassProgram> ProgramMaking::made(LaneClasses::Number number) const {
  const OfficerRun* const model = models_.of(number);
  if (model == nullptr || classes_.is_judged(number)) return nullptr;
  return std::make_unique<ClassProgram>(
      run_, *model, models_.gathers(), number,
      ColumnLanes(run_, *model, classes_, number, shared_, brought_, as_guests_[number]));
}

bool ProgramMaking::make(ClassPrograms& programs) {
  const std::size_t count = classes_.size();
  brought_.clear();
  as_guests_.assign(count, false);
  programs.clear();
  programs.resize(count);
  const auto make_all = [&] {
    for (LaneClasses::Number c = 0; c < count; ++c) programs[c] = made(c);
  };
  make_all();
  if (count == 1 && by_judged_.empty()) return programs[0]->is_complete();
  // Each round settles a stage, or what becomes of a class.
  const std::size_t rounds = (run_.schedule().stages() + 1) * (2 * LaneClasses::kMostPrograms + 1);
  for (std::size_t round = 0; round < rounds; ++round) {
    if (!ClassGathers::agree(run_, programs, by_judged_, brought_)) {
      make_all();
      continue;
    }
    std::vector<LaneClasses::Number> incomplete;
    for (LaneClasses::Number c = 0; c < count; ++c)
      if (programs[c] && !programs[c]->is_complete()) incomplete.push_back(c);
    if (incomplete.empty()) return true;
    bool has_more = false;
    for (const LaneClasses::Number c : incomplete)
      if (!as_guests_[c]) {
        as_guests_[c] = has_more = true;
        programs[c] = made(c);
      }
    if (has_more) continue;
    for (const LaneClasses::Number c : incomplete) {
      if (c == 0) return false;
      programs[c].reset();
      classes_.judge_class(c);
    }
  }
  return false;
}

bool ProgramMaking::judge_flagged(ClassPrograms& programs) {
  const std::size_t officers = run_.data().officer_count(), threads = std::size_t(std::max(options_.threads, 1));
  for (;;) {
    SharedPasses passes(programs.size());
    for (std::size_t c = 0; c < programs.size(); ++c) {
      if (!programs[c] || !programs[c]->program().has_flags) continue;
      passes[c] = programs[c]->pass_of({}, true);
      if (std::any_of(passes[c]->steps.begin(), passes[c]->steps.end(),
                      [](const LaneStep& step) { return step.op == LaneOp::spread; }))
        return false;
    }
    std::vector<std::vector<std::size_t>> found(threads);
    for_each_officer(threads, options_.threads, [&](std::size_t thread) {
      found[thread] = flagged(programs, passes, officers * thread / threads, officers * (thread + 1) / threads);
    });
    const bool might_differ = classes_.may_differ();
    for (const auto& some : found)
      for (const std::size_t officer : some) classes_.judge(officer);
    if (might_differ == classes_.may_differ()) return true;
    // Until now peers were counted once for several aggregates. What is flagged is looked at again.
    if (!make(programs)) return false;
  }
}

std::vector<std::size_t> ProgramMaking::flagged(const ClassPrograms& programs, const SharedPasses& passes,
                                                std::size_t first, std::size_t end) const {
  std::vector<std::unique_ptr<LaneBlock>> blocks(passes.size());
  std::size_t lanes = ~std::size_t{0};
  for (const auto& pass : passes)
    if (pass != nullptr) lanes = std::min(lanes, lanes_in_block(*pass, options_.engine.block));
  for (std::size_t c = 0; c < passes.size(); ++c)
    if (passes[c] != nullptr && !passes[c]->flags.empty())
      blocks[c] = programs[c]->block(*passes[c], lanes, options_.engine.isa);
  std::vector<std::size_t> found;
  for (; first < end; first += lanes) {
    const std::size_t count = std::min(lanes, end - first);
    const LaneClasses::Mix mix = classes_.mix(first, count);
    for (const LaneClasses::Number c : mix.classes()) {
      if (!blocks[c]) continue;
      blocks[c]->run(first, count);
      for (std::size_t i = 0; i < count; ++i)
        if (blocks[c]->flags()[i] != 0 && classes_.of(first + i) == c) found.push_back(first + i);
    }
  }
  return found;
}

bool has_flags(const ClassPrograms& programs) {
  return std::any_of(programs.begin(), programs.end(),
                     [](const auto& program) { return program && program->program().has_flags; });
}

void keep_forms(const ClassPrograms& programs) {
  for (const auto& program : programs)
    if (program) program->keep();
}

bool are_soon_done(const ClassPrograms& programs, std::size_t officers) {
  // A thread takes some 50 microseconds to start, and as long to be waited for; a step some twentieth of a nanosecond.
  constexpr std::size_t kSoon = 4'000'000;
  std::size_t steps = 0;
  for (const auto& program : programs) steps += program ? program->program().writer.steps().size() : 0;
  return officers * steps <= kSoon;
}

std::size_t lanes_in_block(const ClassPrograms& programs, const EngineOptions& options) {
  const BlockSize size = programs.size() == 1 ? block_size_for(options.isa) : BlockSize{};
  return lanes_in_block(programs[0]->pass(), options.block, size);
}

}  // namespace cwp
