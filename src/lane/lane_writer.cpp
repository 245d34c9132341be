#include "lane/lane_writer.hpp"

#include <algorithm>
#include <limits>

namespace cwp {
namespace {

constexpr Wide kMostExactDouble = Wide{1} << 52;

LaneRange times(const LaneRange& a, const LaneRange& b) {
  const Wide products[] = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
  return {*std::min_element(products, products + 4), *std::max_element(products, products + 4)};
}
LaneRange plus(const LaneRange& a, const LaneRange& b) { return {a.low + b.low, a.high + b.high}; }
LaneRange around(const LaneRange& a, const LaneRange& b) { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }
Wide floor_of(Wide a, Wide b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

/// Products of figures below this cannot leave 128 bits.
constexpr Wide kFactorLimit = Wide{1} << 62;
bool moderate(Wide value) { return -kFactorLimit < value && value < kFactorLimit; }
bool moderate(const LaneRange& range) { return moderate(range.low) && moderate(range.high); }

}  // namespace

bool fits(const LaneRange& range, Lane lane) {
  const auto within = [&](Wide low, Wide high) { return low <= range.low && range.high <= high; };
  switch (lane) {
    case Lane::u8:
      return within(0, 0xFF);
    case Lane::u16:
      return within(0, 0xFFFF);
    case Lane::i32:
      return within(std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max());
    case Lane::i64:
      return within(-kFactorLimit, kFactorLimit);
  }
  return false;
}

LaneWriter::LaneWriter() { fresh_flags(); }

LaneRegister LaneWriter::fresh_flags() {
  const LaneRegister made = fresh(Lane::u8, {0, 1}, kManyColumns);
  registers_[made].kind = RegisterInfo::Kind::flags;
  return made;
}

void LaneWriter::begin_flags() {
  own_flags_ = true;
  flags_.reset();
}

void LaneWriter::undo(Mark mark) {
  failed_ = false;
  if (steps_.size() == mark.steps && registers_.size() == mark.registers) return;
  const auto gone = [&](LaneRegister a) { return a >= mark.registers; };
  if (flags_ && gone(*flags_)) flags_.reset();
  steps_.resize(mark.steps);
  epoch_of_.resize(mark.steps);
  registers_.resize(mark.registers);
  step_of_.resize(mark.registers);
  std::erase_if(constants_, [&](const auto& entry) { return gone(entry.second); });
  std::erase_if(scaled_, [&](const auto& entry) { return gone(entry.first); });
  std::erase_if(combined_, [&](const auto& entry) { return gone(entry.first); });
  std::erase_if(quotients_, [&](const auto& entry) { return gone(entry.first); });
  std::erase_if(converted_, [&](const auto& entry) { return gone(entry.second); });
}

void LaneWriter::append(const LaneStep& step) {
  if (registers_[step.dst].kind != RegisterInfo::Kind::flags) step_of_[step.dst] = steps_.size();
  steps_.push_back(step);
  epoch_of_.push_back(epoch_);
}

std::optional<std::size_t> LaneWriter::step_of(LaneRegister a) const {
  if (step_of_[a] == kNoStep) return std::nullopt;
  return step_of_[a];
}

LaneRegister LaneWriter::fresh(Lane lane, LaneRange range, LaneRegister column) {
  registers_.push_back({RegisterInfo::Kind::scratch, lane, range, column, epoch_});
  step_of_.push_back(kNoStep);
  return LaneRegister(registers_.size() - 1);
}

LaneRegister LaneWriter::column(Lane lane, LaneRange range) {
  const LaneRegister made = fresh(lane, range, kNoColumn);
  registers_[made].kind = RegisterInfo::Kind::column;
  registers_[made].column = made;
  return made;
}

LaneRegister LaneWriter::constant(Wide value) {
  const auto known = constants_.find(value);
  if (known != constants_.end()) return known->second;
  if (!fits({value, value}, Lane::i64)) {
    fail();
    return constant(0);
  }
  const LaneRegister made = fresh(fits({value, value}, Lane::i32) ? Lane::i32 : Lane::i64, {value, value}, kNoColumn);
  registers_[made].kind = RegisterInfo::Kind::constant;
  return constants_[value] = made;
}

std::optional<Wide> LaneWriter::constant_of(LaneRegister a) const {
  if (!range(a).is_one()) return std::nullopt;
  return range(a).low;
}

Lane LaneWriter::lane_for(std::initializer_list<LaneRange> ranges) {
  const auto all = [&](Lane lane) {
    return std::all_of(ranges.begin(), ranges.end(), [&](const LaneRange& range) { return fits(range, lane); });
  };
  if (all(Lane::i32)) return Lane::i32;
  if (!all(Lane::i64)) fail();
  return Lane::i64;
}

LaneRegister LaneWriter::as(LaneRegister a, Lane lane) {
  if (registers_[a].lane == lane) return a;
  const auto key = std::tuple(a, lane, epoch_);
  if (const auto known = converted_.find(key); known != converted_.end()) return known->second;
  LaneStep step;
  step.op = LaneOp::convert;
  step.lane = lane;
  step.from = registers_[a].lane;
  step.a = a;
  step.dst = fresh(lane, registers_[a].range, registers_[a].column);
  append(step);
  return converted_[key] = step.dst;
}

LaneRegister LaneWriter::put(const LaneStep& written, LaneRange range) {
  LaneStep step = written;
  step.dst = fresh(step.lane, range, registers_[step.a].column);
  append(step);
  return step.dst;
}

/// `between`: the largest range of anything the step computes on its way.
LaneRegister LaneWriter::write(LaneOp op, LaneRange range, LaneRange between, LaneRegister a,
                               std::optional<LaneRegister> b, std::optional<LaneRegister> c, Wide k0, Wide k1,
                               Wide k2) {
  LaneRegister column = registers_[a].column;
  const auto join = [&](LaneRegister other) {
    const LaneRegister theirs = registers_[other].column;
    if (theirs == kNoColumn || theirs == column) return;
    column = column == kNoColumn ? theirs : kManyColumns;
  };
  if (b) join(*b);
  if (c) join(*c);
  LaneStep step;
  step.op = op;
  const auto of = [&](std::optional<LaneRegister> reg) { return reg ? registers_[*reg].range : LaneRange{}; };
  step.lane = lane_for({range, between, of(a), of(b), of(c), {k0, k0}, {k1, k1}, {k2, k2}});
  if (failed_) return constant(0);
  step.a = as(a, step.lane);
  if (b) step.b = as(*b, step.lane);
  if (c) step.c = as(*c, step.lane);
  step.k0 = std::int64_t(k0);
  step.k1 = std::int64_t(k1);
  step.k2 = std::int64_t(k2);
  step.dst = fresh(step.lane, range, column);
  append(step);
  return step.dst;
}

LaneRegister LaneWriter::scale(LaneRegister a, Wide factor, Wide plus_constant) {
  if (factor == 1 && plus_constant == 0) return a;
  if (!moderate(factor) || !moderate(plus_constant) || !moderate(range(a))) return fail(), constant(0);
  const LaneRange product = times(range(a), {factor, factor});
  const LaneRange sum = plus(product, {plus_constant, plus_constant});
  if (sum.is_one()) return constant(sum.low);
  const Scaled inner = unscaled(a);
  const LaneRegister made = write(LaneOp::scale, sum, product, a, std::nullopt, std::nullopt, factor, plus_constant);
  if (!failed_) scaled_[made] = {inner.a, inner.factor * factor, inner.plus * factor + plus_constant};
  return made;
}

LaneWriter::Scaled LaneWriter::unscaled(LaneRegister a) const {
  const auto known = scaled_.find(a);
  const bool usable = known != scaled_.end() && moderate(known->second.factor) && moderate(known->second.plus);
  return usable ? known->second : Scaled{a, 1, 0};
}

LaneRegister LaneWriter::combine(LaneRegister a, Wide of_a, LaneRegister b, Wide of_b, Wide plus_constant) {
  for (const Wide factor : {of_a, of_b, plus_constant})
    if (!moderate(factor)) return fail(), constant(0);
  if (!moderate(range(a)) || !moderate(range(b))) return fail(), constant(0);
  if (const auto value = constant_of(b)) return scale(a, of_a, *value * of_b + plus_constant);
  if (const auto value = constant_of(a)) return scale(b, of_b, *value * of_a + plus_constant);
  if (const Scaled inner = unscaled(a); inner.a != a && moderate(inner.factor * of_a) && moderate(inner.plus * of_a))
    return combine(inner.a, inner.factor * of_a, b, of_b, plus_constant + inner.plus * of_a);
  if (const Scaled inner = unscaled(b); inner.a != b && moderate(inner.factor * of_b) && moderate(inner.plus * of_b))
    return combine(a, of_a, inner.a, inner.factor * of_b, plus_constant + inner.plus * of_b);
  const LaneRange left = times(range(a), {of_a, of_a}), right = times(range(b), {of_b, of_b});
  const LaneRange sum = plus(left, right);
  const LaneRegister made = write(LaneOp::combine, plus(sum, {plus_constant, plus_constant}),
                                  around(around(left, right), sum), a, b, std::nullopt, of_a, of_b, plus_constant);
  if (!failed_) combined_[made] = {a, b, of_a, of_b, plus_constant};
  return made;
}

LaneRegister LaneWriter::product(LaneRegister a, LaneRegister b) {
  if (const auto value = constant_of(b)) return scale(a, *value, 0);
  if (const auto value = constant_of(a)) return scale(b, *value, 0);
  if (!moderate(range(a)) || !moderate(range(b))) return fail(), constant(0);
  const LaneRange both = times(range(a), range(b));
  return write(LaneOp::product, both, both, a, b, std::nullopt);
}

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
  step.small_quotient = step.lane == Lane::i32 ? quotient.high < (Wide{1} << 21) : range(a).high < kMostExactDouble;
  return made;
}

std::optional<LaneRegister> LaneWriter::quotient(LaneRegister a, LaneRegister b, LaneRange quotient) {
  const auto combined = combined_.find(a);
  const Scaled divisor = unscaled(b);
  if (combined == combined_.end() || divisor.plus != 0 || quotient.high >= (Wide{1} << 21)) return std::nullopt;
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
  step.lane = Lane::i32;
  step.a = as(parts.a, Lane::i32);
  step.b = as(parts.b, Lane::i32);
  step.k0 = std::int64_t(parts.of_a);
  step.k1 = std::int64_t(parts.of_b);
  step.k2 = std::int64_t(parts.plus);
  step.k3 = std::int64_t(divisor.factor);
  step.low = std::int64_t(quotient.low);
  step.high = std::int64_t(quotient.high);
  const LaneRegister made = put(step, quotient);
  registers_[made].column =
      info(a).column == info(b).column || info(b).column == kNoColumn ? info(a).column : kManyColumns;
  return quotients_[made] = step, made;
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
  const LaneRegister made = write(LaneOp::divide_by, quotient, quotient, a, std::nullopt, std::nullopt, divisor);
  if (failed_) return made;
  LaneStep& step = steps_.back();
  if (step.lane == Lane::i64) {
    step.small_quotient = range(a).high < kMostExactDouble;
    return made;
  }
  // floor(a / d) = (a * m) >> s for 0 <= a < 2^31, with s = 31 + ceil(log2 d) and m = ceil(2^s / d), which is below
  // 2^32 (Granlund and Montgomery 1994, theorem 4.2, for 31 bits).
  int log = 0;
  while ((Wide{1} << log) < divisor) ++log;
  const int shift = 31 + log;
  step.k1 = std::int64_t(((Wide{1} << shift) + divisor - 1) / divisor);
  step.k2 = shift;
  return made;
}

LaneRegister LaneWriter::add_up(const std::vector<LaneRegister>& parts) {
  Wide constant_sum = 0;
  std::vector<LaneRegister> narrow, others;
  LaneRange range_of_narrow;
  for (const LaneRegister part : parts) {
    if (const auto value = constant_of(part))
      constant_sum += *value;
    else if (fits(plus(range_of_narrow, range(part)), Lane::u16) && fits(range(part), Lane::u16)) {
      narrow.push_back(part);
      range_of_narrow = plus(range_of_narrow, range(part));
    } else
      others.push_back(part);
  }
  if (narrow.size() > 1) {
    for (LaneRegister& part : narrow) part = as(part, Lane::u16);
    LaneStep step;
    step.op = LaneOp::add_up;
    step.lane = Lane::u16;
    step.a = narrow.front();
    step.count = std::uint32_t(narrow.size());
    step.k2 = std::int64_t(parts_.size());  // where the list is found, until the program gives it a place
    LaneRegister column = info(narrow.front()).column;
    for (const LaneRegister part : narrow)
      if (info(part).column != column) column = kManyColumns;
    parts_.push_back(narrow);
    const LaneRegister sum = put(step, range_of_narrow);
    registers_[sum].column = column;
    others.push_back(sum);
  } else {
    others.insert(others.end(), narrow.begin(), narrow.end());
  }
  if (others.empty()) return constant(constant_sum);
  LaneRegister sum = others.front();
  for (std::size_t i = 1; i < others.size(); ++i) sum = combine(sum, 1, others[i], 1, 0);
  return scale(sum, 1, constant_sum);
}

bool LaneWriter::flag(LaneRegister truth) {
  if (const auto value = constant_of(truth)) return *value == 0;
  LaneStep step;
  step.op = LaneOp::flag;
  step.lane = info(truth).lane == Lane::i64 ? Lane::i64 : Lane::i32;
  step.a = as(truth, step.lane);
  if (own_flags_ && !flags_) flags_ = fresh_flags();
  step.dst = flags_.value_or(kFlags);
  append(step);
  return true;
}

LaneRegister LaneWriter::spread(LaneRegister groups, Lane lane, LaneRange range, std::uint32_t table) {
  LaneStep step;
  step.op = LaneOp::spread;
  step.lane = lane;
  step.a = groups;
  step.k2 = table;
  const LaneRegister made = put(step, range);
  registers_[made].column = kManyColumns;
  return made;
}

}  // namespace cwp
