#include "row/parts.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "no_more_threads.hpp"

namespace cwp {
namespace {

TEST(Parts, EachIsDoneOnceByAnyNumberOfThreads) {
  for (const int threads : {0, 1, 2, 7}) {
    std::vector<std::atomic<int>> done(100);
    for_each_part(done.size(), threads, [&](std::size_t i) { ++done[i]; });
    for (const auto& one : done) EXPECT_EQ(one, 1);
    for_each_part(0, threads, [](std::size_t) { FAIL(); });
  }
}

TEST(Parts, AreDoneWhereNoThreadCanBeStarted) {
  const NoMoreThreads none;
  std::vector<std::atomic<int>> done(100);
  for_each_part(done.size(), 3, [&](std::size_t i) { ++done[i]; });
  for (const auto& one : done) EXPECT_EQ(one, 1);
}

TEST(Parts, WhatOneThrowsEndsUpInTheCaller) {
  for (const int threads : {1, 3})
    EXPECT_THROW(for_each_part(50, threads,
                               [](std::size_t i) {
                                 if (i == 7) throw std::runtime_error("seven");
                               }),
                 std::runtime_error);
}

}  // namespace
}  // namespace cwp
