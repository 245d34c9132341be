// What a sink is promised: the kinds it wants, nothing under an error, and its own exceptions back.

#include "cwp/score_sink.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "no_more_threads.hpp"
#include "stream/compared_ways.hpp"

namespace cwp {
namespace {

TEST(FigureUnits, AreCopiedIntoAnyWidthThatHoldsThemOrNotAtAll) {
  using Copy = FigureUnits::Copy;
  const std::vector<std::uint16_t> narrow = {0, 7, 65535};
  const std::vector<std::int32_t> wide = {0, -7, 65535}, wider = {1, 65536};
  const std::vector<std::int64_t> none = {3, kNoFigure};
  for (const Copy how : {Copy::into_caches, Copy::around_caches}) {
    std::vector<std::uint16_t> u16(4, 99);
    std::vector<std::int32_t> i32(4, 99);
    std::vector<std::int64_t> i64(4, 99);
    EXPECT_TRUE(FigureUnits(narrow).copy_to(std::span(u16), how));
    EXPECT_EQ(u16, (std::vector<std::uint16_t>{0, 7, 65535, 99}));
    EXPECT_TRUE(FigureUnits(narrow).copy_to(std::span(i32), how));
    EXPECT_EQ(i32, (std::vector<std::int32_t>{0, 7, 65535, 99}));
    EXPECT_TRUE(FigureUnits(wide).copy_to(std::span(i64), how));
    EXPECT_EQ(i64, (std::vector<std::int64_t>{0, -7, 65535, 99}));
    // Below 0, beyond 16 bits, no figure, too little room: nothing is written.
    EXPECT_FALSE(FigureUnits(wide).copy_to(std::span(u16), how));
    EXPECT_FALSE(FigureUnits(wider).copy_to(std::span(u16), how));
    EXPECT_FALSE(FigureUnits(none).copy_to(std::span(i32), how));
    EXPECT_FALSE(FigureUnits(narrow).copy_to(std::span(u16).first(2), how));
    EXPECT_EQ(u16, (std::vector<std::uint16_t>{0, 7, 65535, 99}));
    EXPECT_EQ(i32, (std::vector<std::int32_t>{0, 7, 65535, 99}));
    EXPECT_TRUE(FigureUnits(none).copy_to(std::span(i64), how));
    EXPECT_EQ(i64[1], kNoFigure);
    const std::vector<std::uint16_t> many(1300, 12);
    std::vector<std::int32_t> all(1301, 99);
    EXPECT_TRUE(FigureUnits(many).copy_to(std::span(all), how));
    EXPECT_EQ(std::count(all.begin(), all.end(), 12), 1300);
    EXPECT_EQ(all.back(), 99);
    EXPECT_TRUE(FigureUnits().copy_to(std::span(u16).first(0), how));
  }
}

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

TEST(ScoreSink, BlocksHaveNoMoreOfficersThanThereAre) {
  MadeBureau bureau = ordinary_bureau(kFaults, 300, 9);
  const Plan plan = compile(bureau.rules);
  const Dataset data = bureau.data();
  const Published wanted = published(score(plan, data).value(), bureau.rules);
  for (const std::size_t block : {std::size_t{1} << 40, ~std::size_t{0}})
    for (const std::size_t least : {std::size_t{0}, std::size_t{8}}) {
      ScoreOptions options;
      options.engine.block = block;
      options.engine.least_in_lanes = least;
      KeepingSink sink(300, true);
      ASSERT_TRUE(score_into(sink, plan, data, options).ok());
      EXPECT_TRUE(sink.kept.figures == wanted.figures) << first_difference(sink.kept, wanted);
      EXPECT_TRUE(published(score(plan, data, options).value(), bureau.rules).figures == wanted.figures);
      EXPECT_TRUE(describe_lanes(plan, data, options).ok());
    }
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

/// Remembers in which width each column came, by block.
class WidthSink : public KeepingSink {
 public:
  using KeepingSink::KeepingSink;
  void block(const ScoreBlock& block) override {
    KeepingSink::block(block);
    for (const FigureColumnView& column : block.columns) types[std::string(column.id)].push_back(column.units.type());
  }
  std::map<std::string, std::vector<FigureUnits::Type>> types;
};

TEST(ScoreSink, FiguresComeInTheWidthThatHoldsThem) {
  constexpr const char* kWidths = R"yaml(cwp: 1
id: widths
metrics: {visits: {per: month, type: u16, range: [0, 400]}}
categories:
  - id: whole
    combine: sum
    items:
      - {id: short, per: month, points: visits}
      - {id: below, per: month, min: -5, if_missing: zero, points: 1 - visits}
      - {id: medium, per: month, points: 2 * visits}
      - {id: wide, per: month, points: 1000000 * visits}
assessments: {month: {}}
rankings: [{id: over_all, every: month, of: total}]
)yaml";
  using Type = FigureUnits::Type;
  MadeBureau bureau(kWidths, 12, "2026-01-01", "2026-01-31", 1);
  const auto scored = [&] {
    ScoreOptions options;
    options.engine.block = 4;
    WidthSink sink(12, true);
    EXPECT_TRUE(score_into(sink, compile(bureau.rules), bureau.data(), options).ok());
    return sink.types;
  };
  auto types = scored();
  EXPECT_EQ(types["short"], std::vector<Type>(3, Type::u16));  // 400.00 at most
  EXPECT_EQ(types["below"], std::vector<Type>(3, Type::i32));  // -5.00 at least
  EXPECT_EQ(types["medium"], std::vector<Type>(3, Type::i32));
  EXPECT_EQ(types["wide"], std::vector<Type>(3, Type::i64));
  EXPECT_EQ(types["total"], std::vector<Type>(3, Type::i64));
  bureau.figures_of("visits", "2026-01")[5] = 401;  // refused: the officer has no figure
  types = scored();
  EXPECT_EQ(types["short"], (std::vector<Type>{Type::u16, Type::i64, Type::u16}));
}

/// Wants the ranks of one ranking in memory of its own.
class RoomSink : public KeepingSink {
 public:
  RoomSink(std::size_t officers, std::string wanted)
      : KeepingSink(officers, true), room(officers, 77), wanted_(std::move(wanted)) {}
  std::span<std::uint32_t> room_for_ranks(std::string_view ranking, Period, std::size_t officers) override {
    EXPECT_EQ(officers, room.size());
    return ranking == wanted_ ? std::span(room) : std::span<std::uint32_t>();
  }
  void ranks(const RankColumn& column) override {
    KeepingSink::ranks(column);
    EXPECT_EQ(column.ranks.data() == room.data(), column.ranking == wanted_);
  }
  std::vector<std::uint32_t> room;

 private:
  std::string wanted_;
};

TEST(ScoreSink, RanksAreWrittenWhereTheSinkWantsThem) {
  MadeBureau bureau = ordinary_bureau(kFaults, 30, 6);
  const Plan plan = compile(bureau.rules);
  const Dataset data = bureau.data();
  const Published wanted = published(score(plan, data).value(), bureau.rules);
  ASSERT_GT(wanted.ranks.size(), 1U);
  for (const std::size_t least : {std::size_t{0}, std::size_t{8}})
    for (const auto& [key, ranks] : wanted.ranks) {
      ScoreOptions options;
      options.engine.least_in_lanes = least;
      RoomSink sink(30, std::get<0>(key));
      ASSERT_TRUE(score_into(sink, plan, data, options).ok());
      EXPECT_TRUE(sink.kept.ranks == wanted.ranks);
    }
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

TEST(ScoreSink, WhereNoThreadCanBeStartedItGetsTheSameInOrder) {
  MadeBureau bureau = ordinary_bureau(kFaults, 40, 9);
  const Plan plan = compile(bureau.rules);
  const Dataset data = bureau.data();
  ScoreOptions options;
  options.engine.block = 2;
  KeepingSink alone(40, true), many(40, true);
  ASSERT_TRUE(score_into(alone, plan, data, options));
  options.threads = 3;
  const NoMoreThreads none;
  ASSERT_TRUE(score_into(many, plan, data, options));
  EXPECT_EQ(many.complaint, "");
  EXPECT_TRUE(many.kept.figures == alone.kept.figures);
  EXPECT_TRUE(many.kept.ranks == alone.kept.ranks);
}

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
