#include "engine/officer_threads.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace cwp {
namespace {

using ShareOf = std::function<void(std::size_t)>;

/// Waits for another value than `old`: awake for about the length of a phase, then asleep.
std::uint32_t next_of(const std::atomic<std::uint32_t>& value, std::uint32_t old) {
  constexpr int kTurnsAwake = 4000;
  for (int turn = 0; turn < kTurnsAwake; ++turn) {
    if (const std::uint32_t now = value.load(std::memory_order_acquire); now != old) return now;
#if defined(__SSE2__)
    __builtin_ia32_pause();
#endif
  }
  value.wait(old, std::memory_order_acquire);
  return value.load(std::memory_order_acquire);
}

}  // namespace

/// Threads that take a share each of one work after the other.
class OfficerTeam::Crew {
 public:
  explicit Crew(std::size_t others) {
    try {
      for (std::size_t t = 0; t < others; ++t) threads_.emplace_back([this, t] { work(t + 1); });
    } catch (const std::system_error&) {
      // Then they are too few to be asked.
    }
  }
  ~Crew() {
    share_ = nullptr;
    begin();
    for (std::thread& thread : threads_) thread.join();
  }
  std::size_t size() const { return threads_.size() + 1; }

  /// Calls `share` with 0 … size() - 1, each in a thread of its own.
  void run(const ShareOf& share) {
    share_ = &share;
    left_.store(std::uint32_t(threads_.size()), std::memory_order_relaxed);
    begin();
    share(0);
    for (std::uint32_t left = left_.load(std::memory_order_acquire); left != 0;) left = next_of(left_, left);
  }

 private:
  void begin() {
    round_.fetch_add(1, std::memory_order_release);
    round_.notify_all();
  }
  void work(std::size_t number) {
    for (std::uint32_t round = 0;;) {
      round = next_of(round_, round);
      if (share_ == nullptr) return;
      (*share_)(number);
      left_.fetch_sub(1, std::memory_order_release);
      left_.notify_one();
    }
  }

  std::atomic<std::uint32_t> round_ = 0;  ///< of works
  std::atomic<std::uint32_t> left_ = 0;   ///< threads that have not done their share
  const ShareOf* share_ = nullptr;        ///< none: no more work
  std::vector<std::thread> threads_;
};

thread_local OfficerTeam* OfficerTeam::of_this_thread_ = nullptr;

OfficerTeam::OfficerTeam(int threads, Start start) : threads_(threads) {
  if (threads < 2 || of_this_thread_ != nullptr) return;
  of_this_thread_ = this;
  if (start == Start::at_once) crew();
}

OfficerTeam::~OfficerTeam() {
  if (of_this_thread_ == this) of_this_thread_ = nullptr;
}

OfficerTeam::Crew& OfficerTeam::crew() {
  if (crew_ == nullptr) crew_ = std::make_unique<Crew>(std::size_t(threads_) - 1);
  return *crew_;
}

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
  OfficerTeam* const team = OfficerTeam::of_this_thread_;
  OfficerTeam::Crew* const crew =
      1 < count && team != nullptr && int(count) <= team->threads_ ? &team->crew() : nullptr;
  if (crew != nullptr && crew->size() >= count) {
    // What `work` divides among threads in turn starts some of its own: the crew is at work.
    OfficerTeam::of_this_thread_ = nullptr;
    crew->run([&](std::size_t member) {
      if (member < count) share(member);
    });
    OfficerTeam::of_this_thread_ = team;
  } else {
    std::vector<std::thread> workers;
    std::size_t started = 1;
    try {
      for (; started < count; ++started) workers.emplace_back(share, started);
    } catch (const std::system_error&) {
      // What no thread could be started for is done here.
    }
    share(0);
    for (std::size_t t = started; t < count; ++t) share(t);
    for (std::thread& worker : workers) worker.join();
  }
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

}  // namespace cwp
