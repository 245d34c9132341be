#include "sample/profile.hpp"

#include <gtest/gtest.h>

#include "checked_text.hpp"

namespace cwp {
namespace {

constexpr Day kMiddle{20'500};

CheckedRulebook rules_of(const std::string& metrics, const std::string& items) {
  return checked_text("cwp: 1\nid: t\nmetrics:\n" + metrics + "categories:\n  - id: k\n    items:\n" + items);
}

TEST(Profile, TheKindFollowsFromTypeAndFold) {
  const Profiles profiles = make_profiles(rules_of("  a: {type: u16}\n  b: {decimals: 2}\n  c: {fold: mean}\n"
                                                   "  d: {type: bool}\n",
                                                   "      - {id: x, per: month, full: 5, points: a + b + c + d}\n"),
                                          kMiddle);
  EXPECT_EQ(profiles.metrics[0].kind, FigureKind::count);
  EXPECT_EQ(profiles.metrics[1].kind, FigureKind::measure);
  EXPECT_EQ(profiles.metrics[2].kind, FigureKind::mark);
  EXPECT_EQ(profiles.metrics[3].kind, FigureKind::truth);
}

TEST(Profile, BetterOfficersDoMoreOfWhatIsWantedAndLessOfWhatIsNot) {
  Profile more, less;
  more.full = 10'000;
  less.zero = 5'000;
  less.less = true;
  for (Quality quality = 50; quality <= 1000; quality += 50) {
    EXPECT_LT(level_of(more, quality - 50), level_of(more, quality));
    EXPECT_GT(level_of(less, quality - 50), level_of(less, quality));
  }
  EXPECT_LT(level_of(more, 200), 5'000);
  EXPECT_GT(level_of(more, 900), 10'000);
}

TEST(Profile, FiguresKeepThePromises) {
  Profile mark;
  mark.kind = FigureKind::mark;
  mark.lowest = 55'000;
  mark.highest = 97'500;  // no whole number
  mark.zero = 60'000;
  mark.full = 95'000;
  Random random(1, "test");
  for (Quality quality = 0; quality <= 1000; quality += 5) {
    const std::int64_t figure = draw_figure(mark, quality, 1000, 0, random);
    EXPECT_TRUE(55'000 <= figure && figure <= 97'500 && figure % 1000 == 0) << figure;
  }
}

TEST(Profile, APartIsNeverAboveItsWhole) {
  const Profiles profiles =
      make_profiles(rules_of("  solved: {type: u16}\n  taken: {type: u16}\n",
                             "      - {id: x, per: month, full: 5, target: {of: \"ratio(solved, taken, 1)\", at: 90%, "
                             "zero_at: 50%}}\n"),
                    kMiddle);
  EXPECT_EQ(profiles.metrics[0].part_of, 1u);
  EXPECT_EQ(profiles.order, (std::vector<std::uint32_t>{1, 0}));
  Random random(1, "test");
  std::int64_t all = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t part = draw_figure(profiles.metrics[0], 500, 1000, 4'000, random);
    EXPECT_LE(part, 4'000);
    all += part;
  }
  EXPECT_NEAR(double(all) / 4'000'000, 0.81,
              0.05);  // 0.52 + 0.78 of the way to 0.88: between where marks begin and end
}

TEST(Profile, FiguresAreWrittenWithTheirDecimals) {
  EXPECT_EQ(figure_text(12'000, 0), "12");
  EXPECT_EQ(figure_text(12'500, 1), "12.5");
  EXPECT_EQ(figure_text(-250, 3), "-0.250");
  EXPECT_EQ(thousandths(Rational(-1, 3)), -334);
  EXPECT_EQ(thousandths(Rational(7)), 7000);
}

}  // namespace
}  // namespace cwp
