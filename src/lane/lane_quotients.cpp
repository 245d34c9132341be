// Quotients in lanes: how each is found exactly.

#include <algorithm>

#include "lane/lane_writer.hpp"

namespace cwp {
namespace {

Wide floor_of(Wide a, Wide b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

}  // namespace

LaneRegister LaneWriter::divide(LaneRegister a, LaneRegister b) {
  if (range(b).low <= 0) return fail(), constant(0);
  if (const auto value = constant_of(b)) return divide_by(a, *value);
  if (range(a).low < 0) {  // floor(a / b) = floor((a + shift * b) / b) - shift
    const Wide shift = -floor_of(range(a).low, range(b).low);
    const LaneRegister raised = combine(a, 1, b, shift, 0);
    if (failed_) return raised;
    registers_[raised].range.low = std::max<Wide>(registers_[raised].range.low, 0);
    const LaneRegister made = scale(divide(raised, b), 1, -shift);
    // Where a is large, b need not be, as it is in the largest sum.
    const Wide most = floor_of(range(a).high, range(a).high < 0 ? range(b).high : range(b).low);
    if (!failed_ && info(made).kind == RegisterInfo::Kind::scratch)
      registers_[made].range.high = std::min(registers_[made].range.high, most);
    return made;
  }
  const LaneRange quotient = {range(a).low / range(b).high, range(a).high / range(b).low};
  if (const auto made = this->quotient(a, b, quotient)) return *made;
  const LaneRegister made = write(LaneOp::divide, quotient, quotient, a, b, std::nullopt);
  if (failed_) return made;
  LaneStep& step = steps_.back();
  step.small_quotient =
      step.lane == Lane::i32 ? quotient.high < kEndOfMending : step.lane == Lane::i64 && range(a).high < kEndOfDoubles;
  return made;
}

std::optional<LaneRegister> LaneWriter::quotient(LaneRegister a, LaneRegister b, LaneRange quotient) {
  const auto combined = combined_.find(a);
  const Scaled divisor = unscaled(b);
  if (combined == combined_.end() || divisor.plus != 0 || quotient.high >= kEndOfMending) return std::nullopt;
  Combined parts = combined->second;
  if (parts.a == divisor.a) {
    std::swap(parts.a, parts.b);
    std::swap(parts.of_a, parts.of_b);
  }
  if (parts.b != divisor.a) return std::nullopt;
  const auto is_narrow = [&](LaneRegister reg) { return fits(range(reg), Lane::i32); };
  // The sum was proved in i32 when it was written; so was the divisor.
  if (!is_narrow(a) || !is_narrow(b) || !is_narrow(parts.a) || !is_narrow(parts.b) || info(a).lane != Lane::i32)
    return std::nullopt;
  LaneStep step;
  step.op = LaneOp::quotient;
  step.lane = step.from = Lane::i32;
  step.a = as(parts.a, Lane::i32);
  step.b = as(parts.b, Lane::i32);
  step.k0 = std::int64_t(parts.of_a);
  step.k1 = std::int64_t(parts.of_b);
  step.k2 = std::int64_t(parts.plus);
  step.k3 = std::int64_t(divisor.factor);
  step.low = std::int64_t(quotient.low);
  step.high = std::int64_t(quotient.high);
  // In floats, where all on the way is an integer below kEndOfFloats.
  const auto largest = [&](LaneRegister reg, Wide factor) {
    return 2 * std::max(-range(reg).low, range(reg).high) * (factor < 0 ? -factor : factor);
  };
  const Wide on_the_way =
      largest(parts.a, parts.of_a) + largest(parts.b, parts.of_b) + 2 * (parts.plus < 0 ? -parts.plus : parts.plus) + 1;
  if (on_the_way < kEndOfFloats && 2 * range(b).high < kEndOfFloats) {
    const bool is_odd = step.k0 % 2 == 0 && step.k1 == 1 && step.k2 == 0 && step.k3 % 2 == 0;
    step.by = is_odd && range(a).high + 1 <= kMostByOddReciprocal ? QuotientBy::odd_reciprocal
              : 2 * range(a).high + 1 <= kMostByReciprocal        ? QuotientBy::reciprocal
                                                                  : QuotientBy::floats;
  }
  guard_zero(step);
  read_narrow(step);
  const LaneRegister made = put(step, quotient);
  registers_[made].column =
      info(a).column == info(b).column || info(b).column == kNoColumn ? info(a).column : kManyColumns;
  return quotients_[made] = step, made;
}

/// choose(b = 0, constant, a) over max(b, 1) is a over b, and something else where b is 0.
void LaneWriter::guard_zero(LaneStep& step) const {
  const auto written = [&](LaneRegister reg, LaneOp op) -> const LaneStep* {
    const auto at = step_of(reg);
    return at && steps_[*at].op == op ? &steps_[*at] : nullptr;
  };
  const LaneStep *raised = written(step.b, LaneOp::hold), *chosen = written(step.a, LaneOp::choose);
  if (raised == nullptr || chosen == nullptr || raised->k0 != 1 || raised->k1 != range(raised->a).high) return;
  const LaneStep* is_zero = written(chosen->c, LaneOp::is);
  const auto otherwise = constant_of(chosen->a);
  if (is_zero == nullptr || is_zero->a != raised->a || is_zero->k0 != 0 || !otherwise || range(raised->a).low < 0)
    return;
  step.at_zero = std::int32_t(floor_of(*otherwise * step.k0 + step.k1 + step.k2, step.k3));
  step.a = chosen->b;
  step.b = raised->a;
}

/// Takes columns as they are, where both are equally narrow.
void LaneWriter::read_narrow(LaneStep& step) const {
  const auto converted = [&](LaneRegister reg) -> const LaneStep* {
    const auto at = step_of(reg);
    return at && steps_[*at].op == LaneOp::convert ? &steps_[*at] : nullptr;
  };
  const LaneStep *a = converted(step.a), *b = converted(step.b);
  if (a == nullptr || b == nullptr || a->from != b->from || a->from > Lane::u16) return;
  step.from = a->from;
  step.a = a->a;
  step.b = b->a;
}

bool LaneWriter::add(LaneRegister a, Wide factor, Weighed& sum) const {
  if (!fits({factor, factor}, Lane::i32) || sum.parts.size() > kMostWeighed) return false;
  const auto at = step_of(a);
  if (at && steps_[*at].op == LaneOp::convert && steps_[*at].from == Lane::u16) a = steps_[*at].a;
  if (info(a).lane == Lane::u16) {
    const auto same =
        std::find_if(sum.parts.begin(), sum.parts.end(), [&](const auto& part) { return part.first == a; });
    if (same == sum.parts.end())
      sum.parts.emplace_back(a, factor);
    else
      same->second += factor;
    return true;
  }
  if (const auto known = combined_.find(a); known != combined_.end()) {
    const Combined& parts = known->second;
    sum.plus += factor * parts.plus;
    return add(parts.a, factor * parts.of_a, sum) && add(parts.b, factor * parts.of_b, sum);
  }
  const Scaled inner = unscaled(a);
  sum.plus += factor * inner.plus;
  return inner.a != a && add(inner.a, factor * inner.factor, sum);
}

std::optional<LaneRegister> LaneWriter::weighed_over(LaneRegister a, Wide divisor, LaneRange quotient) {
  Weighed sum;
  if (range(a).high >= kEndOfHalves || !fits({divisor, divisor}, Lane::i32) || !add(a, 1, sum)) return std::nullopt;
  if (sum.parts.size() < 2 || sum.parts.size() > kMostWeighed || !fits({sum.plus, sum.plus}, Lane::i32))
    return std::nullopt;
  LaneStep step;
  step.op = LaneOp::weigh;
  step.lane = fits(quotient, Lane::u16) ? Lane::u16 : Lane::i32;
  step.a = sum.parts.front().first;
  step.k0 = std::int64_t(sum.plus);
  step.k1 = std::int64_t(divisor);
  step.k2 = std::int64_t(parts_.size());  // where the list is found, until the program gives it a place
  std::vector<LaneRegister>& parts = parts_.emplace_back();
  for (const auto& [part, weight] : sum.parts) {
    if (!fits({weight, weight}, Lane::i32)) return parts_.pop_back(), std::nullopt;
    step.weights[step.count++] = std::int32_t(weight);
    parts.push_back(part);
  }
  const LaneRegister made = put(step, quotient);
  registers_[made].column = info(a).column;
  return made;
}

LaneRegister LaneWriter::divide_by(LaneRegister a, Wide divisor) {
  if (divisor == 1) return a;
  if (range(a).low < 0) {
    const Wide shift = -floor_of(range(a).low, divisor);
    if (!moderate(shift) || !moderate(divisor) || !moderate(shift * divisor)) return fail(), constant(0);
    return scale(divide_by(scale(a, 1, shift * divisor), divisor), 1, -shift);
  }
  const LaneRange quotient = {range(a).low / divisor, range(a).high / divisor};
  if (quotient.is_one()) return constant(quotient.low);
  if (const auto made = weighed_over(a, divisor, quotient)) return *made;
  const LaneRegister made = write(LaneOp::divide_by, quotient, quotient, a, std::nullopt, std::nullopt, divisor);
  if (failed_) return made;
  LaneStep& step = steps_.back();
  if (step.lane != Lane::i32) {
    step.small_quotient = step.lane == Lane::i64 && range(a).high < kEndOfDoubles;
    return made;
  }
  step.small_quotient = range(a).high < kEndOfHalves;
  // floor(a / d) = (a * m) >> s for 0 <= a < 2^31, with s = 31 + ceil(log2 d) and m = ceil(2^s / d), which is below
  // 2^32 (Granlund and Montgomery 1994, theorem 4.2, for kNumeratorBits).
  int log = 0;
  while ((Wide{1} << log) < divisor) ++log;
  const int shift = kNumeratorBits + log;
  step.k1 = std::int64_t(((Wide{1} << shift) + divisor - 1) / divisor);
  step.k2 = shift;
  return made;
}

}  // namespace cwp
