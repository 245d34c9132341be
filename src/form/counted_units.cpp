#include "form/counted_units.hpp"

#include <utility>

namespace cwp {

ExprPtr marks_for_units(const ExprBuilder& build, const WrittenKeys& keys, ExprPtr of) {
  ExprPtr units = std::move(of);
  if (ExprPtr unit = keys.formula("unit")) units = build.call("/", {std::move(units), std::move(unit)});
  const std::string_view whole = keys.word("whole");
  if (whole == "down") units = build.call("floor", {std::move(units)});
  if (whole == "up") units = build.call("ceil", {std::move(units)});
  return build.call("*", {keys.formula("each"), std::move(units)});
}

FormDemands unit_demands(const ExprBuilder& build, const WrittenKeys& keys, ExprPtr of) {
  FormDemands demands;
  demands.not_negative = {keys.formula("each")};
  if (keys.find("whole") == nullptr) {
    ExprPtr unit = keys.formula("unit");
    demands.whole.push_back({std::move(of), unit ? std::move(unit) : build.number(1), build.form_place()});
  }
  return demands;
}

ExprPtr capped(const ExprBuilder& build, const WrittenKeys& keys, std::string_view key, ExprPtr marks) {
  ExprPtr cap = keys.formula(key);
  return cap ? build.call("min", {std::move(marks), std::move(cap)}) : marks;
}

DesugaredForm less_than_full(const ExprBuilder& build, const FormContext& context, DesugaredForm loss) {
  if (loss.formula->kind != ExprKind::invalid) loss.formula = build.call("-", {context.full, std::move(loss.formula)});
  loss.is_loss = false;
  return loss;
}

}  // namespace cwp
