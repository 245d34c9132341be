#pragma once
// StandingTable: the scores of one grain beside the ranks that they got, one row a person.

#include <optional>
#include <string>
#include <vector>

#include "cwp/scores.hpp"

namespace cwp {

/// Whether a part stands in it: items do not.
inline bool stands_in_standing(PartKind kind) { return kind != PartKind::item; }

/// Both arguments must outlive this.
class StandingTable {
 public:
  StandingTable(const ScoreTable& table, const Scores& scores);

  /// Which parts of a row are in it, ascending.
  const std::vector<std::size_t>& parts() const { return parts_; }
  /// Of these parts.
  const std::vector<std::string>& ids() const { return ids_; }
  /// The rankings of people that are made every such period, in file order.
  const std::vector<std::string>& rankings() const { return rankings_; }
  /// In one of them, of the person of a row; nothing where he has none. O(log rows).
  std::optional<Decimal> rank(std::size_t ranking, const ScoreRow& row) const;

 private:
  std::vector<std::size_t> parts_;
  std::vector<std::string> ids_, rankings_;
  std::vector<std::vector<const RankedOfficer*>> ranked_;  ///< by ranking, by period and officer
};

}  // namespace cwp
