#pragma once
// Progress: how far a long piece of work has come, for whoever watches.

#include <cstddef>
#include <cstdint>
#include <functional>

#include "cwp/export.hpp"

namespace CWP_API cwp {

/// Reading is counted in bytes of files, the others in officers.
enum class WorkStage : std::uint8_t { reading, scoring, making };

/// Told at the beginning of a stage (`done` 0), some hundred times in it, and at its end (`done` = `all`). Calls may
/// come from any thread, one at a time, `done` never falling. No result depends on it; it must not throw.
using Progress = std::function<void(WorkStage stage, std::size_t done, std::size_t all)>;

}  // namespace cwp
