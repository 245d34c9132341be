#include <algorithm>

#include "decimal/rational.hpp"
#include "form/form_rows.hpp"
#include "form/written_keys.hpp"

namespace cwp {
namespace {

/// Is it this name?
bool names(const Formula& written, const Expr& mark) {
  return written.root && written.root->kind == ExprKind::name && mark.kind == ExprKind::name &&
         written.root->text == mark.text;
}

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  const FormKey* of = keys.find("of");
  const FormKey* weights = keys.find("weights");
  const FormKey* within = keys.find("within");
  if (of == nullptr || of->list.empty()) return {.formula = build.invalid()};
  const std::size_t judges = of->list.size();
  if (weights != nullptr && weights->list.size() != judges)
    keys.report("weights-of-judges", weights->place, {std::to_string(weights->list.size()), std::to_string(judges)});
  keys.demand_whole("trim");
  const ExprPtr trim = keys.find("trim") != nullptr ? keys.formula("trim") : build.number(0);
  const auto dropped = trim ? written_number(*trim) : std::nullopt;
  if (keys.ok() && dropped && Rational(2) * Rational(*dropped) >= Rational(std::int64_t(judges)))
    keys.report("trim-leaves-nobody", trim->place, {dropped->to_short_text(), std::to_string(judges)});

  std::vector<ExprPtr> marks;
  for (const Formula& mark : of->list) marks.push_back(mark.root);
  if (!trim || std::any_of(marks.begin(), marks.end(), [](const ExprPtr& mark) { return !mark; }))
    return {.formula = build.invalid()};
  static const std::vector<FormKey::Limits> unlimited;
  for (const FormKey::Limits& limits : within != nullptr ? within->limits : unlimited) {
    const auto found = std::find_if(marks.begin(), marks.end(), [&](const ExprPtr& m) { return names(limits.of, *m); });
    if (found == marks.end())
      keys.report("within-of-no-judge", limits.of.place, {limits.of.text});
    else if (limits.low.root && limits.high.root)
      *found = build.call("within", {*found, limits.low.root, limits.high.root});
    else
      return {.formula = build.invalid()};
  }
  std::vector<ExprPtr> arguments = {trim};
  DesugaredForm form;
  for (std::size_t i = 0; keys.ok() && i < judges; ++i) {
    const ExprPtr weight = weights != nullptr ? weights->list[i].root : build.number(1);
    if (!weight) return {.formula = build.invalid()};
    if (weights != nullptr) form.demands.not_negative.push_back(weight);
    arguments.push_back(marks[i]);
    arguments.push_back(weight);
  }
  form.formula = keys.ok() ? build.call("judged_mean", std::move(arguments)) : build.invalid();
  if (!keys.ok()) form.demands = {};
  return form;
}

constexpr FormKeyDoc kKeys[] = {
    {"of",
     FormKeyKind::formulas,
     true,
     {},
     {},
     "the judges' marks; who gave none is left out",
     "各评委的评分；未评分的不计入"},
    {"weights",
     FormKeyKind::formulas,
     false,
     {},
     {},
     "the weight of each, in the same order; equal when left out",
     "各评委的权重，顺序相同；省略时相同"},
    {"trim",
     FormKeyKind::formula,
     false,
     {},
     {},
     "how many of the highest and of the lowest marks are dropped; default 0",
     "去掉最高分和最低分各几个，默认 0"},
    {"within",
     FormKeyKind::limits,
     false,
     {},
     {},
     "the range of a judge's marks; a mark outside is moved to its end and reported",
     "某评委评分的允许范围；超出的按边界计并报告"},
};

}  // namespace

constinit const FormRow kJudgedForm = {
    {"judged", kKeys, "The weighted mean of judges' marks, without the highest and the lowest.",
     "评委评分的加权平均，可去掉最高分和最低分。",
     "{id: x, per: quarter, full: 100, judged: {of: [leader, peers, public], weights: [50%, 30%, 20%], within: "
     "{leader: "
     "[0, 100]}}}"},
    desugar,
    desugar};

}  // namespace cwp
