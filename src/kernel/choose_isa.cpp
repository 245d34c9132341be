#include "kernel/choose_isa.hpp"

#include <array>
#include <cstdlib>

namespace cwp {
namespace {

struct Unit {
  Isa isa;
  std::string_view name;
  RunLanes run;
  RankGroups rank;
  SumGroups sum;
  TakeDoubles take;
  MeasureFigures measure;
  FieldUnit (*fields)();
  BlockSize block;
};
constexpr BlockSize kShortBlocks, kLongBlocks{8192, 256 << 10};
constexpr std::array<Unit, 3> kUnits = {
    {{Isa::baseline, "baseline", run_lanes_baseline, rank_groups_baseline, sum_groups_baseline, take_doubles_baseline,
      measure_figures_baseline, field_unit_baseline, kLongBlocks},
     {Isa::avx2, "avx2", run_lanes_avx2, rank_groups_avx2, sum_groups_avx2, take_doubles_avx2, measure_figures_avx2,
      field_unit_avx2, kLongBlocks},
     {Isa::avx512, "avx512", run_lanes_avx512, rank_groups_avx512, sum_groups_avx512, take_doubles_avx512,
      measure_figures_avx512, field_unit_avx512, kShortBlocks}}};

const Unit& unit_of(Isa isa) {
  for (const Unit& unit : kUnits)
    if (unit.isa == isa) return unit;
  return kUnits.front();
}

Isa widest() {
  Isa best = Isa::baseline;
  for (const Unit& unit : kUnits)
    if (has_isa(unit.isa)) best = unit.isa;
  return best;
}

}  // namespace

std::string_view to_text(Isa isa) { return isa == Isa::best ? "best" : unit_of(isa).name; }

std::optional<Isa> parse_isa(std::string_view text) {
  if (text == "best") return Isa::best;
  for (const Unit& unit : kUnits)
    if (unit.name == text) return unit.isa;
  return std::nullopt;
}

bool has_isa(Isa isa) {
#if defined(__x86_64__)
  if (isa == Isa::avx2) return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  if (isa == Isa::avx512)
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
           __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0;
#else
  if (isa == Isa::avx2 || isa == Isa::avx512) return false;
#endif
  return true;
}

Isa best_isa() {
  if (const char* named = std::getenv("CWP_ISA"))
    if (const auto isa = parse_isa(named); isa && *isa != Isa::best && has_isa(*isa)) return *isa;
  return widest();
}

namespace {

const Unit& usable(Isa isa) { return unit_of(isa == Isa::best || !has_isa(isa) ? best_isa() : isa); }

}  // namespace

RunLanes lanes_for(Isa isa) { return usable(isa).run; }
RankGroups group_ranks_for(Isa isa) { return usable(isa).rank; }
SumGroups group_sums_for(Isa isa) { return usable(isa).sum; }
TakeDoubles take_doubles_for(Isa isa) { return usable(isa).take; }
MeasureFigures measure_figures_for(Isa isa) { return usable(isa).measure; }
FieldUnit field_unit_for(Isa isa) { return usable(isa).fields(); }
BlockSize block_size_for(Isa isa) { return usable(isa).block; }

}  // namespace cwp
