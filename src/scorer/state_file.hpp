#pragma once
// The state file of a Scorer: its rows, and what they were scored with.

#include <string>
#include <string_view>
#include <vector>

#include "cwp/score.hpp"
#include "kept/packed_figures.hpp"
#include "row/input_rows.hpp"

namespace cwp {

/// All that was there at `mark`, its figures behind the `older` ones. Same rows, same bytes.
/// docs/decisions/0022-the-state-file.md has the format.
std::string state_text(const PackedFigures& older, const InputRows& rows, const RowsMark& mark,
                       const CheckedRulebook& rules, const ScoreOptions& options);

/// By what the bytes of the state file are told from those of another; empty where there is none.
std::string state_digest(const std::string& path);

/// The rows of a state file into `rows`, which has none. Problems: `state-unreadable`, where it is none, was cut or
/// altered; `state-of-other-rules`, where rulebook, options or version are not those that it was written with.
/// `digest` is that of the file that was read.
std::vector<Diagnostic> read_state(const std::string& path, const CheckedRulebook& rules, const ScoreOptions& options,
                                   InputRows& rows, std::string& digest);

}  // namespace cwp
