#pragma once
// WholeFolder: a folder of files that are written front to back, and that appears as a whole, or not at all.

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "cwp/diagnostic.hpp"

namespace cwp {

/// What write_files_whole promises (atomic_file.hpp), for files that need not be in memory. What does not get its name
/// goes with the object.
class WholeFolder {
 public:
  explicit WholeFolder(std::string directory, bool force, std::function<bool()> stop = {});
  ~WholeFolder();
  WholeFolder(const WholeFolder&) = delete;
  WholeFolder& operator=(const WholeFolder&) = delete;

  /// Makes the temporary folder; to be called first. Whatever it returns, `finish` would return, too.
  std::optional<Diagnostic> open();
  /// The number of a new file of this name, from 0.
  std::size_t add(const std::string& name);
  /// Once something has failed, or was stopped, nothing is written any more. The disk is told to begin with what was
  /// written while more is coming. Different files may be written by several threads at once; `stop` is asked by one.
  void append(std::size_t file, std::string_view bytes);
  /// Whether something has failed; may be asked at any time.
  bool failed() const;
  /// Flushes all files, and gives the folder its name; else what went wrong first. Once.
  std::optional<Diagnostic> finish(const std::set<std::string>& outdated = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cwp
