#include <utility>

#include "form/counted_units.hpp"
#include "form/form_rows.hpp"

namespace cwp {
namespace {

enum class Direction : std::uint8_t { unknown, more, less };

/// The function that says the attained share, and which way is better.
struct Aim {
  std::string_view function = "attainment";
  Direction direction = Direction::unknown;
};

/// Two written numbers show the direction themselves; with anything else `better` promises it, and the functions
/// `attainment_more` and `attainment_less` hold the figures to the promise.
Aim aim_of(WrittenKeys& keys, const Expr& at, const Expr& zero_at) {
  const std::string_view better = keys.word("better");
  Aim aim;
  if (better == "more") aim.direction = Direction::more;
  if (better == "less") aim.direction = Direction::less;
  const auto high = written_number(at);
  const auto low = written_number(zero_at);
  if (!high || !low) {
    if (aim.direction == Direction::more) aim.function = "attainment_more";
    if (aim.direction == Direction::less) aim.function = "attainment_less";
    return aim;
  }
  if (*high == *low) {
    keys.report("target-without-width", at.place, {high->to_short_text()});
    return aim;
  }
  const Direction shown = *high > *low ? Direction::more : Direction::less;
  if (aim.direction != Direction::unknown && aim.direction != shown)
    keys.report("target-reversed", keys.find("better")->word.place,
                {std::string(better), high->to_short_text(), low->to_short_text()});
  aim.direction = shown;
  return aim;
}

/// How far `of` lies beyond `at`; not below 0.
ExprPtr overshoot(const ExprBuilder& build, Direction direction, const ExprPtr& of, const ExprPtr& at,
                  const ExprPtr& zero_at) {
  const ExprPtr more = build.call("-", {of, at});
  const ExprPtr less = build.call("-", {at, of});
  ExprPtr distance = direction == Direction::less ? less : more;
  if (direction == Direction::unknown) distance = build.call("if", {build.call(">=", {at, zero_at}), more, less});
  return build.call("max", {build.number(0), distance});
}

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  has_full(use, context, keys);
  const FormKey* beyond = keys.find("beyond");
  WrittenKeys gains(beyond == nullptr ? use.keys : beyond->keys, context);
  if (beyond != nullptr) {
    gains.demand_positive("unit");
    gains.demand_not_negative("up_to");
  }

  const ExprPtr of = keys.formula("of");
  const ExprPtr at = keys.formula("at");
  if (!of || !at || (beyond != nullptr && !gains.formula("each"))) return {.formula = build.invalid()};
  const ExprPtr written_zero = keys.formula("zero_at");
  const ExprPtr zero_at = written_zero ? written_zero : build.number(0);
  const Aim aim = aim_of(keys, *at, *zero_at);
  if (!keys.ok() || !gains.ok()) return {.formula = build.invalid()};

  DesugaredForm form;
  if (aim.direction == Direction::unknown) form.demands.direction_of = {at, zero_at};
  const ExprPtr upper = build.prorated(at, context.prorate);
  const ExprPtr lower = build.prorated(zero_at, context.prorate);
  form.formula = build.call("*", {context.full, build.call(aim.function, {of, upper, lower})});
  if (beyond != nullptr) {
    const ExprPtr marks = marks_for_units(build, gains, overshoot(build, aim.direction, of, upper, lower));
    form.formula = build.call("+", {form.formula, capped(build, gains, "up_to", marks)});
    form.demands.not_negative = {gains.formula("each")};
    if (ExprPtr up_to = gains.formula("up_to"))
      form.highest = build.call("+", {context.full, std::move(up_to)});
    else
      form.unbounded = true;
  }
  return form;
}

constexpr std::string_view kBetterWords[] = {"more", "less"};

constexpr FormKeyDoc kBeyondKeys[] = {
    {"each", FormKeyKind::formula, true, {}, {}, "marks for each unit beyond the target", "超出目标每单位得分"},
    {"unit", FormKeyKind::formula, false, {}, {}, "how much is one unit; 1 when left out", "一个单位的数量，默认 1"},
    {"up_to", FormKeyKind::formula, false, {}, {}, "the most marks beyond full", "超出满分部分最多得分"},
};

constexpr FormKeyDoc kKeys[] = {
    {"of", FormKeyKind::formula, true, {}, {}, "what is measured", "考核的数值"},
    {"at", FormKeyKind::formula, true, {}, {}, "the figure that earns full marks", "得满分的数值（目标值）"},
    {"zero_at",
     FormKeyKind::formula,
     false,
     {},
     {},
     "the figure that earns nothing; 0 when left out",
     "得零分的数值，默认 0"},
    {"better",
     FormKeyKind::word,
     false,
     kBetterWords,
     {},
     "whether more or less is better; must be said when at or zero_at is a formula",
     "数值越大越好（more）还是越小越好（less）；at 或 zero_at 为公式时必须写明"},
    {"beyond", FormKeyKind::mapping, false, {}, kBeyondKeys, "marks for what lies beyond the target", "超出目标的加分"},
};

}  // namespace

constinit const FormRow kTargetForm = {
    {"target", kKeys, "Full marks at the target, none at zero_at, a straight line between.",
     "达到目标得满分，在零分值得零分，其间按比例得分。",
     "{id: x, per: month, full: 15, target: {of: entries, at: 200, zero_at: 50}}"},
    desugar,
    nullptr};

}  // namespace cwp
