#pragma once
// atomic_file: a folder of files that appears as a whole, or not at all; a file that is replaced so.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cwp/diagnostic.hpp"

namespace cwp {

/// Writes the files into a temporary folder beside `directory`, flushes them to the disk, and gives the folder its
/// name: it appears with all of its files at once. Folders above it are made. On any failure nothing is left behind,
/// and what was there before still is.
///
/// The temporary folder is `DIRECTORY.partial-…`; only a process that was killed leaves one, in nobody's way.
///
/// A folder that exists and is not empty is `output-exists`, unless `force`: then the new folder takes its place in one
/// step where the file system can exchange two names (else the old one is renamed, the new one renamed), and files of
/// the old one whose names are not written now are kept, but for those named in `outdated`. Until then the old one is
/// untouched. Something else of that name, no permission, no space and the like are `output-unwritable`. File names are
/// plain names, without folders.
///
/// `stop` is asked before every step on the disk; once it says yes, nothing is left behind, and the answer is
/// `output-stopped`. It is not asked any more when the folder has its name.
std::optional<Diagnostic> write_files_whole(const std::string& directory,
                                            const std::vector<std::pair<std::string, std::string>>& files, bool force,
                                            const std::function<bool()>& stop = {},
                                            const std::set<std::string>& outdated = {});

/// Puts `content` into the place of the file `path`: a new file beside it, flushed to the disk, with the same
/// permissions, takes its name in one step. A link stays a link, and what it names is replaced. On any failure
/// (`output-unwritable`) the file is as it was, and nothing is left behind.
std::optional<Diagnostic> replace_file_whole(const std::string& path, std::string_view content);

/// The same; where there is no such file, a new one takes the name.
std::optional<Diagnostic> write_file_whole(const std::string& path, std::string_view content);

/// Who has read a file to replace it waits here for whoever does the same; held until it goes, or its process ends
/// however it ends. The lock is that of the file itself: whoever waited while another took its place takes that of the
/// new one. Where there is no such file, or the file system has no locks, nothing is held.
class FileLock {
 public:
  explicit FileLock(const std::string& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int number_ = -1;
};

/// write_file_whole for a file that is too large to be in memory: it is written front to back, and takes its name in
/// the end.
class WholeFile {
 public:
  explicit WholeFile(std::string path);
  ~WholeFile();  ///< what did not take its name goes
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  /// Once something has failed, nothing is written any more, and `finish` says what it was.
  void append(std::string_view bytes);
  std::uint64_t size() const;  ///< of what was appended
  /// Puts `head` in the place of the first bytes, and gives the file its name.
  std::optional<Diagnostic> finish(std::string_view head);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cwp
