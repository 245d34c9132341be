// Officers who get their places anew: the rankings, and what stands on them, are those of one run over all rows, for
// every method, with ties, groups, conditions and vetoes; and nobody else's row is told.

#include "scorer/rankings_anew.hpp"

#include <gtest/gtest.h>

#include <random>

#include "checked_text.hpp"
#include "cwp/scorer.hpp"
#include "cwp/write.hpp"

namespace cwp {
namespace {

constexpr const char* kRulesOfPlaces = R"yaml(cwp: 1
id: places
attributes: {station: {type: text}}
metrics: {visits: {type: u16, absent: missing}, calls: {type: u16}, complaints: {type: u16}}
categories:
  - id: work
    items:
      - {id: seen, per: month, full: 10, points: visits, if_missing: drop}
      - {id: led, per: month, full: 5, points: calls}
assessments: {month: {total: seen}}
vetoes:
  - {id: out, per: month, on: total, when: complaints >= 8, cap: 9, ranking: exclude}
  - {id: behind, per: month, on: total, when: complaints = 7, cap: 10, ranking: last}
rankings:
  - {id: plain, every: month, of: total}
  - {id: dense, every: month, of: total, method: dense, by: station, ties: [calls]}
  - {id: shared, every: month, of: total, method: fractional, order: ascending, by: station}
  - {id: one_by_one, every: month, of: total, method: ordinal, eligible: calls >= 1, ties: [calls]}
  - {id: units, every: month, of: mean(total by station), unit: station}
grades:
  - id: g
    ranking: dense
    levels: [{id: top, when: total >= 5, at_most: 30%}, {id: rest}]
awards:
  - {id: first, from: plain, top: 25%, edge: out, pays: 100 / rank}
  - {id: local, from: dense, bottom: 3, edge: in}
)yaml";

class PlacesAnewTest : public testing::Test {
 protected:
  static constexpr int kOfficers = 40;
  using Row = std::tuple<int, std::string, int, int>;  // officer, metric, figure (below 0: withdrawn), day of record

  PlacesAnewTest() : rules(checked_text(kRulesOfPlaces)), plan(compile(rules)) {}

  DatasetBuilder told(const std::vector<Row>& all) const {
    DatasetBuilder builder(rules);
    builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
    for (int i = 0; i < kOfficers; ++i)
      builder.add_officer(std::to_string(i), {}, {}, {{"station", i % 3 == 0 ? "A" : i % 3 == 1 ? "B" : ""}});
    for (const Row& row : all) add(row, builder);
    return builder;
  }
  static void add(const Row& row, DatasetBuilder& builder) {
    const auto& [officer, metric, figure, recorded] = row;
    Recorded known;
    if (recorded > 0) known.day = *Day::parse("2026-04-01") + recorded;
    known.withdrawn = figure < 0;
    builder.add_metric(std::to_string(officer), "2026-03-09", metric, std::to_string(std::abs(figure)), {}, known);
  }

  CheckedRulebook rules;
  Plan plan;
};

TEST_F(PlacesAnewTest, AreThoseOfOneRunWhoeverMoves) {
  std::mt19937 random(11);
  const auto pick = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
  const auto figure = [&](const std::string& metric) {
    return metric == "visits" ? pick(6) : metric == "calls" ? pick(3) : pick(9);
  };
  std::vector<Row> all;
  for (int i = 0; i < kOfficers; ++i)
    for (const char* metric : {"visits", "calls", "complaints"})
      if (pick(9) > 0) all.emplace_back(i, metric, figure(metric), 0);
  Scorer scorer = Scorer::make(plan, told(all)).value();
  Scores whole = score(plan, told(all).finish().value()).value();
  std::size_t ranks = 0, reasons = 0, awards = 0, grades = 0;
  for (int update = 1; update <= 150; ++update) {
    for (int n = update % 5 == 0 ? 1 + pick(12) : 1; n > 0; --n) {
      const std::string metric =
          std::vector<std::string>{"visits", "visits", "calls", "complaints"}[std::size_t(pick(3))];
      const Row row(pick(kOfficers - 1), metric, pick(7) == 0 ? -1 : figure(metric), int(all.size()));
      all.push_back(row);
      add(row, scorer.rows());
    }
    const Movement moved = scorer.update().value();
    const Scores before = std::exchange(whole, score(plan, told(all).finish().value()).value());
    ASSERT_EQ(output_files(scorer.scores()), output_files(whole)) << update;
    const Movement expected = what_moved(before, whole);
    ASSERT_EQ(moved.figures, expected.figures) << update;
    for (const MovedFigure& one : moved.figures) {
      ranks += one.what == Moving::rank ? 1 : 0;
      reasons += one.what == Moving::no_rank ? 1 : 0;
      awards += one.what == Moving::award ? 1 : 0;
      grades += one.what == Moving::grade ? 1 : 0;
    }
  }
  EXPECT_GT(ranks, 2'000U);
  EXPECT_GT(reasons, 100U);
  EXPECT_GT(awards, 100U);
  EXPECT_GT(grades, 50U);
}

TEST_F(PlacesAnewTest, ThoseBetweenMoveByOne) {
  // Points 0, 1, … 5 for officers 0 to 5; officer 1 passes 2 and 3.
  std::vector<Row> all;
  for (int i = 0; i < 6; ++i) all.emplace_back(i, "visits", i, 0);
  Scorer scorer = Scorer::make(plan, told(all)).value();
  add({1, "visits", 3, 1}, scorer.rows());
  const Movement movement = scorer.update().value();
  std::vector<std::string> moved;
  for (const MovedFigure& one : movement.figures)
    if (one.id == "plain" && one.what == Moving::rank) moved.push_back(one.who + " " + one.before + " " + one.after);
  // 5 4 3 2 1 0 before; then 5, 4, two with 3, one with 2, one with 0.
  EXPECT_EQ(moved, (std::vector<std::string>{"1 5 3", "2 4 5"}));
}

}  // namespace
}  // namespace cwp
