// What a sink is promised: the kinds it wants, nothing under an error, and its own exceptions back.

#include "cwp/score_sink.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "stream/compared_ways.hpp"

namespace cwp {
namespace {

TEST(ScoreSink, NoLanesWhereNoneAreAllowed) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 5);
  ScoreOptions options;
  options.engine.least_in_lanes = 0;
  KeepingSink sink(30, true);
  const ScoringReport report = score_into(sink, compile(bureau.rules), bureau.data(), options).value();
  EXPECT_EQ(report.steps, 0U);
  EXPECT_EQ(report.judged, 30U);
}

class TotalsOnly : public KeepingSink {
 public:
  using KeepingSink::KeepingSink;
  bool wants(PartKind kind) const override { return kind == PartKind::total; }
};

TEST(ScoreSink, ASinkGetsTheKindsThatItWants) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 6);
  const Plan plan = compile(bureau.rules);
  const Dataset data = bureau.data();
  Published wanted = published(score(plan, data).value(), bureau.rules);
  std::erase_if(wanted.figures, [](const auto& column) { return std::get<PartKind>(column.first) != PartKind::total; });
  for (const std::size_t least : {std::size_t{0}, std::size_t{8}}) {
    ScoreOptions options;
    options.engine.least_in_lanes = least;
    TotalsOnly sink(30, true);
    ASSERT_TRUE(score_into(sink, plan, data, options).ok());
    EXPECT_TRUE(sink.kept.figures == wanted.figures) << first_difference(sink.kept, wanted);
    EXPECT_EQ(sink.kept.figures.size(), 2U);  // of two months
    EXPECT_TRUE(sink.kept.ranks == wanted.ranks);
  }
}

TEST(ScoreSink, StrictStopsAtARowIssueBeforeAnythingIsHandedOver) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 7);
  bureau.figures_of("cases", "2026-01")[9] = 0;
  ScoreOptions options;
  options.strict = true;
  KeepingSink sink(30, true);
  const auto report = score_into(sink, compile(bureau.rules), bureau.data(), options);
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.diagnostics()[0].slug, "strict-issue");
  EXPECT_TRUE(sink.kept.figures.empty());
}

TEST(ScoreSink, ErrorsAreThoseOfScore) {
  MadeBureau bureau = ordinary_bureau(kFaults, 10, 8);
  ScoreOptions options;
  options.grains = {Grain::year};
  KeepingSink sink(10, true);
  const auto report = score_into(sink, compile(bureau.rules), bureau.data(), options);
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.diagnostics()[0].slug, "grain-not-assessed");
}

/// Has enough at the third block.
class FullSink : public KeepingSink {
 public:
  using KeepingSink::KeepingSink;
  void block(const ScoreBlock& block) override {
    if (block.first >= 4) throw std::runtime_error("full");
    KeepingSink::block(block);
  }
};

TEST(ScoreSink, WhatASinkThrowsComesOutAndNobodyWaitsForEver) {
  MadeBureau bureau = ordinary_bureau(kFaults, 40, 9);
  for (const int threads : {1, 2, 3})
    for (const bool in_order : {true, false}) {
      ScoreOptions options;
      options.threads = threads;
      options.engine.block = 2;
      FullSink sink(40, in_order);
      EXPECT_THROW(static_cast<void>(score_into(sink, compile(bureau.rules), bureau.data(), options)),
                   std::runtime_error);
    }
}

}  // namespace
}  // namespace cwp
