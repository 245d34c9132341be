#include "form/expr_builder.hpp"
#include "form/form_rows.hpp"

namespace cwp {
namespace {

DesugaredForm desugar(const FormUse& use, const FormContext&) {
  const FormKey* value = find_key(use.keys, "");
  if (value == nullptr || !value->formula.root) return {.formula = ExprBuilder(use).invalid()};
  return {.formula = value->formula.root};
}

constexpr FormKeyDoc kKeys[] = {
    {"", FormKeyKind::formula, true, {}, {}, "the points, as a formula", "得分公式"},
};

}  // namespace

constinit const FormRow kPointsForm = {{"points", kKeys, "The points are what a formula gives.", "得分按公式计算。",
                                        "{id: x, per: month, full: 10, points: \"min(visits / 4, 10)\"}"},
                                       desugar,
                                       desugar};

}  // namespace cwp
