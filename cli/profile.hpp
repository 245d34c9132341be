#pragma once
// What `cwp score --profile` prints: how the work was done, and how long its parts took.

#include <string>

#include "cwp/diagnostic.hpp"
#include "cwp/engine_report.hpp"

namespace cwp {

/// `reading`, `writing`: seconds outside the engine.
std::string profile(const EngineReport& engine, double reading, double writing, Language language);

}  // namespace cwp
