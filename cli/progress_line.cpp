#include "cli/progress_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "cli/interrupt.hpp"

namespace cwp {
namespace {

/// The row that says the stage.
std::string_view slug_of(WorkStage stage) {
  return stage == WorkStage::reading ? "said-reading" : stage == WorkStage::scoring ? "said-scoring" : "said-making";
}

const std::string kWipe = "\r\x1b[K";

/// At once, whatever of it gets through.
void to_terminal(const std::string& text) { static_cast<void>(!::write(STDERR_FILENO, text.data(), text.size())); }

/// A terminal that can wipe a line out.
bool terminal_watches() {
  const char* kind = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 && (!kind || std::string_view(kind) != "dumb");
}

}  // namespace

void add_progress_option(CLI::App& app, bool& off) {
  app.add_flag("--no-progress", off, "Show no progress; it is shown on a terminal only, never in files or pipes");
}

ProgressLine::ProgressLine(bool off, Language language) : watched_(!off && terminal_watches()), language_(language) {}

Progress ProgressLine::progress() {
  if (!watched_) return {};
  return [this](WorkStage stage, std::size_t done, std::size_t all) {
    constexpr auto kPause = std::chrono::milliseconds(100);
    const auto now = std::chrono::steady_clock::now();
    if (stage == stage_ && now - shown_at_ < kPause) return;
    stage_ = stage;
    shown_at_ = now;
    const std::size_t percent = all > 0 ? done * 100 / all : 0;
    show(fmt::format("{} {}%", wording(slug_of(stage), {}, language_), percent));
  };
}

void ProgressLine::writing() {
  if (stage_) show(wording("said-writing", {}, language_));
}

void ProgressLine::show(const std::string& text) {
  wipe_on_interrupt(true);
  to_terminal(kWipe + ("cwp: " + text + " …"));
}

void ProgressLine::clear() {
  if (!stage_) return;
  stage_.reset();
  to_terminal(kWipe);
  wipe_on_interrupt(false);
}

}  // namespace cwp
