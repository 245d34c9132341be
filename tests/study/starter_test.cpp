#include "cwp/starter.hpp"

#include <gtest/gtest.h>

#include "cwp/run_tests.hpp"

namespace cwp {
namespace {

TEST(Starter, ItChecksCleanInBothLanguages) {
  for (const Language language : {Language::en, Language::zh}) {
    const Result<CheckedRulebook> rules = load_and_check(Source("rules.yaml", starter_rulebook(language)));
    EXPECT_EQ(render(rules.diagnostics()), "");
    const auto outcomes = run_tests(rules.value());
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_TRUE(outcomes[0].passed());
  }
}

TEST(Starter, BothLanguagesSayTheSameRules) {
  // Without remarks, and but for the name of the test.
  const auto rules = [](Language language) {
    std::string text, all = starter_rulebook(language);
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = all.find('\n', begin);
      std::string line = all.substr(begin, end - begin);
      line = line.substr(0, line.find('#'));
      while (!line.empty() && line.back() == ' ') line.pop_back();
      if (!line.empty() && line.find("- name:") == std::string::npos) text += line + "\n";
      begin = end + 1;
    }
    return text;
  };
  EXPECT_EQ(rules(Language::en), rules(Language::zh));
}

}  // namespace
}  // namespace cwp
