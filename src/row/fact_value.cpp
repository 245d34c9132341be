#include "row/fact_value.hpp"

#include <stdexcept>

namespace cwp {

Value fact_value(const Term& term, const Scorecard& card, const FactInput& fact, const std::vector<Value>& attributes) {
  switch (term.kind) {
    case TermKind::constant:
      return term.constant;
    case TermKind::column:
      return fact.values[term.index];
    case TermKind::parameter:
      return card.parameters[term.index].on(fact.day);
    case TermKind::attribute:
      return attributes[term.index];
    case TermKind::call: {
      std::vector<Value> values;
      for (const TermPtr& child : term.children) values.push_back(fact_value(*child, card, fact, attributes));
      std::vector<const Value*> operands;
      for (const Value& value : values) operands.push_back(&value);
      Value result = apply_scalar(*term.function, operands, {card.rounding.rounding});
      for (const Value& value : values)
        if (result.faulty && result.fault == Fault::none) result.fault = value.fault;
      return result;
    }
    default:
      throw std::logic_error("a formula over a fact that asks for more");
  }
}

}  // namespace cwp
