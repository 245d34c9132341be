// Tables and targets in lanes.

#include "program/lane_builder.hpp"

namespace cwp {
namespace {

std::size_t rows_of(const std::vector<LaneFigure>& x) { return x.size() / 2; }
const LaneFigure& key(const std::vector<LaneFigure>& x, std::size_t row) { return x[1 + 2 * row]; }
const LaneFigure& value(const std::vector<LaneFigure>& x, std::size_t row) { return x[2 + 2 * row]; }

LaneFigure step(LaneMath& math, const std::vector<LaneFigure>& x, bool above) {
  LaneFigure result = math.of(Rational(0));
  LaneFigure before = result;
  for (std::size_t row = 0; row < rows_of(x); ++row) {
    const LaneFigure reached =
        above ? math.negated(math.at_least(key(x, row), x[0])) : math.at_least(x[0], key(x, row));
    // Keys ascend, so that whoever reaches one has reached those before it.
    result = math.add(result, math.multiply(reached, math.subtract(value(x, row), before)));
    before = value(x, row);
  }
  return result;
}

LaneFigure linear(LaneMath& math, const std::vector<LaneFigure>& x) {
  LaneFigure result = value(x, 0);
  for (std::size_t row = 1; row < rows_of(x); ++row) {
    const LaneFigure width = math.subtract(key(x, row), key(x, row - 1));
    const LaneFigure rise = math.subtract(value(x, row), value(x, row - 1));
    const LaneFigure way = math.clamp(math.subtract(x[0], key(x, row - 1)), math.of(Rational(0)), width);
    result = math.add(result, math.multiply(math.divide(rise, width), way));
  }
  return result;
}

LaneFigure marginal(LaneMath& math, const std::vector<LaneFigure>& x) {
  LaneFigure result = math.of(Rational(0));
  for (std::size_t row = 0; row < rows_of(x); ++row) {
    LaneFigure part = math.greatest(math.subtract(x[0], key(x, row)), math.of(Rational(0)));
    if (row + 1 < rows_of(x)) part = math.least(part, math.subtract(key(x, row + 1), key(x, row)));
    result = math.add(result, math.multiply(value(x, row), part));
  }
  return result;
}

LaneFigure escalate(LaneMath& math, const std::vector<LaneFigure>& x) {
  const LaneFigure times = math.floor(x[0]);
  LaneFigure sum = math.of(Rational(0));
  for (std::size_t price = 1; price + 1 < x.size(); ++price)
    sum = math.add(sum, math.multiply(math.at_least(times, math.of(Rational(std::int64_t(price)))), x[price]));
  const LaneFigure later =
      math.greatest(math.subtract(times, math.of(Rational(std::int64_t(x.size()) - 2))), math.of(Rational(0)));
  return math.add(sum, math.multiply(later, x.back()));
}

}  // namespace

LaneBuilder::Figure LaneBuilder::table(std::string_view name, const std::vector<LaneFigure>& x) {
  if (name != "step" && name != "step_above" && name != "linear" && name != "marginal" && name != "escalate")
    return std::nullopt;
  for (std::size_t i = 1; i < x.size(); ++i)
    if (!math_.constant_of(x[i])) return std::nullopt;
  if (name == "escalate") return escalate(math_, x);
  for (std::size_t row = 1; row < rows_of(x); ++row)  // parameters may have brought them out of order
    if (*math_.constant_of(key(x, row)) <= *math_.constant_of(key(x, row - 1))) return std::nullopt;
  if (name == "linear") return linear(math_, x);
  if (name == "marginal") return marginal(math_, x);
  return step(math_, x, name == "step_above");
}

/// clamp((x - zero_at) / (at - zero_at), 0, 1), where the sign of the width is the same for everyone.
LaneBuilder::Figure LaneBuilder::attainment(std::string_view name, const std::vector<LaneFigure>& x) {
  if (name != "attainment" && name != "attainment_more" && name != "attainment_less") return std::nullopt;
  LaneFigure width = math_.subtract(x[1], x[2]), way = math_.subtract(x[0], x[2]);
  const LaneRange range = math_.writer().range(width.number);
  const bool falls = name == "attainment_less" || (name == "attainment" && range.high < 0);
  if (name == "attainment" && range.low <= 0 && !falls) return std::nullopt;
  if (falls) {
    width = math_.negative(width);
    way = math_.negative(way);
  }
  const auto divisor = math_.positive_or_flagged(width);  // the others have a fault
  if (!divisor) return std::nullopt;
  return math_.clamp(math_.divide(way, *divisor), math_.of(Rational(0)), math_.of(Rational(1)));
}

}  // namespace cwp
