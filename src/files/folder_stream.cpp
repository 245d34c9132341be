#include "files/folder_stream.hpp"

#include <system_error>

namespace cwp {
namespace {

/// Whoever would have more than that wait has to wait himself.
constexpr std::size_t kMostWaiting = std::size_t{32} << 20;
/// A file of fewer pieces is written before a thread would have begun.
constexpr std::size_t kFewPieces = 2;

}  // namespace

std::size_t FolderStream::add(const std::string& name) {
  File& file = *files_.emplace_back(std::make_unique<File>());
  file.name = name;
  file.number = folder_.add(name);
  return files_.size() - 1;
}

void FolderStream::append(std::size_t number, std::string piece) {
  File& file = *files_[number];
  std::unique_lock guard(file.lock);
  if (!beside_ || ++file.pieces <= kFewPieces) return write(file, piece);
  if (!file.writer.joinable()) {
    try {
      file.writer = std::thread([this, &file] { write_all(file); });
    } catch (const std::system_error&) {
      return write(file, piece);  // there is no room for a thread; all pieces before this one are written
    }
  }
  file.less.wait(guard, [&] { return file.bytes_waiting < kMostWaiting; });
  file.bytes_waiting += piece.size();
  file.waiting.push_back(std::move(piece));
  file.more.notify_one();
}

void FolderStream::write(File& file, const std::string& piece) {
  if (folder_.failed()) return;
  folder_.append(file.number, piece);
  file.digest.add(piece);
  file.bytes += piece.size();
}

void FolderStream::write_all(File& file) {
  std::unique_lock guard(file.lock);
  while (true) {
    file.more.wait(guard, [&] { return !file.waiting.empty() || file.last; });
    if (file.waiting.empty()) return;
    const std::string piece = std::move(file.waiting.front());
    file.waiting.pop_front();
    guard.unlock();
    try {
      if (!file.failure) write(file, piece);
    } catch (...) {
      file.failure = std::current_exception();
    }
    guard.lock();
    file.bytes_waiting -= piece.size();
    file.less.notify_all();
  }
}

void FolderStream::end() {
  for (const std::unique_ptr<File>& file : files_) {
    if (!file->writer.joinable()) continue;
    {
      const std::lock_guard guard(file->lock);
      file->last = true;
      file->more.notify_one();
    }
    file->writer.join();
  }
}

std::vector<OutputDigest> FolderStream::close() {
  end();
  std::vector<OutputDigest> digests;
  for (const std::unique_ptr<File>& file : files_) {
    if (file->failure) std::rethrow_exception(file->failure);
    digests.push_back({file->name, file->digest.hex(), file->bytes});
  }
  return digests;
}

}  // namespace cwp
