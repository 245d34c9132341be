#pragma once
// WeightTable: what each weight adds to the value of each ranked officer.

#include <vector>

#include "cwp/sensitivity.hpp"

namespace cwp {

/// A weight: what it multiplies.
struct DrawnWeight {
  WeightKind kind = WeightKind::item;
  std::string id;
  double full = 0;                ///< of an item: its full marks, which the draws keep in sum
  std::vector<double> adds;       ///< by officer: to the value, in proportion to the number drawn less 1
  std::vector<double> adds_less;  ///< of a parameter: the same where less than 1 is drawn
};

struct WeightTable {
  std::vector<const RankedOfficer*> ranked;  ///< by group, rank and key
  std::vector<double> values;                ///< as published; with the sign that makes more better
  std::vector<std::size_t> group_ends;       ///< each behind its group's last
  std::vector<DrawnWeight> weights;          ///< items in file order, adjustments, parameters
};

/// Of those with a rank. A parameter that moves nobody is left out.
WeightTable weight_table(const Scores& scores, const RankingTable& table, Period period, bool ascending,
                         const SensitivityOptions& options);

}  // namespace cwp
