// Groups, adjustments, vetoes as they are read, and what is said of those that cannot be.

#include <gtest/gtest.h>

#include "load/sections.hpp"
#include "loaded.hpp"

namespace cwp {
namespace {

TEST(LoadAdjustments, AllKeys) {
  const auto loaded =
      load_text(book("groups: {bonuses: {up_to: 12, title: Bonuses}, extras: 5}\n"
                     "adjustments:\n"
                     "  - {id: merit, per: month, gives: 5 * citations, up_to: 10, group: bonuses}\n"
                     "  - {id: late, per: week, takes: lateness, on: people, decimals: 1, basis: §3}\n"
                     "  - {id: yearly, per: year, takes: 1, on: total}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const Rulebook& rules = loaded.value();
  EXPECT_EQ(rules.groups[0].up_to->text, "12");
  EXPECT_EQ(rules.groups[1].up_to->text, "5");
  EXPECT_TRUE(rules.adjustments[0].gives);
  EXPECT_EQ(rules.adjustments[0].amount.text, "5 * citations");
  EXPECT_EQ(rules.adjustments[0].up_to->text, "10");
  EXPECT_EQ(rules.adjustments[0].group->text, "bonuses");
  EXPECT_FALSE(rules.adjustments[1].gives);
  EXPECT_EQ(rules.adjustments[1].on->text, "people");
  EXPECT_EQ(rules.adjustments[1].rounding.decimals->value, 1);
  EXPECT_EQ(rules.adjustments[1].basis, "§3");
  EXPECT_FALSE(rules.adjustments[2].on);
}

TEST(LoadAdjustments, GiveOrTake) {
  EXPECT_EQ(problems(book("adjustments: [{id: a, per: month, gives: 1, takes: 2}]\n")), Problems{"keys-exclude 3:45"});
  EXPECT_EQ(problems(book("adjustments: [{id: a, per: month}]\n")), Problems{"missing-key 3:15"});
  EXPECT_EQ(problems(book("adjustments: [{id: a, gives: 1}]\n")), Problems{"missing-key 3:15"});
}

TEST(LoadBalance, LimitsOfShares) {
  const auto loaded = load_text(book("balance: {people: 50%, service: [20%, 0.4]}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const auto& balance = loaded.value().balance;
  EXPECT_EQ(balance[0].category.text, "people");
  EXPECT_EQ(balance[0].least.to_short_text() + " " + balance[0].most.to_short_text(), "0 0.5");
  EXPECT_EQ(balance[1].least.to_short_text() + " " + balance[1].most.to_short_text(), "0.2 0.4");
  for (const char* text : {"50", "[20%]", "{}", "[-1%, 5%]", "[1%, 2%, 3%]"})
    EXPECT_EQ(problems(book(std::string("balance: {people: ") + text + "}\n")), Problems{"share-format 3:19"}) << text;
  EXPECT_EQ(problems(book("balance: {people: [40%, 20%]}\n")), Problems{"range-reversed 3:19"});
  EXPECT_EQ(problems(book("balance: 50%\n")), Problems{"mapping-expected 3:10"});
}

TEST(LoadGroups, NeedACap) {
  EXPECT_EQ(problems(book("groups: {g: {title: x}}\n")), Problems{"missing-key 3:13"});
  EXPECT_EQ(problems(book("groups: {g: }\n")), Problems{"value-missing 3:10"});
}

TEST(LoadVetoes, AllKeys) {
  const auto loaded =
      load_text(book("vetoes:\n"
                     "  - {id: a, per: month, when: x > 0, set: 0, ranking: exclude, honours: none}\n"
                     "  - {id: b, per: month, when: x > 0, on: people, cap: 60, factor: 0.5, lasts: year}\n"
                     "  - {id: c, per: year, when: x > 0, no_score: true, grade_at_most: 称职, ranking: last}\n"));
  ASSERT_EQ(problems(loaded.diagnostics()), Problems{});
  const auto& vetoes = loaded.value().vetoes;
  EXPECT_EQ(vetoes[0].set->value.to_text(), "0");
  EXPECT_EQ(vetoes[0].ranking, VetoRanking::exclude);
  EXPECT_TRUE(vetoes[0].bars_honours);
  EXPECT_FALSE(vetoes[0].on);
  EXPECT_EQ(vetoes[1].on->text, "people");
  EXPECT_EQ(vetoes[1].factor->value.to_text(), "0.5");
  EXPECT_TRUE(vetoes[1].lasts_year);
  EXPECT_TRUE(vetoes[2].no_score);
  EXPECT_EQ(vetoes[2].grade_at_most->text, "称职");
  EXPECT_EQ(vetoes[2].ranking, VetoRanking::last);
}

TEST(LoadVetoes, Problems) {
  EXPECT_EQ(problems(book("vetoes: [{id: a, per: month, when: x > 0}]\n")), Problems{"veto-without-effect 3:10"});
  EXPECT_EQ(problems(book("vetoes: [{id: a, per: month, when: x > 0, no_score: false}]\n")),
            Problems{"veto-without-effect 3:10"});
  EXPECT_EQ(problems(book("vetoes: [{id: a, per: month, when: x > 0, no_score: yes}]\n")),
            Problems{"unknown-word 3:53"});
  EXPECT_EQ(problems(book("vetoes: [{id: a, per: year, when: x > 0, set: 0, lasts: year}]\n")),
            Problems{"key-without-use 3:50"});
  EXPECT_EQ(
      problems(book("vetoes:\n  - {id: a, per: month, when: x, set: 0}\n  - {id: a, per: month, when: x, set: 0}\n")),
      Problems{"id-twice 5:10"});
}

}  // namespace
}  // namespace cwp
