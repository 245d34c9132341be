// Why a rank moved: figures worked out by hand, and the two sums on made data, checked against the published tables.

#include "cwp/why_moved.hpp"

#include <gtest/gtest.h>

#include <map>

#include "bulletin/titles.hpp"
#include "decimal/rational.hpp"
#include "reasons/made_scores_of.hpp"

namespace cwp {
namespace {

constexpr const char* kSquad = R"(cwp: 1
id: squad
metrics:
  visits: {type: u16}
  calls: {type: u16}
  exam: {per: month, fold: last, range: [0, 100]}
  complaints: {type: u8, better: less}
  serious: {type: u8, better: less}
categories:
  - id: people
    full: 20
    items:
      - {id: visiting, per: month, full: 10, points: visits}
      - {id: calling, per: month, full: 10, points: calls}
  - id: skill
    full: 20
    items:
      - {id: examined, per: month, full: 20, if_missing: drop, points: exam / 5}
adjustments:
  - {id: complaint, per: month, takes: 4 * complaints, up_to: 10}
vetoes:
  - {id: accident, per: month, when: serious > 0, cap: 50}
assessments:
  month: {scale: 100, cap: 90}
rankings:
  - {id: monthly, every: month, of: total}
  - {id: mixed, every: month, of: 2 * total - people / 4 + visits}
)";

/// ann, bob and cid in March and April; dan joins in April, eve leaves with March.
Scores squad_scores() {
  const CheckedRulebook rules = load_and_check(Source("squad.yaml", kSquad)).value();
  const std::vector<OutputFile> files = {
      {"roster.csv", "officer,from,to\nann,,\nbob,,\ncid,,\ndan,2026-04-01,\neve,,2026-03-31\n"},
      {"metrics.csv",
       "officer,date,visits,calls,exam,complaints,serious\n"
       "ann,2026-03-02,4,6,50,0,0\nann,2026-04-02,8,6,,2,0\n"
       "bob,2026-03-02,2,2,50,0,0\nbob,2026-04-02,9,9,100,0,0\n"
       "cid,2026-03-02,10,8,60,0,0\ncid,2026-04-02,10,8,60,0,1\n"
       "dan,2026-04-02,7,7,75,0,0\neve,2026-03-02,9,9,90,0,0\n"}};
  return score(compile(rules), data_of(rules, files, days_of("2026-03-01", "2026-04-30"), "squad")).value();
}

Period month_of(int number) { return {Grain::month, 2026 * 12 + number - 1}; }

/// `KIND ID CHANGE` of each line.
std::string lines_of(const RankMove& move) {
  std::string text;
  for (const ValueLine& line : move.lines)
    text += std::string(to_text(line.kind)) + " " + line.id + " " + line.change.to_text() + "\n";
  return text;
}
std::string others_of(const RankMove& move) {
  std::string text;
  for (const PassingOne& one : move.others)
    text += std::string(to_text(one.passing)) + " " + one.who + " " + one.by.to_text() + "\n";
  return text;
}

TEST(WhyMoved, ThePartsOfAValueCountWithTheFactorOfTheLaterPeriod) {
  // March: (4 + 6 + 10) x 100 / 40 = 50. April, without an exam: (8 + 6) x 100 / 20 = 70, less 2 x 4.
  const RankMove move = why_moved(squad_scores(), "monthly", "ann", month_of(3), month_of(4)).value();
  EXPECT_EQ(move.before.value->to_text() + " " + move.after.value->to_text(), "50.00 62.00");
  // visits 4 more, each 5 now; the exam's 10 points counted 2.5 each; what counted 2.5 each counts 5 now: 10 x 2.5.
  EXPECT_EQ(lines_of(move),
            "factor total 25.00\nitem examined -25.00\nitem visiting 20.00\nadjustment complaint -8.00\n");
  // March: eve 90 x 100/..., cid, ann, bob. April: bob 18 + 20 = 95 capped, dan 72.5, ann 62, cid 50.
  EXPECT_EQ(move.before.rank->to_text() + " " + move.after.rank->to_text(), "3 3");
  EXPECT_EQ(others_of(move), "passed_me bob 1\ni_passed cid -1\njoined_above dan 1\nleft_above eve -1\n");
  EXPECT_EQ(move.rank_change->to_text(), "0");
}

TEST(WhyMoved, VetoesAndCapsHaveLinesOfTheirOwn) {
  // cid: (10 + 8 + 12) x 2.5 = 75 in both months, and the veto's cap of 50 takes 25.
  const Scores scores = squad_scores();
  EXPECT_EQ(lines_of(why_moved(scores, "monthly", "cid", month_of(3), month_of(4)).value()), "veto total -25.00\n");
  // bob: (2 + 2 + 10) x 2.5 = 35; then 7 + 7 + 10 more, each 2.5: 95, which the cap makes 90.
  EXPECT_EQ(lines_of(why_moved(scores, "monthly", "bob", month_of(3), month_of(4)).value()),
            "item examined 25.00\nitem visiting 17.50\nitem calling 17.50\nlimits  -5.00\n");
}

TEST(WhyMoved, AFormulaIsTakenApartAtItsSumsAndSteadyFactors) {
  // bob, mixed: 2 x 35 - 1 + 2 = 71; 2 x 90 - 4.5 + 9 = 184.5. His items through the total (5 each) less a quarter.
  const RankMove move = why_moved(squad_scores(), "mixed", "bob", month_of(3), month_of(4)).value();
  EXPECT_EQ(move.value_change->to_text(), "113.50");
  EXPECT_EQ(lines_of(move),
            "item examined 50.00\nitem visiting 33.25\nitem calling 33.25\nformula visits 7.00\nlimits  -10.00\n");
}

TEST(WhyMoved, WhoIsNotListedOrRankedCannotBeTold) {
  const Scores scores = squad_scores();
  EXPECT_EQ(why_moved(scores, "yearly", "ann", month_of(3), month_of(4)).diagnostics()[0].slug, "ranking-not-there");
  EXPECT_EQ(why_moved(scores, "monthly", "dan", month_of(3), month_of(4)).diagnostics()[0].slug, "not-in-ranking");
  EXPECT_EQ(why_moved(scores, "monthly", "zoe", month_of(3), month_of(4)).diagnostics()[0].slug, "not-in-ranking");
}

TEST(WhyMoved, TheTextAndTheJsonTellWhatWasFound) {
  const Scores scores = squad_scores();
  const RankMove move = why_moved(scores, "monthly", "ann", month_of(3), month_of(4)).value();
  const std::string text = to_text(move, scores), json = to_json(move, scores);
  EXPECT_NE(text.find("1 + 1 - 1 - 1 = 0"), std::string::npos) << text;
  EXPECT_NE(text.find("scale and coefficient"), std::string::npos) << text;
  EXPECT_NE(json.find("\"passing\": \"joined_above\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"value_change\": \"12.00\""), std::string::npos) << json;
}

struct MovedWorld {
  const char* rules;
  const char* setting;  ///< "": none
  DayRange span;
};

/// The points of every part of everybody, from the published tables.
std::optional<Decimal> points_of(const Scores& scores, Period period, const std::string& officer,
                                 const std::string& id) {
  const ScoreTable& table = *scores.table(period.grain);
  const ScoreRow* row = table.find(period, *scores.data().find_officer(officer));
  const auto column = std::find(table.ids.begin(), table.ids.end(), id);
  return row && column != table.ids.end() ? row->parts[std::size_t(column - table.ids.begin())].points : std::nullopt;
}

TEST(WhyMoved, OnMadeDataBothSumsComeOutExactly) {
  const DayRange spring = days_of("2025-12-21", "2026-05-20"), year = days_of("2026-01-01", "2026-06-30");
  const MovedWorld worlds[] = {{"community-officers", "", spring},
                               {"community-officers", "bureau_month.method=fractional", spring},
                               {"community-officers", "bureau_month.method=dense", spring},
                               {"community-officers", "bureau_month.method=ordinal", spring},
                               {"bonus-penalty-sheet", "squad_month.method=fractional", year},
                               {"grid-worker", "", year},
                               {"station-league", "", year},
                               {"points-ledger", "ledger.method=dense", year},
                               {"quarter-relative", "", days_of("2026-01-01", "2026-12-31")}};
  std::size_t told = 0, moved = 0, lines = 0;
  std::map<ValueLineKind, std::size_t> kinds;
  for (const MovedWorld& world : worlds) {
    const std::string setting = world.setting;
    const CheckedRulebook rules =
        rules_in_tree(world.rules, setting.empty() ? std::vector<Source>() : std::vector{Source("--set", setting)});
    const Scores scores = score(compile(rules), made_data(rules, 20, world.span, told + 1)).value();
    for (const RankingTable& table : scores.rankings()) {
      std::map<std::pair<Period, std::string>, const RankedOfficer*> rows;
      for (const RankedOfficer& row : table.rows) rows[{row.period, who(row, scores)}] = &row;
      for (const auto& [key, now] : rows) {
        const auto then = rows.find({key.first - 1, key.second});
        if (then == rows.end() || key.second.back() == '7') continue;
        const RankMove move = why_moved(scores, table.id, key.second, key.first - 1, key.first).value();
        ++told;
        const std::string at =
            std::string(world.rules) + " " + table.id + " " + key.second + " " + std::to_string(key.first.ordinal);
        ASSERT_EQ(move.value_change.has_value(), now->value && then->second->value) << at;
        if (move.value_change) {
          Rational sum;
          for (const ValueLine& line : move.lines) {
            sum += Rational(line.change);
            ++kinds[line.kind];
            if (line.kind != ValueLineKind::item || now->officer != then->second->officer) continue;
            EXPECT_EQ(line.before, points_of(scores, key.first - 1, key.second, line.id)) << at;
            EXPECT_EQ(line.after, points_of(scores, key.first, key.second, line.id)) << at;
            ++lines;
          }
          EXPECT_EQ(sum, Rational(*now->value) - Rational(*then->second->value)) << at;
        }
        ASSERT_EQ(move.rank_change.has_value(), now->rank && then->second->rank) << at;
        if (!move.rank_change) continue;
        Rational sum = -Rational(move.level);
        for (const PassingOne& one : move.others) {
          sum += Rational(one.by);
          // Told by the table: who is said to be ranked then or now is so, in the same group.
          const auto old_row = rows.find({key.first - 1, one.who}), new_row = rows.find({key.first, one.who});
          const bool was =
              old_row != rows.end() && old_row->second->rank && old_row->second->group == then->second->group;
          const bool is = new_row != rows.end() && new_row->second->rank && new_row->second->group == now->group;
          EXPECT_EQ(was, one.passing != Passing::joined_above) << at << " " << one.who;
          EXPECT_EQ(is, one.passing != Passing::left_above) << at << " " << one.who;
        }
        EXPECT_EQ(sum, Rational(*now->rank) - Rational(*then->second->rank)) << at;
        if (sum.sign() != 0) ++moved;
      }
    }
  }
  EXPECT_GT(told, 1000U);
  EXPECT_GT(moved, 200U);
  EXPECT_GT(lines, 1000U);
  EXPECT_GT(kinds[ValueLineKind::adjustment], 50U);
  EXPECT_GT(kinds[ValueLineKind::factor], 10U);
}

}  // namespace
}  // namespace cwp
