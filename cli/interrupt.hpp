#pragma once
// Interrupt: Ctrl-C, `kill` and a closed terminal end the program at once while it computes, and cleanly while it
// writes.

#include <functional>
#include <string>
#include <vector>

#include "cwp/write.hpp"

namespace cwp {

/// From now on SIGINT, SIGTERM and SIGHUP (a connection that broke) end the program with kInterrupted.
void end_on_interrupt();
/// write_output, which an interrupt stops before its next step: nothing is left behind, and the answer is
/// `output-stopped`.
std::vector<Diagnostic> write_unless_interrupted(const std::string& directory, const std::vector<OutputFile>& files,
                                                 bool force = false);
/// What tells a writer to stop: from the first time it is asked until `written` is called, an interrupt makes it say
/// yes instead of ending the program at once.
std::function<bool()> stop_on_interrupt();
void written();
/// Whether an interrupt wipes out the line of the terminal on which progress stands.
void wipe_on_interrupt(bool wipe);
/// kInterrupted when writing was stopped, else kProblems.
int exit_code_of(const std::vector<Diagnostic>& problems);

}  // namespace cwp
