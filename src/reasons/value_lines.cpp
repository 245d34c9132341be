#include "reasons/value_lines.hpp"

#include <algorithm>

#include "exact/parts_sum.hpp"
#include "explain/explainer.hpp"

namespace cwp {
namespace {

/// A line while its change is a fraction.
struct ExactLine {
  ValueLineKind kind = ValueLineKind::item;
  std::string id;
  std::optional<Decimal> before, after;
  Rational change;
};

/// What a score adds up to in one period: its parts and the factors they count with.
struct SummedUp {
  bool plain = true;              ///< the parts have factors; else the score is a line of its own
  Rational base;                  ///< base marks
  std::vector<Rational> factors;  ///< by part: 0 where it does not count
  Rational before_vetoes;         ///< of the score, once limits and rounding have acted
};

class LineSplitter {
 public:
  LineSplitter(const OfficerInPeriod& before, const OfficerInPeriod& after)
      : before_(before), after_(after), graph_(after.run->graph()), card_(after.run->card()) {}

  std::vector<ExactLine> lines(NodeId node) {
    split(node, Rational(1));
    return std::move(lines_);
  }
  int decimals() const { return decimals_; }

 private:
  static Rational number(const OfficerInPeriod& side, NodeId node) {
    const Value& value = side.cell(node).value;
    return value.present() ? value.number : Rational(0);
  }
  Rational change(NodeId node) const { return number(after_, node) - number(before_, node); }

  ExactLine& line(ValueLineKind kind, const std::string& id) {
    const auto found =
        std::find_if(lines_.begin(), lines_.end(), [&](const auto& one) { return one.kind == kind && one.id == id; });
    if (found != lines_.end()) return *found;
    return lines_.emplace_back(ExactLine{kind, id, {}, {}, {}});
  }
  void add(ValueLineKind kind, const std::string& id, const Rational& change) {
    if (!change.is_zero()) line(kind, id).change += change;
  }

  std::optional<Decimal> printed(const OfficerInPeriod& side, NodeId node, const RoundingRule& rule) {
    const Cell& cell = side.cell(node);
    if (!cell.facts.counted) return std::nullopt;
    decimals_ = std::max(decimals_, rule.decimals);
    return cell.value.number.rounded(rule.decimals, rule.rounding).to_decimal(rule.decimals);
  }
  /// A score as it is, with its points.
  void score_line(ValueLineKind kind, const std::string& id, NodeId node, const RoundingRule& rule,
                  const Rational& factor) {
    ExactLine& one = line(kind, id);
    one.before = printed(before_, node, rule);
    one.after = printed(after_, node, rule);
    one.change += factor * change(node);
  }

  void split(NodeId id, const Rational& factor) {
    const Node& node = graph_.nodes[id];
    switch (node.op) {
      case NodeOp::item:
      case NodeOp::rolled_item:
        return score_line(ValueLineKind::item, card_.items[node.index].written->id.value, id,
                          card_.items[node.index].rounding, factor);
      case NodeOp::adjustment:
      case NodeOp::rolled_adjustment:
        return score_line(ValueLineKind::adjustment, card_.adjustments[node.index].written->id.value, id,
                          card_.adjustments[node.index].rounding, factor);
      case NodeOp::category:
        return split_score(id, factor, card_.categories[node.index].written->id.value, 0);
      case NodeOp::total:
        if (node.inputs[kFormula] == kNoNode) return split_score(id, factor, "total", kTotalInputs);
        return split_formula_total(id, factor);
      case NodeOp::call:
        return split_call(id, factor);
      default:
        return formula_line(id, factor);
    }
  }

  void formula_line(NodeId id, const Rational& factor) {
    const Node& node = graph_.nodes[id];
    if (node.op == NodeOp::constant) return;  // it is what it was
    const auto value = [&](const OfficerInPeriod& side) -> std::optional<Decimal> {
      const Value& own = side.cell(id).value;
      if (!own.present() || own.type == ValueType::text || own.type == ValueType::date) return std::nullopt;
      return own.number.rounded(decimals_, Rounding::half_up).to_decimal(decimals_);
    };
    const std::string text = text_at(node.source);
    ExactLine& one =
        line(ValueLineKind::formula, text.empty() && node.function ? std::string(node.function->doc.name) : text);
    one.before = value(before_);
    one.after = value(after_);
    one.change += factor * change(id);
  }

  /// A number that is the same in both periods and no score.
  std::optional<Rational> steady(NodeId id) const {
    const NodeOp op = graph_.nodes[id].op;
    const Value &then = before_.cell(id).value, &now = after_.cell(id).value;
    const bool given = op == NodeOp::constant || op == NodeOp::parameter || op == NodeOp::attribute;
    if (!given || !then.present() || !now.present() || then.number != now.number) return std::nullopt;
    return now.number;
  }

  void split_call(NodeId id, const Rational& factor) {
    const Node& node = graph_.nodes[id];
    const std::string_view name = node.function->doc.name;
    const bool there = before_.cell(id).value.present() && after_.cell(id).value.present();
    if (there && (name == "+" || name == "-") && node.inputs.size() == 2) {
      split(node.inputs[0], factor);
      return split(node.inputs[1], name == "+" ? factor : -factor);
    }
    if (there && name == "neg") return split(node.inputs[0], -factor);
    if (there && name == "*" && node.inputs.size() == 2)
      for (const std::size_t i : {0, 1})
        if (const auto times = steady(node.inputs[i])) return split(node.inputs[1 - i], factor * *times);
    if (there && name == "/" && node.inputs.size() == 2)
      if (const auto by = steady(node.inputs[1]); by && !by->is_zero()) return split(node.inputs[0], factor / *by);
    formula_line(id, factor);
  }

  std::size_t parts_end(const Node& node) const { return node.inputs.size() - node.vetoes - node.adjustments; }

  SummedUp category_sum(const OfficerInPeriod& side, NodeId id) const {
    const Node& node = graph_.nodes[id];
    const ScoreCategory& category = card_.categories[node.index];
    const Combine combine = category.written->combine;
    SummedUp sum;
    const ScoreFacts& facts = side.cell(id).facts;
    sum.plain = combine != Combine::geometric && combine != Combine::min && facts.reason != Reason::vetoed &&
                facts.reason != Reason::missing;
    sum.factors.resize(parts_end(node));  // all 0 where nothing counted
    if (!sum.plain || !facts.counted) return sum;
    const PartsSum parts = sum_parts(side.own, node, 0, side.period);
    Rational points;
    for (std::size_t i = 0; i < parts_end(node); ++i) {
      const Cell& part = side.cell(node.inputs[i]);
      const bool counts = part.facts.counted && part.facts.reason != Reason::out_of_force;
      const bool has_share = counts && part.facts.has_full && part.facts.reachable.sign() > 0;
      Rational one;
      if (combine == Combine::sum || combine == Combine::capped)
        one = counts ? Rational(1) : Rational(0);
      else if (combine == Combine::scaled)
        one = counts ? *category.full / parts.reachable : Rational(0);
      else if (has_share)
        one = *category.full / (Rational(std::int64_t(parts.shares.size())) * part.facts.reachable);
      points += one * part.value.number;
      sum.factors[i] = std::move(one);
    }
    if ((combine == Combine::sum || combine == Combine::capped) &&
        side.own.days().duty_days(card_.calendar.days(side.period)) > 0)
      sum.base = category.start;
    points += sum.base;
    if (combine == Combine::capped) points = std::min(points, side.cell(id).facts.full);
    Cell unused;
    sum.before_vetoes = carried(points, category.rounding);
    adjust(side.own.context(side.run->gathers()), side.own, {id, side.period}, unused, sum.before_vetoes);
    // Behind the vetoes the category is held within its marks; where none took anything, that is no veto's doing.
    if (!category.written->beyond_full) {
      sum.before_vetoes = std::max(sum.before_vetoes, Rational(0));
      if (category.full) sum.before_vetoes = std::min(sum.before_vetoes, side.cell(id).facts.full);
    }
    sum.before_vetoes = carried(sum.before_vetoes, category.rounding);
    return sum;
  }

  Rational limited(const ScoreAssessment& assessment, Rational points) const {
    if (assessment.floor) points = std::max(points, *assessment.floor);
    if (assessment.cap) points = std::min(points, *assessment.cap);
    return carried(points, assessment.rounding);
  }

  SummedUp total_sum(const OfficerInPeriod& side, NodeId id) const {
    const Node& node = graph_.nodes[id];
    const ScoreAssessment& assessment = *card_.assessments[std::size_t(node.grain)];
    SummedUp sum;
    sum.plain = side.cell(id).facts.counted;
    if (!sum.plain) return sum;
    const PartsSum parts = sum_parts(side.own, node, kTotalInputs, side.period);
    Rational factor(1);
    if (assessment.scale) factor = factor * *assessment.scale / parts.reachable;
    if (node.inputs[kCoefficient] != kNoNode) factor = factor * side.cell(node.inputs[kCoefficient]).value.number;
    for (std::size_t i = kTotalInputs; i < parts_end(node); ++i) {
      const Cell& part = side.cell(node.inputs[i]);
      const bool counts = part.facts.counted && part.facts.reason != Reason::out_of_force;
      sum.factors.push_back(counts ? factor : Rational(0));
    }
    Rational points = parts.points * factor;
    Cell unused;
    adjust(side.own.context(side.run->gathers()), side.own, {id, side.period}, unused, points);
    sum.before_vetoes = limited(assessment, std::move(points));
    return sum;
  }

  /// A category or total: its parts, what acts on it, and what is left.
  void split_score(NodeId id, const Rational& factor, const std::string& name, std::size_t first) {
    const Node& node = graph_.nodes[id];
    const bool is_total = node.op == NodeOp::total;
    const SummedUp then = is_total ? total_sum(before_, id) : category_sum(before_, id);
    const SummedUp now = is_total ? total_sum(after_, id) : category_sum(after_, id);
    if (!then.plain || !now.plain) {
      const RoundingRule& rule =
          is_total ? card_.assessments[std::size_t(node.grain)]->rounding : card_.categories[node.index].rounding;
      return score_line(ValueLineKind::category, name, id, rule, factor);
    }
    for (std::size_t i = first; i < parts_end(node); ++i) {
      const NodeId part = node.inputs[i];
      const Rational &old_factor = then.factors[i - first], &new_factor = now.factors[i - first];
      // Where it does not count now, it counts with what it counted then: what was lost is the part, not the factor.
      const Rational& own = new_factor.is_zero() ? old_factor : new_factor;
      split(part, factor * own);
      const Rational was = old_factor.is_zero() ? Rational(0) : number(before_, part) * (own - old_factor);
      add(ValueLineKind::factor, name, factor * was);
    }
    add(ValueLineKind::base, name, factor * (now.base - then.base));
    for (std::size_t i = parts_end(node); i < node.inputs.size() - node.vetoes; ++i) {
      const bool gives = card_.adjustments[graph_.nodes[node.inputs[i]].index].written->gives;
      split(node.inputs[i], gives ? factor : -factor);
    }
    add_vetoes(id, name, factor, then.before_vetoes, now.before_vetoes);
  }

  void split_formula_total(NodeId id, const Rational& factor) {
    const Node& node = graph_.nodes[id];
    const ScoreAssessment& assessment = *card_.assessments[std::size_t(node.grain)];
    const NodeId formula = node.inputs[kFormula];
    if (!before_.cell(id).facts.counted || !after_.cell(id).facts.counted)
      return score_line(ValueLineKind::category, "total", id, assessment.rounding, factor);
    decimals_ = std::max(decimals_, assessment.rounding.decimals);
    split(formula, factor);
    add_vetoes(id, "total", factor, limited(assessment, number(before_, formula)),
               limited(assessment, number(after_, formula)));
  }

  void add_vetoes(NodeId id, const std::string& name, const Rational& factor, const Rational& then,
                  const Rational& now) {
    const auto any = [&](const OfficerInPeriod& side) {
      const Node& node = graph_.nodes[id];
      return std::any_of(node.inputs.end() - node.vetoes, node.inputs.end(),
                         [&](NodeId veto) { return side.cell(veto).value.is_true(); });
    };
    const Rational took_then = any(before_) ? number(before_, id) - then : Rational(0);
    const Rational took_now = any(after_) ? number(after_, id) - now : Rational(0);
    add(ValueLineKind::veto, name, factor * (took_now - took_then));
  }

  const OfficerInPeriod& before_;
  const OfficerInPeriod& after_;
  const Graph& graph_;
  const Scorecard& card_;
  std::vector<ExactLine> lines_;
  int decimals_ = 2;
};

}  // namespace

std::optional<std::vector<ValueLine>> value_lines(NodeId node, const OfficerInPeriod& before,
                                                  const OfficerInPeriod& after, const Decimal& printed_before,
                                                  const Decimal& printed_after) {
  LineSplitter splitter(before, after);
  const std::vector<ExactLine> exact = splitter.lines(node);
  const int decimals = std::max({splitter.decimals(), int(printed_before.decimals), int(printed_after.decimals)});
  std::vector<ValueLine> lines;
  Rational left = Rational(printed_after) - Rational(printed_before);
  for (const ExactLine& one : exact) {
    const auto change = one.change.rounded(decimals, Rounding::half_up).to_decimal(decimals);
    if (!change) return std::nullopt;
    left += -Rational(*change);
    if (change->units == 0 && one.before == one.after) continue;
    lines.push_back({one.kind, one.id, one.before, one.after, *change});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const ValueLine& a, const ValueLine& b) {
    return Rational(b.change).abs() < Rational(a.change).abs();
  });
  const auto rest = left.to_decimal(decimals);
  if (!rest) return std::nullopt;
  if (rest->units != 0) lines.push_back({ValueLineKind::limits, "", {}, {}, *rest});
  return lines;
}

}  // namespace cwp
