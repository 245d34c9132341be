// Threads over officers: each officer once, and no exception is lost.

#include "engine/officer_threads.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <vector>

#include "no_more_threads.hpp"

namespace cwp {
namespace {

TEST(OfficerThreads, EveryOfficerIsVisitedOnceWhateverTheThreads) {
  for (const int threads : {-1, 1, 2, 3, 100}) {
    std::vector<std::atomic<int>> visits(7);
    for_each_officer(visits.size(), threads, [&](std::size_t i) { ++visits[i]; });
    for (const auto& count : visits) EXPECT_EQ(count.load(), 1) << threads << " threads";
  }
}

TEST(OfficerThreads, WhereNoThreadCanBeStartedOneDoesItAll) {
  const NoMoreThreads none;
  EXPECT_THROW(std::thread([] {}).join(), std::system_error);
  for (const bool has_team : {false, true}) {
    const OfficerTeam team(has_team ? 3 : 1);
    std::vector<std::atomic<int>> visits(7);
    for_each_officer(visits.size(), 3, [&](std::size_t i) { ++visits[i]; });
    for (const auto& count : visits) EXPECT_EQ(count.load(), 1);
  }
}

TEST(OfficerThreads, NoOfficerIsNoWork) {
  for_each_officer(0, 4, [](std::size_t) { FAIL(); });
}

TEST(OfficerThreads, AnExceptionOfAnyThreadReachesTheCaller) {
  for (const std::size_t bad : {std::size_t{0}, std::size_t{9}})
    EXPECT_THROW(for_each_officer(10, 3,
                                  [&](std::size_t i) {
                                    if (i == bad) throw std::runtime_error("bad");
                                  }),
                 std::runtime_error);
}

TEST(OfficerTeam, ItsThreadsDoOneWorkAfterTheOther) {
  const OfficerTeam team(3), second(4);  // the second does nothing
  std::mutex lock;
  std::set<std::thread::id> threads;
  for (int round = 0; round < 500; ++round) {
    std::vector<std::atomic<int>> visits(7);
    for_each_officer(visits.size(), 3, [&](std::size_t i) {
      ++visits[i];
      const std::lock_guard held(lock);
      threads.insert(std::this_thread::get_id());
    });
    for (const auto& count : visits) ASSERT_EQ(count.load(), 1) << "round " << round;
  }
  EXPECT_EQ(threads.size(), 3U);
}

TEST(OfficerTeam, FewerOrMoreThreadsThanItHasDoTheSame) {
  const OfficerTeam team(3);
  for (const int threads : {1, 2, 3, 8}) {
    std::atomic<int> visits = 0;
    for_each_officer(20, threads, [&](std::size_t) { ++visits; });
    EXPECT_EQ(visits.load(), 20) << threads << " threads";
  }
}

TEST(OfficerTeam, StartsNoThreadBeforeOneIsNeeded) {
  const OfficerTeam team(3, OfficerTeam::Start::when_needed);
  std::set<std::thread::id> threads;
  std::mutex lock;
  const auto note = [&](std::size_t) {
    const std::lock_guard held(lock);
    threads.insert(std::this_thread::get_id());
  };
  {
    const NoMoreThreads none;
    for_each_officer(20, 1, note);
    EXPECT_EQ(threads.size(), 1U);
  }
  for (int round = 0; round < 100; ++round) for_each_officer(20, 3, note);
  EXPECT_EQ(threads.size(), 3U);
}

TEST(OfficerTeam, WorkWithinItsWorkIsDoneToo) {
  const OfficerTeam team(2);
  std::atomic<int> visits = 0;
  for_each_officer(4, 2, [&](std::size_t) { for_each_officer(5, 2, [&](std::size_t) { ++visits; }); });
  EXPECT_EQ(visits.load(), 20);
}

TEST(OfficerTeam, AnExceptionOfAnyThreadReachesTheCallerAndTheTeamGoesOn) {
  const OfficerTeam team(3);
  for (const std::size_t bad : {std::size_t{0}, std::size_t{9}})
    EXPECT_THROW(for_each_officer(10, 3,
                                  [&](std::size_t i) {
                                    if (i == bad) throw std::runtime_error("bad");
                                  }),
                 std::runtime_error);
  std::atomic<int> visits = 0;
  for_each_officer(10, 3, [&](std::size_t) { ++visits; });
  EXPECT_EQ(visits.load(), 10);
}

}  // namespace
}  // namespace cwp
