// What would have helped: against figures worked out by hand, and against every smaller change, each scored from files
// of its own.

#include "cwp/next_steps.hpp"

#include <gtest/gtest.h>

#include <map>

#include "reasons/figure_trials.hpp"
#include "reasons/made_scores_of.hpp"

namespace cwp {
namespace {

constexpr const char* kBeat = R"(cwp: 1
id: beat
metrics:
  visits: {type: u16}
  calls: {type: u16}
  hours: {decimals: 1, min: 0, max: 60}
  missed: {type: u8, better: less}
  inspection: {about: squad, per: month, fold: last, range: [0, 100]}
  complaints: {type: u8, better: less}
attributes: {squad: {type: text}}
categories:
  - id: work
    items:
      - {id: visiting, per: week, full: 20, bands: {of: visits, table: [[0, 0], [5, 8], [8, 20]]}}
      - {id: calling, per: month, full: 20, target: {of: calls, at: 40}}
      - {id: patrol, per: month, full: 20, bands: {of: hours, table: [[0, 0], [30.5, 10], [50, 20]]}}
      - {id: nobody_missed, per: month, full: 20, deduct: {of: missed, each: 5}}
      - {id: inspected, per: month, full: 10, points: inspection / 10}
      - {id: among, per: month, full: 10, ranked: {of: calls, table: [[1, 10], [2, 6], [3, 3]]}}
adjustments:
  - {id: complaint, per: month, takes: 2 * complaints, up_to: 10}
rankings:
  - {id: monthly, every: month, of: total, ties: [calls]}
)";

/// Of each officer a row in each week of March 2026, on its Tuesday: by officer, week and metric.
using BeatFigures = std::map<std::string, std::vector<std::map<std::string, std::string>>>;

BeatFigures beat_figures() {
  const auto week = [](const char* visits, const char* calls, const char* hours, const char* missed,
                       const char* complaints) {
    return std::map<std::string, std::string>{
        {"visits", visits}, {"calls", calls}, {"hours", hours}, {"missed", missed}, {"complaints", complaints}};
  };
  return {{"ann",
           {week("3", "8", "7.3", "1", "0"), week("7", "8", "7.2", "1", "1"), week("8", "8", "8", "0", "0"),
            week("5", "6", "6", "0", "0")}},
          {"bob",
           {week("8", "10", "20", "0", "0"), week("8", "10", "20", "0", "0"), week("8", "10", "20", "0", "0"),
            week("8", "10", "0", "0", "0")}},
          {"cid",
           {week("5", "7", "10", "0", "0"), week("5", "8", "10", "2", "0"), week("8", "8", "8", "0", "0"),
            week("5", "8", "0", "0", "0")}}};
}

Scores beat_scores(const BeatFigures& figures) {
  static const CheckedRulebook rules = load_and_check(Source("beat.yaml", kBeat)).value();
  static const char* kDates[] = {"2026-03-03", "2026-03-10", "2026-03-17", "2026-03-24"};
  std::string text = "officer,date,visits,calls,hours,missed,complaints\n";
  for (const auto& [officer, weeks] : figures)
    for (std::size_t i = 0; i < weeks.size(); ++i) {
      text += officer + "," + kDates[i];
      for (const char* metric : {"visits", "calls", "hours", "missed", "complaints"}) text += "," + weeks[i].at(metric);
      text += "\n";
    }
  const std::vector<OutputFile> files = {
      {"roster.csv", "officer,squad\nann,A\nbob,A\ncid,A\n"}, {"metrics.csv", text}, {"inspection.csv", ""}};
  return score(compile(rules), data_of(rules, {files[0], files[1]}, days_of("2026-03-01", "2026-04-05"), "beat"),
               Period{Grain::month, 2026 * 12 + 2})
      .value();
}

std::string with(const std::string& figure, const Decimal& by) {
  const Decimal old = *Decimal::parse(figure);
  const int decimals = std::max(old.decimals, by.decimals);
  const auto units = [&](const Decimal& value) {
    std::int64_t scaled = value.units;
    for (int i = value.decimals; i < decimals; ++i) scaled *= 10;
    return scaled;
  };
  return Decimal{units(old) + units(by), std::uint8_t(decimals)}.to_text();
}

std::optional<Decimal> points_in(const Scores& scores, const std::string& officer, const std::string& id) {
  const ScoreTable& table = *scores.table(Grain::month);
  const ScoreRow* row = table.find({Grain::month, 2026 * 12 + 2}, *scores.data().find_officer(officer));
  return row->parts[std::size_t(std::find(table.ids.begin(), table.ids.end(), id) - table.ids.begin())].points;
}

std::string steps_of(const std::vector<NextStep>& steps) {
  std::string text;
  for (const NextStep& step : steps)
    text += step.part + " " + step.metric + " " + step.by.to_text() + " x" + std::to_string(step.periods) + "\n";
  return text;
}

const Period kMarch{Grain::month, 2026 * 12 + 2};

TEST(NextSteps, TheNearestChangeOfEachFigureIsFound) {
  // ann: visits 3 7 8 5: one more makes 7 to 8. Calls 30: one more, of 40. Hours 28.5: 2.0 make 30.5. Missed 2,
  // complaint 1. Ranked 3rd by calls (30, 31, 40): one more is level with cid.
  const NextSteps steps = next_steps(beat_scores(beat_figures()), "monthly", "ann", kMarch).value();
  EXPECT_EQ(steps_of(steps.parts),
            "visiting visits 1 x1\ncalling calls 1 x1\npatrol hours 2 x1\nnobody_missed missed -1 x1\n"
            "among calls 1 x1\ncomplaint complaints -1 x1\n");
  // 35 points, cid 42.50: the patrol's 10 pass him; 3 more visits a week make (8 + 20 + 20 + 20) / 4 = 17 of 9; 9 calls
  // more make 4.5, and the second place among peers 3: level with him, were it not that he is third then.
  EXPECT_EQ(steps_of(steps.ranks), " visits 3 x4\n calls 9 x1\n hours 2 x1\n");
  EXPECT_EQ(steps.stuck, std::vector<std::string>{"inspected"});
  EXPECT_TRUE(steps.whole);
}

TEST(NextSteps, EveryStepHelpsWhenScoredFromFilesAndNoSmallerOneDoes) {
  const BeatFigures figures = beat_figures();
  const Scores before = beat_scores(figures);
  std::size_t parts = 0, ranks = 0;
  for (const std::string officer : {"ann", "cid"}) {
    const NextSteps steps = next_steps(before, "monthly", officer, kMarch).value();
    for (const NextStep& step : steps.parts) {
      const bool takes = step.part == "complaint";
      const auto old_points = points_in(before, officer, step.part);
      bool reached = false;
      const std::int64_t most = std::abs(step.by.units);
      for (std::int64_t units = 1; units <= most; units += most > 40 ? 3 : 1)
        for (std::size_t week = 0; week < 4; ++week)
          for (const int sign : {-1, 1}) {
            BeatFigures other = figures;
            std::string& figure = other[officer][week][step.metric];
            figure = with(figure, {sign * units, step.by.decimals});
            if (figure.front() == '-') continue;
            const auto points = points_in(beat_scores(other), officer, step.part);
            const bool better = takes ? *points < *old_points : *old_points < *points;
            EXPECT_FALSE(better && units < most) << officer << " " << step.part << " " << units;
            if (better && units == most && sign == (step.by.units < 0 ? -1 : 1) && points == step.points_after)
              reached = true;
          }
      EXPECT_TRUE(reached || most > 40) << officer << " " << step.part << " by " << step.by.to_text();
      ++parts;
    }
    for (const NextStep& step : steps.ranks) {
      if (step.periods > 1) continue;
      bool gained = false;
      for (std::size_t week = 0; week < 4; ++week) {
        BeatFigures other = figures;
        other[officer][week][step.metric] = with(other[officer][week][step.metric], step.by);
        if (other[officer][week][step.metric].front() == '-') continue;
        const Scores scores = beat_scores(other);
        for (const RankedOfficer& row : scores.ranking("monthly")->rows)
          if (scores.data().officer_key(row.officer) == officer && row.rank == step.rank_after &&
              row.value == step.value_after)
            gained = true;
      }
      EXPECT_TRUE(gained) << officer << " " << step.metric << " " << step.by.to_text();
      EXPECT_LT(*step.rank_after, *step.rank_before);
      ++ranks;
    }
  }
  EXPECT_GE(parts, 8U);
  EXPECT_GE(ranks, 2U);
}

TEST(NextSteps, TheFirstHasNoRankToGain) {
  const NextSteps steps = next_steps(beat_scores(beat_figures()), "monthly", "bob", kMarch).value();
  EXPECT_TRUE(steps.ranks.empty());
  EXPECT_EQ(steps.rank, (Decimal{1, 0}));
  EXPECT_EQ(next_steps(beat_scores(beat_figures()), "monthly", "zoe", kMarch).diagnostics()[0].slug, "not-in-ranking");
  const Diagnostic near = next_steps(beat_scores(beat_figures()), "monthly", "Bobb", kMarch).diagnostics().at(0);
  EXPECT_EQ(near.slug, "not-in-ranking");
  ASSERT_EQ(near.notes.size(), 1U);
  EXPECT_EQ(message(near.notes[0]), "nearest: bob");
}

TEST(NextSteps, OnMadeDataWhatIsToldIsWhatAScoringGives) {
  // Items by rank among peers: everybody is scored for each step.
  const DayRange year = days_of("2026-01-01", "2026-06-30");
  const CheckedRulebook rules = rules_in_tree("quarter-relative");
  const Period quarter{Grain::quarter, 2026 * 4 + 1};
  const Scores scores = score(compile(rules), made_data(rules, 12, year, 5), quarter).value();
  std::size_t found = 0;
  for (const RankedOfficer& row : scores.ranking("sequence_quarter")->rows) {
    const NextSteps steps =
        next_steps(scores, "sequence_quarter", scores.data().officer_key(row.officer), quarter).value();
    found += steps.parts.size();
    EXPECT_TRUE(steps.whole);
    for (const NextStep& step : steps.ranks) EXPECT_LT(*step.rank_after, *step.rank_before);
    EXPECT_FALSE(to_text(steps, scores).empty());
    EXPECT_FALSE(to_json(steps, scores).empty());
    if (found > 12) break;
  }
  EXPECT_GT(found, 4U);
}

TEST(FigureTrials, TheSearchEndsAtTheSmallestThatHelps) {
  for (const std::int64_t least : {1, 2, 8, 9, 15, 16, 17, 100, 1000}) {
    const auto helps = [&](std::int64_t steps) { return steps >= least; };
    EXPECT_EQ(FigureTrials::nearest(1000, helps), std::optional(least));
    EXPECT_EQ(FigureTrials::nearest(least - 1, helps), std::nullopt);
  }
}

}  // namespace
}  // namespace cwp
