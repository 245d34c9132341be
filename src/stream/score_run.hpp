#pragma once
// score_run: a run into a sink, in lanes where they can do all of it, else officer by officer.

#include "cwp/score_sink.hpp"
#include "engine/run.hpp"
#include "engine/stopwatch.hpp"

namespace cwp {

/// What score_into does once nothing keeps the data from being scored. `watch` was started before the run was made.
Result<ScoringReport> score_run(ScoreSink& sink, Run& run, const ScoreOptions& options, Stopwatch watch);

}  // namespace cwp
