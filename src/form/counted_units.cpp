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
  demands.above_zero = keys.formula("each");
  if (keys.find("whole") == nullptr) {
    demands.integer_of = std::move(of);
    demands.integer_unit = keys.formula("unit");
    if (!demands.integer_unit) demands.integer_unit = build.number(1);
  }
  return demands;
}

ExprPtr capped(const ExprBuilder& build, const WrittenKeys& keys, std::string_view key, ExprPtr marks) {
  ExprPtr cap = keys.formula(key);
  return cap ? build.call("min", {std::move(marks), std::move(cap)}) : marks;
}

}  // namespace cwp
