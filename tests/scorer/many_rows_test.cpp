// So many rows that the figures of earlier updates are kept in several chunks, an officer's in each of them: what is
// corrected, withdrawn, refused, taken back or taken again as a whole is what one run over all rows makes of it.

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "checked_text.hpp"
#include "cwp/scorer.hpp"
#include "cwp/write.hpp"
#include "kept/packed_figures.hpp"

namespace cwp {
namespace {

constexpr const char* kRulesOfMany = R"yaml(cwp: 1
id: many
attributes: {station: {type: text}}
duty: {leave: exempt}
metrics:
  visits: {type: u16, on_duplicate: sum}
  calls: {type: u16, range: [0, 99], on_duplicate: last}
  cases: {type: u16, on_duplicate: error}
categories:
  - id: work
    items:
      - {id: seen, per: month, full: 10, points: 5 + visits / 31 - mean(visits by station) / 31}
      - {id: heard, per: week, full: 10, award: {of: calls, each: 0.1}, roll_up: mean}
      - {id: solved, per: month, full: 10, award: {of: cases, each: 0.01}}
assessments: {week: {}, month: {}}
rankings: [{id: best, every: month, of: total, by: station}]
)yaml";

class ManyRowsTest : public testing::Test {
 protected:
  static constexpr int kOfficers = 80;

  ManyRowsTest() : rules(checked_text(kRulesOfMany)), plan(compile(rules)) {}

  using Say = std::function<void(DatasetBuilder&)>;
  /// The first rows, day by day, and what was said since.
  DatasetBuilder told() const {
    DatasetBuilder builder(rules);
    builder.set_span({*Day::parse("2026-03-01"), *Day::parse("2026-03-31")});
    for (int i = 0; i < kOfficers; ++i) builder.add_officer(key(i), {}, {}, {{"station", std::to_string(i / 7)}});
    for (int day = 0; day < 31; ++day)
      for (int i = 0; i < kOfficers; ++i)
        for (const char* metric : {"visits", "calls", "cases"})
          builder.add_metric(key(i), date(day), metric, std::to_string((i * 7 + day * 3 + metric[1]) % 60));
    for (const Say& say : said) say(builder);
    return builder;
  }
  static std::string key(int officer) { return "o" + std::to_string(officer); }
  static std::string date(int day) { return (*Day::parse("2026-03-01") + day).to_text(); }

  CheckedRulebook rules;
  Plan plan;
  std::vector<Say> said;
};

TEST_F(ManyRowsTest, AreScoredAsOneRunScoresThem) {
  ASSERT_GT(std::size_t{kOfficers} * 31 * 3, 3 * PackedFigures::kPerChunk);
  std::mt19937 random(5);
  const auto pick = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
  Scorer scorer = Scorer::make(plan, told()).value();
  Scores whole = score(plan, told().finish().value()).value();
  int in_part = 0, taken_back = 0;
  for (int update = 1; update <= 60; ++update) {
    const std::size_t before_said = said.size();
    const int many = update % 6 == 0 ? 3 + pick(60) : 1 + pick(1);
    for (int n = 0; n < many; ++n) {
      const int officer = pick(kOfficers - 1), day = pick(30), metric = pick(2),
                figure = pick(update % 9 == 0 ? 120 : 99);
      Recorded known{*Day::parse("2026-04-01") + update, pick(9) == 0};
      if (metric != 2 && pick(4) == 0) known = {};                // one more row of the same figure
      if (metric == 2 && update % 10 == 0 && n == 0) known = {};  // figure-twice: an error, and all is taken back
      said.emplace_back([=](DatasetBuilder& to) {
        to.add_metric(key(officer), date(day), std::vector{"visits", "calls", "cases"}[std::size_t(metric)],
                      std::to_string(figure), {}, known);
      });
    }
    if (update % 15 == 0)
      said.emplace_back([=](DatasetBuilder& to) {
        to.add_duty(key(update), *Day::parse("2026-03-05"), *Day::parse("2026-03-05") + 3, "leave");
      });
    for (std::size_t i = before_said; i < said.size(); ++i) said[i](scorer.rows());
    const Result<Movement> moved = scorer.update();
    const Result<Dataset> all = told().finish();
    ASSERT_EQ(moved.ok(), all.ok()) << update;
    if (!all.ok()) {
      ++taken_back;
      said.resize(before_said);
      continue;
    }
    const Scores before = std::exchange(whole, score(plan, all.value()).value());
    ASSERT_EQ(output_files(scorer.scores()), output_files(whole)) << update;
    ASSERT_EQ(moved.value().figures, what_moved(before, whole).figures) << update;
    if (!scorer.last_update().everything && scorer.last_update().officers < kOfficers) ++in_part;
  }
  EXPECT_GT(in_part, 40);
  EXPECT_GT(taken_back, 0);
}

// A day that is appended brings figures of everybody at once: as many as need all chunks.
TEST_F(ManyRowsTest, FiguresOfEverybodyAtOnceAreCorrected) {
  Scorer scorer = Scorer::make(plan, told()).value();
  said.emplace_back([](DatasetBuilder& to) {
    for (int i = kOfficers - 1; i >= 0; --i)
      for (const char* metric : {"cases", "visits"})
        to.add_metric(key(i), date(17), metric, std::to_string(i % 50), {}, {*Day::parse("2026-04-02"), false});
  });
  said.back()(scorer.rows());
  const Scores before = scorer.scores();
  const Movement moved = scorer.update().value();
  const Scores whole = score(plan, told().finish().value()).value();
  EXPECT_EQ(output_files(scorer.scores()), output_files(whole));
  EXPECT_EQ(moved.figures, what_moved(before, whole).figures);
  EXPECT_FALSE(moved.figures.empty());
  EXPECT_FALSE(scorer.last_update().everything);
}

}  // namespace
}  // namespace cwp
