#include "engine/officer_threads.hpp"

#include <algorithm>
#include <exception>
#include <thread>
#include <vector>

namespace cwp {

void for_each_officer(std::size_t officers, int threads, const std::function<void(std::size_t)>& work) {
  const std::size_t count =
      std::clamp<std::size_t>(std::size_t(std::max(threads, 1)), 1, std::max<std::size_t>(officers, 1));
  std::vector<std::exception_ptr> failures(count);
  const auto share = [&](std::size_t t) {
    try {
      for (std::size_t i = officers * t / count; i < officers * (t + 1) / count; ++i) work(i);
    } catch (...) {
      failures[t] = std::current_exception();
    }
  };
  std::vector<std::thread> workers;
  for (std::size_t t = 1; t < count; ++t) workers.emplace_back(share, t);
  share(0);
  for (std::thread& worker : workers) worker.join();
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

}  // namespace cwp
