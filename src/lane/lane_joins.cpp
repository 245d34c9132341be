#include "lane/lane_joins.hpp"

namespace cwp {

LaneJoins::LaneJoins(const LaneWriter& writer, const std::vector<LaneStep>& steps, const std::vector<bool>& runs,
                     const std::vector<LaneRegister>& wanted)
    : sum(runs.size(), kNone), rest(runs.size()) {
  std::vector<std::uint32_t> uses(writer.registers().size());
  for (const LaneRegister reg : wanted) ++uses[reg];
  for (std::size_t s = 0; s < steps.size(); ++s)
    if (runs[s]) for_each_operand(steps[s], writer.part_lists(), [&](LaneRegister operand) { ++uses[operand]; });
  for (std::size_t s = 0; s < steps.size(); ++s) {
    if (!runs[s] || steps[s].op != LaneOp::add_up) continue;
    const std::vector<LaneRegister>& parts = writer.part_lists()[std::size_t(steps[s].k2)];
    auto others = std::make_unique<std::vector<LaneRegister>>();
    std::vector<std::size_t> joined;
    for (const LaneRegister part : parts) {
      const auto step = writer.step_of(part);
      const bool joins = step && uses[part] == 1 && steps[*step].op != LaneOp::add_up && can_add(steps[*step].op) &&
                         steps[*step].lane == Lane::u16;
      if (!joins) {
        others->push_back(part);
        continue;
      }
      joined.push_back(*step);
    }
    if (joined.empty() || steps[s].k0 != 0) continue;
    for (const std::size_t step : joined) sum[step] = s;
    rest[s] = std::move(others);
  }
}

}  // namespace cwp
