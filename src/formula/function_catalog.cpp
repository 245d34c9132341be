// The catalogue of functions put together, and how a scalar function is called.

#include "cwp/function_catalog.hpp"

#include <algorithm>
#include <utility>

#include "formula/function_families.hpp"

namespace cwp {
namespace {

std::vector<const FunctionRow*> all_rows() {
  std::vector<const FunctionRow*> rows;
  for (const auto family :
       {arithmetic_functions(), irrational_functions(), choice_functions(), rate_functions(), table_functions(),
        over_time_functions(), across_functions(), absent_functions(), date_functions(), forms_functions()}) {
    for (const FunctionRow& row : family) rows.push_back(&row);
  }
  return rows;
}

bool works(const FunctionRow& row) {
  return row.scalar != nullptr || row.fold != nullptr || row.run != nullptr || row.among != nullptr ||
         row.place != PlaceFunction::none;
}

/// The type of an absent result.
ValueType result_type(const FunctionRow& row, std::span<const Value* const> operands) {
  switch (row.types) {
    case TypeRule::order:
    case TypeRule::equality:
    case TypeRule::logic:
    case TypeRule::membership:
    case TypeRule::test:
      return ValueType::boolean;
    case TypeRule::date_result:
      return ValueType::date;
    case TypeRule::choice:
      return operands.size() > 1 ? operands[1]->type : ValueType::number;
    case TypeRule::same:
      return operands.empty() ? ValueType::number : operands[0]->type;
    case TypeRule::text_table:
      return operands.size() > 2 ? operands[2]->type : ValueType::number;
    default:
      return ValueType::number;
  }
}

}  // namespace

std::span<const FunctionRow* const> function_rows() {
  static const std::vector<const FunctionRow*> rows = all_rows();
  return rows;
}

const FunctionRow* find_function(std::string_view name) {
  static const std::vector<const FunctionRow*> by_name = [] {
    auto rows = all_rows();
    std::ranges::sort(rows, {}, [](const FunctionRow* row) { return row->doc.name; });
    return rows;
  }();
  const auto found = std::ranges::lower_bound(by_name, name, {}, [](const FunctionRow* row) { return row->doc.name; });
  return found != by_name.end() && (*found)->doc.name == name ? *found : nullptr;
}

std::vector<FunctionDoc> functions() {
  std::vector<FunctionDoc> docs;
  for (const FunctionRow* row : function_rows()) {
    if (works(*row)) docs.push_back(row->doc);
  }
  return docs;
}

Value apply_scalar(const FunctionRow& row, std::span<const Value* const> operands, const BodyContext& context,
                   std::uint64_t* used) {
  std::uint64_t looked_at = 0;
  Value result;
  bool missing = false;
  bool exempt = false;
  if (row.strict) {
    looked_at = ~std::uint64_t{0};
    for (const Value* operand : operands) {
      missing |= operand->absence == Absence::missing;
      exempt |= operand->absence == Absence::exempt;
    }
  }
  if (exempt) {
    result = Value::exempt();
  } else if (missing) {
    result = Value::missing();
  } else {
    result = row.scalar(Operands(operands.data(), operands.size(), &looked_at), context);
  }
  if (!result.present()) result.type = result_type(row, operands);
  for (std::size_t i = 0; i < operands.size(); ++i) {
    if ((looked_at >> std::min<std::size_t>(i, 63) & 1) == 0) continue;
    result.incomplete |= operands[i]->incomplete;
    result.faulty |= operands[i]->faulty;
  }
  if (used != nullptr) {
    if (operands.size() < 64) looked_at &= (std::uint64_t{1} << operands.size()) - 1;
    *used = looked_at;
  }
  return result;
}

Value number_value(Rational number) {
  if (!number.is_in_bounds()) return Value::failed(Fault::too_large);
  return Value::of(std::move(number));
}

Value quotient(const Rational& a, const Rational& b) {
  if (b.is_zero()) return Value::failed(Fault::division_by_zero);
  return number_value(a / b);
}

Value irrational_value(const Irrational& result) {
  switch (result.fault) {
    case IrrationalFault::out_of_domain:
      return Value::failed(Fault::out_of_domain);
    case IrrationalFault::too_large:
      return Value::failed(Fault::too_large);
    case IrrationalFault::none:
      break;
  }
  return Value::of(result.value);
}

Value handed_on(const Value& operand) {
  Value value = operand;
  value.fault = Fault::none;
  return value;
}

Value absent_unless_exempt(bool all_exempt) { return all_exempt ? Value::exempt() : Value::missing(); }

}  // namespace cwp
