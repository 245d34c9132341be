#pragma once
// Interrupt: Ctrl-C and `kill` end the program at once while it computes, and cleanly while it writes.

#include <string>
#include <vector>

#include "cwp/write.hpp"

namespace cwp {

/// From now on SIGINT and SIGTERM end the program with kInterrupted.
void end_on_interrupt();
/// write_output, which an interrupt stops before its next step: nothing is left behind, and the answer is
/// `output-stopped`.
std::vector<Diagnostic> write_unless_interrupted(const std::string& directory, const std::vector<OutputFile>& files,
                                                 bool force = false);
/// kInterrupted when writing was stopped, else kProblems.
int exit_code_of(const std::vector<Diagnostic>& problems);

}  // namespace cwp
