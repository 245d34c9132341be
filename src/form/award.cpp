#include "form/counted_units.hpp"
#include "form/form_rows.hpp"

namespace cwp {
namespace {

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  keys.demand_positive("unit");
  keys.demand_not_negative("at_most");
  const FormKey* per = keys.find("per");
  const auto grain = per == nullptr ? std::nullopt : parse_grain(per->word.value);
  if (grain && *grain > context.per)
    keys.report("form-grain-too-long", per->word.place, {per->word.value, std::string(to_text(context.per))});

  const ExprPtr of = keys.formula("of");
  if (!of || !keys.formula("each") || (per != nullptr && !grain) || !keys.ok()) return {.formula = build.invalid()};
  ExprPtr marks = capped(build, keys, "at_most", marks_for_units(build, keys, of));
  if (!grain) return {.formula = marks, .demands = unit_demands(build, keys, of)};
  // What is whole in each inner period has a whole sum; the checker looks at it from the item's own period.
  return {.formula = build.fold("sum", marks, *grain),
          .demands = unit_demands(build, keys, build.fold("sum", of, *grain))};
}

constexpr FormKeyDoc kKeys[] = {
    {"of", FormKeyKind::formula, true, {}, {}, "what is counted", "计分的数量"},
    {"each", FormKeyKind::formula, true, {}, {}, "marks for each unit", "每单位得分"},
    kUnitKey,
    kWholeKey,
    {"at_most", FormKeyKind::formula, false, {}, {}, "the most marks this can give", "最多得分（封顶）"},
    {"per",
     FormKeyKind::grain,
     false,
     {},
     {},
     "counted and capped in each period of this grain, then added up",
     "按该周期分别计分、封顶，再求和"},
};

}  // namespace

constinit const FormRow kAwardForm = {
    {"award", kKeys, "Marks for each unit of something done.", "按完成数量加分。",
     "{id: x, per: month, full: 10, award: {of: visits, each: 0.5, unit: 3, whole: down, at_most: 10}}"},
    desugar,
    desugar};

}  // namespace cwp
