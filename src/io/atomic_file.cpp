#include "io/atomic_file.hpp"

#include <sys/file.h>
#include <sys/stat.h>

#include <cstdio>

#include "io/open_descriptor.hpp"

namespace cwp {
namespace {

namespace fs = std::filesystem;

/// So much is gathered before it is written.
constexpr std::size_t kChunk = std::size_t{1} << 20;

Failure write_file(const fs::path& path, std::string_view content) {
  OpenDescriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.open()) return last_failure();
  if (const Failure failure = file.write(content, {})) return failure;
  if (const Failure failure = file.flush()) return failure;
  return file.close();
}

}  // namespace

/// A file to be replaced or made: where it is, links followed, and the permissions that it has.
struct WrittenFile {
  fs::path path;
  std::optional<fs::perms> permissions;
};

namespace {

Failure find_target(const std::string& path, bool must_exist, WrittenFile& target) {
  Failure failure;
  if (!must_exist && !fs::exists(path, failure)) {
    target.path = fs::absolute(path, failure);
    if (!failure && target.path.filename().empty()) failure = std::make_error_code(std::errc::is_a_directory);
    return failure;
  }
  target.path = fs::canonical(path, failure);
  if (failure) return failure;
  target.permissions = fs::status(target.path, failure).permissions();
  // Whoever may not write the file may not replace it either, whatever the folder allows.
  return !failure && ::access(target.path.c_str(), W_OK) != 0 ? last_failure() : failure;
}

/// The file in one step, from a new one.
Failure take_name(const fs::path& file, const WrittenFile& target) {
  Failure failure;
  if (target.permissions) fs::permissions(file, *target.permissions, failure);
  if (!failure) fs::rename(file, target.path, failure);
  if (!failure) flush_folder(target.path.parent_path());
  return failure;
}

Failure put_file(const WrittenFile& target, std::string_view content) {
  Failure failure;
  const TemporaryFolder fresh(make_beside(target.path, failure));
  if (failure) return failure;
  const fs::path file = fresh.path() / target.path.filename();
  if ((failure = write_file(file, content))) return failure;
  return take_name(file, target);
}

}  // namespace

std::optional<Diagnostic> replace_file_whole(const std::string& path, std::string_view content) {
  WrittenFile target;
  Failure failure = find_target(path, true, target);
  if (!failure) failure = put_file(target, content);
  if (failure) return Diagnostic{"output-unwritable", {}, {path, failure.message()}};
  return std::nullopt;
}

std::optional<Diagnostic> write_file_whole(const std::string& path, std::string_view content) {
  WrittenFile target;
  Failure failure = find_target(path, false, target);
  if (!failure) failure = put_file(target, content);
  if (failure) return Diagnostic{"output-unwritable", {}, {path, failure.message()}};
  return std::nullopt;
}

struct WholeFile::State {
  std::string path;
  WrittenFile target;
  Failure failure;
  std::optional<TemporaryFolder> fresh;
  std::optional<OpenDescriptor> file;
  std::string waiting;  ///< not written yet
  std::uint64_t size = 0;

  fs::path name() const { return fresh->path() / target.path.filename(); }
  void write_waiting() {
    if (!failure) failure = file->write(waiting, {});
    waiting.clear();
  }
};

WholeFile::WholeFile(std::string path) : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.path = std::move(path);
  state.failure = find_target(state.path, false, state.target);
  if (state.failure) return;
  state.fresh.emplace(make_beside(state.target.path, state.failure));
  if (state.failure) return;
  state.file.emplace(state.name(), O_WRONLY | O_CREAT | O_EXCL);
  if (!state.file->open()) state.failure = last_failure();
}
WholeFile::~WholeFile() = default;

std::uint64_t WholeFile::size() const { return state_->size; }

void WholeFile::append(std::string_view bytes) {
  State& state = *state_;
  state.size += bytes.size();
  if (state.failure) return;
  state.waiting += bytes;
  if (state.waiting.size() >= kChunk) state.write_waiting();
}

std::optional<Diagnostic> WholeFile::finish(std::string_view head) {
  State& state = *state_;
  state.write_waiting();
  if (!state.failure && ::pwrite(state.file->number(), head.data(), head.size(), 0) != ssize_t(head.size()))
    state.failure = last_failure();
  if (!state.failure) state.failure = state.file->flush();
  if (!state.failure) state.failure = state.file->close();
  if (!state.failure) state.failure = take_name(state.name(), state.target);
  if (state.failure) return Diagnostic{"output-unwritable", {}, {state.path, state.failure.message()}};
  return std::nullopt;
}

FileLock::FileLock(const std::string& path) {
  constexpr int kTries = 100;  // each time another has replaced it
  for (int tries = 0; tries < kTries; ++tries) {
    number_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number_ < 0) return;
    while (::flock(number_, LOCK_EX) != 0)
      if (errno != EINTR) return;
    struct stat held {
    }, named{};
    if (::fstat(number_, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
        held.st_dev == named.st_dev)
      return;
    ::close(number_);
    number_ = -1;
  }
}

FileLock::~FileLock() {
  if (number_ >= 0) ::close(number_);
}

}  // namespace cwp
