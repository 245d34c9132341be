#include "lane/group_shares.hpp"

#include <algorithm>

namespace cwp {
namespace {

/// So many groups at once, whose figures stay in the first-level cache.
constexpr std::size_t kGroupsAtOnce = 16 * kLaneGroup;

}  // namespace

/// Steps over groups in place of officers.
class GroupShares::Steps {
 public:
  explicit Steps(const std::vector<std::vector<std::int64_t>>& tables) : tables_(tables) {}

  std::uint32_t made(const GroupSum& sum) {
    const auto constant = sum.find({});
    std::int64_t plus = constant == sum.end() ? 0 : std::int64_t(constant->second);
    std::optional<std::uint32_t> all;
    for (const auto& [tables, factor] : sum) {
      if (tables.empty()) continue;
      std::uint32_t product = figures(tables[0]);
      for (std::size_t t = 1; t < tables.size(); ++t) {
        LaneStep step = fresh(LaneOp::product, product);
        step.b = figures(tables[t]);
        product = put(step);
      }
      LaneStep step = fresh(all ? LaneOp::combine : LaneOp::scale, product);
      step.k0 = std::int64_t(factor);
      step.k1 = plus;
      if (all) step.b = *all, step.k1 = 1, step.k2 = 0;
      plus = 0;
      all = put(step);
    }
    if (!all) {
      all = room();
      std::fill_n(memory_.back().get(), kGroupsAtOnce, std::int32_t(plus));
    }
    return *all;
  }

  /// The floats (a * times + plus) / (b * times), and `at_zero` halves where b is 0.
  std::uint32_t share(std::uint32_t a, std::uint32_t b, std::int64_t times, std::int64_t plus, std::int64_t at_zero) {
    LaneStep step = fresh(LaneOp::share, a);
    step.b = b;
    step.k0 = times;
    step.k1 = plus;
    step.k2 = at_zero;
    return put(step);
  }

  /// Of the groups from `first` on, `count` of them, a whole number of lane groups.
  void run(RunLanes unit, std::size_t first, std::size_t count) {
    for (const auto& [table, reg] : of_table_) {
      const std::vector<std::int64_t>& from = tables_[table];
      const std::size_t there = 2 * from.size(), copied = first < there ? std::min(there - first, count) : 0;
      const auto* const figures = reinterpret_cast<const std::int32_t*>(from.data()) + first;
      std::int32_t* const memory = memory_[reg].get();
      std::fill(std::copy(figures, figures + copied, memory), memory + count, 0);
    }
    unit(steps_.data(), steps_.size(), registers_.data(), count);
  }
  const float* floats(std::uint32_t reg) const { return static_cast<const float*>(registers_[reg]); }

 private:
  std::uint32_t room() {
    registers_.push_back(memory_.emplace_back(std::make_unique_for_overwrite<std::int32_t[]>(kGroupsAtOnce)).get());
    return std::uint32_t(registers_.size() - 1);
  }
  std::uint32_t figures(std::uint32_t table) {
    const auto [known, is_new] = of_table_.try_emplace(table, 0);
    if (is_new) known->second = room();
    return known->second;
  }
  static LaneStep fresh(LaneOp op, std::uint32_t a) {
    LaneStep step;
    step.op = op;
    step.lane = Lane::i32;
    step.a = a;
    return step;
  }
  std::uint32_t put(LaneStep step) {
    step.dst = room();
    steps_.push_back(step);
    return step.dst;
  }

  const std::vector<std::vector<std::int64_t>>& tables_;
  std::vector<std::unique_ptr<std::int32_t[]>> memory_;
  std::vector<void*> registers_;
  std::vector<LaneStep> steps_;
  std::map<std::uint32_t, std::uint32_t> of_table_;
};

GroupShares::GroupShares(const GroupLine& line, const std::vector<std::vector<std::int64_t>>& tables, RunLanes unit)
    : unit_(unit), steps_(std::make_unique<Steps>(tables)) {
  for (const GroupSum* sum : {&line.slope, &line.start, &line.divisor})
    for (const auto& [of, factor] : *sum)
      for (const std::uint32_t table : of) groups_ = std::max(groups_, 2 * tables[table].size());
  // Behind the last group stand kSpareFigures in each of the tables.
  groups_ = padded(groups_);
  figures_ = std::make_unique_for_overwrite<float[]>(2 * groups_ + kSpareFigures);
  made_.resize(groups_ / kGroupsAtOnce + 1);
  const std::uint32_t slope = steps_->made(line.slope), start = steps_->made(line.start);
  const std::uint32_t divisor = steps_->made(line.divisor);
  slopes_ = steps_->share(slope, divisor, 1, 0, 0);
  starts_ = steps_->share(start, divisor, 2, 1, 2 * std::int64_t{line.at_zero} + 1);
}

GroupShares::GroupShares(GroupShares&&) noexcept = default;
GroupShares::~GroupShares() = default;

void GroupShares::make(std::size_t first, std::size_t last) {
  for (std::size_t some = first / kGroupsAtOnce; some <= last / kGroupsAtOnce; ++some) {
    if (made_[some]) continue;
    made_[some] = true;
    const std::size_t at = some * kGroupsAtOnce, count = std::min(kGroupsAtOnce, groups_ - at);
    steps_->run(unit_, at, count);
    std::copy_n(steps_->floats(slopes_), count, figures_.get() + at);
    std::copy_n(steps_->floats(starts_), count, figures_.get() + groups_ + at);
  }
}

}  // namespace cwp
