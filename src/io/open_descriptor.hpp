#pragma once
// OpenDescriptor, TemporaryFolder: what writing whole files and folders is made of. Failures are those of the system.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>

namespace cwp {

/// What went wrong, for `output-unwritable`.
using Failure = std::error_code;
using Stop = std::function<bool()>;

/// As though the system had stopped it: whoever is asked says so.
inline Failure stopped_failure() { return std::make_error_code(std::errc::operation_canceled); }
inline Failure asked(const Stop& stop) { return stop && stop() ? stopped_failure() : Failure{}; }
inline Failure last_failure() { return {errno, std::generic_category()}; }

/// An open file or folder.
class OpenDescriptor {
 public:
  OpenDescriptor(const std::filesystem::path& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~OpenDescriptor() {
    if (number_ >= 0) ::close(number_);
  }
  OpenDescriptor(OpenDescriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  OpenDescriptor& operator=(OpenDescriptor&&) = delete;

  bool open() const { return number_ >= 0; }
  int number() const { return number_; }
  /// All of them, a megabyte between two questions.
  Failure write(std::string_view bytes, const Stop& stop) const {
    constexpr std::size_t kChunk = std::size_t{1} << 20;
    while (!bytes.empty()) {
      if (const Failure stopped = asked(stop)) return stopped;
      const ssize_t written = ::write(number_, bytes.data(), std::min(bytes.size(), kChunk));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return last_failure();
      bytes.remove_prefix(std::size_t(written));
    }
    return {};
  }
  /// So that little is left to be done when it is flushed; what cannot be begun is done then.
  void begin_flushing(std::uint64_t from, std::uint64_t bytes) const {
#ifdef SYNC_FILE_RANGE_WRITE
    static_cast<void>(::sync_file_range(number_, off64_t(from), off64_t(bytes), SYNC_FILE_RANGE_WRITE));
#endif
  }
  Failure flush() const { return ::fsync(number_) == 0 ? Failure{} : last_failure(); }
  /// Closing reports what a network file system could not write.
  Failure close() {
    const int closed = ::close(number_);
    number_ = -1;
    return closed == 0 ? Failure{} : last_failure();
  }

 private:
  int number_;
};

/// So that the names in a folder outlive a power failure. A file system that cannot flush folders is taken as it is.
inline void flush_folder(const std::filesystem::path& path) {
  const OpenDescriptor folder(path, O_RDONLY | O_DIRECTORY);
  if (folder.open()) static_cast<void>(folder.flush());
}

/// A folder that is removed with all it holds, unless it was given its final name.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  ~TemporaryFolder() {
    Failure ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  void keep() { path_.clear(); }

 private:
  std::filesystem::path path_;
};

/// A name beside `target` that nobody has; the folder is made.
inline std::filesystem::path make_beside(const std::filesystem::path& target, Failure& failure) {
  for (int i = 0; i < 1000; ++i) {
    std::filesystem::path path = target;
    path += ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(i);
    if (std::filesystem::create_directory(path, failure)) return path;
    if (failure) return {};
  }
  failure = std::make_error_code(std::errc::file_exists);
  return {};
}

}  // namespace cwp
