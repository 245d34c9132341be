#include "form/form_rows.hpp"
#include "form/written_keys.hpp"

namespace cwp {
namespace {

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  keys.demand_not_negative("each_short");
  const ExprPtr of = keys.formula("of"), all = keys.formula("all"), each = keys.formula("each_short");
  ExprPtr out_of = keys.formula("out_of");
  if (!keys.ok() || !of || !out_of || !all || !each) return {.formula = build.invalid()};
  out_of = build.prorated(out_of, context.prorate);
  // Who did more than was asked is not short of anything.
  const ExprPtr short_of = build.call("max", {build.call("-", {out_of, of}), build.number(0)});
  const ExprPtr loss = build.call("neg", {build.call("*", {each, short_of})});
  DesugaredForm form;
  form.formula = build.call("if", {build.call("=", {of, out_of}), all, loss});
  form.demands.not_negative.push_back(each);
  return form;
}

constexpr FormKeyDoc kKeys[] = {
    {"of", FormKeyKind::formula, true, {}, {}, "what was done", "完成数"},
    {"out_of", FormKeyKind::formula, true, {}, {}, "what was to be done", "应完成数"},
    {"all", FormKeyKind::formula, true, {}, {}, "the points when all was done", "全部完成时的得分"},
    {"each_short", FormKeyKind::formula, true, {}, {}, "marks lost for each one that is short", "每少一个扣的分"},
};

}  // namespace

constinit const FormRow kAllOrForm = {
    {"all_or", kKeys,
     "Points when all of it was done, else marks lost for each one that is short; the item says how far below 0 it may "
     "fall (min: none).",
     "全部完成得分，否则每少一个扣分；可低于 0 分到何种程度由 min 说明（min: none）。",
     "{id: x, per: month, full: 5, min: none, if_missing: zero, all_or: {of: answered, out_of: calls, all: 5, "
     "each_short: "
     "0.5}}"},
    desugar,
    desugar};

}  // namespace cwp
