#include "form/constant_formulas.hpp"
#include "form/written_forms.hpp"

namespace cwp::test {
namespace {

/// `{excellent: 100, good: 80}`
FormKey worths(const std::vector<std::pair<std::string, std::string>>& rows) {
  FormKey key = table(rows);
  key.key.value = "of";
  return key;
}
FormUse votes() { return form("votes", {worths({{"a", "100"}, {"b", "80"}, {"c", "60"}, {"d", "40"}})}); }

TEST(VotesForm, IsAMeanOfWorths) {
  EXPECT_EQ(points_of(votes(), without_full()), canonical("votes_mean(100, a, 80, b, 60, c, 40, d)"));
}

TEST(VotesForm, OnlyTheseVotesDivide) {  // (100 * 3 + 80 * 4 + 60 * 2 + 40 * 1) / 10
  const auto made = desugar(votes()).formula;
  EXPECT_EQ(figure(made, {{"a", number("3")}, {"b", number("4")}, {"c", number("2")}, {"d", number("1")}}), "78");
  const auto none = number("0");
  EXPECT_EQ(figure(made, {{"a", none}, {"b", none}, {"c", none}, {"d", none}}), "missing");
}

TEST(VotesForm, WantsVotes) { EXPECT_EQ(problems(form("votes", {worths({})})), "table-empty at '[table]'"); }

}  // namespace
}  // namespace cwp::test
