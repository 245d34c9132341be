#include "stream/class_sums.hpp"

#include <algorithm>

#include "engine/officer_threads.hpp"
#include "kernel/choose_isa.hpp"

namespace cwp {
namespace {

/// What one thread adds up.
class SumsOfThread {
 public:
  SumsOfThread(const LaneClasses& classes, const ClassPrograms& programs, const SharedPasses& passes,
               const std::vector<const ClassGather*>& gathers, std::vector<GroupSums>& sums, std::size_t lanes, Isa isa)
      : classes_(classes), programs_(programs), gathers_(gathers), sums_(sums), lanes_(lanes) {
    for (std::size_t c = 0; c < passes.size(); ++c) {
      auto& block = blocks_.emplace_back();
      if (programs[c] != nullptr) block = programs[c]->block(*passes[c], lanes, isa);
    }
  }

  void add(std::size_t first, std::size_t end) {
    for (; first < end; first += lanes_) {
      const std::size_t count = std::min(lanes_, end - first);
      const LaneClasses::Mix mix = classes_.mix(first, count);
      for (const LaneClasses::Number c : mix.classes()) {
        blocks_[c]->run(first, count);
        for (std::size_t k = 0; k < gathers_.size(); ++k) add(k, c, mix.is_pure(), first, count);
      }
    }
  }

 private:
  void add(std::size_t k, LaneClasses::Number c, bool is_pure, std::size_t first, std::size_t count) {
    const LaneGather* const one = gathers_[k]->brought_by(c);
    if (one == nullptr) return;
    const SharedColumns::Grouping& grouping = *gathers_[k]->grouping;
    const std::int32_t* const groups = grouping.numbers == nullptr ? nullptr : grouping.numbers + first;
    const std::uint8_t* const classes = is_pure ? nullptr : classes_.numbers() + first;
    const LaneWriter& writer = programs_[c]->program().writer;
    const Lane lane = writer.info(one->value).lane;
    const void* const values = blocks_[c]->registers()[one->value];
    const auto constant = writer.constant_of(one->value);
    if (constant && is_pure && grouping.side_by_side)
      sums_[k].add_constant_in_order(std::int64_t(*constant), grouping.begins, first, count);
    else if (constant)
      sums_[k].add_constant(std::int64_t(*constant), groups, classes, c, count);
    else if (!is_pure)
      sums_[k].add_class(lane, values, groups, classes, c, count);
    else if (grouping.side_by_side)
      sums_[k].add_in_order(lane, values, grouping.begins, first, count);
    else
      sums_[k].add(lane, values, groups, count);
  }

  const LaneClasses& classes_;
  const ClassPrograms& programs_;
  const std::vector<const ClassGather*>& gathers_;
  std::vector<GroupSums>& sums_;  ///< by gather
  std::size_t lanes_;
  std::vector<std::unique_ptr<LaneBlock>> blocks_;  ///< by class
};

/// How officers are shared out among threads: contiguously, and between groups where these stand side by side and are
/// small, so that no two threads have somebody of the same group.
class Cuts {
 public:
  Cuts(const std::vector<const ClassGather*>& gathers, std::size_t officers, std::size_t threads) {
    const SharedColumns::Grouping& grouping = *gathers[0]->grouping;
    constexpr std::size_t kUnevenness = 16;  // of shares: one in so many
    at_groups_ = grouping.side_by_side && std::size_t(grouping.most) <= officers / threads / kUnevenness &&
                 std::all_of(gathers.begin(), gathers.end(),
                             [&](const ClassGather* gather) { return gather->grouping == &grouping; });
    for (std::size_t t = 0; t <= threads; ++t) {
      const std::size_t first = officers * t / threads;
      const auto group = std::lower_bound(grouping.begins.begin(), grouping.begins.end() - 1, first);
      groups_.push_back(t == threads ? grouping.groups() : std::size_t(group - grouping.begins.begin()));
      firsts_.push_back(at_groups_ ? grouping.begins[groups_.back()] : first);
    }
  }

  bool at_groups() const { return at_groups_; }
  std::size_t first(std::size_t thread) const { return firsts_[thread]; }
  /// That a thread may meet.
  GroupSums::Some groups(std::size_t thread, const SharedColumns::Grouping& grouping) const {
    if (!at_groups_) return {0, grouping.groups()};
    return {groups_[thread], groups_[thread + 1]};
  }

 private:
  bool at_groups_ = false;
  std::vector<std::size_t> groups_, firsts_;
};

}  // namespace

std::vector<GroupSums> class_sums(const LaneClasses& classes, const ClassPrograms& programs,
                                  const std::vector<const ClassGather*>& gathers, std::size_t officers,
                                  const ScoreOptions& options) {
  // Columns that are added up as they lie need no cache, and where groups are cut is looked for once a block.
  // Those that take steps fetch nothing ahead.
  constexpr std::size_t kOfColumnsAlone = 1 << 14;
  constexpr BlockSize kOfSteps{.most = 1 << 10};
  SharedPasses passes(programs.size());
  std::size_t lanes = options.engine.block != 0 ? options.engine.block : kOfColumnsAlone;
  for (std::size_t c = 0; c < passes.size(); ++c) {
    if (programs[c] == nullptr) continue;
    std::vector<LaneRegister> values;
    for (const ClassGather* gather : gathers)
      if (const LaneGather* one = gather->brought_by(c)) values.push_back(one->value);
    passes[c] = programs[c]->pass_of(std::move(values), false);
    if (!passes[c]->steps.empty()) lanes = std::min(lanes, lanes_in_block(*passes[c], options.engine.block, kOfSteps));
  }
  const auto threads = std::size_t(std::max(options.threads, 1));
  const Cuts cuts(gathers, officers, threads);
  std::vector<std::vector<GroupSums>> shares(cuts.at_groups() ? 1 : threads);
  for (auto& sums : shares)
    for (const ClassGather* gather : gathers)
      sums.emplace_back(gather->shape->kind, gather->grouping->groups(), group_sums_for(options.engine.isa),
                        GroupSums::Some{});
  for_each_officer(threads, options.threads, [&](std::size_t thread) {
    std::vector<GroupSums>& sums = shares[cuts.at_groups() ? 0 : thread];
    for (std::size_t k = 0; k < gathers.size(); ++k) sums[k].begin(cuts.groups(thread, *gathers[k]->grouping));
    SumsOfThread share(classes, programs, passes, gathers, sums, lanes, options.engine.isa);
    share.add(cuts.first(thread), cuts.first(thread + 1));
  });
  for (std::size_t t = 1; t < shares.size(); ++t)
    for (std::size_t k = 0; k < gathers.size(); ++k) shares[0][k].merge(shares[t][k]);
  return std::move(shares[0]);
}

}  // namespace cwp
