#include "files/folder_stream.hpp"

namespace cwp {
namespace {

/// Whoever would have more than that wait has to wait himself.
constexpr std::size_t kMostWaiting = std::size_t{32} << 20;

}  // namespace

FolderStream::FolderStream(WholeFolder& folder, bool beside) : folder_(folder) {
  if (beside) beside_ = std::thread([this] { write_all(); });
}

std::size_t FolderStream::add(const std::string& name) {
  hand_over({count_, name, true});
  return count_++;
}

void FolderStream::append(std::size_t file, std::string piece) { hand_over({file, std::move(piece), false}); }

void FolderStream::hand_over(Job job) {
  std::unique_lock guard(lock_);
  if (!beside_.joinable()) return write(job);
  less_.wait(guard, [&] { return bytes_waiting_ < kMostWaiting; });
  bytes_waiting_ += job.text.size();
  waiting_.push_back(std::move(job));
  more_.notify_one();
}

void FolderStream::write(const Job& job) {
  if (job.is_new) {
    written_.push_back({job.text, {}, 0});
    folder_.add(job.text);
    return;
  }
  if (folder_.failed()) return;
  Written& file = written_[job.file];
  folder_.append(job.file, job.text);
  file.digest.add(job.text);
  file.bytes += job.text.size();
}

void FolderStream::write_all() {
  std::unique_lock guard(lock_);
  while (true) {
    more_.wait(guard, [&] { return !waiting_.empty() || last_; });
    if (waiting_.empty()) return;
    const Job job = std::move(waiting_.front());
    waiting_.pop_front();
    guard.unlock();
    try {
      if (!failure_) write(job);
    } catch (...) {
      failure_ = std::current_exception();
    }
    guard.lock();
    bytes_waiting_ -= job.text.size();
    less_.notify_all();
  }
}

void FolderStream::end() {
  if (!beside_.joinable()) return;
  {
    const std::lock_guard guard(lock_);
    last_ = true;
    more_.notify_one();
  }
  beside_.join();
}

std::vector<OutputDigest> FolderStream::close() {
  end();
  if (failure_) std::rethrow_exception(failure_);
  std::vector<OutputDigest> digests;
  for (Written& file : written_) digests.push_back({file.name, file.digest.hex(), file.bytes});
  return digests;
}

}  // namespace cwp
