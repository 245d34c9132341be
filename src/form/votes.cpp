#include "form/form_rows.hpp"
#include "form/written_keys.hpp"

namespace cwp {
namespace {

DesugaredForm desugar(const FormUse& use, const FormContext& context) {
  const ExprBuilder build(use);
  WrittenKeys keys(use.keys, context);
  const FormKey* of = keys.find("of");
  if (of == nullptr) return {.formula = build.invalid()};
  if (of->table.empty()) keys.report("table-empty", of->place);
  std::vector<ExprPtr> arguments;
  for (const auto& [votes, worth] : of->table) {
    if (!votes.root || !worth.root) return {.formula = build.invalid()};
    arguments.push_back(worth.root);
    arguments.push_back(votes.root);
  }
  if (!keys.ok()) return {.formula = build.invalid()};
  return {.formula = build.call("votes_mean", std::move(arguments))};
}

constexpr FormKeyDoc kKeys[] = {
    {"of",
     FormKeyKind::worths,
     true,
     {},
     {},
     "for each metric that counts votes, what one of its votes is worth; only these votes divide",
     "每项得票指标及其一票的分值；只有这些票计入分母"},
};

}  // namespace

constinit const FormRow kVotesForm = {
    {"votes", kKeys, "The mean of votes by what they are worth; missing without votes.",
     "按票值计算的平均分；无人投票时为缺失。",
     "{id: x, per: year, full: 100, votes: {of: {excellent: 100, good: 80, fair: 60, poor: 40}}}"},
    desugar,
    desugar};

}  // namespace cwp
