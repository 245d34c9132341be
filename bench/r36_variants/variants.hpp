#pragma once
// R36 as it is less convenient: the same figures, another order of officers, other rules, officers who are away.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bench/r36/workload.hpp"
#include "cwp/cwp.hpp"

namespace cwp::r36 {

struct Variant {
  std::string name;
  std::string rulebook;
  bool scattered = false;  ///< the officers of a station stand anywhere
  bool away = false;       ///< every third officer is on leave all month
  bool cold = false;       ///< nothing of it is in the caches when it begins
  bool kept = false;       ///< its officers are scored with everything kept: a tenth of them are timed
  bool by_score = false;   ///< it ends in Scores, and not in a sink
};

/// The plain work first.
std::vector<Variant> variants();

/// What a sink is handed: columns of figures by officer, ranks by officer.
template <typename T>
struct Kept {
  std::vector<std::vector<T>> figures;
  std::vector<std::vector<std::uint32_t>> ranks;
  bool operator==(const Kept&) const = default;
};

/// A variant over so many officers, ready to be scored.
class VariantRun {
 public:
  VariantRun(const Variant& variant, std::size_t officers);
  /// Totals, categories and ranks, in the width in which the plain work has them.
  ScoringReport run();
  /// Likewise, into Scores; how many tables.
  std::size_t run_score() const;
  /// Items, too, in 64 bits; by the exact evaluator alone where `judged`.
  Kept<std::int64_t> everything(bool judged) const;

 private:
  Workload work_;
  std::vector<std::string> names_;  ///< of stations
  std::vector<std::uint32_t> stations_;
  std::optional<Plan> plan_;
  std::optional<Dataset> data_;
  Kept<std::uint16_t> kept_;
};

}  // namespace cwp::r36
