// Functions of formulas in lanes. One that is not here is judged officer by officer: right, and slow.

#include <algorithm>

#include "program/lane_builder.hpp"

namespace cwp {
namespace {

using Figures = const std::vector<LaneFigure>&;
using Body = std::optional<LaneFigure> (*)(LaneMath&, Figures, Rounding);

LaneFigure truth(LaneMath& math, bool value) { return math.of(Rational(value ? 1 : 0)); }

/// The divisor of a quotient, where it is 0 or above: those where it is 0 are set to 1.
LaneFigure at_least_one(LaneMath& math, const LaneFigure& a) {
  return {math.writer().greatest(a.number, math.writer().constant(1)), a.denominator, a.divisor};
}

std::optional<LaneFigure> divided(LaneMath& math, Figures x, Rounding) {
  if (math.writer().range(x[1].number).high < 0) return math.divide(math.negative(x[0]), math.negative(x[1]));
  if (math.writer().range(x[1].number).low < 0) return std::nullopt;
  const auto divisor = math.positive_or_flagged(x[1]);
  if (!divisor) return std::nullopt;
  return math.divide(x[0], *divisor);
}

std::optional<LaneFigure> quotient_or(LaneMath& math, const LaneFigure& a, const LaneFigure& b,
                                      const LaneFigure& otherwise, const Rational& less) {
  LaneWriter& writer = math.writer();
  if (writer.range(b.number).low < 0) return std::nullopt;
  const LaneFigure is_zero{writer.equal(b.number, writer.constant(0)), 1, std::nullopt};
  const LaneFigure quotient = math.subtract(math.divide(a, at_least_one(math, b)), math.of(less));
  return math.choose(is_zero, otherwise, quotient);
}

std::optional<LaneFigure> rounded_to(LaneMath& math, Figures x, Rounding rounding) {
  std::int64_t decimals = 0;
  if (x.size() > 1) {
    const auto wanted = math.constant_of(x[1]);
    if (!wanted || !wanted->is_integer()) return std::nullopt;
    decimals = wanted->to_int64().value_or(-1);
  }
  if (decimals < 0 || decimals > 9) return std::nullopt;
  return math.rounded(x[0], static_cast<int>(decimals), rounding);
}

std::optional<LaneFigure> member(LaneMath& math, Figures x, Rounding) {
  LaneFigure found = truth(math, false);
  for (std::size_t i = 1; i < x.size(); ++i) found = math.greatest(found, math.equal(x[0], x[i]));
  return found;
}

template <bool kGreatest>
std::optional<LaneFigure> extreme(LaneMath& math, Figures x, Rounding) {
  LaneFigure result = x[0];
  for (std::size_t i = 1; i < x.size(); ++i)
    result = kGreatest ? math.greatest(result, x[i]) : math.least(result, x[i]);
  return result;
}

struct Row {
  std::string_view name;
  Body body;
};

/// Strict functions, whose operands are all present.
constexpr Row kRows[] = {
    {"+", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.add(x[0], x[1]); }},
    {"-", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.subtract(x[0], x[1]); }},
    {"*", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.multiply(x[0], x[1]); }},
    {"/", divided},
    {"neg", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.negative(x[0]); }},
    {"abs",
     [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.greatest(x[0], m.negative(x[0])); }},
    {"min", extreme<false>},
    {"max", extreme<true>},
    {"clamp", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.clamp(x[0], x[1], x[2]); }},
    {"floor", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.floor(x[0]); }},
    {"ceil", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.ceil(x[0]); }},
    {"round", rounded_to},
    {"ratio", [](LaneMath& m, Figures x, Rounding) { return quotient_or(m, x[0], x[1], x[2], Rational(0)); }},
    {"growth", [](LaneMath& m, Figures x, Rounding) { return quotient_or(m, x[0], x[1], x[2], Rational(1)); }},
    {"=", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.equal(x[0], x[1]); }},
    {"!=",
     [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.negated(m.equal(x[0], x[1])); }},
    {">=", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.at_least(x[0], x[1]); }},
    {"<=", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.at_least(x[1], x[0]); }},
    {"<",
     [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.negated(m.at_least(x[0], x[1])); }},
    {">",
     [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.negated(m.at_least(x[1], x[0])); }},
    {"in", member},
    {"not", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.negated(x[0]); }},
    {"and", extreme<false>},
    {"or", extreme<true>},
    {"highest", extreme<true>},
    {"first_of", [](LaneMath&, Figures x, Rounding) -> std::optional<LaneFigure> { return x[0]; }},
    {"line_or_zero", [](LaneMath&, Figures x, Rounding) -> std::optional<LaneFigure> { return x[0]; }},
    {"if", [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> { return m.choose(x[0], x[1], x[2]); }},
    {"highest_case",
     [](LaneMath& m, Figures x, Rounding) -> std::optional<LaneFigure> {
       LaneFigure found = truth(m, false), best = m.of(Rational(0));
       for (std::size_t i = 0; i + 1 < x.size(); i += 2) {
         best = m.choose(x[i], m.choose(found, m.greatest(best, x[i + 1]), x[i + 1]), best);
         found = m.greatest(found, x[i]);
       }
       return m.choose(found, best, x.size() % 2 == 1 ? x.back() : m.of(Rational(0)));
     }},
};

}  // namespace

LaneBuilder::Figure LaneBuilder::call(Instance instance) {
  const Node& node = this->node(instance.node);
  const std::string_view name = node.function->doc.name;
  if (node.type != ValueType::number && node.type != ValueType::boolean) return std::nullopt;
  const Figure chosen = choice(instance, name);
  if (chosen) return chosen;
  std::vector<LaneFigure> operands;
  for (const NodeId input : node.inputs) {
    const Figure operand = figure(input, instance.period);
    if (!operand) return std::nullopt;
    operands.push_back(*operand);
  }
  for (const Row& row : kRows)
    if (row.name == name) return row.body(math_, operands, model_.card.rounding.rounding);
  if (const Figure reached = attainment(name, operands)) return reached;
  return table(name, operands);
}

/// Functions that pass over operands: what is passed over is the same for everyone.
LaneBuilder::Figure LaneBuilder::choice(Instance instance, std::string_view name) {
  const Node& node = this->node(instance.node);
  const auto input = [&](std::size_t i) { return Instance{node.inputs[i], instance.period}; };
  if (name == "if" && is_uniform(input(0)) && cell(input(0)).value.present())
    return figure(input(cell(input(0)).value.truth() ? 1 : 2));
  if (name != "first_of" && name != "highest") return std::nullopt;
  std::vector<LaneFigure> present;
  for (std::size_t i = 0; i < node.inputs.size(); ++i) {
    if (is_uniform(input(i)) && !cell(input(i)).value.present()) continue;
    const Figure operand = figure(input(i));
    if (!operand) return std::nullopt;
    if (name == "first_of") return operand;
    present.push_back(*operand);
  }
  if (present.empty()) return std::nullopt;
  return extreme<true>(math_, present, Rounding::half_up);
}

}  // namespace cwp
