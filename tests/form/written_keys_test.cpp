#include "form/written_keys.hpp"

#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

TEST(WrittenKeys, ReadsFormulasAndWords) {
  const std::vector<FormKey> written = {says("of", "a + b"), word("whole", "up"), named("edge")};
  const FormContext context;
  const WrittenKeys keys(written, context);
  EXPECT_EQ(text_of(keys.formula("of")), canonical("a + b"));
  EXPECT_EQ(keys.formula("each"), nullptr);
  EXPECT_EQ(keys.formula("whole"), nullptr);
  EXPECT_EQ(keys.word("whole", "exact"), "up");
  EXPECT_EQ(keys.word("better", "more"), "more");
  EXPECT_EQ(keys.word("edge", "at_least"), "at_least");
}

TEST(WrittenKeys, LooksOnlyAtWrittenNumbers) {
  const std::vector<FormKey> written = {says("unit", "0 - 1"), says("at_most", "quota"), says("each", "0")};
  std::vector<Diagnostic> diagnostics;
  FormContext context;
  context.diagnostics = &diagnostics;
  WrittenKeys keys(written, context);
  keys.demand_positive("unit");
  keys.demand_not_negative("at_most");
  keys.demand_not_negative("each");
  keys.demand_positive("not written");
  EXPECT_TRUE(keys.ok());
  keys.demand_positive("each");
  EXPECT_FALSE(keys.ok());
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].slug, "form-not-positive");
}

TEST(WrittenKeys, IsNotOkEvenWhereNobodyListens) {
  const std::vector<FormKey> written = {says("unit", "0")};
  const FormContext context;
  WrittenKeys keys(written, context);
  keys.demand_positive("unit");
  EXPECT_FALSE(keys.ok());
}

TEST(WrittenKeys, WhatCannotStandBesideAKeyIsNamed) {
  const std::vector<FormKey> written = {says("above", "2"), says("below", "1")};
  std::vector<Diagnostic> diagnostics;
  FormContext context;
  context.diagnostics = &diagnostics;
  WrittenKeys keys(written, context);
  constexpr FormKeyDoc kApart[] = {{"at_most", FormKeyKind::formula, false, {}, {}, "", "", "above"},
                                   {"above", FormKeyKind::formula, false, {}, {}, "", ""},
                                   {"below", FormKeyKind::formula, false, {}, {}, "", "", "above"}};
  keys.demand_apart(std::span(kApart).first(2));
  EXPECT_TRUE(diagnostics.empty());
  keys.demand_apart(kApart);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(text_at(diagnostics[0].place), "above");
}

}  // namespace
}  // namespace cwp::test
