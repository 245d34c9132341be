#pragma once
// ProgressLine: one line on a terminal that says how far the work has come, and goes when it is done.

#include <chrono>
#include <optional>

#include "cwp/diagnostic.hpp"
#include "cwp/progress.hpp"

namespace CLI {
class App;
}

namespace cwp {

/// `--no-progress`
void add_progress_option(CLI::App& app, bool& off);

/// Stands on standard error where that is a terminal, else nowhere: no file and no pipe ever holds a byte of it. It is
/// wiped out by clear(), by the end of the object, and by Ctrl-C.
class ProgressLine {
 public:
  ProgressLine(bool off, Language language);
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// For the library; empty where nobody watches. It must not outlive the object.
  Progress progress();
  /// What comes after the last officer, if anything came before: the files.
  void writing();
  /// Before anything else is printed.
  void clear();

 private:
  void show(const std::string& text);

  bool watched_;
  Language language_;
  std::optional<WorkStage> stage_;
  std::chrono::steady_clock::time_point shown_at_;
};

}  // namespace cwp
