#include "sample/sample_world.hpp"

namespace cwp {
namespace {

/// Of a thousand rest days so many are his turn, and then so much happens.
constexpr std::int64_t kTurns = 80, kTurnShare = 600;

}  // namespace

std::int64_t share_of_day(const OfficerLife& officer, Day day, const SampleWorld& world) {
  const LifeDuty* duty = officer.duty_on(day);
  if (duty != nullptr && !duty->works) return 0;
  if (world.rules.calendar().is_workday(day)) return share_of_workday(day);
  Random random(world.seed, "turn " + day.to_text(), officer.number);
  return random.thousandths(kTurns) ? kTurnShare : 0;
}

}  // namespace cwp
