// cwp fmt changes nothing that a rulebook says: all rulebooks of the tree.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cwp/check.hpp"
#include "cwp/compare_rules.hpp"
#include "cwp/format_rules.hpp"
#include "cwp/starter.hpp"
#include "this_build.hpp"

namespace cwp {
namespace {

/// Every rulebook of the tree says the same when it is laid out, and has the same remarks.
TEST(FormattedRules, EveryRulebookOfTheTreeSaysTheSameAfterwards) {
  std::size_t seen = 0, compared = 0;
  for (const char* folder : {"/rules", "/tests/cli/inputs", "/tests", "/bench", "/examples"}) {
    if (!std::filesystem::exists(root_dir() + folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root_dir() + folder)) {
      if (entry.path().extension() != ".yaml") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
      const Source before(entry.path().string(), text, SourceOrigin::file);
      const Result<std::string> after = format_rules(before);
      const Result<CheckedRulebook> rules = load_and_check(before);
      if (!after.ok()) {
        EXPECT_FALSE(rules.ok()) << entry.path() << "\n" << render(after.diagnostics());
        continue;
      }
      ++seen;
      EXPECT_EQ(format_rules(Source("again", after.value())).value(), after.value()) << entry.path();
      if (!rules.ok()) continue;
      const Result<CheckedRulebook> same =
          load_and_check(Source(entry.path().string(), after.value(), SourceOrigin::file));
      ASSERT_TRUE(same.ok()) << entry.path();
      EXPECT_TRUE(compare_rules(rules.value(), same.value()).empty()) << entry.path();
      ++compared;
    }
  }
  EXPECT_GE(seen, 20U);
  EXPECT_GE(compared, 20U);
}

TEST(FormattedRules, TheStarterIsCanonical) {
  for (const Language language : {Language::en, Language::zh})
    EXPECT_EQ(format_rules(Source("rules.yaml", starter_rulebook(language))).value(), starter_rulebook(language));
}

}  // namespace
}  // namespace cwp
