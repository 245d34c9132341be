#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

FormKey ranks(const std::vector<std::pair<std::pair<int, int>, std::string>>& rows) {
  FormKey key = named("table");
  for (const auto& [range, points] : rows) key.ranks.push_back({range.first, range.second, formula(points), {}});
  key.place = whole("[table]");
  return key;
}
FormKey by(const std::string& name) {
  FormKey key = named("by");
  key.names.push_back({name, whole(name)});
  return key;
}
FormUse ranked(std::vector<FormKey> more) {
  std::vector<FormKey> keys = {says("of", "visits")};
  for (FormKey& key : more) keys.push_back(std::move(key));
  return form("ranked", std::move(keys));
}

TEST(RankedForm, ATableIsAStepOfTheRank) {
  EXPECT_EQ(points_of(ranked({ranks({{{1, 1}, "10"}, {{2, 3}, "8"}})}), without_full()),
            canonical("step(rank(visits by all), 1 -> 10, 2 -> 8, 4 -> 0)"));
}

TEST(RankedForm, RanksInNoRowGetWhatIsOutside) {
  EXPECT_EQ(points_of(ranked({by("station"), ranks({{{2, 3}, "8"}, {{5, 9}, "p"}}), says("outside", "1")})),
            canonical("step(rank(visits by station), 1 -> 1, 2 -> 8, 4 -> 1, 5 -> p, 10 -> 1)"));
}

TEST(RankedForm, AscendingTheSmallestIsFirst) {
  EXPECT_EQ(points_of(ranked({word("order", "ascending"), ranks({{{1, 1}, "10"}})})),
            canonical("step(rank(-visits by all), 1 -> 10, 2 -> 0)"));
}

TEST(RankedForm, ALineHasEvenSteps) {
  EXPECT_EQ(points_of(ranked({by("station"), list("linear", {"10", "4"})})),
            canonical("10 - (10 - 4) * ratio(rank(visits by station) - 1, count(visits by station) - 1, 0)"));
}

TEST(RankedForm, ReportsWhatCanNotBe) {
  EXPECT_EQ(problems(ranked({})), "form-needs-one at 'ranked' (ranked, table, linear)");
  EXPECT_EQ(problems(ranked({list("linear", {"10"})})), "linear-ends at '[linear]' (1)");
  EXPECT_EQ(problems(ranked({list("linear", {"10", "1"}), says("outside", "3")})),
            "form-key-without-use at 'outside' (outside, linear)");
  EXPECT_EQ(problems(ranked({ranks({{{1, 1}, "10"}}), list("linear", {"10", "1"})})),
            "form-keys-exclude at 'linear' (table, linear)");
}

}  // namespace
}  // namespace cwp::test
