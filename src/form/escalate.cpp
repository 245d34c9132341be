#include <utility>

#include "form/counted_units.hpp"
#include "form/form_rows.hpp"

namespace cwp {
namespace {

/// What the occurrences come to. Without `then` the last step stands for every later occurrence.
DesugaredForm total(const ExprBuilder& build, WrittenKeys& keys) {
  const ExprPtr of = keys.formula("of");
  const FormKey* steps = keys.find("steps");
  keys.demand_not_negative("then");
  if (!of || steps == nullptr || steps->list.empty()) return {.formula = build.invalid()};
  std::vector<ExprPtr> arguments = {of};
  for (const Formula& step : steps->list) {
    if (!step.root) return {.formula = build.invalid()};
    keys.demand_not_negative("steps", *step.root);
    arguments.push_back(step.root);
  }
  if (ExprPtr then = keys.formula("then")) arguments.push_back(std::move(then));
  if (!keys.ok()) return {.formula = build.invalid()};
  FormDemands demands;
  demands.not_negative.assign(arguments.begin() + 1, arguments.end());
  return {.formula = build.call("escalate", std::move(arguments)), .demands = std::move(demands)};
}

bool gives(const WrittenKeys& keys) { return keys.word("gives") == "true"; }

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  if (gives(keys)) return total(build, keys);
  has_full(use, context, keys);
  return less_than_full(build, context, total(build, keys));
}

DesugaredForm line(const FormUse& use, const FormContext& context) {
  WrittenKeys keys(use.keys, context);
  DesugaredForm form = total(ExprBuilder(use), keys);
  form.is_loss = !gives(keys);
  return form;
}

constexpr std::string_view kGivesWords[] = {"true", "false"};

constexpr FormKeyDoc kKeys[] = {
    {"of", FormKeyKind::formula, true, {}, {}, "how often it occurred in the period", "周期内发生的次数"},
    {"steps",
     FormKeyKind::formulas,
     true,
     {},
     {},
     "marks for the first occurrence, the second and so on",
     "第一次、第二次……各次的分值"},
    {"then",
     FormKeyKind::formula,
     false,
     {},
     {},
     "marks for every later occurrence; the last step when left out",
     "其后每次的分值，默认同最后一次"},
    {"gives",
     FormKeyKind::word,
     false,
     kGivesWords,
     {},
     "true: the marks are earned, from 0 on; false (the default): they are lost, from full marks on",
     "true：从 0 起加分；false（默认）：从满分起扣分"},
};

}  // namespace

constinit const FormRow kEscalateForm = {
    {"escalate", kKeys, "Full marks, less more for each further occurrence.", "从满分起扣分，次数越多每次扣得越多。",
     "{id: x, per: month, full: 20, escalate: {of: complaints, steps: [1, 2, 5], then: 10}}"},
    desugar,
    line};

}  // namespace cwp
