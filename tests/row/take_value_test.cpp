#include "row/take_value.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

/// What is made of a figure: the number, or `REASON: EXPECTED`.
std::string figure(const Metric& metric, std::string_view text) {
  Decimal value{-77, 0};
  if (const std::optional<Refusal> refusal = take_figure(text, metric, value)) {
    EXPECT_EQ(value, (Decimal{-77, 0})) << "a refused value was set";
    return std::string(refusal->reason) + ": " + refusal->expected;
  }
  return value.to_text();
}

Metric typed(NumberType type) {
  Metric metric;
  metric.type = type;
  return metric;
}

TEST(TakeFigure, TheDecimalIsWhatIsWritten) {
  EXPECT_EQ(figure(typed(NumberType::f64), " 0.570 "), "0.570");
  EXPECT_EQ(figure(typed(NumberType::f64), "-3"), "-3");
}

TEST(TakeFigure, WhatIsNoNumberIsRefused) {
  for (const char* text : {"many", "5件", "1e3", "0x10", "5 5", "--5"})
    EXPECT_EQ(figure(typed(NumberType::f64), text), "value-not-a-number: ") << text;
  EXPECT_EQ(figure(typed(NumberType::f64), "5%"), "value-percent: 5");
  EXPECT_EQ(figure(typed(NumberType::f64), "1,000"), "value-thousands: 1000");
  EXPECT_EQ(figure(typed(NumberType::f64), "1234567890123456789"), "value-too-long: 18");
}

TEST(TakeFigure, WholeTypesHaveTheirBounds) {
  EXPECT_EQ(figure(typed(NumberType::u8), "255"), "255");
  EXPECT_EQ(figure(typed(NumberType::u8), "256"), "value-out-of-range: 0..255");
  EXPECT_EQ(figure(typed(NumberType::u16), "-1"), "value-out-of-range: 0..65535");
  EXPECT_EQ(figure(typed(NumberType::u32), "4294967296"), "value-out-of-range: 0..4294967295");
  EXPECT_EQ(figure(typed(NumberType::i32), "-2147483649"), "value-out-of-range: -2147483648..2147483647");
  EXPECT_EQ(figure(typed(NumberType::u8), "2.5"), "value-not-whole: u8");
}

TEST(TakeFigure, ZerosBehindThePointChangeNoValueAndBreakNoPromise) {
  EXPECT_EQ(figure(typed(NumberType::u8), "5.0"), "5");
  EXPECT_EQ(figure(typed(NumberType::i32), "-20.00"), "-20");
  EXPECT_EQ(figure(typed(NumberType::u8), "5.01"), "value-not-whole: u8");
  EXPECT_EQ(figure(typed(NumberType::u8), "256.0"), "value-out-of-range: 0..255");
  Metric metric = typed(NumberType::f64);
  metric.decimals = 1;
  EXPECT_EQ(figure(metric, "1.10"), "1.1");
  EXPECT_EQ(figure(metric, "1.00"), "1.0");
  EXPECT_EQ(figure(metric, "1.15"), "value-too-precise: 1");
}

TEST(TakeFigure, PromisesOfTheMetricHold) {
  Metric metric = typed(NumberType::f64);
  metric.min = Decimal{0, 0};
  EXPECT_EQ(figure(metric, "-0.1"), "value-out-of-range: ≥ 0");
  metric.max = Decimal{100, 0};
  EXPECT_EQ(figure(metric, "100"), "100");
  EXPECT_EQ(figure(metric, "100.01"), "value-out-of-range: 0..100");
  metric.min.reset();
  EXPECT_EQ(figure(metric, "101"), "value-out-of-range: ≤ 100");
  metric.decimals = 1;
  EXPECT_EQ(figure(metric, "97.2"), "97.2");
  EXPECT_EQ(figure(metric, "97.25"), "value-too-precise: 1");
}

TEST(TakeFigure, APercentSignIsForMetricsInPercent) {
  Metric metric = typed(NumberType::f64);
  metric.unit = "%";
  EXPECT_EQ(figure(metric, "92%"), "92");
  EXPECT_EQ(figure(metric, "92 %"), "92");
  EXPECT_EQ(figure(metric, "92"), "92");
  EXPECT_EQ(figure(metric, "%"), "value-not-a-number: ");
}

TEST(TakeFigure, ATruthIsOneOrZero) {
  for (const char* yes : {"1", "true", "是"}) EXPECT_EQ(figure(typed(NumberType::boolean), yes), "1");
  for (const char* no : {"0", "false", "否"}) EXPECT_EQ(figure(typed(NumberType::boolean), no), "0");
  EXPECT_EQ(figure(typed(NumberType::boolean), "yes"), "value-not-a-truth: 1 0 true false 是 否");
}

std::string attribute(const Attribute& rules, std::string_view text) {
  Value value;
  const std::optional<Refusal> refusal = take_attribute(text, rules, value);
  EXPECT_EQ(value.present(), !refusal);
  return refusal ? std::string(refusal->reason) + ": " + refusal->expected : to_text(value);
}

Attribute of_type(AttributeType type) {
  Attribute attribute;
  attribute.type = type;
  return attribute;
}

TEST(TakeAttribute, TextsMayBeLimited) {
  Attribute area = of_type(AttributeType::text);
  Value value;
  EXPECT_FALSE(take_attribute("anything", area, value));
  area.one_of = {"urban", " 农村"};
  EXPECT_FALSE(take_attribute(" 农村 ", area, value));
  EXPECT_EQ(*value.text, "农村");
  EXPECT_EQ(attribute(area, "Urban"), "value-not-allowed: urban,  农村");
}

TEST(TakeAttribute, NumbersDatesAndTruthsAreRead) {
  Attribute number = of_type(AttributeType::number);
  number.max = Decimal{15, 1};
  EXPECT_EQ(attribute(number, "1.5"), "1.5");
  EXPECT_EQ(attribute(number, "1.6"), "value-out-of-range: ≤ 1.5");
  EXPECT_EQ(attribute(number, "a"), "value-not-a-number: ");
  EXPECT_EQ(attribute(of_type(AttributeType::date), "2026-02-30"), "value-not-a-date: 2026-03-01");
  Value value;
  EXPECT_FALSE(take_attribute("2026-02-28", of_type(AttributeType::date), value));
  EXPECT_EQ(value.type, ValueType::date);
  EXPECT_FALSE(take_attribute("是", of_type(AttributeType::boolean), value));
  EXPECT_TRUE(value.is_true());
  EXPECT_EQ(attribute(of_type(AttributeType::boolean), "maybe"), "value-not-a-truth: 1 0 true false 是 否");
}

}  // namespace
}  // namespace cwp
