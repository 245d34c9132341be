#include "lane/lane_writer.hpp"

#include <algorithm>
#include <limits>

namespace cwp {
namespace {

/// Nothing where a product leaves 120 bits.
std::optional<LaneRange> times(const LaneRange& a, const LaneRange& b) {
  Wide products[4];
  const bool beyond =
      __builtin_mul_overflow(a.low, b.low, products) || __builtin_mul_overflow(a.low, b.high, products + 1) ||
      __builtin_mul_overflow(a.high, b.low, products + 2) || __builtin_mul_overflow(a.high, b.high, products + 3);
  const auto [least, most] = std::minmax_element(products, products + 4);
  if (beyond || *least < -kWidest || kWidest < *most) return std::nullopt;
  return LaneRange{*least, *most};
}
LaneRange plus(const LaneRange& a, const LaneRange& b) { return {a.low + b.low, a.high + b.high}; }
LaneRange around(const LaneRange& a, const LaneRange& b) { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }

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
    case Lane::i128:
      return within(-kWidest, kWidest);
  }
  return false;
}

bool LaneWriter::moderate(Wide value) { return -kFactorLimit < value && value < kFactorLimit; }

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
  for (const Lane lane : {Lane::i32, Lane::i64, Lane::i128})
    if (all(lane)) return lane;
  fail();
  return Lane::i128;
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

void LaneWriter::as_column(LaneRegister a) {
  if (registers_[a].column == kManyColumns && registers_[a].kind == RegisterInfo::Kind::scratch)
    registers_[a].column = a;
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
  for (const Wide k : {k0, k1, k2})
    if (!fits({k, k}, Lane::i64)) fail();
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
  const auto product = times(range(a), {factor, factor});
  if (!moderate(factor) || !moderate(plus_constant) || !product) return fail(), constant(0);
  const LaneRange sum = plus(*product, {plus_constant, plus_constant});
  if (sum.is_one()) return constant(sum.low);
  const Scaled inner = unscaled(a);
  const LaneRegister made = write(LaneOp::scale, sum, *product, a, std::nullopt, std::nullopt, factor, plus_constant);
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
  if (const auto value = constant_of(b)) return scale(a, of_a, *value * of_b + plus_constant);
  if (const auto value = constant_of(a)) return scale(b, of_b, *value * of_a + plus_constant);
  if (const Scaled inner = unscaled(a); inner.a != a && moderate(inner.factor * of_a) && moderate(inner.plus * of_a))
    return combine(inner.a, inner.factor * of_a, b, of_b, plus_constant + inner.plus * of_a);
  if (const Scaled inner = unscaled(b); inner.a != b && moderate(inner.factor * of_b) && moderate(inner.plus * of_b))
    return combine(a, of_a, inner.a, inner.factor * of_b, plus_constant + inner.plus * of_b);
  const auto left = times(range(a), {of_a, of_a}), right = times(range(b), {of_b, of_b});
  if (!left || !right) return fail(), constant(0);
  const LaneRange sum = plus(*left, *right);
  const LaneRegister made = write(LaneOp::combine, plus(sum, {plus_constant, plus_constant}),
                                  around(around(*left, *right), sum), a, b, std::nullopt, of_a, of_b, plus_constant);
  if (!failed_) combined_[made] = {a, b, of_a, of_b, plus_constant};
  return made;
}

LaneRegister LaneWriter::product(LaneRegister a, LaneRegister b) {
  if (const auto value = constant_of(b)) return scale(a, *value, 0);
  if (const auto value = constant_of(a)) return scale(b, *value, 0);
  const auto both = times(range(a), range(b));
  if (!both) return fail(), constant(0);
  return write(LaneOp::product, *both, *both, a, b, std::nullopt);
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
