#include "cli/interrupt.hpp"

#include <unistd.h>

#include <csignal>

#include "cli/commands.hpp"

namespace cwp {
namespace {

// What a signal handler may touch.
volatile std::sig_atomic_t writing = 0;
volatile std::sig_atomic_t interrupted = 0;

extern "C" void interrupt(int) {
  if (writing == 0) _exit(kInterrupted);  // nothing is on the disk yet
  interrupted = 1;
}

}  // namespace

void end_on_interrupt() {
  struct sigaction action {};
  action.sa_handler = interrupt;
  action.sa_flags = SA_RESTART;
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    // Who was started with a signal ignored (nohup, a job in the background) goes on ignoring it.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
  }
}

std::vector<Diagnostic> write_unless_interrupted(const std::string& directory, const std::vector<OutputFile>& files,
                                                 bool force) {
  writing = 1;
  std::vector<Diagnostic> problems = write_output(directory, files, force, [] { return interrupted != 0; });
  writing = 0;
  return problems;
}

int exit_code_of(const std::vector<Diagnostic>& problems) {
  for (const Diagnostic& problem : problems)
    if (problem.slug == "output-stopped") return kInterrupted;
  return kProblems;
}

}  // namespace cwp
