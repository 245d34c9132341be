#include "form/form_rows.hpp"
#include "form/written_keys.hpp"

namespace cwp {
namespace {

/// Each of `cases` is one more level of `if`; a formula may have 200 levels, its conditions and points included.
constexpr std::size_t kMostCases = 100;

/// The cases, at least one; null when one is wrong.
const std::vector<FormKey::Case>* written_cases(WrittenKeys& keys) {
  const FormKey* list = keys.find("");
  if (list == nullptr || list->cases.empty()) return nullptr;
  const auto& cases = list->cases;
  if (cases.size() > kMostCases)
    keys.report("too-many-cases", cases[kMostCases].place, {std::to_string(cases.size()), std::to_string(kMostCases)});
  for (const auto& one : cases) {
    if (!one.when && &one != &cases.back()) return nullptr;  // reported by the loader
    if (!one.points.root || (one.when && !one.when->root)) return nullptr;
  }
  return keys.ok() ? &cases : nullptr;
}

DesugaredForm first_case(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  const auto* cases = written_cases(keys);
  if (cases == nullptr) return {.formula = build.invalid()};
  ExprPtr formula = cases->back().when ? build.number(0) : cases->back().points.root;
  for (std::size_t i = cases->size(); i-- > 0;) {
    const FormKey::Case& one = (*cases)[i];
    if (one.when) formula = build.call("if", {one.when->root, one.points.root, formula});
  }
  return {.formula = formula};
}

DesugaredForm highest_case(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  const auto* cases = written_cases(keys);
  if (cases == nullptr) return {.formula = build.invalid()};
  std::vector<ExprPtr> arguments;
  for (const FormKey::Case& one : *cases) {
    if (one.when) arguments.push_back(one.when->root);
    arguments.push_back(one.points.root);
  }
  if (arguments.size() == 1) return {.formula = arguments.front()};
  return {.formula = build.call("highest_case", std::move(arguments))};
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
    first_case,
    first_case};

constinit const FormRow kHighestForm = {
    {"highest", kKeys, "The points of the best case that holds; otherwise only where none holds.",
     "按成立的各情形中最高的得分；otherwise 仅在均不成立时适用。",
     "{id: x, per: month, full: 10, highest: [{when: citations >= 1, points: 5}, {when: awards >= 1, points: 10}]}"},
    highest_case,
    highest_case};

}  // namespace cwp
