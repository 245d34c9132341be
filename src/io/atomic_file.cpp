#include "io/atomic_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace cwp {
namespace {

namespace fs = std::filesystem;

/// What went wrong, for `output-unwritable`; inside this file only.
using Failure = std::error_code;

using Stop = std::function<bool()>;
const Failure kStopped = std::make_error_code(std::errc::operation_canceled);
/// So much is written between two questions.
constexpr std::size_t kChunk = std::size_t{1} << 20;

Failure asked(const Stop& stop) { return stop && stop() ? kStopped : Failure{}; }

Failure last_failure() { return {errno, std::generic_category()}; }

}  // namespace

/// An open file or folder.
class OpenDescriptor {
 public:
  OpenDescriptor(const fs::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
  ~OpenDescriptor() {
    if (number_ >= 0) ::close(number_);
  }
  OpenDescriptor(const OpenDescriptor&) = delete;
  OpenDescriptor& operator=(const OpenDescriptor&) = delete;

  bool open() const { return number_ >= 0; }
  int number() const { return number_; }
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

namespace {

Failure write_bytes(const OpenDescriptor& file, std::string_view content, const Stop& stop) {
  while (!content.empty()) {
    if (const Failure stopped = asked(stop)) return stopped;
    const ssize_t written = ::write(file.number(), content.data(), std::min(content.size(), kChunk));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return last_failure();
    content.remove_prefix(std::size_t(written));
  }
  return {};
}

Failure write_file(const fs::path& path, std::string_view content, const Stop& stop) {
  if (const Failure stopped = asked(stop)) return stopped;
  OpenDescriptor file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.open()) return last_failure();
  if (const Failure failure = write_bytes(file, content, stop)) return failure;
  if (const Failure stopped = asked(stop)) return stopped;
  if (const Failure failure = file.flush()) return failure;
  return file.close();
}

/// So that the names in a folder outlive a power failure. A file system that cannot flush folders is taken as it is.
void flush_folder(const fs::path& path) {
  const OpenDescriptor folder(path, O_RDONLY | O_DIRECTORY);
  if (folder.open()) static_cast<void>(folder.flush());
}

}  // namespace

/// A folder that is removed with all it holds, unless it was given its final name.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(fs::path path) : path_(std::move(path)) {}
  ~TemporaryFolder() {
    Failure ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }
  void keep() { path_.clear(); }

 private:
  fs::path path_;
};

namespace {

/// A name beside `target` that nobody has; the folder is made.
fs::path make_beside(const fs::path& target, Failure& failure) {
  for (int i = 0; i < 1000; ++i) {
    fs::path path = target;
    path += ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(i);
    if (fs::create_directory(path, failure)) return path;
    if (failure) return {};
  }
  failure = std::make_error_code(std::errc::file_exists);
  return {};
}

/// Folders above an output that had to be made; they go again when nothing was written into them.
class MadeParents {
 public:
  Failure make(const fs::path& parent) {
    Failure failure;
    std::vector<fs::path> missing;
    for (fs::path path = parent; !path.empty() && !fs::exists(path, failure); path = path.parent_path())
      missing.push_back(path);
    for (auto path = missing.rbegin(); path != missing.rend(); ++path) {
      if (fs::create_directory(*path, failure)) made_.push_back(*path);
      if (failure) return failure;
    }
    return {};
  }
  ~MadeParents() {
    Failure ignored;
    for (auto path = made_.rbegin(); path != made_.rend(); ++path) fs::remove(*path, ignored);
  }
  void keep() { made_.clear(); }

 private:
  std::vector<fs::path> made_;
};

using Names = std::set<std::string>;

/// Moves what `from` holds and `to` does not, but for the outdated, and appends the names of what was moved.
Failure move_others(const fs::path& from, const fs::path& to, const Names& outdated, std::vector<fs::path>& moved) {
  Failure failure;
  std::vector<fs::path> names;
  for (fs::directory_iterator entry(from, failure), end; !failure && entry != end; entry.increment(failure))
    names.push_back(entry->path().filename());
  for (const fs::path& name : names) {
    Failure not_there;
    if (failure) return failure;
    if (outdated.contains(name.string()) || fs::exists(fs::symlink_status(to / name, not_there))) continue;
    fs::rename(from / name, to / name, failure);
    if (!failure) moved.push_back(name);
  }
  return failure;
}

/// Gives files of `from` that `to` lacks a second name there. What cannot have one (a folder) is moved later.
void link_others(const fs::path& from, const fs::path& to, const Names& outdated) {
  Failure failure, ignored;
  for (fs::directory_iterator entry(from, failure), end; !failure && entry != end; entry.increment(failure))
    if (fs::is_regular_file(entry->symlink_status(ignored)) && !outdated.contains(entry->path().filename().string()))
      fs::create_hard_link(entry->path(), to / entry->path().filename(), ignored);
}

/// The two folders change names at once, or nothing happens: not every file system can.
bool exchange(const fs::path& one, const fs::path& other) {
  return ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
}

/// Puts `fresh` in the place of the folder `target`, with the files of the old one that it lacks.
Failure replace_folder(TemporaryFolder& fresh, const fs::path& target, const Names& outdated, const Stop& stop) {
  Failure failure, ignored;
  link_others(target, fresh.path(), outdated);
  if ((failure = asked(stop))) return failure;
  if (exchange(fresh.path(), target)) {
    std::vector<fs::path> moved;
    // What could not be moved stays beside, rather than go with the old results.
    if (move_others(fresh.path(), target, outdated, moved)) fresh.keep();
    return {};
  }
  fs::path aside = fresh.path();
  aside += "-old";
  fs::permissions(fresh.path(), fs::status(target, ignored).permissions(), ignored);
  fs::rename(target, aside, failure);
  if (failure) return failure;
  std::vector<fs::path> moved;
  failure = move_others(aside, fresh.path(), outdated, moved);
  if (!failure) fs::rename(fresh.path(), target, failure);
  if (failure) {
    for (const fs::path& name : moved) fs::rename(fresh.path() / name, aside / name, ignored);
    fs::rename(aside, target, ignored);
    return failure;
  }
  fresh.keep();
  fs::remove_all(aside, ignored);
  return {};
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
  if ((failure = write_file(file, content, {}))) return failure;
  return take_name(file, target);
}

Diagnostic problem(std::string_view slug, std::vector<std::string> arguments) {
  Diagnostic diagnostic;
  diagnostic.slug = slug;
  diagnostic.arguments = std::move(arguments);
  return diagnostic;
}

}  // namespace

std::optional<Diagnostic> write_files_whole(const std::string& directory,
                                            const std::vector<std::pair<std::string, std::string>>& files, bool force,
                                            const std::function<bool()>& stop, const std::set<std::string>& outdated) {
  Failure failure;
  const auto unwritable = [&](const std::string& path, const Failure& why) {
    return why == kStopped ? problem("output-stopped", {path}) : problem("output-unwritable", {path, why.message()});
  };
  // A link to a folder stays a link: the folder that it names is written.
  fs::path target = fs::weakly_canonical(fs::absolute(directory, failure), failure);
  if (failure) return unwritable(directory, failure);
  if (target.filename().empty()) target = target.parent_path();  // a path that ends in a slash
  const fs::file_status status = fs::status(target, failure);
  const bool exists = fs::exists(status);
  if (exists && !fs::is_directory(status))
    return unwritable(directory, std::make_error_code(std::errc::not_a_directory));
  const bool empty = !exists || fs::is_empty(target, failure);
  if (exists && failure) return unwritable(directory, failure);
  if (!empty && !force) return problem("output-exists", {directory});

  if ((failure = asked(stop))) return unwritable(directory, failure);
  MadeParents parents;
  if ((failure = parents.make(target.parent_path()))) return unwritable(directory, failure);
  TemporaryFolder fresh(make_beside(target, failure));
  if (failure) return unwritable(directory, failure);
  for (const auto& [name, content] : files)
    if ((failure = write_file(fresh.path() / name, content, stop))) return unwritable(directory + "/" + name, failure);
  flush_folder(fresh.path());

  if ((failure = asked(stop))) return unwritable(directory, failure);
  if (empty) {
    fs::rename(fresh.path(), target, failure);  // takes the place of an empty folder, too
    if (!failure) fresh.keep();
  } else {
    failure = replace_folder(fresh, target, outdated, stop);
  }
  if (failure) return unwritable(directory, failure);
  parents.keep();
  flush_folder(target.parent_path());
  return std::nullopt;
}

std::optional<Diagnostic> replace_file_whole(const std::string& path, std::string_view content) {
  WrittenFile target;
  Failure failure = find_target(path, true, target);
  if (!failure) failure = put_file(target, content);
  if (failure) return problem("output-unwritable", {path, failure.message()});
  return std::nullopt;
}

std::optional<Diagnostic> write_file_whole(const std::string& path, std::string_view content) {
  WrittenFile target;
  Failure failure = find_target(path, false, target);
  if (!failure) failure = put_file(target, content);
  if (failure) return problem("output-unwritable", {path, failure.message()});
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
    if (!failure) failure = write_bytes(*file, waiting, {});
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
  if (state.failure) return problem("output-unwritable", {state.path, state.failure.message()});
  return std::nullopt;
}

}  // namespace cwp
