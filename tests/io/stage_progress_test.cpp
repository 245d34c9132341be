#include "io/stage_progress.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace cwp {
namespace {

TEST(StageProgress, TellsBeginningAndEndAndNotTooMuchBetween) {
  std::vector<std::size_t> told;
  const Progress progress = [&](WorkStage stage, std::size_t done, std::size_t all) {
    EXPECT_EQ(stage, WorkStage::scoring);
    EXPECT_EQ(all, 100'000U);
    told.push_back(done);
  };
  StageProgress stage(progress, WorkStage::scoring, 100'000);
  for (int i = 0; i < 100'000; ++i) stage.add(1);
  EXPECT_EQ(told.front(), 0U);
  EXPECT_EQ(told.back(), 100'000U);
  EXPECT_EQ(told.size(), 201U);
}

TEST(StageProgress, NeverFallsWhateverThreadTells) {
  std::vector<std::size_t> told;
  const Progress progress = [&](WorkStage, std::size_t done, std::size_t) { told.push_back(done); };
  StageProgress stage(progress, WorkStage::scoring, 40'000);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 10'000; ++i) stage.add(1);
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.back(), 40'000U);
}

TEST(StageProgress, NobodyNeedsToWatch) {
  const Progress nobody;
  StageProgress stage(nobody, WorkStage::reading, 0);
  stage.add(5);
  EXPECT_FALSE(stage.watched());
}

TEST(StageProgress, MoreThanThereWasToDoIsAllOfIt) {
  std::size_t last = 0;
  const Progress progress = [&](WorkStage, std::size_t done, std::size_t) { last = done; };
  StageProgress stage(progress, WorkStage::reading, 10);
  stage.add(15);
  EXPECT_EQ(last, 10U);
}

}  // namespace
}  // namespace cwp
