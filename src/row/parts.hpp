#pragma once
// for_each_part: parts of some work, in threads.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace cwp {

/// Calls `work` with each of 0 … parts - 1, once, in up to `threads` threads, or in as
/// many as can be started: whoever is free takes the next. What one
/// throws ends up in the caller; then others may not have been done.
template <typename Work>
void for_each_part(std::size_t parts, int threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex lock;
  const auto share = [&] {
    try {
      for (std::size_t i = next++; i < parts; i = next++) work(i);
    } catch (...) {
      next = parts;
      const std::lock_guard guard(lock);
      failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> workers;
    try {
      for (std::size_t t = 1; t < std::min(std::size_t(std::max(threads, 1)), parts); ++t) workers.emplace_back(share);
    } catch (const std::system_error&) {
      // Those that could be started do it all.
    }
    share();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace cwp
