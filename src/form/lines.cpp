#include <utility>

#include "form/form_rows.hpp"
#include "form/written_keys.hpp"

namespace cwp {
namespace {

/// Each line is one more level of `+`; a formula may have 200 levels, those of the lines included.
constexpr std::size_t kMostLines = 100;

/// A line of which nothing must be known: exempt it counts 0, missing it counts 0 or makes the item missing.
ExprPtr counted(const ExprBuilder& build, ExprPtr amount, LineIfMissing if_missing) {
  if (if_missing == LineIfMissing::skip) return build.call("line_or_zero", {std::move(amount)});
  return build.call("if", {build.call("is_exempt", {amount}), build.number(0), amount});
}

/// What the line gives or takes, within its `at_most`.
DesugaredForm made_of(const FormLine& line, WrittenKeys& keys, const FormContext& context) {
  const ExprBuilder build(line.form);
  const FormRow* row = find_form(line.form.form.value);
  if (row != nullptr && row->line == nullptr)
    keys.report("form-not-a-line", line.form.form.place, {line.form.form.value});
  if (row == nullptr || row->line == nullptr) return {.formula = build.invalid()};
  DesugaredForm made = row->line(line.form, context);
  const ExprPtr most = line.at_most ? line.at_most->root : nullptr;
  if (most) keys.demand_not_negative("at_most", *most);
  if (made.formula->kind == ExprKind::invalid || (line.at_most && !most)) return {.formula = build.invalid()};
  if (most) made.formula = build.call("clamp", {made.formula, build.negated(most), most});
  made.formula = counted(build, made.formula, line.if_missing);
  return made;
}

void add(FormDemands& all, const FormDemands& more) {
  all.whole.insert(all.whole.end(), more.whole.begin(), more.whole.end());
  all.not_negative.insert(all.not_negative.end(), more.not_negative.begin(), more.not_negative.end());
}

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  const FormKey* list = keys.find("list");
  if (list == nullptr || list->lines.empty()) return {.formula = build.invalid()};
  const auto& lines = list->lines;
  if (lines.size() > kMostLines)
    keys.report("too-many-lines", lines[kMostLines].place, {std::to_string(lines.size()), std::to_string(kMostLines)});

  DesugaredForm form;
  const bool starts = keys.find("start") != nullptr;
  form.formula = starts ? keys.formula("start") : build.number(0);
  bool ok = form.formula != nullptr;
  for (const FormLine& line : lines) {
    const DesugaredForm made = made_of(line, keys, context);
    ok = ok && made.formula->kind != ExprKind::invalid;
    if (!ok) continue;  // the other lines are still looked at for what is wrong with them
    form.formula = build.call(made.is_loss ? "-" : "+", {form.formula, made.formula});
    add(form.demands, made.demands);
  }
  if (!ok || !keys.ok()) return {.formula = build.invalid()};
  return form;
}

constexpr FormKeyDoc kKeys[] = {
    {"start", FormKeyKind::formula, false, {}, {}, "what the lines add to; 0 when left out", "起始分，默认 0"},
    {"list",
     FormKeyKind::lines,
     true,
     {},
     {},
     "the list of forms: points, award, cases, highest and bands give, deduct and escalate take. Each with its own "
     "at_most (the most marks up or down) and if_missing: skip (the default: it counts 0 and the state is incomplete) "
     "or fail (the item is missing)",
     "各行的形式：points、award、cases、highest、bands 为加分，deduct、escalate 为扣分。每行可写 at_most（加减上限）和 "
     "if_missing：skip（默认，缺失时按 0 计并标记为不完整）或 fail（缺失时整项缺失）"},
};

}  // namespace

constinit const FormRow kLinesForm = {
    {"lines", kKeys, "A start, plus what some lines give, less what others take.", "起始分加上各行加分，减去各行扣分。",
     "{id: x, per: month, full: 100, start: 100, lines: [{deduct: {of: late, each: 2}, at_most: 10}, {award: {of: "
     "citations, each: 5}}]}"},
    desugar,
    nullptr};

}  // namespace cwp
