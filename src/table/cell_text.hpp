#pragma once
// What stands in a cell of a CSV file where that is more than a figure.

#include <string>

#include "cwp/scores.hpp"

namespace cwp {

/// The vetoes in force, joined by `;`.
inline std::string vetoes_cell(const ScoreRow& row, const ScoreTable& table) {
  std::string ids;
  for (const std::uint32_t veto : row.vetoes) ids += (ids.empty() ? "" : ";") + table.veto_ids[veto];
  return ids;
}

/// Why a ranking gives no rank; empty where it does.
inline std::string no_rank_cell(const RankedOfficer& row) {
  if (row.reason == Unranked::none) return "";
  return std::string(to_text(row.reason)) + (row.reason == Unranked::excluded ? " " + row.veto : "");
}

}  // namespace cwp
