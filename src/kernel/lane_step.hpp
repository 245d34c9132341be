#pragma once
// LaneStep: one instruction of the block engine: a loop over the lanes (officers) of a block. Plain data, so that the
// units of each instruction set need no other header.

#include <cstddef>
#include <cstdint>

namespace cwp {

__extension__ typedef __int128 Wide;

/// How wide a lane of a register is. All figures are integers: units of some 1 / denominator.
enum class Lane : std::uint8_t { u8, u16, i32, i64, i128 };
inline constexpr std::size_t kLaneWidths = 5;
constexpr std::size_t bytes_of(Lane lane) { return std::size_t{1} << std::size_t(lane); }

/// Lanes are computed in whole groups of this many, so that no loop has a remainder; registers are as long.
inline constexpr std::size_t kLaneGroup = 64;
constexpr std::size_t padded(std::size_t lanes) { return (lanes + kLaneGroup - 1) / kLaneGroup * kLaneGroup; }

/// What a step does with its registers a, b, c and constants. Registers of a step are of its lane unless said; truth is
/// 0 or 1. The program has proved that no result leaves its lane.
enum class LaneOp : std::uint8_t {
  convert,    ///< dst = a, which is of `from`
  scale,      ///< dst = a * k0 + k1
  combine,    ///< dst = a * k0 + b * k1 + k2
  product,    ///< dst = a * b
  minimum,    ///< dst = min(a, b)
  maximum,    ///< dst = max(a, b)
  hold,       ///< dst = min(max(a, k0), k1)
  at_least,   ///< dst = a >= b
  reaches,    ///< dst = a >= k0
  equal,      ///< dst = a == b
  is,         ///< dst = a == k0
  choose,     ///< dst = c ? a : b
  divide,     ///< dst = floor(a / b); a >= 0, b > 0 (a lane with b = 0 gets any value)
  quotient,   ///< u16, i32: dst = hold(floor((a * k0 + b * k1 + k2) / (b * k3)), low, high), a and b of `from`, in i32,
              ///< the quotient below kEndOfMending, numerator and divisor as `divide` needs them; where b is 0, at_zero
              ///< instead
  divide_by,  ///< dst = floor(a / k0); a >= 0, k0 > 0; for i32 k1 and k2 are the multiplier and shift
  steps,  ///< u16: dst = k0 + Σ deltas[s] over thresholds[s] <= a, modulo 2^16; the thresholds ascend, a is of `from`
  line,   ///< u16: dst = hold((x * k0 + k1) >> k2, hold_low, hold_high) - minus with x = a held in [low, high], in 32
          ///< bits; a is of `from`
  short_line,  ///< u16: dst = hold(((s * k3) >> 16) >> k2, hold_low, hold_high) - minus with s = x * k0 + k1 modulo
               ///< 2^16 and x = a held in [low, high], which fit u16; a is of `from`
  look_up,     ///< u16: dst = table[x - low] with x = a held in [low, high]; a is of `from`
  add_up,      ///< u16: dst = k0 + Σ of the registers `parts`, modulo 2^16
  weigh,   ///< u16, i32: dst = floor((k0 + Σ weights[p] * parts[p]) / k1), the parts of u16, at most kMostWeighed; the
           ///< sum is at least 0 and below kEndOfHalves, and may leave 32 bits on the way
  spread,  ///< dst = figures[a], a of i32: a group's figure to its officers; figures are of the step's lane, and
           ///< kSpareFigures stand behind them
  by_group,  ///< u16: dst = hold(floor(a * slope[b] + start[b]), low, high), a of `from`, b group numbers of i32; the
             ///< floats `table` are `count` slopes and behind them the starts, and low is at least 0
  share,     ///< dst = the float (a * k0 + k1) / (b * k0), and k2 / 2 where b is 0
  flag,      ///< dst |= a != 0; dst is of u8, a of the step's lane: these lanes go to the judge
};

/// Whether operands are of LaneStep::from.
constexpr bool has_from(LaneOp op) {
  return op == LaneOp::convert || op == LaneOp::steps || op == LaneOp::line || op == LaneOp::short_line ||
         op == LaneOp::look_up || op == LaneOp::quotient || op == LaneOp::by_group;
}

/// Whether operands are the registers LaneStep::parts.
constexpr bool has_parts(LaneOp op) { return op == LaneOp::add_up || op == LaneOp::weigh; }

/// Whether there is a form that adds to what dst holds.
constexpr bool can_add(LaneOp op) {
  return op == LaneOp::steps || op == LaneOp::line || op == LaneOp::short_line || op == LaneOp::look_up ||
         op == LaneOp::add_up || op == LaneOp::quotient || op == LaneOp::by_group;
}

inline constexpr std::size_t kMostSteps = 8;
inline constexpr std::size_t kMostWeighed = 6;
inline constexpr std::uint32_t kAddedAtOnce = 8;  ///< parts of LaneOp::add_up, what they come to being in registers
inline constexpr std::size_t kSpareFigures = 16;

// Up to where each way of dividing is exact: docs/exactness.md has the proofs, tests/exactness the experiments.
/// QuotientBy::mending and a small LaneOp::divide of i32: quotients are below this.
inline constexpr std::int64_t kEndOfMending = std::int64_t{1} << 21;
/// QuotientBy::floats: 2n + 1, all on the way to it, and twice the divisor are below this, and so are floats
/// themselves.
inline constexpr std::int64_t kEndOfFloats = std::int64_t{1} << 24;
/// A small LaneOp::divide_by of i32, and LaneOp::weigh: numerators are below this.
inline constexpr std::int64_t kEndOfHalves = (std::int64_t{1} << 22) - 1;
/// A small LaneOp::divide or LaneOp::divide_by of i64: numerators are below this.
inline constexpr std::int64_t kEndOfDoubles = std::int64_t{1} << 52;
/// Any other LaneOp::divide_by of i32: bits of a numerator, by which its multiplier and shift are chosen.
inline constexpr int kNumeratorBits = 31;
/// LaneOp::by_group: below this is D (2 (V + 2 T) + P), for divisors up to D, figures held to V, starts up to T and a
/// power of two P that is not below V.
inline constexpr std::int64_t kEndOfGroupLines = (std::int64_t{1} << 24) - 1;
/// So many u16 are added up in an i32.
inline constexpr std::size_t kMostInShortSum = std::size_t{1} << 15;

/// How a quotient is found, by how large its numerator n and divisor can be.
enum class QuotientBy : std::uint8_t {
  mending,     ///< in i32, by a float quotient whose remainder tells by how much it is off
  floats,      ///< (2n + 1) / (2 * divisor) in floats: sums, products and divisor are integers below kEndOfFloats
  reciprocal,  ///< likewise, and n is so small that the product with a reciprocal will do
  /// Likewise with a reciprocal by a coarser guess, where k0 and k3 are even, k1 is 1 and k2 is 0: what is divided is n
  /// where b is odd, n + 1 where it is even.
  odd_reciprocal,
};
/// Largest 2n + 1 of QuotientBy::reciprocal. It is odd and twice the divisor is even, so that no quotient is an integer
/// and the next one is 1 / (2 * divisor) away. The reciprocal, after one step of Newton from 2^-14, is off by 2^-24 and
/// 2^-28 of itself, the product by another 2^-24: below 1 / 7,800,000 of the quotient.
inline constexpr std::int64_t kMostByReciprocal = 7'800'000;
/// Largest n + 1 of QuotientBy::odd_reciprocal. What is divided is odd and the divisor even, so that an integer is
/// 1 / divisor away. The reciprocal, after one step of Newton from 1.5 * 2^-12, is off by 2.25 * 2^-24 and 2^-24 of
/// itself, the product by another 2^-24: below 1 / 3,900,000 of the quotient. 2n + 1 is then small enough for the other
/// reciprocal, too.
inline constexpr std::int64_t kMostByOddReciprocal = 3'900'000;
static_assert(2 * kMostByOddReciprocal - 1 <= kMostByReciprocal);

struct LaneStep {
  LaneOp op = LaneOp::convert;
  Lane lane = Lane::i64, from = Lane::i64;
  /// divide, i32: the quotient is below kEndOfMending; i64: a is below kEndOfDoubles. divide_by, i32: a is below
  /// kEndOfHalves; i64: below kEndOfDoubles
  bool small_quotient = false;
  bool streams = false;  ///< a is a column: the lanes of the next block follow, and are fetched ahead
  bool adds = false;     ///< of u16 and can_add: dst += what it would be, modulo 2^16
  QuotientBy by = QuotientBy::mending;
  std::uint32_t dst = 0, a = 0, b = 0, c = 0;
  std::int64_t k0 = 0, k1 = 0, k2 = 0, k3 = 0;
  std::int64_t low = 0, high = 0;
  std::int32_t at_zero = 0;
  // line, short_line
  std::uint16_t hold_low = 0, hold_high = 0, minus = 0;
  // steps
  std::uint16_t thresholds[kMostSteps] = {}, deltas[kMostSteps] = {};
  std::int32_t weights[kMostWeighed] = {};  ///< weigh
  std::uint32_t count = 0;                  ///< of thresholds, of parts, or of slopes
  // borrowed from the program
  const void* table = nullptr;
  const std::uint32_t* parts = nullptr;
};

/// Runs steps over `lanes` lanes (a multiple of kLaneGroup); `registers` points to the lanes of each register.
using RunLanes = void (*)(const LaneStep* steps, std::size_t count, void* const* registers, std::size_t lanes);

/// The units: the same steps, compiled for different instruction sets.
void run_lanes_baseline(const LaneStep* steps, std::size_t count, void* const* registers, std::size_t lanes);
void run_lanes_avx2(const LaneStep* steps, std::size_t count, void* const* registers, std::size_t lanes);
void run_lanes_avx512(const LaneStep* steps, std::size_t count, void* const* registers, std::size_t lanes);

/// Competition ranks inside groups of neighbours: group g holds the values begins[g] - begins[0] … begins[g + 1] -
/// begins[0] - 1, at most kSmallGroup of them, of lane u16 or i32; the largest is first.
inline constexpr std::size_t kSmallGroup = 64;
using RankGroups = void (*)(Lane lane, const void* values, const std::uint32_t* begins, std::size_t groups,
                            std::uint32_t* ranks);
void rank_groups_baseline(Lane lane, const void* values, const std::uint32_t* begins, std::size_t groups,
                          std::uint32_t* ranks);
void rank_groups_avx2(Lane lane, const void* values, const std::uint32_t* begins, std::size_t groups,
                      std::uint32_t* ranks);
void rank_groups_avx512(Lane lane, const void* values, const std::uint32_t* begins, std::size_t groups,
                        std::uint32_t* ranks);

/// Doubles as integers of `lane` (u8, u16, i32): whole / power each, power being 1, 10 … 10^9:
/// the same quotient. Returns how many were taken before the first piece in which one is something else; of the taken
/// ones range[0] is at most the least whole number, range[1] at least the largest, if they were so before.
using TakeDoubles = std::size_t (*)(const double* figures, std::size_t count, double power, Lane lane, void* lanes,
                                    std::int32_t* range);
std::size_t take_doubles_baseline(const double* figures, std::size_t count, double power, Lane lane, void* lanes,
                                  std::int32_t* range);
std::size_t take_doubles_avx2(const double* figures, std::size_t count, double power, Lane lane, void* lanes,
                              std::int32_t* range);
std::size_t take_doubles_avx512(const double* figures, std::size_t count, double power, Lane lane, void* lanes,
                                std::int32_t* range);

/// Sums inside groups of neighbours: sums[g] += the values begins[g] - begins[0] … begins[g + 1] - begins[0] - 1, u16.
using SumGroups = void (*)(const std::uint16_t* values, const std::uint32_t* begins, std::size_t groups,
                           std::int64_t* sums);
void sum_groups_baseline(const std::uint16_t* values, const std::uint32_t* begins, std::size_t groups,
                         std::int64_t* sums);
void sum_groups_avx2(const std::uint16_t* values, const std::uint32_t* begins, std::size_t groups, std::int64_t* sums);
void sum_groups_avx512(const std::uint16_t* values, const std::uint32_t* begins, std::size_t groups,
                       std::int64_t* sums);

/// The least and the greatest of figures of `lane` (not i128) into range[0] and range[1], which stay where there are
/// none. Where `words` is not null, it and `sums` are sixteen numbers modulo 2^32 each: for every whole line of
/// kSummedLine bytes that the figures fill, each word of it is added to that of `words`, and then that to its sum.
inline constexpr std::size_t kSummedLine = 64;
using MeasureFigures = void (*)(Lane lane, const void* figures, std::size_t count, std::int64_t* range,
                                std::uint32_t* words, std::uint32_t* sums);
void measure_figures_baseline(Lane lane, const void* figures, std::size_t count, std::int64_t* range,
                              std::uint32_t* words, std::uint32_t* sums);
void measure_figures_avx2(Lane lane, const void* figures, std::size_t count, std::int64_t* range, std::uint32_t* words,
                          std::uint32_t* sums);
void measure_figures_avx512(Lane lane, const void* figures, std::size_t count, std::int64_t* range,
                            std::uint32_t* words, std::uint32_t* sums);

}  // namespace cwp
