// apply_scalar: strictness, flags, and which operands were looked at.

#include "formula/function_row.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace cwp::test {
namespace {

Value incomplete(Value value) {
  value.incomplete = true;
  return value;
}

struct Call {
  Value value;
  std::uint64_t used = 0;
};
Call call(const char* name, const std::vector<Value>& operands) {
  std::vector<const Value*> pointers;
  for (const Value& operand : operands) pointers.push_back(&operand);
  Call made;
  made.value = apply_scalar(*find_function(name), pointers, {}, &made.used);
  return made;
}

TEST(ApplyScalar, StrictFunctionsLookAtAllOperands) {
  const Call made = call("+", {Value::missing(), incomplete(Value::of(1))});
  EXPECT_EQ(made.value.absence, Absence::missing);
  EXPECT_TRUE(made.value.incomplete);
  EXPECT_EQ(made.used, 3U);
}

TEST(ApplyScalar, ExemptWinsOverMissing) {
  EXPECT_EQ(call("+", {Value::missing(), Value::exempt()}).value.absence, Absence::exempt);
}

TEST(ApplyScalar, OnlyOperandsLookedAtHandOnTheirFlags) {
  const Value faulty = Value::failed(Fault::division_by_zero);
  const Call taken = call("if", {Value::of_truth(true), Value::of(1), faulty});
  EXPECT_FALSE(taken.value.faulty);
  EXPECT_EQ(taken.used, 3U);
  const Call other = call("if", {Value::of_truth(false), Value::of(1), faulty});
  EXPECT_TRUE(other.value.faulty);
  EXPECT_EQ(other.used, 5U);
  const Call unknown = call("if", {incomplete(Value::missing(ValueType::boolean)), Value::of(1), faulty});
  EXPECT_TRUE(unknown.value.incomplete);
  EXPECT_FALSE(unknown.value.faulty);
  EXPECT_EQ(unknown.used, 1U);
  EXPECT_EQ(call("first_of", {Value::of(1), faulty}).used, 1U);
  EXPECT_EQ(call("and", {Value::of_truth(false), incomplete(Value::of_truth(true))}).used, 3U);
}

TEST(ApplyScalar, AFaultBelongsToTheValueInWhichItArose) {
  const Value faulty = Value::failed(Fault::division_by_zero);
  const Call chosen = call("if", {Value::of_truth(true), faulty, Value::of(1)});
  EXPECT_EQ(chosen.value.fault, Fault::none);
  EXPECT_TRUE(chosen.value.faulty);
  const Call sum = call("+", {faulty, Value::of(1)});
  EXPECT_EQ(sum.value.fault, Fault::none);
  EXPECT_TRUE(sum.value.faulty);
  EXPECT_EQ(call("/", {Value::of(1), Value::of(0)}).value.fault, Fault::division_by_zero);
}

TEST(ApplyScalar, AbsentResultsHaveTheTypeOfTheResult) {
  EXPECT_EQ(call("<", {Value::missing(), Value::of(1)}).value.type, ValueType::boolean);
  EXPECT_EQ(call("and", {Value::missing(ValueType::boolean), Value::of_truth(true)}).value.type, ValueType::boolean);
  EXPECT_EQ(call("if", {Value::missing(ValueType::boolean), Value::of_text("a"), Value::of_text("b")}).value.type,
            ValueType::text);
  EXPECT_EQ(call("first_of", {Value::missing(ValueType::text), Value::exempt(ValueType::text)}).value.type,
            ValueType::text);
  EXPECT_EQ(call("lookup", {Value::missing(ValueType::text), Value::of_text("a"), Value::of(1)}).value.type,
            ValueType::number);
  EXPECT_EQ(call("days_between", {Value::missing(ValueType::date), Value::missing(ValueType::date)}).value.type,
            ValueType::number);
}

TEST(ApplyScalar, LookupLooksAtTheKeysItTriesAndTheValueItTakes) {
  const Call made = call("lookup", {Value::of_text("b"), Value::of_text("a"), Value::of(1), Value::of_text("b"),
                                    Value::of(2), Value::of_text("c"), Value::of(3)});
  EXPECT_EQ(to_text(made.value), "2");
  EXPECT_EQ(made.used, 0b0011011U);
}

TEST(ApplyScalar, OperandsBeyondSixtyThreeShareTheLastBit) {
  std::vector<Value> many(100, Value::missing());
  many[80] = incomplete(Value::of(3));
  const Call made = call("first_of", many);
  EXPECT_EQ(to_text(made.value), "3");
  EXPECT_TRUE(made.value.incomplete);
  EXPECT_EQ(made.used, ~std::uint64_t{0});
}

}  // namespace
}  // namespace cwp::test
