// Threads over officers: each officer once, and no exception is lost.

#include "engine/officer_threads.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace cwp {
namespace {

TEST(OfficerThreads, EveryOfficerIsVisitedOnceWhateverTheThreads) {
  for (const int threads : {-1, 1, 2, 3, 100}) {
    std::vector<std::atomic<int>> visits(7);
    for_each_officer(visits.size(), threads, [&](std::size_t i) { ++visits[i]; });
    for (const auto& count : visits) EXPECT_EQ(count.load(), 1) << threads << " threads";
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

}  // namespace
}  // namespace cwp
