#include "io/whole_folder.hpp"

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>

#include "io/atomic_file.hpp"
#include "io/open_descriptor.hpp"
#include "row/parts.hpp"

namespace cwp {
namespace fs = std::filesystem;

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

namespace {

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

/// So much of a file is written before the disk is told to begin with it.
constexpr std::uint64_t kFlushedAtOnce = std::uint64_t{8} << 20;
/// So many files are waited for at a time.
constexpr std::size_t kFlushedBeside = 8;

}  // namespace

struct WholeFolder::State {
  struct File {
    std::string name;
    OpenDescriptor open;
    std::uint64_t size = 0, begun = 0;
  };

  std::string directory;
  bool force = false;
  Stop stop;
  fs::path target;
  bool empty = true;
  MadeParents parents;
  std::optional<TemporaryFolder> fresh;
  std::mutex files_lock, stop_lock, failure_lock;
  std::deque<File> files;
  std::optional<Diagnostic> problem;
  std::atomic<bool> failed = false;

  File& file(std::size_t number) {
    const std::lock_guard guard(files_lock);
    return files[number];
  }
  /// The first of them counts.
  void fail(const std::string& path, const Failure& why) {
    const std::lock_guard guard(failure_lock);
    if (failed) return;
    problem = why == stopped_failure() ? Diagnostic{"output-stopped", {}, {path}}
                                       : Diagnostic{"output-unwritable", {}, {path, why.message()}};
    failed = true;
  }
  void fail(const File& file, const Failure& why) { fail(directory + "/" + file.name, why); }
};

WholeFolder::WholeFolder(std::string directory, bool force, std::function<bool()> stop)
    : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.directory = std::move(directory);
  state.force = force;
  if (stop)
    state.stop = [&state, stop = std::move(stop)] {
      const std::lock_guard guard(state.stop_lock);
      return stop();
    };
}
WholeFolder::~WholeFolder() = default;

bool WholeFolder::failed() const { return state_->failed; }

std::optional<Diagnostic> WholeFolder::open() {
  State& state = *state_;
  Failure failure;
  const auto failed = [&](const Failure& why) {
    state.fail(state.directory, why);
    return state.problem;
  };
  // A link to a folder stays a link: the folder that it names is written.
  state.target = fs::weakly_canonical(fs::absolute(state.directory, failure), failure);
  if (failure) return failed(failure);
  if (state.target.filename().empty()) state.target = state.target.parent_path();  // a path that ends in a slash
  const fs::file_status status = fs::status(state.target, failure);
  const bool exists = fs::exists(status);
  if (exists && !fs::is_directory(status)) return failed(std::make_error_code(std::errc::not_a_directory));
  state.empty = !exists || fs::is_empty(state.target, failure);
  if (exists && failure) return failed(failure);
  if (!state.empty && !state.force) {
    state.failed = true;
    return state.problem = Diagnostic{"output-exists", {}, {state.directory}};
  }
  if ((failure = asked(state.stop))) return failed(failure);
  if ((failure = state.parents.make(state.target.parent_path()))) return failed(failure);
  state.fresh.emplace(make_beside(state.target, failure));
  if (failure) return failed(failure);
  return std::nullopt;
}

std::size_t WholeFolder::add(const std::string& name) {
  State& state = *state_;
  Failure failure = state.failed ? Failure{} : asked(state.stop);
  const bool usable = !state.failed && !failure;
  State::File file{name, OpenDescriptor(usable ? state.fresh->path() / name : fs::path(), O_WRONLY | O_CREAT | O_EXCL)};
  if (usable && !file.open.open()) failure = last_failure();
  if (failure) state.fail(file, failure);
  const std::lock_guard guard(state.files_lock);  // others may be written meanwhile
  state.files.push_back(std::move(file));
  return state.files.size() - 1;
}

void WholeFolder::append(std::size_t file, std::string_view bytes) {
  State& state = *state_;
  if (state.failed) return;
  State::File& to = state.file(file);
  if (const Failure failure = to.open.write(bytes, state.stop)) return state.fail(to, failure);
  to.size += bytes.size();
  if (to.size - to.begun < kFlushedAtOnce) return;
  to.open.begin_flushing(to.begun, to.size - to.begun);
  to.begun = to.size;
}

std::optional<Diagnostic> WholeFolder::finish(const std::set<std::string>& outdated) {
  State& state = *state_;
  // All are begun before the first is waited for.
  for (const State::File& file : state.files)
    if (!state.failed) file.open.begin_flushing(file.begun, file.size - file.begun);
  for (const State::File& file : state.files) {
    if (state.failed) return state.problem;
    if (const Failure failure = asked(state.stop)) state.fail(file, failure);
  }
  if (state.failed) return state.problem;
  // The disk is waited for once, not once for each file: the last part is the folder.
  const std::size_t parts = state.files.size() + 1;
  for_each_part(parts, int(std::min(parts, kFlushedBeside)), [&](std::size_t i) {
    if (i + 1 == parts) return flush_folder(state.fresh->path());
    State::File& file = state.files[i];
    Failure failure = file.open.flush();
    if (!failure) failure = file.open.close();
    if (failure) state.fail(file, failure);
  });
  if (state.failed) return state.problem;

  Failure failure = asked(state.stop);
  if (!failure && state.empty) {
    fs::rename(state.fresh->path(), state.target, failure);  // takes the place of an empty folder, too
    if (!failure) state.fresh->keep();
  } else if (!failure) {
    failure = replace_folder(*state.fresh, state.target, outdated, state.stop);
  }
  if (failure) {
    state.fail(state.directory, failure);
    return state.problem;
  }
  state.parents.keep();
  flush_folder(state.target.parent_path());
  return std::nullopt;
}

std::optional<Diagnostic> write_files_whole(const std::string& directory,
                                            const std::vector<std::pair<std::string, std::string>>& files, bool force,
                                            const std::function<bool()>& stop, const std::set<std::string>& outdated) {
  WholeFolder folder(directory, force, stop);
  if (std::optional<Diagnostic> problem = folder.open()) return problem;
  for (const auto& [name, content] : files) folder.append(folder.add(name), content);
  return folder.finish(outdated);
}

}  // namespace cwp
