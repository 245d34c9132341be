#pragma once
// Instruction sets: which unit of the block engine runs. Results do not depend on it, only time does.

#include <cstdint>
#include <optional>
#include <string_view>

#include "cwp/export.hpp"

namespace CWP_API cwp {

/// best: the widest that this processor has.
enum class Isa : std::uint8_t { best, baseline, avx2, avx512 };

/// `best`, `baseline`, `avx2`, `avx512`.
std::string_view to_text(Isa isa);
/// `best`, `baseline`, `avx2`, `avx512`.
std::optional<Isa> parse_isa(std::string_view text);
/// Whether this processor can run it.
bool has_isa(Isa isa);
/// What `best` is here: what the environment variable CWP_ISA names, if this processor has it; else the widest.
Isa best_isa();

}  // namespace cwp
