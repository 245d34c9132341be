#include "form/form_rows.hpp"
#include "form/written_keys.hpp"

namespace cwp {
namespace {

/// Each case is one more level of `if`; a formula may have 200 levels, its conditions and points included.
constexpr std::size_t kMostCases = 100;

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  const FormKey* list = keys.find("");
  if (list == nullptr || list->cases.empty()) return {.formula = build.invalid()};
  const auto& cases = list->cases;
  if (cases.size() > kMostCases)
    keys.report("too-many-cases", cases[kMostCases].place, {std::to_string(cases.size()), std::to_string(kMostCases)});
  for (const auto& one : cases) {
    if (!one.when && &one != &cases.back()) return {.formula = build.invalid()};  // reported by the loader
    if (!one.points.root || (one.when && !one.when->root)) return {.formula = build.invalid()};
  }
  if (!keys.ok()) return {.formula = build.invalid()};

  ExprPtr formula = cases.back().when ? build.number(0) : cases.back().points.root;
  for (std::size_t i = cases.size(); i-- > 0;)
    if (cases[i].when) formula = build.call("if", {cases[i].when->root, cases[i].points.root, formula});
  return {.formula = formula};
}

constexpr FormKeyDoc kKeys[] = {
    {"",
     FormKeyKind::cases,
     true,
     {},
     {},
     "a list of {when, points}; the last may be {otherwise: points}; where none holds: 0",
     "由 {when, points} 组成的列表，末项可为 {otherwise: 得分}；均不成立时为 0"},
};

}  // namespace

constinit const FormRow kCasesForm = {
    {"cases", kKeys, "The points of the first case that holds.", "按第一个成立的情形得分。",
     "{id: x, per: month, full: 10, cases: [{when: missed = 0, points: 10}, {when: missed <= 2, points: 5}, "
     "{otherwise: "
     "0}]}"},
    desugar};

}  // namespace cwp
