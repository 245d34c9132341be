// The explanation of every officer's month in the bureau holds the figures of the score: total, categories, items,
// adjustments, vetoes in force and ranks.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>

#include "bureau.hpp"
#include "cwp/explain.hpp"
#include "data/dataset_state.hpp"

namespace cwp {
namespace {

/// `- complaint_penalty Complaints` → `complaint_penalty`.
std::string id_of(std::string label) {
  if (label.starts_with("+ ") || label.starts_with("- ")) label.erase(0, 2);
  return label.substr(0, label.find(' '));
}

/// What is told of total, categories, items and what acts on them, by id; formulas below them are not looked at.
std::map<std::string, std::string> told_figures(const Explanation& total, const ScoreTable& table) {
  std::map<std::string, std::string> figures{{"total", total.value}};
  for (const Explanation& step : total.steps) {
    const std::string id = id_of(step.label);
    figures.emplace(id, step.value);
    const auto place = std::find(table.ids.begin(), table.ids.end(), id) - table.ids.begin();
    if (std::size_t(place) == table.ids.size() || table.kinds[std::size_t(place)] != PartKind::category) continue;
    for (const Explanation& inner : step.steps) figures.emplace(id_of(inner.label), inner.value);
  }
  return figures;
}

class ExplainedMonth : public testing::Test {
 protected:
  /// Of the total in July; made once for all tests.
  const Explanation& of_july(std::size_t officer) const {
    static std::map<std::size_t, Explanation> made;
    const auto known = made.find(officer);
    if (known != made.end()) return known->second;
    return made[officer] = explain(scores, scores.data().officer_key(officer), july).value();
  }
  std::string rank_of(const ScoreRow& score) const {
    for (const RankedOfficer& row : scores.ranking("bureau_month")->rows)
      if (row.period == score.period && row.officer == score.officer) return row.rank ? row.rank->to_text() : "no rank";
    return "not listed";
  }
  const Scores& scores = bureau();
  const ScoreTable& table = *scores.table(Grain::month);
  const Period july = *Period::parse("2026-07", scores.data().state().rules.calendar());
};

/// Whether the numbers of an award's remark say that it names somebody: `rank 3 of 186; named: the first 10`.
bool named_by(const std::string& remark) {
  static const std::regex place("rank (\\d+) of (\\d+); named: the (first|last) (\\d+)(; those .*: (\\d+) taken)?");
  static const std::regex turns("times in a row: (\\d+), needed (\\d+)");
  std::smatch match;
  if (!std::regex_search(remark, match, place)) return false;
  const int rank = std::stoi(match[1]), ranked = std::stoi(match[2]);
  const int taken = std::stoi(match[6].matched ? match[6] : match[4]);
  if (match[3] == "first" ? rank > taken : rank <= ranked - taken) return false;
  return !std::regex_search(remark, match, turns) || match[1] == match[2];
}

TEST_F(ExplainedMonth, TheReasonsOfAnAwardNameThoseWhomItsTableNames) {
  std::map<std::string, std::size_t> named;
  for (const ScoreRow& row : table.rows) {
    if (row.period != july) continue;
    const Explanation& total = of_july(row.officer);
    for (const AwardTable& award : scores.awards()) {
      if (award.id == "best_station") continue;
      const auto in_table = std::find_if(award.rows.begin(), award.rows.end(), [&](const AwardedOfficer& one) {
        return one.period == july && one.officer == row.officer;
      });
      const auto step = std::find_if(total.steps.begin(), total.steps.end(),
                                     [&](const Explanation& one) { return id_of(one.label) == award.id; });
      if (award.every != Grain::month) continue;
      ASSERT_NE(step, total.steps.end()) << award.id;
      const bool expected = in_table != award.rows.end();
      EXPECT_EQ(named_by(step->remark), expected) << award.id << ": " << step->remark;
      std::string value = expected ? "named" : "not named";
      if (expected && in_table->amount) value += ", " + in_table->amount->to_text();
      EXPECT_EQ(step->value, value);
      named[award.id] += expected;
    }
  }
  // Counted apart from the raw rows as well.
  EXPECT_EQ(named, (std::map<std::string, std::size_t>{{"improvement", 5}, {"month_pay", 10}, {"watch", 14}}));
}

TEST_F(ExplainedMonth, TellsTheVetoThatIsInForce) {
  std::string vetoed;
  for (const ScoreRow& row : table.rows) {
    if (row.vetoes.empty()) continue;
    const std::string officer(scores.data().officer_key(row.officer));
    const auto figures = told_figures(explain(scores, officer, row.period).value(), table);
    vetoed += officer + " " + figures.at("serious_case") + " " + figures.at("total") + ", " + rank_of(row) + "\n";
    EXPECT_EQ(figures.at("bureau_month"), rank_of(row));
  }
  EXPECT_EQ(vetoed, "A0039 in force 0.00 / 100, no rank\n");  // of the raw rows from 21 June on, one has a serious case
}

TEST_F(ExplainedMonth, OfEveryOfficerHasTheFiguresOfTheScore) {
  std::size_t officers = 0, points = 0, none = 0;
  for (const ScoreRow& row : table.rows) {
    if (row.period != july) continue;
    ++officers;
    const std::string officer(scores.data().officer_key(row.officer));
    SCOPED_TRACE(officer);
    const auto figures = told_figures(of_july(row.officer), table);
    EXPECT_EQ(figures.at("serious_case"), row.vetoes.empty() ? "not in force" : "in force");
    EXPECT_EQ(figures.at("bureau_month"), rank_of(row));
    for (std::size_t i = 0; i < table.ids.size(); ++i) {
      const Part& part = row.parts[i];
      if (part.reason == Reason::not_held) continue;
      const auto told = figures.find(table.ids[i]);
      if (told == figures.end()) {
        ADD_FAILURE() << table.ids[i] << " is not told";
        continue;
      }
      const std::string value = told->second.substr(0, told->second.find(" / "));
      if (part.points) {
        ++points;
        EXPECT_EQ(value, part.points->to_text()) << table.ids[i];
      } else {
        ++none;
        EXPECT_TRUE(value == "exempt" || value == "no points") << table.ids[i] << " = " << value;
      }
    }
  }
  EXPECT_EQ(officers, 196u);
  // 30 figures each; counted apart from the raw rows as well.
  EXPECT_EQ(points, 5746u);
  EXPECT_EQ(none, 134u);
}

}  // namespace
}  // namespace cwp
