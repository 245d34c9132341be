#include "cli/interrupt.hpp"

#include <unistd.h>

#include <csignal>

#include "cli/commands.hpp"

namespace cwp {
namespace {

// What a signal handler may touch.
volatile std::sig_atomic_t writing = 0;
volatile std::sig_atomic_t interrupted = 0;
volatile std::sig_atomic_t line_stands = 0;

extern "C" void interrupt(int) {
  constexpr char kWipeOut[] = "\r\x1b[K";
  if (line_stands != 0) static_cast<void>(!::write(STDERR_FILENO, kWipeOut, sizeof kWipeOut - 1));
  if (writing == 0) _exit(kInterrupted);  // nothing is on the disk yet
  interrupted = 1;
}

}  // namespace

void end_on_interrupt() {
  struct sigaction action {};
  action.sa_handler = interrupt;
  action.sa_flags = SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    // Who was started with a signal ignored (nohup, a job in the background) goes on ignoring it.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
  }
}

std::function<bool()> stop_on_interrupt() {
  return [] {
    writing = 1;
    return interrupted != 0;
  };
}

void written() { writing = 0; }

std::vector<Diagnostic> write_unless_interrupted(const std::string& directory, const std::vector<OutputFile>& files,
                                                 bool force) {
  std::vector<Diagnostic> problems = write_output(directory, files, force, stop_on_interrupt());
  written();
  return problems;
}

void wipe_on_interrupt(bool wipe) { line_stands = wipe ? 1 : 0; }

int exit_code_of(const std::vector<Diagnostic>& problems) {
  for (const Diagnostic& problem : problems)
    if (problem.slug == "output-stopped") return kInterrupted;
  return kProblems;
}

}  // namespace cwp
