#pragma once
// CellsAnew: some cells of one officer after another, evaluated again.

#include "engine/run.hpp"
#include "program/schedule_needs.hpp"

namespace cwp {

class CellsAnew : public CellLookup {
 public:
  explicit CellsAnew(const Run& run);

  /// From here on they are those of this officer.
  void begin(std::size_t officer);
  /// Evaluates what was not yet; each position stands behind its needs. O(positions).
  void evaluate(const std::vector<std::uint32_t>& positions);
  /// One that was evaluated.
  const Cell& cell(NodeId node, Period period) const override;
  /// One of these positions has a fault somewhere below it.
  bool has_fault(const std::vector<std::uint32_t>& positions) const;
  /// The officer, with the cells that were evaluated.
  const OfficerRun& officer() const { return *officer_; }
  std::size_t evaluated() const { return evaluated_; }

 private:
  const Run& run_;
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> made_for_;  ///< by slot
  std::uint32_t now_ = 0;
  std::optional<OfficerDays> days_;
  std::optional<OfficerRun> officer_;
  std::size_t evaluated_ = 0;
};

}  // namespace cwp
