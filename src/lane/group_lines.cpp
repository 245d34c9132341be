#include "lane/group_lines.hpp"

#include <algorithm>

namespace cwp {
namespace {

constexpr Wide kBeyondNarrow = Wide{1} << 31;
/// More are no quicker than the steps that they would stand for.
constexpr std::size_t kTermsOfSum = 6, kFactorsOfTerm = 3;

void add(GroupSum& sum, const std::vector<std::uint32_t>& tables, Wide factor) {
  if ((sum[tables] += factor) == 0) sum.erase(tables);
}

GroupSum multiple(const GroupSum& sum, Wide factor) {
  GroupSum made;
  for (const auto& [tables, own] : sum) add(made, tables, own * factor);
  return made;
}

GroupSum plus(GroupSum sum, const GroupSum& other) {
  for (const auto& [tables, factor] : other) add(sum, tables, factor);
  return sum;
}

GroupSum product(const GroupSum& a, const GroupSum& b) {
  GroupSum made;
  for (const auto& [of_a, factor_a] : a)
    for (const auto& [of_b, factor_b] : b) {
      std::vector<std::uint32_t> tables = of_a;
      tables.insert(tables.end(), of_b.begin(), of_b.end());
      std::sort(tables.begin(), tables.end());
      add(made, tables, factor_a * factor_b);
    }
  return made;
}

bool is_small(const GroupSum& sum) {
  return sum.size() <= kTermsOfSum && std::all_of(sum.begin(), sum.end(), [](const auto& term) {
           return term.first.size() <= kFactorsOfTerm && -kBeyondNarrow < term.second && term.second < kBeyondNarrow;
         });
}

/// Whether any figure of a group is left in it: those of a sum may cancel.
bool hangs_on_groups(const GroupSum& sum) {
  return std::any_of(sum.begin(), sum.end(), [](const auto& term) { return !term.first.empty(); });
}

Wide magnitude(const LaneRange& range) { return std::max(-range.low, range.high); }

}  // namespace

std::optional<GroupLines::Linear> GroupLines::sum(const Linear& a, Wide of_a, const Linear& b, Wide of_b,
                                                  Wide constant) const {
  if (a.x && b.x && *a.x != *b.x) return std::nullopt;
  Linear made{a.x ? a.x : b.x, plus(multiple(a.slope, of_a), multiple(b.slope, of_b)),
              plus(multiple(a.start, of_a), multiple(b.start, of_b))};
  if (constant != 0) add(made.start, {}, constant);
  if (!is_small(made.slope) || !is_small(made.start)) return std::nullopt;
  return made;
}

std::optional<GroupLines::Linear> GroupLines::product(const Linear& a, const Linear& b) const {
  if (a.x && b.x) return std::nullopt;
  const Linear &line = a.x ? a : b, &factor = a.x ? b : a;
  Linear made{line.x, cwp::product(line.slope, factor.start), cwp::product(line.start, factor.start)};
  if (!is_small(made.slope) || !is_small(made.start)) return std::nullopt;
  return made;
}

std::optional<GroupLines::Linear> GroupLines::linear(LaneRegister reg) {
  if (const auto value = writer_.constant_of(reg)) {
    if (magnitude({*value, *value}) >= kBeyondNarrow) return std::nullopt;
    Linear made;
    if (*value != 0) made.start[{}] = *value;
    return made;
  }
  const auto at = writer_.step_of(reg);
  if (!at) {
    if (writer_.info(reg).kind != RegisterInfo::Kind::column || writer_.info(reg).lane > Lane::u16) return std::nullopt;
    return Linear{reg, {{{}, 1}}, {}};
  }
  const LaneStep& step = writer_.steps()[*at];
  switch (step.op) {
    case LaneOp::convert:
      return linear(step.a);
    case LaneOp::spread: {
      if (step.lane != Lane::i32 || (groups_ && *groups_ != step.a)) return std::nullopt;
      groups_ = step.a;
      const auto table = std::uint32_t(step.k2);
      tables_[table] = writer_.range(reg);
      return Linear{{}, {}, {{{table}, 1}}};
    }
    case LaneOp::scale: {
      const auto a = linear(step.a);
      return a ? sum(*a, step.k0, {}, 0, step.k1) : std::nullopt;
    }
    case LaneOp::combine: {
      const auto a = linear(step.a), b = linear(step.b);
      return a && b ? sum(*a, step.k0, *b, step.k1, step.k2) : std::nullopt;
    }
    case LaneOp::product: {
      const auto a = linear(step.a), b = linear(step.b);
      return a && b ? product(*a, *b) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

std::optional<Wide> GroupLines::most(const GroupSum& sum) const {
  Wide all = 0;
  for (const auto& [tables, factor] : sum) {
    Wide term = 1;
    for (const std::uint32_t table : tables) {
      term *= magnitude(tables_.at(table));
      if (term >= kBeyondNarrow) return std::nullopt;
    }
    all += term * magnitude({factor, factor});
    if (all >= kBeyondNarrow) return std::nullopt;
  }
  return all;
}

/// What docs/exactness.md asks of a line: integers that are floats, and what kEndOfGroupLines says. `over`: what the
/// numerator's start has beside k1 / k3 of the divisor.
bool GroupLines::is_proved(const GroupLine& line, const GroupSum& over, const LaneRange& x, Wide least,
                           const LaneStep& step) const {
  const auto slope = most(line.slope), start = most(line.start), all = most(line.divisor), rest = most(over);
  if (!slope || !start || !all || !rest) return false;
  if (*slope >= kEndOfFloats || 2 * *start + 1 >= kEndOfFloats || 2 * *all >= kEndOfFloats) return false;
  if (*slope * magnitude(x) + *start >= kBeyondNarrow / 2) return false;
  if (step.low < 0 || step.high > 0xFFFF || magnitude({line.at_zero, line.at_zero}) >= kEndOfFloats / 4) return false;
  const Wide starts = magnitude({step.k1, step.k1}) / step.k3 + 1 + (2 * *rest + 1) / (2 * least) + 1;
  Wide power = 1;
  while (power < step.high) power *= 2;
  return *all * (2 * (Wide{step.high} + 2 * starts) + power) < kEndOfGroupLines;
}

LaneStep GroupLines::take(const LaneStep& step) {
  if (step.op != LaneOp::quotient || step.lane != Lane::u16 || step.from != Lane::i32) return step;
  groups_.reset();
  tables_.clear();
  // What is held up to 0 gives no quotient below 0, and none above 0 where nothing but a rounding is added to it.
  LaneRegister numerator = step.a;
  if (const auto at = writer_.step_of(step.a); at && writer_.steps()[*at].op == LaneOp::hold) {
    const LaneStep& held = writer_.steps()[*at];
    const bool is_rounding = 0 <= step.k1 && 0 <= step.k2 && step.k1 + step.k2 < step.k3 && step.k0 > 0;
    if (held.k0 != 0 || Wide{held.k1} < writer_.range(held.a).high || !is_rounding) return step;
    numerator = held.a;
  }
  const auto number = linear(numerator), divisor = linear(step.b);
  if (!number || !divisor || !number->x || divisor->x || !groups_) return step;
  if (writer_.info(*groups_).kind != RegisterInfo::Kind::column) return step;
  const auto over = sum(*number, step.k0, {}, 0, step.k2), all = sum(*number, step.k0, *divisor, step.k1, step.k2);
  const LaneRange& range = writer_.range(step.b);
  if (!over || !all || step.k3 <= 0 || range.low < 0) return step;
  GroupLine line{all->slope, all->start, multiple(divisor->start, step.k3), step.at_zero};
  if (!hangs_on_groups(line.slope) && !hangs_on_groups(line.start) && !hangs_on_groups(line.divisor)) return step;
  const Wide least = std::max<Wide>(range.low, 1) * step.k3;
  if (!is_small(line.divisor) || !is_proved(line, over->start, writer_.range(*number->x), least, step)) return step;
  LaneStep made;
  made.op = LaneOp::by_group;
  made.lane = Lane::u16;
  made.from = writer_.info(*number->x).lane;
  made.dst = step.dst;
  made.a = *number->x;
  made.b = *groups_;
  made.k2 = std::int64_t(lines.size());
  made.low = step.low;
  made.high = step.high;
  lines.push_back(std::move(line));
  return made;
}

}  // namespace cwp
