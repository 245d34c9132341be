#include "sample/officer_life.hpp"

#include <gtest/gtest.h>

#include <set>

#include "checked_text.hpp"

namespace cwp {
namespace {

const DayRange kYear{*Day::from_date(2026, 1, 1), *Day::from_date(2026, 12, 31)};

Rulebook rulebook() {
  Rulebook made;
  for (const char* status : {"on_duty", "leave", "training", "suspended", "调休"})
    made.duty.push_back({{status, {}}, DutyMeaning::exempt});
  made.duty[0].meaning = made.duty[3].meaning = DutyMeaning::assessed;
  made.duty[4].meaning = DutyMeaning::rest;
  return made;
}
std::vector<OfficerLife> lives(std::uint32_t officers, std::uint32_t stations = 0) {
  std::vector<OfficerLife> made;
  for (std::uint32_t number = 1; number <= officers; ++number)
    made.push_back(make_life(number, {kYear, 1, stations}, rulebook()));
  return made;
}

TEST(OfficerLife, SomeComeSomeLeaveSomeMove) {
  const std::vector<OfficerLife> all = lives(100);
  int come = 0, left = 0, moved = 0;
  for (const OfficerLife& officer : all) {
    come += officer.present.first != kYear.first;
    left += officer.present.last != kYear.last;
    moved += officer.posts.size() > 1;
    ASSERT_GT(officer.present.size(), 0);
  }
  EXPECT_TRUE(2 <= come && come <= 15) << come;
  EXPECT_TRUE(2 <= left && left <= 12) << left;
  EXPECT_TRUE(2 <= moved && moved <= 5) << moved;
}

TEST(OfficerLife, PostsFollowOneAnotherAndHoldThePresence) {
  for (const OfficerLife& officer : lives(100, 5)) {
    for (std::size_t i = 1; i < officer.posts.size(); ++i) {
      EXPECT_EQ(*officer.posts[i - 1].to + 1, *officer.posts[i].from);
      EXPECT_NE(officer.posts[i - 1].station, officer.posts[i].station);
      EXPECT_EQ(officer.station_on(*officer.posts[i].from - 1), officer.posts[i - 1].station);
      EXPECT_EQ(officer.station_on(*officer.posts[i].from), officer.posts[i].station);
    }
    EXPECT_LE(*officer.posts.front().from, officer.present.first);
    EXPECT_EQ(officer.posts.back().to.value_or(kYear.last), officer.present.last);
    EXPECT_LT(officer.station_on(officer.present.first), 5u);
  }
}

TEST(OfficerLife, StationsAreFilledOneAfterTheOtherOrAsManyAsAreAskedFor) {
  std::set<std::uint32_t> by_twenties, three;
  for (const OfficerLife& officer : lives(41)) by_twenties.insert(officer.posts.back().station);
  for (const OfficerLife& officer : lives(41, 3)) three.insert(officer.posts.back().station);
  EXPECT_EQ(by_twenties, (std::set<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(three, (std::set<std::uint32_t>{0, 1, 2}));
}

TEST(OfficerLife, DutyRecordsAreDisjointWithinThePresenceAndOfEachStatus) {
  std::set<std::string> statuses;
  for (const OfficerLife& officer : lives(60)) {
    for (std::size_t i = 0; i < officer.duty.size(); ++i) {
      const LifeDuty& duty = officer.duty[i];
      statuses.insert(duty.status);
      EXPECT_TRUE(officer.present_on(duty.days.first) && officer.present_on(duty.days.last));
      EXPECT_TRUE(i == 0 || officer.duty[i - 1].days.last < duty.days.first);
      EXPECT_EQ(officer.duty_on(duty.days.last), &duty);
      EXPECT_FALSE(duty.works);
    }
  }
  EXPECT_EQ(statuses, (std::set<std::string>{"leave", "suspended", "training", "调休"}));
}

TEST(OfficerLife, ThereAreWeakOrdinaryAndStrongOnes) {
  int weak = 0, strong = 0;
  for (const OfficerLife& officer : lives(200)) {
    weak += officer.talent <= 300;
    strong += officer.talent >= 780;
  }
  EXPECT_NEAR(weak, 30, 15);
  EXPECT_NEAR(strong, 50, 20);
}

TEST(OfficerLife, SomeGetBetter) {
  OfficerLife officer;
  officer.talent = 400;
  officer.progress = 300;
  EXPECT_EQ(officer.quality(kYear.first, 20, kYear), 420);
  EXPECT_EQ(officer.quality(kYear.last, 20, kYear), 719);
  EXPECT_EQ(officer.quality(kYear.last, -900, kYear), 0);
}

TEST(ShareOfDay, LittleHappensOnRestDaysAndNothingOnLeave) {
  const Calendar calendar;
  OfficerLife officer;
  officer.duty = {{{*Day::parse("2026-03-09"), *Day::parse("2026-03-10")}, "leave", false},
                  {{*Day::parse("2026-03-11"), *Day::parse("2026-03-11")}, "on_call", true}};
  const auto share = [&](const char* day) { return share_of_day(officer, *Day::parse(day), calendar, 1); };
  EXPECT_EQ(share("2026-03-04"), 1000);  // a Wednesday
  EXPECT_EQ(share("2026-03-06"), 880);   // a Friday
  EXPECT_EQ(share("2026-03-09"), 0);
  EXPECT_EQ(share("2026-03-11"), 1000);
  std::int64_t rest = 0, days = 0;
  for (Day day = kYear.first; day <= kYear.last; day = day + 1)
    if (!calendar.is_workday(day)) {
      rest += share_of_day(officer, day, calendar, 1);
      ++days;
    }
  EXPECT_LT(rest, days * 200);
}

TEST(OfficerLife, KeysHaveFourDigitsOrMore) {
  EXPECT_EQ(officer_key(12), "A0012");
  EXPECT_EQ(officer_key(12345), "A12345");
}

}  // namespace
}  // namespace cwp
