#pragma once
// PieceThread: a thread that does something with pieces, one after the other.

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "files/text_files.hpp"

namespace cwp {

class PieceThread {
 public:
  using Piece = std::shared_ptr<const TextPiece>;

  /// Throws std::system_error where there is no room for a thread.
  explicit PieceThread(std::function<void(std::string_view)> work)
      : work_(std::move(work)), thread_([this] { run(); }) {}
  ~PieceThread() { end(); }
  PieceThread(const PieceThread&) = delete;
  PieceThread& operator=(const PieceThread&) = delete;

  /// Waits while too much is waiting.
  void push(Piece piece) {
    std::unique_lock guard(lock_);
    less_.wait(guard, [&] { return bytes_ < kMostWaiting; });
    bytes_ += piece->text().size();
    waiting_.push_back(std::move(piece));
    more_.notify_one();
  }
  /// Waits until all is done; throws what the work threw first, after which nothing more was done. Once.
  void finish() {
    end();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  static constexpr std::size_t kMostWaiting = std::size_t{16} << 20;

  void end() {
    if (!thread_.joinable()) return;
    {
      const std::lock_guard guard(lock_);
      last_ = true;
      more_.notify_one();
    }
    thread_.join();
  }
  void run() {
    std::unique_lock guard(lock_);
    while (true) {
      more_.wait(guard, [&] { return !waiting_.empty() || last_; });
      if (waiting_.empty()) return;
      Piece piece = std::move(waiting_.front());
      waiting_.pop_front();
      const std::size_t size = piece->text().size();
      guard.unlock();
      try {
        if (!failure_) work_(piece->text());
      } catch (...) {
        failure_ = std::current_exception();
      }
      piece.reset();  // whoever waits may use it again
      guard.lock();
      bytes_ -= size;
      less_.notify_all();
    }
  }

  std::function<void(std::string_view)> work_;
  std::mutex lock_;
  std::condition_variable more_, less_;
  std::deque<Piece> waiting_;
  std::size_t bytes_ = 0;  ///< of those that wait, and of the one that is worked on
  bool last_ = false;      ///< there will be no more
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace cwp
