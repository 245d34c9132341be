// A plan keeps what it made for the data it scored before; other data are scored as by a plan of their own.

#include <thread>

#include "stream/compared_ways.hpp"

namespace cwp {
namespace {

/// Mostly a bureau like the ones before; now and then with other columns, classes or peers.
MadeBureau another_bureau(const char* rulebook, std::uint64_t round) {
  MadeBureau bureau(rulebook, round % 5 == 4 ? 41 : 60, "2026-01-01", "2026-02-28", round);
  bureau.set_stations(round % 7 == 6 ? 3 : 5, round % 3 != 2);
  if (rulebook == kForms) bureau.set_attribute("coefficient", coefficients(), false);
  const DayRange away{*Day::parse("2026-02-01"), *Day::parse("2026-02-28")};
  if (round % 4 == 3)
    for (std::size_t i = 0; i < bureau.officers(); ++i)
      if (bureau.below(3) == 0) bureau.add_leave(i, away);
  if (round % 6 == 5) come_and_go(bureau, {*Day::parse("2026-01-01"), *Day::parse("2026-02-28")});
  for (std::int64_t spoilt = bureau.below(3); spoilt > 0; --spoilt) {
    const auto column = std::next(bureau.figures.begin(), bureau.below(std::int64_t(bureau.figures.size())));
    column->second[std::size_t(bureau.below(std::int64_t(bureau.officers())))] = bureau.below(2) == 0 ? NAN : 1000;
  }
  if (bureau.below(4) == 0)  // a column of which nobody has a figure
    for (double& figure : std::next(bureau.figures.begin(), bureau.below(std::int64_t(bureau.figures.size())))->second)
      figure = NAN;
  return bureau;
}

/// Wants no more than totals.
class TotalsAlone : public KeepingSink {
 public:
  explicit TotalsAlone(std::size_t officers) : KeepingSink(officers, true) {}
  bool wants(PartKind kind) const override { return kind == PartKind::total; }
};

Published::Figures totals_of(const Published& all) {
  Published::Figures totals;
  for (const auto& [of, figures] : all.figures)
    if (std::get<PartKind>(of) == PartKind::total) totals.emplace(of, figures);
  return totals;
}

TEST(OnePlan, ScoresOneBureauAfterTheOtherAsAPlanOfItsOwnDoes) {
  std::size_t in_lanes = 0;
  for (const char* rulebook : {kForms, kDays}) {
    const CheckedRulebook rules = checked_text(rulebook);
    const Plan plan = compile(rules);
    for (std::uint64_t round = 0; round < 60 && !HasFailure(); ++round) {
      MadeBureau bureau = another_bureau(rulebook, round / 2);  // each of them twice, where it lies elsewhere
      bureau.rules = rules;
      const Dataset data = bureau.data();
      ScoreOptions options;
      options.engine.least_in_lanes = 0;
      const Published wanted = published(score(compile(rules), data, options).value(), rules);
      options.engine.least_in_lanes = 8;
      options.engine.least_in_cohort = 8;
      options.threads = int(round % 3 + 1);
      KeepingSink sink(data.officer_count(), round % 2 == 0);
      const ScoringReport report = score_into(sink, plan, data, options).value();
      EXPECT_EQ(sink.complaint, "") << round;
      EXPECT_TRUE(sink.kept.figures == wanted.figures) << round << first_difference(sink.kept, wanted);
      EXPECT_TRUE(sink.kept.ranks == wanted.ranks) << round;
      in_lanes += report.bind > 0 ? 1 : 0;
      // The same data again: other threads and blocks, somebody who wants less, and who has more classes judged.
      options.threads = int(round % 2 + 1);
      options.engine.block = round % 4 == 0 ? 64 : 0;
      options.engine.least_in_cohort = round % 5 == 0 ? 40 : 8;
      TotalsAlone totals(data.officer_count());
      score_into(totals, plan, data, options).value();
      EXPECT_EQ(totals.complaint, "") << round;
      EXPECT_TRUE(totals.kept.figures == totals_of(wanted)) << round;
      EXPECT_TRUE(totals.kept.ranks == wanted.ranks) << round;
      KeepingSink again(data.officer_count(), false);
      score_into(again, plan, data, options).value();
      EXPECT_TRUE(again.kept.figures == wanted.figures) << round << first_difference(again.kept, wanted);
      EXPECT_TRUE(again.kept.ranks == wanted.ranks) << round;
    }
  }
  EXPECT_GT(in_lanes, 60U);
}

TEST(OnePlan, IsAskedByManyThreadsForManyBureausAtATime) {
  const CheckedRulebook rules = checked_text(kDays);
  const Plan plan = compile(rules);
  std::vector<Published> wanted(4), found(4);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < wanted.size(); ++t)
    threads.emplace_back([&, t] {
      for (std::uint64_t round = 0; round < 4; ++round) {
        MadeBureau bureau = another_bureau(kDays, t + round % 2);
        bureau.rules = rules;
        const Dataset data = bureau.data();
        const auto of = [&](const Plan& by) {
          KeepingSink sink(data.officer_count(), true);
          score_into(sink, by, data, {}).value();
          return sink.kept;
        };
        wanted[t] = of(compile(rules));
        found[t] = of(plan);
        if (!(wanted[t].figures == found[t].figures)) return;
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t t = 0; t < wanted.size(); ++t) {
    EXPECT_FALSE(wanted[t].figures.empty());
    EXPECT_TRUE(wanted[t].figures == found[t].figures) << t;
    EXPECT_TRUE(wanted[t].ranks == found[t].ranks) << t;
  }
}

}  // namespace
}  // namespace cwp
