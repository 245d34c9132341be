#include "form/counted_units.hpp"
#include "form/form_rows.hpp"

namespace cwp {
namespace {

/// What is charged: all of `of`, or how far it is below or above a threshold.
ExprPtr charged(const ExprBuilder& build, const WrittenKeys& keys, Prorate prorate) {
  const ExprPtr of = keys.formula("of");
  if (ExprPtr below = keys.formula("below"))
    return build.call("max", {build.number(0), build.call("-", {build.prorated(below, prorate), of})});
  if (ExprPtr above = keys.formula("above"))
    return build.call("max", {build.number(0), build.call("-", {of, build.prorated(above, prorate)})});
  return of;
}

/// The marks that are lost.
DesugaredForm loss(const ExprBuilder& build, WrittenKeys& keys, const FormContext& context) {
  keys.demand_apart(kDeductForm.doc.keys);
  keys.demand_positive("unit");
  keys.demand_not_negative("at_most");

  const ExprPtr of = keys.formula("of");
  if (!of || !keys.formula("each") || !keys.ok()) return {.formula = build.invalid()};
  const ExprPtr units = charged(build, keys, context.prorate);
  ExprPtr marks = capped(build, keys, "at_most", marks_for_units(build, keys, units));
  if (ExprPtr edge = keys.formula("all_gone_at")) {
    const std::string_view reached = keys.find("below") == nullptr ? ">=" : "<=";
    const ExprPtr gone = build.call(reached, {of, build.prorated(edge, context.prorate)});
    marks = build.call("if", {gone, context.full, marks});
  }
  return {.formula = marks, .demands = unit_demands(build, keys, units), .is_loss = true};
}

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  has_full(use, context, keys);
  return less_than_full(build, context, loss(build, keys, context));
}

DesugaredForm line(const FormUse& use, const FormContext& context) {
  WrittenKeys keys(use.keys, context);
  if (const FormKey* gone = keys.find("all_gone_at"))
    keys.report("form-key-without-use", gone->key.place, {"all_gone_at", "lines"});
  return loss(ExprBuilder(use), keys, context);
}

constexpr FormKeyDoc kKeys[] = {
    {"of", FormKeyKind::formula, true, {}, {}, "what is charged", "扣分的数量"},
    {"below",
     FormKeyKind::formula,
     false,
     {},
     {},
     "only what is missing to this threshold is charged",
     "低于该标准的部分才扣分",
     "above"},
    {"above",
     FormKeyKind::formula,
     false,
     {},
     {},
     "only what exceeds this threshold is charged",
     "高于该标准的部分才扣分"},
    {"each", FormKeyKind::formula, true, {}, {}, "marks lost for each unit", "每单位扣分"},
    kUnitKey,
    kWholeKey,
    {"at_most", FormKeyKind::formula, false, {}, {}, "the most marks this can take", "最多扣分（封顶）"},
    {"all_gone_at",
     FormKeyKind::formula,
     false,
     {},
     {},
     "from this figure on (with below: down from it) all marks are lost",
     "达到该数（用 below 时为降到该数）即扣完全部分值"},
};

}  // namespace

constinit const FormRow kDeductForm = {
    {"deduct", kKeys, "Full marks, less marks for each unit of something that went wrong or is short.",
     "从满分起按数量或差额扣分。",
     "{id: x, per: month, full: 10, deduct: {of: 'ratio(mediated, disputes, 1)', below: 90%, each: 0.2, unit: 1%, "
     "whole: up}}"},
    desugar,
    line};

}  // namespace cwp
