#pragma once
// StageProgress: counts the work of one stage, in any number of threads, and tells it now and then.

#include <algorithm>
#include <atomic>
#include <mutex>

#include "cwp/progress.hpp"

namespace cwp {

class StageProgress {
 public:
  /// `progress` may be empty: then nothing is counted. It is kept by reference.
  StageProgress(const Progress& progress, WorkStage stage, std::size_t all)
      : progress_(progress), stage_(stage), all_(all), step_(std::max<std::size_t>(all / kCalls, 1)) {
    if (progress_) progress_(stage_, 0, all_);
  }
  StageProgress(const StageProgress&) = delete;
  StageProgress& operator=(const StageProgress&) = delete;

  bool watched() const { return bool(progress_); }
  void add(std::size_t count) {
    if (!progress_ || count == 0) return;
    const std::size_t before = done_.fetch_add(count);
    if (before / step_ == (before + count) / step_ && before + count != all_) return;
    const std::lock_guard lock(mutex_);
    const std::size_t done = std::min(done_.load(), all_);
    if (done == told_) return;
    told_ = done;
    progress_(stage_, done, all_);
  }

 private:
  static constexpr std::size_t kCalls = 200;

  const Progress& progress_;
  WorkStage stage_;
  std::size_t all_, step_, told_ = 0;
  std::atomic<std::size_t> done_ = 0;
  std::mutex mutex_;
};

}  // namespace cwp
