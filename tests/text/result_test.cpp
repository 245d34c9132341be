#include "cwp/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <type_traits>

namespace cwp {
namespace {

Diagnostic problem(std::string_view slug) {
  Diagnostic diagnostic;
  diagnostic.slug = slug;
  diagnostic.place.source = Source("a.yaml", "");
  diagnostic.arguments = {"x"};
  return diagnostic;
}

TEST(Result, WithAValueIsFine) {
  const Result<int> result = 7;
  EXPECT_TRUE(result);
  EXPECT_EQ(result.value(), 7);
  EXPECT_EQ(*result.partial(), 7);
  EXPECT_TRUE(result.diagnostics().empty());
}

Result<std::string> long_text() { return std::string(100, 'x'); }

TEST(Result, AReferenceToTheValueOfOneThatGoesKeepsTheValue) {
  static_assert(std::is_same_v<decltype(long_text().value()), std::string>);
  const auto& kept = long_text().value();
  const auto&& kept_too = long_text().value();
  EXPECT_EQ(kept, std::string(100, 'x'));
  EXPECT_EQ(kept_too, kept);
}

TEST(Result, WithAWarningIsFine) {
  const Result<int> result(7, {problem("unused-name")});
  EXPECT_TRUE(result.ok());
  EXPECT_EQ(result.value(), 7);
  EXPECT_EQ(result.diagnostics().size(), 1U);
}

TEST(Result, WithAnErrorKeepsWhatCouldBeMade) {
  const Result<int> result(7, {problem("file-unreadable")});
  EXPECT_FALSE(result.ok());
  EXPECT_EQ(*result.partial(), 7);
  EXPECT_THROW(result.value(), Error);
}

TEST(Result, WithoutAValueThrowsWhatTheCommandLinePrints) {
  const Result<std::unique_ptr<int>> result = problem("file-unreadable");
  EXPECT_FALSE(result.ok());
  EXPECT_EQ(result.partial(), nullptr);
  try {
    result.value();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()), render(error.diagnostics()));
    EXPECT_EQ(error.diagnostics()[0].slug, "file-unreadable");
  }
}

TEST(Result, GivesItsValueAway) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> value = std::move(result).value();
  EXPECT_EQ(*value, 7);
}

}  // namespace
}  // namespace cwp
